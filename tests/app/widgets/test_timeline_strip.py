from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.widgets.timeline_strip import TimelineStrip
from core.optimization.timeline.timeline import Timeline
from tests.core.optimization.timeline.frames import frames

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NUM_FRAMES = 101
# The ends of scales lie at these frames.
MARKS = (30, 60)
TIMELINE = Timeline(Path("run"), frames(*range(NUM_FRAMES)), MARKS)


@pytest.fixture
def strip(qtbot: QtBot) -> TimelineStrip:
    strip = TimelineStrip()
    qtbot.addWidget(strip)
    strip.resize(1100, 44)
    return strip


def chosen_in(strip: TimelineStrip) -> list[int]:
    chosen: list[int] = []
    strip.moment_chosen.connect(chosen.append)
    return chosen


def place_of(strip: TimelineStrip, value: int, beside_px: int = 0) -> QPoint:
    slider = strip.slider
    return QPoint(round(slider.x_of(value)) + beside_px, slider.height() // 2)


def test_it_is_there_once_there_is_something_to_look_back_at(strip: TimelineStrip) -> None:
    assert strip.isHidden()
    strip.show_timeline(TIMELINE, None, writes_film=False)
    assert not strip.isHidden()
    assert (strip.slider.maximum(), strip.slider.value(), strip.slider.marks) == (100, 100, MARKS)
    strip.show_timeline(None, None, writes_film=False)
    assert strip.isHidden()


def test_it_says_where_one_is_and_offers_what_can_be_done(strip: TimelineStrip) -> None:
    strip.show_timeline(TIMELINE, None, writes_film=False)
    assert strip.caption.text() == "100 px · step 100"
    assert (strip.now.isEnabled(), strip.go_on.isEnabled(), strip.export.isEnabled()) == (False, False, True)
    strip.show_timeline(TIMELINE, 29, writes_film=True)
    assert strip.caption.text() == "100 px · step 29"
    assert (strip.now.isEnabled(), strip.go_on.isEnabled(), strip.export.isEnabled()) == (True, False, False)
    assert "dots" in strip.go_on.toolTip()
    strip.show_timeline(TIMELINE, 30, writes_film=False)
    assert strip.go_on.isEnabled()
    assert "This one is kept" in strip.go_on.toolTip()
    strip.show_timeline(TIMELINE, 0, writes_film=False)
    assert strip.caption.text() == "The start"


def test_showing_another_moment_chooses_none(strip: TimelineStrip) -> None:
    chosen = chosen_in(strip)
    strip.show_timeline(TIMELINE, None, writes_film=False)
    strip.show_timeline(TIMELINE, 7, writes_film=False)
    assert chosen == []


def test_the_mouse_stops_at_the_marks(strip: TimelineStrip, qtbot: QtBot) -> None:
    strip.show()
    qtbot.waitExposed(strip)
    strip.show_timeline(TIMELINE, None, writes_film=False)
    chosen = chosen_in(strip)
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(strip.slider, left, pos=place_of(strip, 60, beside_px=6))
    assert chosen == [60]
    QTest.mouseMove(strip.slider, place_of(strip, 45))
    assert chosen == [60, 45]
    # What comes in meanwhile does not take the handle away.
    strip.show_timeline(TIMELINE, None, writes_film=False)
    assert strip.slider.value() == 45
    QTest.mouseMove(strip.slider, place_of(strip, 30, beside_px=-6))
    QTest.mouseRelease(strip.slider, left, pos=place_of(strip, 30))
    assert chosen == [60, 45, 30]


def test_the_ends_can_be_reached_with_the_mouse(strip: TimelineStrip, qtbot: QtBot) -> None:
    strip.show()
    qtbot.waitExposed(strip)
    strip.show_timeline(TIMELINE, 50, writes_film=False)
    chosen = chosen_in(strip)
    for x in (0, strip.slider.width() - 1):
        QTest.mouseClick(strip.slider, Qt.MouseButton.LeftButton, pos=QPoint(x, strip.slider.height() // 2))
    assert chosen == [0, 100]


def test_keys_go_from_frame_to_frame_and_from_mark_to_mark(strip: TimelineStrip) -> None:
    strip.show_timeline(TIMELINE, None, writes_film=False)
    chosen = chosen_in(strip)
    keys = (Qt.Key.Key_PageUp, Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp)
    for key in (*keys, Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_PageDown):
        QTest.keyClick(strip.slider, key)
    assert chosen == [60, 30, 29, 0, 30, 100]


def test_buttons_tell_what_is_wanted(strip: TimelineStrip, qtbot: QtBot) -> None:
    strip.show_timeline(TIMELINE, 30, writes_film=False)
    chosen = chosen_in(strip)
    with qtbot.waitSignals([strip.go_on_pressed, strip.export_pressed]):
        QTest.mouseClick(strip.go_on, Qt.MouseButton.LeftButton)
        QTest.mouseClick(strip.export, Qt.MouseButton.LeftButton)
    QTest.mouseClick(strip.now, Qt.MouseButton.LeftButton)
    assert chosen == [100]


def test_the_marks_are_drawn(strip: TimelineStrip, qtbot: QtBot) -> None:
    strip.show()
    qtbot.waitExposed(strip)
    strip.show_timeline(TIMELINE, None, writes_film=False)
    slider = strip.slider
    image = slider.grab().toImage()
    ratio = image.devicePixelRatio()
    at_mark, beside = (
        image.pixelColor(round(slider.x_of(value) * ratio), image.height() // 2).lightness() for value in (30, 20)
    )
    assert at_mark > beside + 50
