"""The window with what an earlier start has left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.library.waiting_jobs import WaitingFile, WaitingJob, new_token, with_inputs
from core.recipe.recipe import Recipe, StyleSource

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.studio.studio import Studio
    from app.system.user_folders import UserFolders
    from app.window.main_window import MainWindow
    from tests.app.fake_engine import FakeEngine


@pytest.fixture
def left(make_picture: Callable[..., Path], painting: Path, folders: UserFolders) -> tuple[WaitingJob, ...]:
    recipes = [Recipe(make_picture(f"{name}.png"), (StyleSource(painting),), size_px=64) for name in ("one", "two")]
    jobs = tuple(with_inputs(WaitingJob(new_token(), recipe, recipe.photo.stem)) for recipe in recipes)
    file = WaitingFile(folders.waiting)
    file.write(jobs)
    file.leave()
    return jobs


def test_the_window_shows_what_waited_and_paints_it(
    qtbot: QtBot, window: MainWindow, studio: Studio, engine: FakeEngine, left: tuple[WaitingJob, ...]
) -> None:
    engine.hold_after = 1
    studio.waiting.restore()
    qtbot.waitUntil(window.stage.run_bar.waiting.isVisible)
    assert window.stage.run_bar.waiting.text() == "1 waiting"
    assert window.stage.preview.photo.size().toTuple() == (64, 48)
    engine.go_on.set()
    qtbot.waitUntil(lambda: len(engine.recipes) == 2 and studio.shutdown.nothing_goes_on)
    assert engine.recipes == [job.recipe for job in left]
    assert len(list(studio.folders.kept.glob("*.png"))) == 2


def test_a_photo_that_is_gone_is_told_and_the_next_picture_is_painted(
    qtbot: QtBot, window: MainWindow, studio: Studio, engine: FakeEngine, left: tuple[WaitingJob, ...]
) -> None:
    left[0].recipe.photo.unlink()
    studio.waiting.restore()
    qtbot.waitUntil(lambda: len(engine.recipes) == 1 and studio.shutdown.nothing_goes_on)
    assert "one.png”, from which this picture is painted, cannot be found." in window.stage.banner.text
    assert [recipe.photo.stem for recipe in engine.recipes] == ["two"]
    (kept,) = studio.folders.kept.glob("*.png")
    assert kept.name.startswith("two – ")


def test_closing_says_so_where_what_waits_could_not_be_written_down(
    qtbot: QtBot, window: MainWindow, studio: Studio, engine: FakeEngine, folders: UserFolders
) -> None:
    folders.waiting.parent.mkdir(parents=True, exist_ok=True)
    folders.waiting.write_text("in the way")
    engine.hold_after = 1
    for _ in range(2):
        studio.stylize()
    qtbot.waitUntil(lambda: not studio.waiting.is_safe)
    assert window.stage.banner.text.startswith("The list of the pictures that wait could not be written down.")
    assert not window.close()
    box = window._questions.box
    assert box is not None
    assert box.informativeText().endswith("could not be written down, and will not be painted.")
    box.buttons()[1].click()
    engine.go_on.set()
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)
