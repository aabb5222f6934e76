from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QImage

from app.library.carried_recipe import CarriedRecipe
from app.run.queue import RunQueue
from app.studio.preferences import Preferences
from app.studio.results import Results
from core.errors import DivergedError, ImageFileError
from core.files.provenance_files import provenance_of_picture
from core.picture import Picture
from core.recipe.recipe import Recipe, StyleSource
from tests.app.fake_engine import inputs_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtCore import QSettings
    from pytestqt.qtbot import QtBot

    from app.run.compute_thread import ComputeThread
    from app.system.background_jobs import BackgroundJobs
    from tests.app.fake_engine import FakeEngine


@pytest.fixture
def queue(qtbot: QtBot, compute: ComputeThread) -> Iterator[RunQueue]:
    queue = RunQueue(compute)
    yield queue
    queue.stop_all()
    qtbot.waitUntil(lambda: queue.is_idle)


@pytest.fixture
def preferences(store: QSettings) -> Preferences:
    return Preferences(store)


@pytest.fixture
def results(queue: RunQueue, background: BackgroundJobs, preferences: Preferences, tmp_path: Path) -> Results:
    return Results(queue, background, tmp_path / "kept", preferences)


@pytest.fixture
def recipe(photo: Path, painting: Path) -> Recipe:
    return Recipe(photo, (StyleSource(painting),))


def test_there_is_nothing_at_first(results: Results, tmp_path: Path) -> None:
    assert not results.can_save
    assert results.image() is None
    assert results.save(tmp_path / "out.png", ".png") is None
    assert not (tmp_path / "out.png").exists()


def test_a_picture_is_kept_and_can_be_saved_and_put_away(
    qtbot: QtBot, queue: RunQueue, results: Results, recipe: Recipe, tmp_path: Path
) -> None:
    with qtbot.waitSignal(results.kept) as kept:
        queue.add(recipe, "Cat – Swirls", QImage())
    job, path = kept.args
    assert path.parent == tmp_path / "kept"
    assert (job.name, job.recipe) == ("Cat – Swirls", recipe)
    image = results.image()
    assert image is not None
    assert (image.width(), image.height()) == (48, 36)
    with qtbot.waitSignal(results.saved):
        assert results.save(tmp_path / "out", ".png") == tmp_path / "out.png"
    with Image.open(tmp_path / "out.png") as saved:
        assert saved.size == (48, 36)
    results.put_away()
    assert not results.can_save
    assert queue.jobs == ()
    assert path.is_file()


def test_a_failed_run_keeps_its_picture_too(
    qtbot: QtBot, queue: RunQueue, results: Results, recipe: Recipe, engine: FakeEngine
) -> None:
    engine.error, engine.error_after = DivergedError(Picture(np.full((6, 8, 3), 90, np.uint8))), 2
    with qtbot.waitSignal(results.kept) as kept:
        queue.add(recipe, "Cat", QImage())
    with Image.open(kept.args[1]) as image:
        assert image.getpixel((0, 0)) == (90, 90, 90)


@pytest.fixture
def _kept_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("in the way")


@pytest.mark.usefixtures("_kept_in_the_way")
def test_what_cannot_be_kept_in_its_folder_is_kept_elsewhere(
    qtbot: QtBot, queue: RunQueue, results: Results, recipe: Recipe, temporary: Path, tmp_path: Path
) -> None:
    with qtbot.waitSignal(results.kept_elsewhere) as caught:
        job = queue.add(recipe, "Cat – Dots", QImage())
    delivery = caught.args[1]
    assert delivery.path.is_relative_to(temporary)
    assert delivery.path.name.startswith("photo – painting – ")
    assert isinstance(delivery.problem, ImageFileError)
    with Image.open(delivery.path) as image:
        assert image.size == (48, 36)
    # The person has not seen it there: it stays until it is saved.
    results.put_away()
    assert [each.number for each in results.unkept] == [job.number]
    assert results.in_memory_only == ()
    with qtbot.waitSignal(results.saved):
        results.save(tmp_path / "saved.png", ".png", elsewhere=True)
    assert results.unkept == ()
    assert (tmp_path / "saved.png").is_file()


