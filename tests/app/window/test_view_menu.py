from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QSlider, QSpinBox

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.studio.studio import Studio
    from app.widgets.preview import Preview
    from app.window.main_window import MainWindow
    from tests.app.fake_engine import FakeEngine

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def preview(window: MainWindow) -> Preview:
    return window.stage.preview


@pytest.fixture
def painted(qtbot: QtBot, window: MainWindow, studio: Studio) -> Preview:
    """A preview of a finished picture."""
    studio.stylize()
    preview = window.stage.preview
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on and preview.can_compare and preview.settled)
    return preview


def entry(window: MainWindow, name: str) -> QAction:
    return next(action for action in window.findChildren(QAction) if action.text().replace("&", "") == name)


def colour(preview: Preview, x: int, y: int) -> QColor:
    return preview.grab().toImage().pixelColor(QPoint(x, y) * preview.devicePixelRatioF())


def test_keys_choose_how_large_the_picture_is_shown(window: MainWindow, preview: Preview) -> None:
    window.activateWindow()
    preview.setFocus()
    for key, scale in ((Qt.Key.Key_1, 1.0), (Qt.Key.Key_2, 2.0)):
        QTest.keyClick(preview, key)
        assert preview.transform.scale == scale
    QTest.keyClick(preview, Qt.Key.Key_Plus)
    assert preview.transform.scale == 3
    QTest.keyClick(preview, Qt.Key.Key_Minus)
    assert preview.transform.scale == 2
    QTest.keyClick(preview, Qt.Key.Key_0)
    assert preview.transform.fits


def test_numbers_typed_into_a_field_stay_there(window: MainWindow, studio: Studio, preview: Preview) -> None:
    field = next(each for each in window.panel.findChildren(QSpinBox) if each.suffix() == " px")
    field.setFocus()
    field.selectAll()
    for key in (Qt.Key.Key_2, Qt.Key.Key_1, Qt.Key.Key_0):
        QTest.keyClick(field, key)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert studio.draft.settings.size_px == 210
    assert preview.transform.fits


def test_holding_x_shows_the_photo_wherever_the_focus_is(window: MainWindow, painted: Preview) -> None:
    slider = next(each for each in window.panel.findChildren(QSlider))
    slider.setFocus()
    QTest.keyPress(slider, Qt.Key.Key_X)
    assert painted.comparing
    QTest.keyRelease(slider, Qt.Key.Key_X)
    assert not painted.comparing


def test_compare_is_one_switch_in_menu_and_bar(window: MainWindow, painted: Preview) -> None:
    button = next(each for each in window.findChildren(QPushButton) if each.accessibleName() == "Compare")
    action = entry(window, "Compare with the photo")
    assert action.isEnabled()
    QTest.mouseClick(button, LEFT)
    states = [(painted.divided, action.isChecked(), button.isChecked())]
    painted.setFocus()
    QTest.keyClick(painted, Qt.Key.Key_D)
    states.append((painted.divided, action.isChecked(), button.isChecked()))
    assert states == [(True, True, True), (False, False, False)]


def test_there_is_nothing_to_compare_before_there_is_a_picture(window: MainWindow, preview: Preview) -> None:
    assert not entry(window, "Compare with the photo").isEnabled()
    assert not preview.divided


def test_the_line_stays_while_the_picture_is_being_painted(
    qtbot: QtBot, window: MainWindow, studio: Studio, engine: FakeEngine, preview: Preview
) -> None:
    engine.hold_after = 2
    studio.stylize()
    qtbot.waitUntil(lambda: preview.can_compare and preview.settled)
    window.stage.run_bar.buttons.toggle_compare()
    y = preview.height() // 2
    left, right = preview.width() // 4, preview.width() * 3 // 4
    photo, before = colour(preview, left, y), colour(preview, right, y)
    engine.go_on.set()
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on and preview.settled)
    assert preview.divided
    assert colour(preview, left, y) == photo
    assert colour(preview, right, y) != before


def test_the_painting_is_shown_in_a_corner_on_demand(qtbot: QtBot, window: MainWindow, preview: Preview) -> None:
    qtbot.waitUntil(lambda: preview.settled)
    x, y = 30, preview.height() - 40
    before = colour(preview, x, y)
    entry(window, "Show the painting").trigger()
    qtbot.waitUntil(lambda: preview.settled)
    assert colour(preview, x, y).blue() > 100 > before.blue()
    entry(window, "Show the painting").trigger()
    assert colour(preview, x, y) == before


def test_the_corner_shows_every_painting_of_a_mixture_with_its_weight(
    qtbot: QtBot, window: MainWindow, preview: Preview, studio: Studio, engine: FakeEngine
) -> None:
    entry(window, "Show the painting").trigger()
    paths = [starter.path for starter in studio.imports.starters]
    studio.draft.choose_paintings(paths, [1, 1])
    left, y = 16, preview.height() - 40
    qtbot.waitUntil(lambda: preview.settled and preview.corner._rect().width() > 1.3 * preview.corner._rect().height())
    right = round(12 + preview.corner._rect().width() - 4)
    qtbot.waitUntil(lambda: colour(preview, right, y).green() > 120)
    assert colour(preview, left, y).blue() > 100
    studio.draft.set_weights([0, 1])
    qtbot.waitUntil(lambda: preview.settled and colour(preview, left, y).green() > 120)
    engine.hold_after = 1
    studio.stylize()
    qtbot.waitUntil(lambda: studio.queue.active is not None and studio.queue.active.progress is not None)
    studio.draft.set_weights([1, 0])
    qtbot.waitUntil(lambda: preview.settled and colour(preview, left, y).blue() > 100)
    engine.go_on.set()
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)
    qtbot.waitUntil(lambda: preview.settled)
    # What is painted next is weighed; the picture that is done was painted with what it shows.
    studio.draft.set_weights([0, 1])
    assert preview.settled
    assert colour(preview, left, y).blue() > 100


def test_the_photo_is_read_in_all_its_detail_when_one_looks_closely(
    qtbot: QtBot,
    preview: Preview,
    studio: Studio,
    make_picture: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("app.studio.picture_slot.SHOWN_SIDE_PX", 100)
    studio.draft.photo.choose([make_picture("large.png", 400, 300)])
    qtbot.waitUntil(lambda: preview.transform.picture == (400, 300))
    assert preview.photo.width() == 100
    preview.zoom_to(4)
    qtbot.waitUntil(lambda: preview.photo.width() == 400 and preview.settled)
    assert preview.transform.scale == 4
