"""A slider with its name, its value in words, and what its two ends mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from app.widgets.labels import explanation, heading
from app.widgets.way_back import WayBack
from app.widgets.wheel_guard import WheelGuard

if TYPE_CHECKING:
    from collections.abc import Callable

# The slider's own height holds room above and below its groove.
_GAP_PX: Final = 1


class CaptionedSlider(QWidget):
    """Chooses a whole number.

    Attributes:
        slider: The slider itself.
        words: The label that says its value.

    Signals:
        moved(int): The value has changed.
        default_wanted(): The person wants the default back.
    """

    moved = Signal(int)
    default_wanted = Signal()

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
        named, low, high = heading(name, self), *(explanation(end, self, small=True) for end in ends)
        title, below = QHBoxLayout(), QHBoxLayout()
        title.addWidget(named)
        title.addStretch()
        title.addWidget(self.words)
        below.addWidget(low)
        below.addStretch()
        below.addWidget(high)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP_PX)
        column.addLayout(title)
        column.addWidget(self.slider)
        column.addLayout(below)
        self.slider.valueChanged.connect(self._on_value_changed)
        parts = (self.slider, named, self.words)
        WayBack(self, double_clicked=parts, others=(low, high)).wanted.connect(self.default_wanted)

    def explain(self, words: str) -> None:
        """Say what it does to the picture, wherever the pointer rests on it."""
        self.setToolTip(words)
        self.slider.setToolTip(words)

    @Slot(int)
    def _on_value_changed(self, value: int) -> None:
        self.words.setText(self._worded(value))
        self.moved.emit(value)
