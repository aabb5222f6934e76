from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import torch
from PIL import Image

from core.errors import OutOfMemoryError, RecipeError
from core.forecast.pace import estimate
from core.recipe.choices import DeviceName, Preset
from core.recipe.recipe import Recipe, StyleSource
from tests.core.conftest import NETWORKS_FOLDER

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.slow
def test_larger_pictures_and_more_work_take_longer(photo: Path, painting: Path) -> None:
    small = Recipe(photo, (StyleSource(painting),), size_px=256, preset=Preset.DRAFT, device=DeviceName.CPU)
    found, larger, finer = (
        estimate(recipe, networks_folder=NETWORKS_FOLDER, max_memory_bytes=4 << 30)
        for recipe in (small, replace(small, size_px=2048), replace(small, preset=Preset.HIGH))
    )
    assert 0 < found.seconds < larger.seconds
    assert found.seconds < finer.seconds
    assert 0 < found.peak_bytes < larger.peak_bytes
    assert found.largest_size_px == larger.largest_size_px > 1000


def test_a_strength_of_zero_takes_no_time(photo: Path, painting: Path) -> None:
    recipe = Recipe(photo, (StyleSource(painting),), size_px=256, style_strength=0, device=DeviceName.CPU)
    assert estimate(recipe, networks_folder=NETWORKS_FOLDER).seconds == 0


@pytest.mark.parametrize(
    "failure", [MemoryError(), torch.OutOfMemoryError(), RuntimeError("DefaultCPUAllocator: can't allocate memory")]
)
def test_memory_that_runs_out_is_known_as_such(
    photo: Path, painting: Path, monkeypatch: pytest.MonkeyPatch, failure: Exception
) -> None:
    def run_out(*_: object, **__: object) -> None:
        raise failure

    monkeypatch.setattr("core.forecast.pace._probe", run_out)
    recipe = Recipe(photo, (StyleSource(painting),), size_px=256, device=DeviceName.CPU)
    with pytest.raises(OutOfMemoryError) as caught:
        estimate(recipe, networks_folder=NETWORKS_FOLDER)
    assert caught.value.arguments["size_px"] == 256


def test_another_failure_of_the_measurement_is_left_as_it_is(
    photo: Path, painting: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("a shape that does not fit")

    monkeypatch.setattr("core.forecast.pace._probe", fail)
    recipe = Recipe(photo, (StyleSource(painting),), size_px=256, device=DeviceName.CPU)
    with pytest.raises(RuntimeError, match="a shape that does not fit"):
        estimate(recipe, networks_folder=NETWORKS_FOLDER)


def test_what_cannot_be_painted_is_refused_before_anything_is_measured(
    painting: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.forecast.pace.measure_pace", lambda *_, **__: pytest.fail("It was measured"))
    narrow = tmp_path / "narrow.png"
    Image.new("RGB", (1500, 80)).save(narrow)
    recipe = Recipe(narrow, (StyleSource(painting),), size_px=256, device=DeviceName.CPU)
    with pytest.raises(RecipeError, match="TOO_NARROW"):
        estimate(recipe, networks_folder=NETWORKS_FOLDER)
