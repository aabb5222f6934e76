from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from app.widgets.painting import fitted, pixmap_covering, pixmap_fitting
from app.widgets.preview import Preview

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

MIDDLE = QPoint(200, 150)
BLUE, ORANGE = QColor(30, 60, 200), QColor(240, 130, 40)


def plain(colour: QColor, width_px: int = 40, height_px: int = 30) -> QImage:
    image = QImage(width_px, height_px, QImage.Format.Format_RGB32)
    image.fill(colour)
    return image


def shown(preview: Preview, at: QPoint = MIDDLE) -> QColor:
    image = preview.grab().toImage()
    return image.pixelColor(at * image.devicePixelRatio())


@pytest.fixture
def preview(qtbot: QtBot) -> Preview:
    preview = Preview()
    qtbot.addWidget(preview)
    preview.resize(400, 300)
    preview.show()
    qtbot.waitExposed(preview)
    return preview


def test_the_photo_is_there_from_the_first_moment(preview: Preview) -> None:
    preview.show_photo(plain(BLUE))
    assert shown(preview) == BLUE
    assert not preview.can_compare


def test_the_painted_picture_takes_its_place(preview: Preview) -> None:
    preview.show_photo(plain(BLUE))
    preview.show_painted(plain(ORANGE))
    assert shown(preview) == ORANGE


def test_a_new_photo_ends_the_painted_picture(preview: Preview) -> None:
    preview.show_photo(plain(BLUE))
    preview.show_painted(plain(ORANGE))
    preview.show_photo(plain(QColor("white")))
    assert shown(preview) == QColor("white")


def test_holding_the_mouse_compares(qtbot: QtBot, preview: Preview) -> None:
    preview.show_photo(plain(BLUE))
    preview.show_painted(plain(ORANGE))
    with qtbot.waitSignal(preview.compared):
        QTest.mousePress(preview, Qt.MouseButton.LeftButton)
    assert shown(preview) == BLUE
    QTest.mouseRelease(preview, Qt.MouseButton.LeftButton)
    assert shown(preview) == ORANGE


def test_holding_space_compares(preview: Preview) -> None:
    preview.show_photo(plain(BLUE))
    preview.show_painted(plain(ORANGE))
    QTest.keyPress(preview, Qt.Key.Key_Space)
    assert shown(preview) == BLUE
    QTest.keyRelease(preview, Qt.Key.Key_Space)
    assert shown(preview) == ORANGE


def test_losing_the_focus_lets_go(preview: Preview) -> None:
    preview.show_photo(plain(BLUE))
    preview.show_painted(plain(ORANGE))
    preview.setFocus()
    QTest.keyPress(preview, Qt.Key.Key_Space)
    preview.clearFocus()
    assert not preview.comparing


def test_comparing_goes_on_while_new_previews_arrive(preview: Preview) -> None:
    preview.show_photo(plain(BLUE))
    preview.show_painted(plain(ORANGE))
    preview.pin_photo(True)
    preview.show_painted(plain(QColor("white")))
    assert shown(preview) == BLUE
    preview.pin_photo(False)
    assert shown(preview) == QColor("white")


def test_there_is_nothing_to_compare_without_a_painted_picture(preview: Preview) -> None:
    preview.show_photo(plain(BLUE))
    QTest.keyPress(preview, Qt.Key.Key_Space)
    assert not preview.comparing


def test_the_frame_stays_put_while_scales_round_differently(preview: Preview) -> None:
    preview.show_photo(plain(BLUE, 1000, 667))
    edges = []
    for width_px, height_px in ((128, 85), (181, 121), (256, 171)):
        preview.show_painted(plain(ORANGE, width_px, height_px))
        image = preview.grab().toImage()
        row = next(row for row in range(image.height()) if image.pixelColor(200, row).red() > 150)
        edges.append(row)
    assert len(set(edges)) == 1


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_pictures_have_the_screens_own_pixels(qapp: object, ratio: float) -> None:
    assert qapp is not None
    pixmap = pixmap_fitting(plain(BLUE, 90, 60), QSize(30, 20), ratio)
    assert pixmap.size() == QSize(round(30 * ratio), round(20 * ratio))
    assert pixmap.devicePixelRatio() == ratio
    assert pixmap_covering(plain(BLUE, 90, 20), QSize(30, 30), ratio).size() == QSize(
        round(30 * ratio), round(30 * ratio)
    )


@pytest.mark.parametrize(
    ("size", "rect"),
    [
        (QSize(200, 100), QRect(0, 25, 100, 50)),
        (QSize(10, 20), QRect(25, 0, 50, 100)),
        (QSize(2000, 1), QRect(0, 49, 100, 1)),
    ],
)
def test_pictures_fit_without_being_distorted(size: QSize, rect: QRect) -> None:
    fit = fitted(size, QRect(0, 0, 100, 100))
    assert fit.size() == rect.size()
    assert (fit.center() - rect.center()).manhattanLength() <= 2
