"""The large picture: the photo at first, then the painting as it grows; any part of it, and beside the photo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.look import theme
from app.widgets.corner_painting import CornerPainting
from app.widgets.picture_layer import PictureLayer
from app.widgets.preview_painting import draw_divider, draw_keyboard_frame, draw_shadow, draw_tag
from app.widgets.zoom_control import ZoomControl
from app.widgets.zoomable_view import ZoomableView

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from app.system.background_jobs import BackgroundJobs

_LACKS_DETAIL_FROM: Final = 1.1
_SAME_SHAPE: Final = 0.04
_GRIP_PX: Final = 10
_CONTROL_INSET_PX: Final = 10
# Parts of the width.
_DIVIDER_STEPS: Final[dict[int, float]] = {Qt.Key.Key_Left: -0.02, Qt.Key.Key_Right: 0.02}


class Preview(ZoomableView):
    """Shows a picture at any size, without ever flickering or jumping, alone or beside the photo.

    Attributes:
        corner: The painting, in a corner on demand.
        zoom_control: The buttons on it.

    Signals:
        compared(bool): The photo is, or is no longer, shown in place of the painted picture.
        detail_wanted(): The photo is shown so large that it lacks detail; see `refine_photo`.
    """

    compared = Signal(bool)
    detail_wanted = Signal()

    def __init__(self, background: BackgroundJobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photo, self._painted = PictureLayer(background, self), PictureLayer(background, self)
        self._held = False
        self._divided = False
        self._divider = 0.5
        self._drags_divider = False
        self.corner = CornerPainting(background, self)
        self.zoom_control = ZoomControl(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Preview"))
        self.setAccessibleDescription(self.tr("Hold the mouse button or the X key to see the photo."))
        for part in (self._photo, self._painted, self.corner):
            part.changed.connect(self.update)
        self.view_changed.connect(self._on_view_changed)
        self.zoom_control.fit_pressed.connect(self.fit)
        self.zoom_control.actual_pressed.connect(self.show_actual_pixels)
        self.zoom_control.in_pressed.connect(self.zoom_in)
        self.zoom_control.out_pressed.connect(self.zoom_out)
        self.zoom_control.hide()

    @property
    def comparing(self) -> bool:
        """Whether the photo stands in for the painted picture."""
        return self._held and self.can_compare

    @property
    def can_compare(self) -> bool:
        """Whether there is a painted picture to compare the photo with."""
        return not self._painted.is_empty and not self._photo.is_empty

    @property
    def divided(self) -> bool:
        """Whether the photo is seen on the left of a line, and the painted picture on its right."""
        return self._divided and self.can_compare and not self.comparing

    @property
    def settled(self) -> bool:
        """Whether all is drawn as well as it can be."""
        return all(layer.is_settled for layer in (self._photo, self._painted, self.corner))

    @property
    def photo(self) -> QImage:
        """The photo that is shown; null for none."""
        return self._photo.image

    def show_photo(self, image: QImage, size_px: tuple[int, int] | None = None) -> None:
        """Show a new photo; what was painted from the former one goes.

        Args:
            image: The photo, ready for the screen.
            size_px: Width and height of what is, or will be, painted of it; None for those of the image.
        """
        self._painted.show(QImage())
        self._held = False
        if not image.isNull():
            self._take_size(size_px or (image.width(), image.height()))
        self._photo.show(image)
        self.zoom_control.setVisible(not image.isNull())
        self.update()

    def show_painted(self, image: QImage) -> None:
        """Show the painted picture as it stands; it lies where the photo lies, whatever size it has by now."""
        size, (width, height) = (image.width(), image.height()), self.transform.picture
        if not image.isNull() and (max(size) >= max(width, height) or not _same_shape(size, (width, height))):
            self._take_size(size)
        self._painted.show(image)
        self.zoom_control.setVisible(not image.isNull() or not self._photo.is_empty)
        self.update()

    def refine_photo(self, image: QImage) -> None:
        """Show the same photo in more detail."""
        self._photo.show(image)

    def forget_painted(self) -> None:
        """Show the photo again, as if nothing had been painted."""
        self.show_photo(self._photo.image, self.transform.picture)

    @Slot(bool)
    def divide(self, divided: bool) -> None:
        """Show the photo beside the painted picture, with a line to drag between them, or no longer."""
        self._divided = divided
        self.update()

    @Slot(bool)
    def hold_photo(self, held: bool) -> None:
        """Show the photo in place of the painted picture, or no longer."""
        before = self.comparing
        self._held = held
        if self.comparing != before:
            self.compared.emit(self.comparing)
        self.update()

    @Slot()
    def show_actual_pixels(self) -> None:
        """Show each pixel of the picture as one of the screen's."""
        self.zoom_to(1.0)

    @Slot()
    def show_doubled_pixels(self) -> None:
        """Show each pixel of the picture as a square of four of the screen's."""
        self.zoom_to(2.0)

    def sizeHint(self) -> QSize:
        """As large as there is room."""
        return QSize(900, 640)

    def minimumSizeHint(self) -> QSize:
        """Small enough for a small screen."""
        return QSize(360, 240)

    def _take_size(self, size_px: tuple[int, int]) -> None:
        transform = self.transform
        if _same_shape(size_px, transform.picture):
            self.set_transform(transform.with_picture(size_px))
        else:
            self.set_transform(transform.fitted().with_picture(size_px))

    @Slot()
    def _on_view_changed(self) -> None:
        self._photo.move(self.transform)
        self._painted.move(self.transform)
        self.zoom_control.show_scale(self.transform.scale)
        if self.transform.rect.width > _LACKS_DETAIL_FROM * self._photo.image.width() > 0 and not self.transform.fits:
            self.detail_wanted.emit()

    # What hands do.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the line or of the picture; where neither can be moved, show the photo."""
        left = event.button() is Qt.MouseButton.LeftButton
        if left and self._on_divider(event.position()):
            self._drags_divider = True
        elif left and not self.moves_when_dragged:
            self.hold_photo(True)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what is held."""
        if self._drags_divider:
            self._divider = min(1.0, max(0.0, event.position().x() / self.width()))
            self.update()
        elif event.buttons() == Qt.MouseButton.NoButton and self._on_divider(event.position()):
            self.setCursor(Qt.CursorShape.SplitHCursor)
        else:
            self.show_cursor()
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._drags_divider = False
        if self._held and event.button() is Qt.MouseButton.LeftButton:
            self.hold_photo(False)
        super().mouseReleaseEvent(event)

    def take_key(self, event: QKeyEvent) -> None:
        """Show the photo while X is down; other keys are left alone."""
        if event.key() != Qt.Key.Key_X or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            event.ignore()
        elif not event.isAutoRepeat():
            self.hold_photo(event.type() is QEvent.Type.KeyPress)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that mean something here."""
        self.take_key(event)
        step = _DIVIDER_STEPS.get(event.key())
        if step and self.divided and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._divider = min(1.0, max(0.0, self._divider_x() / self.width() + step))
            self.update()
        elif not event.isAccepted():
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go."""
        self.take_key(event)
        if not event.isAccepted():
            super().keyReleaseEvent(event)

    def let_go(self) -> None:
        """Show the painted picture again, and hold nothing."""
        self._drags_divider = False
        self.hold_photo(False)
        super().let_go()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the control in its corner."""
        super().resizeEvent(event)
        self.corner.move(self.size(), self.devicePixelRatioF())
        control = self.zoom_control
        control.adjustSize()
        control.move(
            self.width() - control.width() - _CONTROL_INSET_PX, self.height() - control.height() - _CONTROL_INSET_PX
        )

    def _on_divider(self, position: QPointF) -> bool:
        return self.divided and abs(position.x() - self._divider_x()) <= _GRIP_PX

    def _divider_x(self) -> float:
        """Where the line is: never beside the picture."""
        rect = self._picture_rect()
        left, right = max(0.0, rect.left()), min(float(self.width()), rect.right())
        return min(right, max(left, self._divider * self.width()))

    # Drawing.

    def _picture_rect(self) -> QRectF:
        rect, ratio = self.transform.rect, self.devicePixelRatioF()
        return QRectF(rect.left / ratio, rect.top / ratio, rect.width / ratio, rect.height / ratio)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture on a neutral ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.tokens().ground))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._photo.is_empty and self._painted.is_empty:
            painter.setPen(QColor(theme.tokens().quiet))
            text = self.tr("Drop a photo here, or choose one on the left")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)
        elif self._photo.is_drawn or self._painted.is_drawn:
            self._draw_pictures(painter)
        if self.reached_by_key:
            draw_keyboard_frame(painter, QRectF(self.rect()))

    def _draw_pictures(self, painter: QPainter) -> None:
        rect = self._picture_rect()
        seen = rect.intersected(QRectF(self.rect()))
        # Of a picture many times larger than the view, a shadow would take longer than the picture.
        draw_shadow(painter, rect.intersected(QRectF(self.rect()).adjusted(-40, -40, 40, 40)))
        photo_instead = self.comparing or not self._painted.is_drawn
        self._draw_layer(painter, self._photo if photo_instead else self._painted)
        if self.divided and self._painted.is_drawn:
            x = self._divider_x()
            self._draw_layer(painter, self._photo, QRectF(0, 0, x, self.height()))
            draw_divider(painter, x, seen.top(), seen.bottom())
        self.corner.draw(painter)
        if self.comparing or self.divided:
            draw_tag(painter, seen.topLeft(), self.tr("Photo"))

    def _draw_layer(self, painter: QPainter, layer: PictureLayer, within: QRectF | None = None) -> None:
        painter.save()
        if within is not None:
            painter.setClipRect(within)
        # In the screen's own pixels: whatever the display's scale, 1:1 is exact.
        ratio = self.devicePixelRatioF()
        painter.scale(1 / ratio, 1 / ratio)
        layer.draw(painter)
        painter.restore()


def _same_shape(size: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two sizes differ in no more than the rounding to whole pixels, which differs from scale to scale."""
    return abs(size[0] * other[1] / (size[1] * other[0]) - 1) < _SAME_SHAPE
