"""A slider over the moments of a run, with marks where it can be gone on from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider, QWidget

from app.look import theme
from app.widgets.wheel_guard import WheelGuard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

_MARK_RADIUS_PX: Final = 3.0
# So near a mark, the handle goes to it.
_PULL_PX: Final = 7


class TimelineSlider(QSlider):
    """Its last value is the present. Page keys go from mark to mark, and the mouse stops at them.

    Attributes:
        marks: The values that are marked.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.marks: tuple[int, ...] = ()
        self._dragged = False
        WheelGuard(self)

    def show_moments(self, num_moments: int, marks: Sequence[int], value: int) -> None:
        """Show so many moments, of which some are marked, and one is looked at. Emits nothing."""
        blocked = self.blockSignals(True)
        self.setRange(0, max(0, num_moments - 1))
        self.setPageStep(1)
        if not self._dragged:
            self.setValue(value)
        self.blockSignals(blocked)
        self.marks = tuple(marks)
        self.update()

    def x_of(self, value: int) -> float:
        """Where a value lies, in pixels from the left of the widget."""
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        control, slider = QStyle.ComplexControl.CC_Slider, QStyle.SubControl.SC_SliderHandle
        handle = self.style().subControlRect(control, option, slider, self)
        groove = self.style().subControlRect(control, option, QStyle.SubControl.SC_SliderGroove, self)
        span = groove.width() - handle.width()
        share = QStyle.sliderPositionFromValue(self.minimum(), self.maximum(), value, span, option.upsideDown)
        return groove.left() + handle.width() / 2 + share

    def value_at(self, x: float) -> int:
        """The value at a place of the widget, in pixels from its left; at a mark where one is near."""
        near = min(self.marks, key=lambda mark: abs(self.x_of(mark) - x), default=None)
        if near is not None and abs(self.x_of(near) - x) <= _PULL_PX:
            return near
        first, last = self.x_of(self.minimum()), self.x_of(self.maximum())
        x = min(max(x, min(first, last)), max(first, last))
        return QStyle.sliderValueFromPosition(
            self.minimum(), self.maximum(), round(abs(x - first)), max(1, round(abs(last - first)))
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the place that was pressed."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._dragged = True
            self.setValue(self.value_at(event.position().x()))
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        if self._dragged:
            self.setValue(self.value_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stay where it is."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._dragged = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from mark to mark with the page keys."""
        stops = sorted({self.minimum(), *self.marks, self.maximum()})
        if event.key() == Qt.Key.Key_PageUp:
            self.setValue(max((stop for stop in stops if stop < self.value()), default=self.minimum()))
        elif event.key() == Qt.Key.Key_PageDown:
            self.setValue(min((stop for stop in stops if stop > self.value()), default=self.maximum()))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the marks over the groove, and leave the handle as it is."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tokens().text))
        for mark in self.marks:
            if mark != self.value():
                painter.drawEllipse(QPointF(self.x_of(mark), self.height() / 2), _MARK_RADIUS_PX, _MARK_RADIUS_PX)
