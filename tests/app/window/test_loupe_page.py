"""The loupe as a person uses it: choose a place, look, change a setting, look again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.studio.sheet_entries import SheetKind
from core.optimization.loupe_plan import CROP_PX

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.window.loupe_commands import LoupeCommands
    from app.window.main_window import MainWindow
    from tests.app.fake_engine import FakeThumbnails

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def large(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """A window whose draft is a large picture."""
    window.show()
    studio = window.stage.pages.loupe._studio
    qtbot.waitUntil(lambda: studio.can_stylize)
    studio.draft.set(size_px=4000)
    return window


def commands(window: MainWindow) -> LoupeCommands:
    return window._loupe


def press_loupe(window: MainWindow) -> None:
    QTest.mouseClick(window.stage.preview.zoom_control._loupe, LEFT)


def click_place(window: MainWindow, x: float, y: float) -> None:
    picker, preview = commands(window).picker, window.stage.preview
    rect, ratio = preview.transform.rect, preview.devicePixelRatioF()
    at = QPoint(round((rect.left + x * rect.width) / ratio), round((rect.top + y * rect.height) / ratio))
    QTest.mouseMove(picker, at)
    QTest.mouseClick(picker, LEFT, pos=at)


def test_a_click_on_the_picture_shows_the_place_at_its_own_pixels(qtbot: QtBot, large: MainWindow) -> None:
    press_loupe(large)
    assert commands(large).picker.isVisible()
    click_place(large, 0.4, 0.6)
    page = large.stage.pages.loupe
    assert large.stage.pages.currentWidget() is page
    assert not commands(large).picker.isVisible()
    (tile,) = page.tiles
    qtbot.waitUntil(lambda: tile.progress.value() == 1000)
    assert not tile.picture.image.isNull()
    assert "4000 px" in tile.caption
    place = page._loupe.places[0].part.spot
    assert (place.x, place.y) == pytest.approx((0.4, 0.6), abs=0.02)
    assert tile.picture.sizeHint().width() >= CROP_PX / tile.devicePixelRatioF() - 1


def test_the_keyboard_suffices(qtbot: QtBot, large: MainWindow) -> None:
    commands(large).action.trigger()
    picker = commands(large).picker
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(picker, key)
    page = large.stage.pages.loupe
    qtbot.waitUntil(lambda: bool(page.tiles) and page.tiles[0].progress.value() == 1000)
    spot = page._loupe.places[0].part.spot
    assert (spot.x, spot.y) == pytest.approx((0.46, 0.48))
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert large.stage.pages.currentWidget() is large.stage.preview


@pytest.mark.parametrize("ends", [Qt.Key.Key_Escape, Qt.MouseButton.RightButton])
def test_the_choice_of_a_place_can_be_given_up(large: MainWindow, ends: Qt.Key | Qt.MouseButton) -> None:
    press_loupe(large)
    picker = commands(large).picker
    if isinstance(ends, Qt.Key):
        QTest.keyClick(picker, ends)
    else:
        QTest.mouseClick(picker, ends)
    assert not picker.isVisible()
    assert not large.stage.pages.loupe.tiles
    assert large.stage.pages.currentWidget() is large.stage.preview


def test_beside_the_picture_there_is_no_place(large: MainWindow) -> None:
    press_loupe(large)
    QTest.mouseClick(commands(large).picker, LEFT, pos=QPoint(2, 2))
    assert commands(large).picker.isVisible()
    assert not large.stage.pages.loupe.tiles


def test_places_are_compared_taken_again_and_removed(qtbot: QtBot, large: MainWindow) -> None:
    page = large.stage.pages.loupe
    press_loupe(large)
    click_place(large, 0.3, 0.3)
    QTest.mouseClick(page.another, LEFT)
    assert large.stage.pages.currentWidget() is large.stage.preview
    click_place(large, 0.7, 0.7)
    qtbot.waitUntil(lambda: [tile.progress.value() for tile in page.tiles] == [1000, 1000])
    assert page.tiles[0].again.isHidden()
    page._studio.draft.set(strength=90)
    assert all(tile.caption.startswith("Former settings") for tile in page.tiles)
    QTest.mouseClick(page.tiles[1].again, LEFT)
    qtbot.waitUntil(lambda: [tile.progress.value() for tile in page.tiles] == [1000] * 3)
    assert "strength 90" in page.tiles[0].caption
    QTest.mouseClick(page.tiles[1].remove, LEFT)
    assert len(page.tiles) == 2
    assert [place.part.spot.x for place in page._loupe.places] == pytest.approx([0.3, 0.3], abs=0.02)


def test_a_small_picture_needs_no_loupe_and_says_for_what_it_is(large: MainWindow) -> None:
    button = large.stage.preview.zoom_control._loupe
    assert button.isEnabled()
    large.stage.pages.loupe._studio.draft.set(size_px=512)
    assert not button.isEnabled()
    assert "prints" in button.toolTip()
    assert not commands(large).action.isEnabled()


def test_sheet_and_loupe_take_each_other_s_place(qtbot: QtBot, large: MainWindow) -> None:
    pages = large.stage.pages
    press_loupe(large)
    click_place(large, 0.5, 0.5)
    pages.loupe._studio.sheet.open(SheetKind.PAINTINGS)
    assert pages.currentWidget() is pages.sheet
    assert not pages.loupe._loupe.is_open
    commands(large).action.trigger()
    assert pages.currentWidget() is pages.loupe
    qtbot.waitUntil(lambda: pages.loupe.tiles[0].progress.value() == 1000)


def test_a_run_comes_first_and_the_page_says_so(qtbot: QtBot, large: MainWindow, thumbnails: FakeThumbnails) -> None:
    thumbnails.hold_after = 0
    page = large.stage.pages.loupe
    press_loupe(large)
    click_place(large, 0.5, 0.5)
    page._studio.stylize()
    assert "Goes on when the picture is done." in page.words
    qtbot.waitUntil(lambda: page._studio.queue.is_idle)
    thumbnails.go_on.set()
    qtbot.waitUntil(lambda: page.tiles[0].progress.value() == 1000)
