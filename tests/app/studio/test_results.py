from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from app.studio.results import Result
from core.errors import ImageFileError
from core.picture import Picture
from core.recipe.recipe import Recipe, StyleSource

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.system.background_jobs import BackgroundJobs

PICTURE = Picture(np.full((6, 8, 3), 90, np.uint8))


@pytest.fixture
def result(jobs: BackgroundJobs, tmp_path: Path) -> Result:
    return Result(jobs, tmp_path / "kept")


@pytest.fixture
def recipe(photo: Path, painting: Path) -> Recipe:
    return Recipe(photo, (StyleSource(painting),))


def test_there_is_nothing_at_first(result: Result, tmp_path: Path) -> None:
    assert not result.is_there
    assert result.image() is None
    result.save(tmp_path / "out.png")
    assert not (tmp_path / "out.png").exists()


def test_a_picture_is_kept_and_can_be_saved_and_forgotten(
    qtbot: QtBot, result: Result, recipe: Recipe, tmp_path: Path
) -> None:
    with qtbot.waitSignal(result.kept) as kept:
        result.keep(PICTURE, recipe, "Cat – Swirls")
    assert kept.args[0].parent == tmp_path / "kept"
    assert (result.is_there, result.name, result.recipe) == (True, "Cat – Swirls", recipe)
    image = result.image()
    assert image is not None
    assert (image.width(), image.height()) == (8, 6)
    with qtbot.waitSignal(result.saved):
        result.save(tmp_path / "out.png")
    with Image.open(tmp_path / "out.png") as saved:
        assert saved.size == (8, 6)
    result.clear()
    assert (result.is_there, result.name, result.recipe) == (False, "", None)
    assert kept.args[0].is_file()


def test_what_cannot_be_written_is_told(qtbot: QtBot, result: Result, recipe: Recipe, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("in the way")
    with qtbot.waitSignal(result.failed) as caught:
        result.keep(PICTURE, recipe, "Cat")
    assert isinstance(caught.args[0], ImageFileError)
    assert result.is_there
