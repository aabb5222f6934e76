from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.look.qimage import image_for_screen, pixels_of_image
from app.widgets.painting import fitted, pixmap_covering, pixmap_fitting
from app.widgets.preview import Preview

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray
    from pytestqt.qtbot import QtBot

    from app.system.background_jobs import BackgroundJobs

LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
MIDDLE = QPoint(200, 150)
BLUE, ORANGE, WHITE = QColor(30, 60, 200), QColor(240, 130, 40), QColor("white")


def plain(colour: QColor, width_px: int = 40, height_px: int = 30) -> QImage:
    image = QImage(width_px, height_px, QImage.Format.Format_RGB32)
    image.fill(colour)
    return image


def noise(width_px: int, height_px: int) -> NDArray[np.uint8]:
    return np.random.default_rng(1).integers(0, 256, (height_px, width_px, 3), np.uint8)


def shown(preview: Preview, at: QPoint = MIDDLE) -> QColor:
    image = preview.grab().toImage()
    return image.pixelColor(at * image.devicePixelRatio())


def wheel(preview: Preview, notches: float, at: QPoint = MIDDLE) -> None:
    turn, position = QPoint(0, round(120 * notches)), QPointF(at)
    buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(position, position, QPoint(), turn, buttons, NO_KEYS, phase, False)
    QApplication.sendEvent(preview, event)


