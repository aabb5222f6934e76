"""The look follows the person, and the system where they want that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QMainWindow

from app.look import theme
from app.look.appearance import Appearance
from app.look.theme import Theme, apply, follow_accent
from app.look.tokens import DARK, LIGHT, with_accent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from app.look.tokens import Tokens

BLUE = "#3584e4"


class Desktop:
    """What the system of the person says."""

    scheme = Qt.ColorScheme.Unknown
    accent: str | None = None


@pytest.fixture(autouse=True)
def desktop(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    desktop = Desktop()
    monkeypatch.setattr(Theme, "system_scheme", lambda _theme: desktop.scheme)
    monkeypatch.setattr(Theme, "system_accent", lambda _theme: desktop.accent)
    yield desktop
    desktop.accent = None
    apply(qapp, Appearance.DARK)


@pytest.mark.parametrize(
    ("scheme", "appearance", "look"),
    [
        (Qt.ColorScheme.Dark, Appearance.SYSTEM, DARK),
        (Qt.ColorScheme.Light, Appearance.SYSTEM, LIGHT),
        # As it has always been, and as pictures are judged best.
        (Qt.ColorScheme.Unknown, Appearance.SYSTEM, DARK),
        (Qt.ColorScheme.Dark, Appearance.LIGHT, LIGHT),
        (Qt.ColorScheme.Light, Appearance.DARK, DARK),
    ],
)
def test_the_person_decides_and_else_the_system(
    qapp: QApplication, desktop: Desktop, scheme: Qt.ColorScheme, appearance: Appearance, look: Tokens
) -> None:
    desktop.scheme = scheme
    apply(qapp, appearance)
    assert theme.tokens() == look
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(look.panel)
    assert look.panel in qapp.styleSheet()


def test_the_system_is_followed_when_it_changes(qapp: QApplication, desktop: Desktop) -> None:
    apply(qapp, Appearance.SYSTEM)
    desktop.scheme = Qt.ColorScheme.Light
    qapp.styleHints().colorSchemeChanged.emit(desktop.scheme)
    assert theme.tokens() == LIGHT


def test_the_system_is_not_followed_where_the_person_has_chosen(qapp: QApplication, desktop: Desktop) -> None:
    apply(qapp, Appearance.DARK)
    desktop.scheme = Qt.ColorScheme.Light
    qapp.styleHints().colorSchemeChanged.emit(desktop.scheme)
    assert theme.tokens() == DARK


def test_the_accent_of_the_system_is_taken_and_followed(qtbot: QtBot, qapp: QApplication, desktop: Desktop) -> None:
    apply(qapp, Appearance.LIGHT)
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    follow_accent(qapp, window)
    desktop.accent = BLUE
    handle = window.windowHandle()
    assert handle is not None
    QCoreApplication.sendEvent(handle, QEvent(QEvent.Type.ThemeChange))
    assert theme.tokens() == with_accent(LIGHT, BLUE)
    assert qapp.palette().color(QPalette.ColorRole.Accent) == QColor(theme.tokens().accent)
    desktop.accent = "#fefefe"
    QCoreApplication.sendEvent(handle, QEvent(QEvent.Type.ThemeChange))
    assert theme.tokens() == LIGHT


def test_there_is_one_theme_however_often_it_is_applied(qapp: QApplication) -> None:
    apply(qapp, Appearance.DARK)
    apply(qapp, Appearance.LIGHT)
    assert len(qapp.findChildren(Theme)) == 1


def test_a_desktop_without_an_accent_has_none(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    # The tests' screen belongs to no desktop: what it would call the accent is that of Qt's own style.
    apply(qapp, Appearance.DARK)
    assert qapp.findChildren(Theme)[0].system_accent() is None
    assert theme.tokens() == DARK
