from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from app.run.queue import RunQueue
from app.run.side_queue import SideQueue
from core.errors import ImageFileError, ImageProblem
from core.recipe.recipe import Recipe, StyleSource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from app.run.compute_thread import ComputeThread
    from tests.app.fake_engine import FakeEngine, FakeThumbnails


def recipe(name: str) -> Recipe:
    return Recipe(Path("photo.png"), (StyleSource(Path(f"{name}.png")),))


A, B, C = (recipe(name) for name in "abc")


@pytest.fixture
def runs(qtbot: QtBot, compute: ComputeThread, engine: FakeEngine) -> Iterator[RunQueue]:
    runs = RunQueue(compute)
    yield runs
    runs.stop_all()
    engine.go_on.set()
    qtbot.waitUntil(lambda: runs.is_idle)


@pytest.fixture
def queue(qtbot: QtBot, compute: ComputeThread, runs: RunQueue) -> Iterator[SideQueue]:
    queue = SideQueue(compute, runs)
    yield queue
    queue.want("anybody", ())
    qtbot.waitUntil(lambda: queue.is_idle)


def done_by(queue: SideQueue) -> list[Recipe]:
    done: list[Recipe] = []

    def note(recipe: Recipe, image: QImage, progress: float) -> None:
        assert not image.isNull()
        if progress >= 1:
            done.append(recipe)

    queue.painted.connect(note)
    return done


def test_thumbnails_are_painted_in_their_order_in_the_compute_thread(
    qtbot: QtBot, queue: SideQueue, thumbnails: FakeThumbnails
) -> None:
    done = done_by(queue)
    with qtbot.waitSignal(queue.idle):
        queue.want("anybody", [B, A, B])
    assert done == thumbnails.recipes == [B, A]
    assert threading.get_ident() not in thumbnails.threads
    assert thumbnails.num_loaded == 1


def test_another_order_counts_for_those_that_are_not_begun(
    qtbot: QtBot, queue: SideQueue, thumbnails: FakeThumbnails
) -> None:
    thumbnails.hold_after = 1
    done = done_by(queue)
    queue.want("anybody", [A, B, C])
    qtbot.waitUntil(lambda: thumbnails.recipes == [A])
    queue.want("anybody", [C, A])
    thumbnails.go_on.set()
    qtbot.waitUntil(lambda: queue.is_idle)
    assert done == [A, C]


def test_what_is_no_longer_wanted_is_given_up(qtbot: QtBot, queue: SideQueue, thumbnails: FakeThumbnails) -> None:
    thumbnails.hold_after = 1
    done = done_by(queue)
    queue.want("anybody", [A])
    qtbot.waitUntil(lambda: thumbnails.recipes == [A])
    queue.want("anybody", [])
    qtbot.waitUntil(lambda: queue.is_idle)
    assert done == []


def test_a_picture_goes_first_and_the_thumbnail_begins_again_afterwards(
    qtbot: QtBot, queue: SideQueue, runs: RunQueue, thumbnails: FakeThumbnails, engine: FakeEngine
) -> None:
    thumbnails.hold_after = 1
    engine.hold_after = 1
    done = done_by(queue)
    queue.want("anybody", [A, B])
    qtbot.waitUntil(lambda: thumbnails.recipes == [A])
    runs.add(A, "picture", QImage())
    qtbot.waitUntil(lambda: runs.active is not None and runs.active.progress is not None)
    assert (done, queue.wanted) == ([], (A, B))
    thumbnails.go_on.set()
    engine.go_on.set()
    qtbot.waitUntil(lambda: queue.is_idle)
    assert (done, thumbnails.recipes) == ([A, B], [A, A, B])
    # What the painter kept went, for the memory; and came back.
    assert thumbnails.num_loaded == 2


def test_nothing_is_begun_while_a_picture_is_painted(
    qtbot: QtBot, queue: SideQueue, runs: RunQueue, thumbnails: FakeThumbnails, engine: FakeEngine
) -> None:
    engine.hold_after = 1
    runs.add(A, "picture", QImage())
    qtbot.waitUntil(lambda: runs.active is not None and runs.active.progress is not None)
    queue.want("anybody", [B])
    assert not thumbnails.recipes
    engine.go_on.set()
    qtbot.waitUntil(lambda: queue.is_idle)
    assert thumbnails.recipes == [B]


def test_a_failure_is_told_and_the_others_are_painted(
    qtbot: QtBot, queue: SideQueue, thumbnails: FakeThumbnails
) -> None:
    thumbnails.errors["a.png"] = ImageFileError(Path("a.png"), ImageProblem.FOLDER)
    failures: list[tuple[Recipe, Exception]] = []
    queue.failed.connect(lambda recipe, error: failures.append((recipe, error)))
    done = done_by(queue)
    queue.want("anybody", [A, B])
    qtbot.waitUntil(lambda: queue.is_idle)
    assert done == [B]
    assert failures == [(A, thumbnails.errors["a.png"])]
