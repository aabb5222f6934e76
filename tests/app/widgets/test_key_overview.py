from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from app.widgets.key_overview import KeyOverview, key_groups, plain

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.studio.studio import Studio
    from app.window.main_window import MainWindow


def overview() -> KeyOverview | None:
    return next((each for each in QApplication.topLevelWidgets() if isinstance(each, KeyOverview)), None)


def test_every_key_of_the_menus_is_in_it(window: MainWindow) -> None:
    groups = {group.name: dict(group.keys) for group in key_groups(window.menuBar())}
    assert list(groups) == ["File", "Edit", "Picture", "View", "Help"]
    assert groups["Picture"]["Stylize"].startswith("Ctrl+Return")
    assert groups["View"]["Loupe"] == "L"
    assert groups["Help"]["Keys"].split() == ["F1", "?"]


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Question])
def test_a_key_shows_it_and_escape_ends_it(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    window.show()
    QTest.keyClick(window, key)
    qtbot.waitUntil(lambda: overview() is not None)
    shown = overview()
    assert shown is not None
    assert {"Stylize", "Loupe", "Mix in"} <= {label.text() for label in shown.findChildren(QLabel)}
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: overview() is None)


@pytest.mark.parametrize(("text", "expected"), [("&Save as…", "Save as"), ("開く(&O)", "開く"), ("Copy", "Copy")])
def test_names_are_without_what_menus_mark(text: str, expected: str) -> None:
    assert plain(text) == expected


def test_the_line_between_photo_and_picture_moves_with_the_keys(
    qtbot: QtBot, window: MainWindow, studio: Studio
) -> None:
    preview = window.stage.preview
    studio.stylize()
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on and preview.can_compare)
    window.stage.run_bar.buttons.toggle_compare()
    places = [preview._divider_x()]
    for arrow in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(preview, arrow, Qt.KeyboardModifier.ShiftModifier)
        places.append(preview._divider_x())
    assert places[1] < places[0]
    assert places[3] > places[0]
