"""What the window offers after a crash, and after a stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.run.job import JobState
from core.optimization.checkpoint.run_folders import saved_runs

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.studio.studio import Studio
    from app.system.user_folders import UserFolders
    from app.window.main_window import MainWindow
    from tests.app.fake_engine import FakeEngine

from core.recipe.recipe import Recipe, StyleSource
from tests.app.studio.test_interrupted_run import interrupted


def test_an_interrupted_picture_is_offered_and_gone_on_with(
    window: MainWindow, studio: Studio, qtbot: QtBot, folders: UserFolders, photo: Path, painting: Path
) -> None:
    interrupted(folders, Recipe(photo, (StyleSource(painting),), size_px=64))
    strip = window.stage.unfinished
    assert strip.isHidden()
    studio.interrupted.look()
    qtbot.waitUntil(strip.isVisible)
    assert "“photo.png” was interrupted at 25 %" in strip.text
    QTest.mouseClick(strip.go_on, Qt.MouseButton.LeftButton)
    assert strip.isHidden()
    qtbot.waitUntil(lambda: studio.queue.current is not None and studio.queue.current.state is JobState.DONE)
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)


def test_an_offer_that_is_put_off_or_turned_down_goes_away(
    window: MainWindow, studio: Studio, qtbot: QtBot, folders: UserFolders, photo: Path, painting: Path
) -> None:
    interrupted(folders, Recipe(photo, (StyleSource(painting),), size_px=64))
    strip = window.stage.unfinished
    for button, num_left in ((strip.later, 1), (strip.discard, 0)):
        studio.interrupted.look()
        qtbot.waitUntil(strip.isVisible)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert strip.isHidden()
        qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)
        assert len(saved_runs(folders.checkpoints)) == num_left
    assert studio.queue.jobs == ()


def test_a_stopped_picture_offers_to_be_finished(
    window: MainWindow, studio: Studio, qtbot: QtBot, engine: FakeEngine
) -> None:
    buttons = window.stage.run_bar.buttons
    engine.keeps_checkpoints, engine.hold_after = True, 2
    studio.stylize()
    qtbot.waitUntil(lambda: studio.queue.active is not None and getattr(studio.queue.active.progress, "step", 0) == 2)
    assert not buttons._finish.isVisible()
    studio.stop()
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)
    assert buttons._finish.isVisible()
    engine.hold_after = None
    QTest.mouseClick(buttons._finish, Qt.MouseButton.LeftButton)
    assert not buttons._finish.isVisible()
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)
    assert studio.queue.current is not None
    assert studio.queue.current.state is JobState.DONE
    assert not buttons._finish.isVisible()


def test_a_picture_that_was_painted_to_its_end_has_nothing_to_finish(
    window: MainWindow, studio: Studio, qtbot: QtBot
) -> None:
    studio.stylize()
    qtbot.waitUntil(lambda: studio.queue.current is not None and studio.shutdown.nothing_goes_on)
    assert not window.stage.run_bar.buttons._finish.isVisible()
