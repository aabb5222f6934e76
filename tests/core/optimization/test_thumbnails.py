"""Thumbnails, on a canvas of 48 pixels."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from core.errors import ImageFileError
from core.files.reading import read_picture
from core.loss.objective import Objective
from core.loss.sweeper import Sweeper
from core.optimization import thumbnails
from core.optimization.thumbnails import ThumbnailPainter
from core.recipe.choices import ColorMode, Precision, Preset, StartFrom
from core.recipe.recipe import Recipe, StyleSource
from tests.core.conftest import NETWORKS_FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from core.optimization.view import GrowingView


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thumbnails, "THUMBNAIL_PX", 48)
    monkeypatch.setattr(thumbnails, "_NUM_STEPS", 3)


@pytest.fixture(scope="module")
def painter() -> ThumbnailPainter:
    return ThumbnailPainter(NETWORKS_FOLDER)


@pytest.fixture
def recipe(photo: Path, painting: Path) -> Recipe:
    return Recipe(photo, (StyleSource(painting),), size_px=512, precision=Precision.FULL)


def paint(painter: ThumbnailPainter, recipe: Recipe, is_wanted: Callable[[], bool] = lambda: True) -> list[GrowingView]:
    return list(painter.paint(recipe, is_wanted))


def counted(monkeypatch: pytest.MonkeyPatch, kind: type, name: str) -> list[int]:
    """One entry for every call from now on."""
    calls: list[int] = []
    original = getattr(kind, name)

    def counting(self: object, *args: object, **named: object) -> object:
        calls.append(1)
        return original(self, *args, **named)

    monkeypatch.setattr(kind, name, counting)
    return calls


def test_the_start_and_every_step_give_a_view(painter: ThumbnailPainter, recipe: Recipe) -> None:
    views = paint(painter, recipe)
    assert [view.is_done for view in views] == [False, False, False, True]
    assert [view.pixels.shape for view in views] == [(36, 48, 3)] * 4
    assert not views[-1].pixels.flags.writeable


def test_a_thumbnail_takes_over_the_colours_of_the_painting(painter: ThumbnailPainter, recipe: Recipe) -> None:
    thumbnail = paint(painter, recipe)[-1].pixels.astype(float).mean((0, 1))
    photo, painting = (read_picture(path, 48).rgb.mean((0, 1)) for path in (recipe.photo, recipe.styles[0].path))
    assert np.abs(thumbnail - painting).sum() < 0.5 * np.abs(photo - painting).sum()


def test_the_photo_is_looked_at_once_for_all_paintings(
    painter: ThumbnailPainter, recipe: Recipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = counted(monkeypatch, Sweeper, "content_of")
    for strength in (40, 60, 80):
        paint(painter, replace(recipe, style_strength=strength))
    assert len(calls) == 1


def test_the_photos_colours_need_no_other_canvas(
    painter: ThumbnailPainter, recipe: Recipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    paint(painter, recipe)
    calls = counted(monkeypatch, Objective, "evaluate")
    (view,) = paint(painter, replace(recipe, color=ColorMode.PHOTO, size_px=1024, preset=Preset.HIGH))
    assert view.is_done
    assert not calls
    paint(painter, replace(recipe, color=ColorMode.MATCH))
    assert len(calls) == 3


def test_a_painting_that_has_been_replaced_is_looked_at_again(
    painter: ThumbnailPainter, recipe: Recipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = paint(painter, recipe)[-1].pixels
    path = recipe.styles[0].path
    Image.new("RGB", (90, 90), (200, 20, 30)).save(path)
    os.utime(path, ns=(1, 1))
    calls = counted(monkeypatch, Objective, "evaluate")
    assert (paint(painter, recipe)[-1].pixels != before).any()
    assert len(calls) == 3


def test_what_is_no_longer_wanted_is_given_up_within_a_step(painter: ThumbnailPainter, recipe: Recipe) -> None:
    answers = iter([True, True, True, False])  # before the start, before the paintings are looked at, before each step
    views = paint(painter, recipe, lambda: next(answers))
    assert [view.is_done for view in views] == [False, False]


def test_strength_nothing_is_the_photo(painter: ThumbnailPainter, recipe: Recipe) -> None:
    (view,) = paint(painter, replace(recipe, style_strength=0))
    assert view.is_done
    assert (view.pixels == read_picture(recipe.photo, 48).rgb).all()


def test_a_start_from_noise_is_shown_as_one_from_the_photo(painter: ThumbnailPainter, recipe: Recipe) -> None:
    views = [paint(painter, replace(recipe, start_from=start))[-1] for start in (StartFrom.PHOTO, StartFrom.NOISE)]
    assert (views[0].pixels == views[1].pixels).all()


def test_a_picture_to_start_from_is_started_from(painter: ThumbnailPainter, recipe: Recipe, painting: Path) -> None:
    started = replace(recipe, start_from=StartFrom.PICTURE, start_picture=painting)
    assert (paint(painter, started)[-1].pixels != paint(painter, recipe)[-1].pixels).any()


def test_a_narrow_photo_has_a_thumbnail_too(painter: ThumbnailPainter, recipe: Recipe, tmp_path: Path) -> None:
    path = tmp_path / "narrow.png"
    Image.new("RGB", (400, 50), (90, 120, 60)).save(path)
    views = paint(painter, replace(recipe, photo=path))
    assert views[-1].is_done
    assert views[-1].pixels.shape == (6, 48, 3)


def test_a_photo_that_cannot_be_read_is_told(painter: ThumbnailPainter, recipe: Recipe, tmp_path: Path) -> None:
    with pytest.raises(ImageFileError):
        paint(painter, replace(recipe, photo=tmp_path / "nothing.png"))
