from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from app.widgets.unfinished_strip import UnfinishedStrip

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def strip(qtbot: QtBot) -> UnfinishedStrip:
    strip = UnfinishedStrip()
    qtbot.addWidget(strip)
    return strip


def picture() -> QImage:
    image = QImage(300, 200, QImage.Format.Format_RGB888)
    image.fill(Qt.GlobalColor.darkBlue)
    return image


def test_it_says_which_picture_and_how_far_and_shows_it(strip: UnfinishedStrip) -> None:
    assert strip.text == ""
    strip.offer("cat.jpg", 0.439, picture())
    assert strip.text.startswith("The painting of “cat.jpg” was interrupted at 43 %. It can be gone on with")
    shown = strip._picture.pixmap()
    assert shown.height() == round(80 * strip.devicePixelRatioF())
    assert strip._picture.isVisibleTo(strip)
    assert strip.accessibleName() == "The painting of “cat.jpg” was interrupted at 43 %."


def test_a_name_is_never_taken_for_markup(strip: UnfinishedStrip) -> None:
    strip.offer("<b>cat</b>.jpg", 0.5, QImage())
    assert strip._what.textFormat() is Qt.TextFormat.PlainText
    assert not strip._picture.isVisibleTo(strip)


@pytest.mark.parametrize("name", ["go_on", "later", "discard"])
def test_each_button_says_what_is_wanted(strip: UnfinishedStrip, qtbot: QtBot, name: str) -> None:
    strip.offer("cat.jpg", 0.5, picture())
    strip.show()
    with qtbot.waitSignal(getattr(strip, f"{name}_pressed")):
        QTest.mouseClick(getattr(strip, name), Qt.MouseButton.LeftButton)
