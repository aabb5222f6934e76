from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from core.errors import CheckpointError, CheckpointProblem
from core.optimization.checkpoint.inputs import check_inputs, inputs_of
from core.optimization.sources import read_sources
from core.recipe.choices import StartFrom
from core.recipe.recipe import Recipe, StyleSource

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def recipe(tmp_path: Path) -> Recipe:
    for number, name in enumerate(("photo", "painting", "start")):
        Image.new("RGB", (64, 64), (60 * number, 90, 90)).save(tmp_path / name, "PNG")
    recipe = Recipe(
        tmp_path / "photo", (StyleSource(tmp_path / "painting"), StyleSource(tmp_path / "photo")), size_px=64
    )
    return replace(recipe, start_from=StartFrom.PICTURE, start_picture=tmp_path / "start")


def test_every_file_is_named_once_and_is_the_same_now(recipe: Recipe, tmp_path: Path) -> None:
    inputs = inputs_of(recipe, read_sources(recipe).inputs)
    assert [each.path for each in inputs] == [tmp_path / "photo", tmp_path / "painting", tmp_path / "start"]
    check_inputs(inputs)


@pytest.mark.parametrize("name", ["photo", "painting", "start"])
def test_which_one_has_changed_is_told(recipe: Recipe, tmp_path: Path, name: str) -> None:
    inputs = inputs_of(recipe, read_sources(recipe).inputs)
    (tmp_path / name).write_text("other")
    with pytest.raises(CheckpointError) as caught:
        check_inputs(inputs)
    assert caught.value.problem is CheckpointProblem.INPUT_CHANGED
    assert caught.value.arguments["name"] == str(tmp_path / name)


@pytest.mark.parametrize("name", ["photo", "painting", "start"])
def test_which_one_is_gone_is_told(recipe: Recipe, tmp_path: Path, name: str) -> None:
    inputs = inputs_of(recipe, read_sources(recipe).inputs)
    (tmp_path / name).unlink()
    with pytest.raises(CheckpointError) as caught:
        check_inputs(inputs)
    assert caught.value.problem is CheckpointProblem.INPUT_MISSING
    assert caught.value.arguments["name"] == str(tmp_path / name)
