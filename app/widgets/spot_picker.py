"""A frame that follows the pointer over the preview: what the loupe would show if one clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from app.look import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from app.widgets.preview import Preview

# The share of the picture that an arrow key moves the frame by.
_STEP: Final = 0.02
_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class SpotPicker(QWidget):
    """Lies over a preview while a place is to be chosen, by a click, or by the arrow keys and Enter.

    Signals:
        picked(float, float): A place, as shares of the picture's width and height.
        given_up(): No place is wanted after all.
    """

    picked = Signal(float, float)
    given_up = Signal()

    def __init__(self, preview: Preview) -> None:
        super().__init__(preview)
        self._preview = preview
        self._frame = (0.1, 0.1)
        self._at = (0.5, 0.5)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(self.tr("Choose a place for the loupe"))
        self.setAccessibleDescription(self.tr("Click a place, or move with the arrow keys and press Enter."))
        preview.installEventFilter(self)
        preview.view_changed.connect(self.update)
        self.hide()

    @property
    def at(self) -> tuple[float, float]:
        """The middle of the frame, as shares of the picture's width and height."""
        return self._at

    def begin(self, frame: tuple[float, float]) -> None:
        """Have a place chosen.

        Args:
            frame: Width and height of what will be shown, as shares of the picture's.
        """
        self._frame = min(1.0, frame[0]), min(1.0, frame[1])
        self.setGeometry(self._preview.rect())
        self.raise_()
        self.show()
        self.setFocus()

    @Slot()
    def give_up(self) -> None:
        """Have none chosen."""
        if self.isVisible():
            self.hide()
            self.given_up.emit()

    def eventFilter(self, _watched: object, event: QEvent) -> bool:
        """Stay as large as the preview."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._preview.rect())
        return False

    def event(self, event: QEvent) -> bool:
        """Have Esc end this before it stops a run."""
        escapes = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if event.type() is QEvent.Type.ShortcutOverride and escapes:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by the arrow keys, choose by Enter, give up by Esc."""
        arrow = _ARROWS.get(Qt.Key(event.key()))
        if arrow is not None:
            self._move(self._at[0] + _STEP * arrow[0], self._at[1] + _STEP * arrow[1])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._pick()
        elif event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        self._move(*self._share_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the pointer, if that is the picture."""
        x, y = self._share_at(event.position())
        if event.button() is not Qt.MouseButton.LeftButton:
            self.give_up()
        elif 0 <= x <= 1 and 0 <= y <= 1:
            self._move(x, y)
            self._pick()

    def _pick(self) -> None:
        self.hide()
        self.picked.emit(*self._at)

    def _move(self, x: float, y: float) -> None:
        self._at = _inside(x, self._frame[0]), _inside(y, self._frame[1])
        self.update()

    def _share_at(self, position: QPointF) -> tuple[float, float]:
        ratio = self.devicePixelRatioF()
        return self._preview.transform.share_at((position.x() * ratio, position.y() * ratio))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Shade all but what would be shown."""
        rect, ratio = self._preview.transform.rect, self.devicePixelRatioF()
        width, height = self._frame[0] * rect.width / ratio, self._frame[1] * rect.height / ratio
        x = (rect.left + self._at[0] * rect.width) / ratio
        y = (rect.top + self._at[1] * rect.height) / ratio
        frame = QRectF(x - width / 2, y - height / 2, width, height)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        around, inside = QPainterPath(), QPainterPath()
        around.addRect(QRectF(self.rect()))
        inside.addRect(frame)
        painter.fillPath(around.subtracted(inside), QColor(theme.tokens().shade))
        painter.setPen(QPen(QColor(theme.tokens().accent), 2))
        painter.drawRect(frame)


def _inside(share: float, length: float) -> float:
    """The middle of something of this length, so that it stays between 0 and 1."""
    return min(1 - length / 2, max(length / 2, share))
