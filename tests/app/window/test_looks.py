"""The window changes from dark to light and back while it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtGui import QColor

from app.look.appearance import Appearance
from app.look.qimage import pixels_of_image
from app.look.theme import apply
from app.look.tokens import DARK, LIGHT, Tokens
from app.studio.sheet_entries import SheetKind
from app.widgets.print_dialog import PrintDialog

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from app.studio.studio import Studio
    from app.window.main_window import MainWindow


@pytest.fixture(autouse=True)
def _dark_again(qapp: QApplication) -> Iterator[None]:
    yield
    apply(qapp, Appearance.DARK)


def share_of(colour: str, widget: QWidget) -> float:
    """How much of what is seen of a widget has this very colour."""
    wanted = QColor(colour)
    return float(
        np.all(
            pixels_of_image(widget.grab().toImage()) == np.array([wanted.red(), wanted.green(), wanted.blue()]), axis=2
        ).mean()
    )


def greys(look: Tokens) -> set[str]:
    """The grounds of a look."""
    return {look.ground, look.panel, look.raised, look.sunken, look.field}


def assert_all_light(widget: QWidget) -> None:
    assert sum(share_of(grey, widget) for grey in greys(LIGHT)) > 0.4
    assert max(share_of(grey, widget) for grey in greys(DARK) - {LIGHT.text}) < 0.001


def test_all_of_the_window_changes(qapp: QApplication, window: MainWindow, studio: Studio, qtbot: QtBot) -> None:
    assert share_of(DARK.ground, window.stage.preview) > 0.1
    apply(qapp, Appearance.LIGHT)
    qtbot.waitUntil(lambda: share_of(LIGHT.ground, window.stage.preview) > 0.1)
    assert_all_light(window)
    studio.sheet.open(SheetKind.PAINTINGS)
    qtbot.waitUntil(window.stage.pages.sheet.isVisible)
    assert_all_light(window)
    apply(qapp, Appearance.DARK)
    assert share_of(LIGHT.panel, window) < 0.001


def test_dialogs_that_are_open_change(qapp: QApplication, window: MainWindow, qtbot: QtBot) -> None:
    window.panel.controls.print_wanted.emit()
    dialog = window.findChild(PrintDialog)
    assert dialog is not None
    qtbot.waitExposed(dialog)
    assert share_of(DARK.panel, dialog) > 0.3
    apply(qapp, Appearance.LIGHT)
    qtbot.waitUntil(lambda: share_of(LIGHT.panel, dialog) > 0.3)
    assert_all_light(dialog)
    dialog.reject()


def test_icons_and_links_change(qapp: QApplication, window: MainWindow) -> None:
    bar = window.stage.run_bar
    bar.say_kept("Done", "Pictures")
    link, save = bar._detail, bar.buttons._save
    save.setEnabled(True)
    assert share_of(DARK.link, link) > 0
    before = share_of(DARK.text, save)
    assert before > 0
    apply(qapp, Appearance.LIGHT)
    assert share_of(LIGHT.link, link) > 0
    assert share_of(DARK.link, link) == 0
    assert share_of(LIGHT.text, save) == pytest.approx(before, rel=0.5)


def test_the_look_is_remembered(studio: Studio) -> None:
    studio.preferences.remember(appearance=Appearance.LIGHT)
    assert type(studio.preferences)(studio.preferences._store).appearance is Appearance.LIGHT
