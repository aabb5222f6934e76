from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QImage

from app.run.queue import RunQueue
from app.studio.results import Results
from core.errors import DivergedError, ImageFileError
from core.picture import Picture
from core.recipe.recipe import Recipe, StyleSource

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

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
def results(queue: RunQueue, background: BackgroundJobs, tmp_path: Path) -> Results:
    return Results(queue, background, tmp_path / "kept")


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


def test_what_cannot_be_written_is_told_and_stays(
    qtbot: QtBot, queue: RunQueue, results: Results, recipe: Recipe, tmp_path: Path
) -> None:
    (tmp_path / "kept").write_text("in the way")
    with qtbot.waitSignal(results.keep_failed) as caught:
        number = queue.add(recipe, "Cat", QImage()).number
    assert isinstance(caught.args[1], ImageFileError)
    results.put_away()
    assert [job.number for job in results.unkept] == [number]
    assert results.can_save
    # Giving it up is removing it.
    queue.remove(number)
    assert results.unkept == ()
