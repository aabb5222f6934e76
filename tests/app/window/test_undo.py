"""Undoing as a person does, by the menu and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from app.studio.studio import Studio
    from app.window.main_window import MainWindow
    from tests.app.fake_engine import FakeEngine

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def entries(window: MainWindow) -> list[str]:
    return [action.text() for action in (window.menus._undo, window.menus._redo) if action.isEnabled()]


def test_the_menu_says_what_would_be_undone(window: MainWindow, studio: Studio) -> None:
    assert entries(window) == []
    QTest.keyClick(window.panel.controls._strength.slider, Qt.Key.Key_PageUp)
    assert entries(window) == ["&Undo strength"]
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert studio.draft.settings.strength == 50
    assert window.panel.controls._strength.slider.value() == 50
    assert entries(window) == ["&Redo strength"]
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL | SHIFT)
    assert studio.draft.settings.strength == 60


@pytest.mark.parametrize("name", ["_size", "_strength"])
def test_the_keys_undo_whatever_has_the_focus(window: MainWindow, studio: Studio, name: str) -> None:
    control: QWidget = getattr(window.panel.controls, name)
    QTest.keyClick(window.panel.controls._strength.slider, Qt.Key.Key_PageUp)
    control.setFocus()
    QTest.keyClick(control, Qt.Key.Key_Z, CTRL)
    assert studio.draft.settings.strength == 50


def test_what_is_being_typed_is_the_fields_own(window: MainWindow, studio: Studio) -> None:
    size = window.panel.controls._size
    QTest.keyClick(window.panel.controls._strength.slider, Qt.Key.Key_PageUp)
    size.setFocus()
    size.selectAll()
    QTest.keyClicks(size, "70")
    QTest.keyClick(size, Qt.Key.Key_Z, CTRL)
    assert studio.draft.settings.strength == 60


def test_reset_all_can_be_undone(window: MainWindow, studio: Studio) -> None:
    studio.draft.set(strength=80, freedom=10)
    window.menus._reset.trigger()
    assert studio.draft.settings.strength == 50
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert (studio.draft.settings.strength, studio.draft.settings.freedom) == (80, 10)


def test_a_running_picture_follows_what_is_undone(
    qtbot: QtBot, window: MainWindow, studio: Studio, engine: FakeEngine
) -> None:
    studio.draft.set(strength=80)
    engine.hold_after = 4
    studio.stylize()
    qtbot.waitUntil(lambda: window.stage.run_bar._progress.value() > 0)
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: bool(engine.changes))
    assert [change.style_strength for change in engine.changes] == [50]
    engine.go_on.set()
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)
