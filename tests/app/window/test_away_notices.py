from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication

from app.window.away_notices import AwayNotices
from core.errors import DivergedError

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.studio.studio import Studio
    from app.window.main_window import MainWindow
    from tests.app.fake_engine import FakeEngine


class Desktop(QObject):
    """What the desktop shows."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.notices: list[tuple[str, str]] = []
        self.progress: list[float | None] = []

    def tell(self, what: str, detail: str) -> None:
        self.notices.append((what, detail))

    def withdraw(self) -> None:
        self.notices.clear()

    def show(self, progress: float | None) -> None:
        self.progress.append(progress)


@pytest.fixture
def desktop(window: MainWindow, studio: Studio) -> Desktop:
    desktop = Desktop()
    AwayNotices(studio, window, desktop, desktop)  # type: ignore[arg-type]
    return desktop


@pytest.fixture
def away(monkeypatch: pytest.MonkeyPatch) -> None:
    """The person looks at another program."""
    monkeypatch.setattr(QApplication, "activeWindow", lambda: None)


def paint(qtbot: QtBot, studio: Studio, times: int = 1) -> None:
    for _ in range(times):
        studio.stylize()
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)


@pytest.mark.usefixtures("away")
def test_a_picture_that_is_done_is_told_and_no_more_once_the_window_is_looked_at(
    qtbot: QtBot, desktop: Desktop, studio: Studio, window: MainWindow
) -> None:
    paint(qtbot, studio)
    assert desktop.notices == [("Your picture is done", "Cat – Night Swirls")]
    assert desktop.progress[0] == 0.0
    assert desktop.progress[-1] is None
    assert 1.0 in desktop.progress
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))
    assert desktop.notices == []
    paint(qtbot, studio)
    window.hide()
    desktop.pressed.emit()
    assert window.isVisible()
    assert desktop.notices == []


@pytest.mark.usefixtures("away")
def test_a_picture_that_failed_is_told_with_its_sentence(
    qtbot: QtBot, desktop: Desktop, studio: Studio, engine: FakeEngine
) -> None:
    engine.error = DivergedError()
    paint(qtbot, studio)
    ((what, detail),) = desktop.notices
    assert what == "Your picture could not be painted"
    assert detail.startswith("Cat – Night Swirls\nThe painting broke down")


def test_nothing_is_told_to_who_looks_at_the_window(
    qtbot: QtBot, desktop: Desktop, studio: Studio, window: MainWindow
) -> None:
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    paint(qtbot, studio)
    assert desktop.notices == []


@pytest.mark.usefixtures("away")
def test_it_can_be_switched_off(qtbot: QtBot, desktop: Desktop, studio: Studio) -> None:
    studio.preferences.remember(notifies=False)
    paint(qtbot, studio)
    assert desktop.notices == []


@pytest.mark.usefixtures("away")
def test_stopping_is_nothing_to_tell_of(qtbot: QtBot, desktop: Desktop, studio: Studio, engine: FakeEngine) -> None:
    engine.hold_after = 2
    studio.stylize()
    qtbot.waitUntil(lambda: studio.queue.active is not None and studio.queue.active.preview is not None)
    studio.stop()
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)
    assert desktop.notices == []
    assert desktop.progress[-1] is None