def drag(preview: Preview, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(preview, LEFT, NO_KEYS, start)
    QTest.mouseMove(preview, (start + end) / 2)
    QTest.mouseMove(preview, end)
    QTest.mouseRelease(preview, LEFT, NO_KEYS, end)


@pytest.fixture
def preview(qtbot: QtBot, background: BackgroundJobs) -> Preview:
    preview = Preview(background)
    qtbot.addWidget(preview)
    preview.resize(400, 300)
    preview.show()
    qtbot.waitExposed(preview)
    return preview


@pytest.fixture
def settle(qtbot: QtBot, preview: Preview) -> Callable[[], None]:
    return lambda: qtbot.waitUntil(lambda: preview.settled)


@pytest.fixture
def pair(preview: Preview, settle: Callable[[], None]) -> Preview:
    """With a photo and a painted picture."""
    preview.show_photo(plain(BLUE))
    preview.show_painted(plain(ORANGE))
    settle()
    return preview


def test_the_photo_is_there_from_the_first_moment(preview: Preview, settle: Callable[[], None]) -> None:
    preview.show_photo(plain(BLUE))
    settle()
    assert shown(preview) == BLUE
    assert not preview.can_compare


def test_the_painted_picture_takes_its_place(pair: Preview) -> None:
    assert shown(pair) == ORANGE


def test_a_new_photo_ends_the_painted_picture(pair: Preview, settle: Callable[[], None]) -> None:
    pair.show_photo(plain(WHITE))
    settle()
    assert shown(pair) == WHITE


def test_the_former_picture_stays_until_the_next_is_drawn(pair: Preview, settle: Callable[[], None]) -> None:
    pair.show_painted(plain(WHITE))
    assert shown(pair) == ORANGE
    settle()
    assert shown(pair) == WHITE


def test_no_photo_leaves_an_empty_view(pair: Preview, settle: Callable[[], None]) -> None:
    pair.show_photo(QImage())
    settle()
    assert not pair.zoom_control.isVisible()
    assert shown(pair) not in (BLUE, ORANGE)


# Beside the photo.


def test_holding_the_mouse_compares(qtbot: QtBot, pair: Preview) -> None:
    with qtbot.waitSignal(pair.compared):
        QTest.mousePress(pair, LEFT)
    assert shown(pair) == BLUE
    QTest.mouseRelease(pair, LEFT)
    assert shown(pair) == ORANGE


def test_holding_x_compares(pair: Preview) -> None:
    QTest.keyPress(pair, Qt.Key.Key_X)
    assert shown(pair) == BLUE
    QTest.keyRelease(pair, Qt.Key.Key_X)
    assert shown(pair) == ORANGE


def test_losing_the_focus_lets_go(pair: Preview) -> None:
    pair.setFocus()
    QTest.keyPress(pair, Qt.Key.Key_X)
    pair.clearFocus()
    assert not pair.comparing


def test_another_window_in_front_lets_go(pair: Preview) -> None:
    QTest.keyPress(pair, Qt.Key.Key_X)
    QApplication.sendEvent(pair, QEvent(QEvent.Type.WindowDeactivate))
    assert not pair.comparing


def test_there_is_nothing_to_compare_without_a_painted_picture(preview: Preview) -> None:
    preview.show_photo(plain(BLUE))
    QTest.keyPress(preview, Qt.Key.Key_X)
    preview.divide(True)
    assert not preview.comparing
    assert not preview.divided


def test_the_line_is_dragged_between_photo_and_picture(pair: Preview, settle: Callable[[], None]) -> None:
    pair.divide(True)
    assert (shown(pair, QPoint(80, 200)), shown(pair, QPoint(320, 200))) == (BLUE, ORANGE)
    drag(pair, QPoint(203, 60), QPoint(350, 60))
    assert (shown(pair, QPoint(330, 200)), shown(pair, QPoint(360, 200))) == (BLUE, ORANGE)
    assert not pair.comparing
    pair.show_painted(plain(WHITE))
    settle()
    assert (shown(pair, QPoint(330, 200)), shown(pair, QPoint(360, 200))) == (BLUE, WHITE)
    drag(pair, QPoint(350, 60), QPoint(-50, 60))
    assert shown(pair, QPoint(40, 200)) == WHITE
    pair.divide(False)
    assert shown(pair, QPoint(330, 200)) == WHITE


def test_the_line_stays_on_the_screen_when_one_comes_nearer(pair: Preview) -> None:
    pair.divide(True)
    wheel(pair, 6)
    assert (shown(pair, QPoint(80, 200)), shown(pair, QPoint(320, 200))) == (BLUE, ORANGE)
    drag(pair, QPoint(200, 60), QPoint(300, 60))
    assert (shown(pair, QPoint(280, 200)), shown(pair, QPoint(320, 200))) == (BLUE, ORANGE)


# Nearer and farther.


def test_the_wheel_zooms_to_the_pointer(preview: Preview) -> None:
    preview.show_photo(plain(BLUE, 4000, 3000))
    pointer = QPoint(120, 90)
    before = preview.transform.share_at(preview.device(QPointF(pointer)))
    wheel(preview, 4, pointer)
    after = preview.transform.share_at(preview.device(QPointF(pointer)))
    assert preview.transform.scale > 0.15
    assert after == pytest.approx(before, abs=0.002)
    wheel(preview, -9, pointer)
    assert preview.transform.fits


def test_a_pinch_zooms_to_the_fingers(preview: Preview) -> None:
    preview.show_photo(plain(BLUE, 4000, 3000))
    before, at = preview.transform.scale, QPointF(300, 200)
    pad = QPointingDevice.primaryPointingDevice()
    share = preview.transform.share_at(preview.device(at))
    kind = Qt.NativeGestureType.ZoomNativeGesture
    QApplication.sendEvent(preview, QNativeGestureEvent(kind, pad, 2, at, at, at, 0.6, QPointF()))
    assert preview.transform.scale == pytest.approx(1.6 * before)
    assert preview.transform.share_at(preview.device(at)) == pytest.approx(share, abs=0.002)


def test_dragging_moves_a_picture_that_is_larger_than_the_view(pair: Preview) -> None:
    pair.show_painted(plain(ORANGE, 4000, 3000))
    pair.show_actual_pixels()
    before = pair.transform.rect
    drag(pair, QPoint(200, 150), QPoint(140, 190))
    ratio = pair.devicePixelRatioF()
    assert (pair.transform.rect.left, pair.transform.rect.top) == (before.left - 60 * ratio, before.top + 40 * ratio)
    assert not pair.comparing


def test_space_takes_hold_of_the_picture_instead_of_showing_the_photo(pair: Preview) -> None:
    QTest.keyPress(pair, Qt.Key.Key_Space)
    assert pair.cursor().shape() is Qt.CursorShape.OpenHandCursor
    QTest.mousePress(pair, LEFT)
    assert not pair.comparing
    assert pair.cursor().shape() is Qt.CursorShape.ClosedHandCursor
    QTest.mouseRelease(pair, LEFT)
    QTest.keyRelease(pair, Qt.Key.Key_Space)
    assert pair.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_arrows_move_and_the_control_zooms(preview: Preview) -> None:
    preview.show_photo(plain(BLUE, 4000, 3000))
    preview.zoom_control.actual_pressed.emit()
    before = preview.transform.rect
    QTest.keyPress(preview, Qt.Key.Key_Right)
    assert preview.transform.rect.left < before.left
    preview.zoom_control.in_pressed.emit()
    assert preview.transform.scale == 1.5
    preview.zoom_control.fit_pressed.emit()
    assert preview.transform.fits


@pytest.mark.parametrize("scale", [1, 2])
def test_a_finished_picture_is_seen_pixel_by_pixel(preview: Preview, settle: Callable[[], None], scale: int) -> None:
    pixels = noise(900, 700)
    preview.show_photo(plain(BLUE, 450, 350), (900, 700))
    preview.show_painted(image_for_screen(pixels))
    preview.zoom_to(scale)
    preview.set_transform(preview.transform.moved(33, -17))
    preview.zoom_control.hide()
    settle()
    seen = pixels_of_image(preview.grab().toImage())
    rect = preview.transform.rect
    rows = (np.arange(seen.shape[0]) - int(rect.top)) // scale
    columns = (np.arange(seen.shape[1]) - int(rect.left)) // scale
    assert np.array_equal(seen, pixels[rows[:, None], columns])


def test_a_picture_in_the_making_lies_where_it_will_lie(preview: Preview, settle: Callable[[], None]) -> None:
    final = np.zeros((1200, 1600, 3), np.uint8)
    final[:, 800:] = 255
    preview.show_photo(plain(BLUE, 1600, 1200))
    preview.zoom_to(1.0)
    edges = []
    for width_px, height_px in ((128, 96), (512, 384), (1600, 1200)):
        preview.show_painted(image_for_screen(final).scaled(width_px, height_px))
        settle()
        row = pixels_of_image(preview.grab().toImage())[100, :, 0].astype(int)
        edges.append(int(np.abs(row - 128).argmin() if width_px < 1600 else (row > 128).argmax()))
        assert preview.transform.scale == 1
    assert max(edges) - min(edges) <= 4


def test_the_frame_stays_put_while_scales_round_differently(preview: Preview, settle: Callable[[], None]) -> None:
    preview.show_photo(plain(BLUE, 1000, 667))
    edges = []
    for width_px, height_px in ((128, 85), (181, 121), (256, 171)):
        preview.show_painted(plain(ORANGE, width_px, height_px))
        settle()
        image = preview.grab().toImage()
        row = next(row for row in range(image.height()) if image.pixelColor(200, row).red() > 150)
        edges.append(row)
    assert len(set(edges)) == 1


def test_a_picture_for_which_there_is_no_memory_leaves_the_former(
    pair: Preview, background: BackgroundJobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_memory(_image: QImage) -> None:
        raise MemoryError

    monkeypatch.setattr("app.widgets.picture_layer.mip_levels", no_memory)
    pair.show_painted(plain(WHITE))
    qtbot.waitUntil(lambda: not background.busy)
    assert shown(pair) == ORANGE


def test_the_screen_becomes_denser(pair: Preview) -> None:
    QApplication.sendEvent(pair, QEvent(QEvent.Type.DevicePixelRatioChange))
    assert pair.transform.view == (
        round(400 * pair.devicePixelRatioF()),
        round(300 * pair.devicePixelRatioF()),
    )


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
