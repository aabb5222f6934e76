"""A view of something large: zoomed to the pointer by wheel and pinch, moved by dragging and by the arrow keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QNativeGestureEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

from app.widgets.view_transform import ViewTransform

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent

    from app.widgets.view_transform import Point

_MARGIN_PX: Final = 28
_NOTCH: Final = 120
_FACTOR_OF_A_NOTCH: Final = 1.25
_FACTOR_OF_A_PRESS: Final = 1.5
_SHARE_OF_AN_ARROW: Final = 0.1
_ARROWS: Final = {
    Qt.Key.Key_Left: (1, 0),
    Qt.Key.Key_Right: (-1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
_KEYED: Final = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}


class ZoomableView(QWidget):
    """Holds how a picture lies in it, and lets hands change that.

    Attributes:
        reached_by_key: Whether it has the focus by way of the keyboard.

    Signals:
        view_changed(): The picture lies in another way.
    """

    view_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._transform = ViewTransform()
        self._grip: QPointF | None = None
        self._space = False
        self.reached_by_key = False
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.setMouseTracking(True)

    @property
    def transform(self) -> ViewTransform:
        """How the picture lies in the view, in device pixels."""
        return self._transform

    def set_transform(self, transform: ViewTransform) -> None:
        """Let the picture lie in another way."""
        if transform != self._transform:
            self._transform = transform
            self.view_changed.emit()
            self.update()
        self.show_cursor()

    @property
    def moves_when_dragged(self) -> bool:
        """Whether a press takes hold of the picture."""
        return self._space or self._transform.can_move

    @Slot()
    def fit(self) -> None:
        """Show all of the picture."""
        self.set_transform(self._transform.fitted())

    def zoom_to(self, scale: float) -> None:
        """Show so many of the screen's pixels for each of the picture's, about the middle."""
        self.set_transform(self._transform.zoomed(scale))

    @Slot()
    def zoom_in(self) -> None:
        """Come nearer, about the middle."""
        self.set_transform(self._transform.zoomed_by(_FACTOR_OF_A_PRESS))

    @Slot()
    def zoom_out(self) -> None:
        """Go back, about the middle."""
        self.set_transform(self._transform.zoomed_by(1 / _FACTOR_OF_A_PRESS))

    def device(self, position: QPointF) -> Point:
        """A position in the widget, in device pixels."""
        ratio = self.devicePixelRatioF()
        return position.x() * ratio, position.y() * ratio

    def show_cursor(self) -> None:
        """Show by the pointer's shape what a press would do."""
        if self._grip is not None:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self.moves_when_dragged:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.unsetCursor()

    def _follow_size(self) -> None:
        ratio = self.devicePixelRatioF()
        size = round(self.width() * ratio), round(self.height() * ratio)
        self.set_transform(self._transform.with_view(size, round(_MARGIN_PX * ratio)))

    # What hands do.

    def event(self, event: QEvent) -> bool:
        """Heed pinches, screens of another density, and other windows that come to the front."""
        if isinstance(event, QNativeGestureEvent):
            return self._pinched_natively(event)
        if isinstance(event, QGestureEvent):
            return self._pinched(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._follow_size()
        elif event.type() == QEvent.Type.WindowDeactivate:
            self.let_go()
        return super().event(event)

    def _pinched_natively(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            at = self.device(event.position())
            self.set_transform(self._transform.zoomed_by(max(0.1, 1 + event.value()), at))
            return True
        return False

    def _pinched(self, event: QGestureEvent) -> bool:
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        at = self.device(self.mapFromGlobal(pinch.hotSpot()))
        self.set_transform(self._transform.zoomed_by(max(0.1, pinch.scaleFactor()), at))
        event.accept(pinch)
        return True

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom to the pointer; two fingers on a pad, which pinch to zoom, move the picture instead."""
        if event.phase() is not Qt.ScrollPhase.NoScrollPhase and not event.pixelDelta().isNull():
            ratio = self.devicePixelRatioF()
            self.set_transform(self._transform.moved(event.pixelDelta().x() * ratio, event.pixelDelta().y() * ratio))
        else:
            factor = _FACTOR_OF_A_NOTCH ** (event.angleDelta().y() / _NOTCH)
            self.set_transform(self._transform.zoomed_by(factor, self.device(event.position())))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the picture where there is more of it than the view shows."""
        middle = event.button() is Qt.MouseButton.MiddleButton
        left = event.button() is Qt.MouseButton.LeftButton
        if (middle or left) and self.moves_when_dragged:
            self._grip = event.position()
            self.show_cursor()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the picture that is held."""
        if self._grip is None:
            super().mouseMoveEvent(event)
            return
        moved = self.device(event.position() - self._grip)
        # Whole pixels, else the picture would lag behind the hand by what is rounded.
        whole = round(moved[0]), round(moved[1])
        ratio = self.devicePixelRatioF()
        self._grip += QPointF(whole[0] / ratio, whole[1] / ratio)
        self.set_transform(self._transform.moved(*whole))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of it."""
        self._grip = None
        self.show_cursor()
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space takes hold of the picture, arrows move it."""
        arrow = _ARROWS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Space:
            self._hold_space(True)
        elif arrow is not None and self._transform.can_move:
            width, height = self._transform.view
            self.set_transform(
                self._transform.moved(arrow[0] * _SHARE_OF_AN_ARROW * width, arrow[1] * _SHARE_OF_AN_ARROW * height)
            )
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go."""
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._hold_space(False)
        else:
            super().keyReleaseEvent(event)

    def let_go(self) -> None:
        """Hold nothing: the release of a key or a button that is down now goes elsewhere."""
        self._grip = None
        self._hold_space(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard has come here; of a click or a new window that need not be shown."""
        self.reached_by_key = event.reason() in _KEYED
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go."""
        self.let_go()
        self.reached_by_key = False
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the middle in the middle."""
        super().resizeEvent(event)
        self._follow_size()

    def _hold_space(self, held: bool) -> None:
        self._space = held
        self.show_cursor()