@pytest.mark.parametrize("where", ["kept", "elsewhere", "nowhere"])
def test_a_picture_that_cannot_be_saved_tells_where_it_is_kept(
    qtbot: QtBot, queue: RunQueue, results: Results, recipe: Recipe, temporary: Path, tmp_path: Path, where: str
) -> None:
    if where != "kept":
        (tmp_path / "kept").write_text("in the way")
    if where == "nowhere":
        temporary.rmdir()
    signals = {"kept": results.kept, "elsewhere": results.kept_elsewhere, "nowhere": results.keep_failed}
    with qtbot.waitSignal(signals[where]) as ended:
        queue.add(recipe, "Cat", QImage())
    with qtbot.waitSignal(results.save_failed) as caught:
        results.save(tmp_path / "no folder" / "saved.png", ".png")
    error, path = caught.args
    assert isinstance(error, ImageFileError)
    told = {"kept": ended.args[1], "elsewhere": getattr(ended.args[1], "path", None), "nowhere": None}
    assert path == told[where]
    # It can be saved elsewhere, also when another picture is shown meanwhile.
    results.put_away()
    assert results.to_save_elsewhere is not None
    with qtbot.waitSignal(results.saved):
        results.save(tmp_path / "saved.png", ".png", elsewhere=True)
    assert (tmp_path / "saved.png").is_file()
    assert results.to_save_elsewhere is None


@pytest.mark.usefixtures("_kept_in_the_way")
def test_what_can_be_written_nowhere_is_told_and_stays(
    qtbot: QtBot, queue: RunQueue, results: Results, recipe: Recipe, temporary: Path
) -> None:
    temporary.rmdir()
    with qtbot.waitSignal(results.keep_failed) as caught:
        number = queue.add(recipe, "Cat", QImage()).number
    assert isinstance(caught.args[1], ImageFileError)
    results.put_away()
    assert [job.number for job in results.unkept] == [number]
    assert results.in_memory_only == results.unkept
    assert results.can_save
    # Giving it up is removing it.
    queue.remove(number)
    assert results.unkept == ()


def test_kept_and_saved_pictures_carry_their_recipe_as_it_was_painted(
    qtbot: QtBot, queue: RunQueue, results: Results, recipe: Recipe, tmp_path: Path
) -> None:
    inputs = inputs_of(recipe)
    with qtbot.waitSignal(results.kept) as kept:
        queue.add(recipe, "cat", QImage())
    recipe.photo.write_bytes(b"the file is another one by now")
    with qtbot.waitSignal(results.saved):
        results.save(tmp_path / "out.webp", ".png")
    for path in (kept.args[1], tmp_path / "out.webp"):
        provenance = provenance_of_picture(path)
        assert provenance is not None
        assert provenance.inputs == inputs
        assert provenance.recipe.photo.name == str(provenance.recipe.photo) == recipe.photo.name


def test_what_a_run_that_broke_off_leaves_carries_its_recipe_too(
    qtbot: QtBot, queue: RunQueue, results: Results, engine: FakeEngine, recipe: Recipe
) -> None:
    engine.error, engine.error_after = DivergedError(), 2
    with qtbot.waitSignal(results.kept) as kept:
        queue.add(recipe, "cat", QImage())
    provenance = provenance_of_picture(kept.args[1])
    assert provenance is not None
    assert provenance.inputs == inputs_of(recipe)


def test_the_preference_says_how_much_is_told(
    qtbot: QtBot, queue: RunQueue, results: Results, preferences: Preferences, recipe: Recipe, tmp_path: Path
) -> None:
    preferences.remember(carried=CarriedRecipe.NOTHING)
    with qtbot.waitSignal(results.kept) as kept:
        queue.add(recipe, "cat", QImage())
    assert provenance_of_picture(kept.args[1]) is None
    preferences.remember(carried=CarriedRecipe.PATHS)
    with qtbot.waitSignal(results.saved):
        results.save(tmp_path / "out.png", ".png")
    provenance = provenance_of_picture(tmp_path / "out.png")
    assert provenance is not None
    assert provenance.recipe.photo == recipe.photo
