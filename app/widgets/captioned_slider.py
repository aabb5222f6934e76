"""A slider with its name, its value in words, and what its two ends mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from app.widgets.labels import explanation, heading
from app.widgets.wheel_guard import WheelGuard

if TYPE_CHECKING:
    from collections.abc import Callable

_GAP_PX: Final = 6


class CaptionedSlider(QWidget):
    """Chooses a whole number.

    Attributes:
        slider: The slider itself.
        words: The label that says its value.

    Signals:
        moved(int): The value has changed.
    """

    moved = Signal(int)

    def __init__(
        self,
        name: str,
        ends: tuple[str, str],
        limits: tuple[int, int],
        value: int,
        *,
        page_step: int,
        worded: Callable[[int], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        """Show a slider.

        Args:
            name: What it chooses.
            ends: What its left and its right end mean.
            limits: The smallest and the largest value.
            value: The first one.
            page_step: How far a click beside the handle moves it.
            worded: Puts a value into words.
            parent: The widget that holds it.
        """
        super().__init__(parent)
        self._worded = worded
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(*limits)
        self.slider.setPageStep(page_step)
        self.slider.setValue(value)
        self.slider.setAccessibleName(name)
        WheelGuard(self.slider)
        self.words = explanation(worded(value), self)
        title, below = QHBoxLayout(), QHBoxLayout()
        title.addWidget(heading(name, self))
        title.addStretch()
        title.addWidget(self.words)
        below.addWidget(explanation(ends[0], self, small=True))
        below.addStretch()
        below.addWidget(explanation(ends[1], self, small=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP_PX)
        column.addLayout(title)
        column.addWidget(self.slider)
        column.addLayout(below)
        self.slider.valueChanged.connect(self._on_value_changed)

    @Slot(int)
    def _on_value_changed(self, value: int) -> None:
        self.words.setText(self._worded(value))
        self.moved.emit(value)
