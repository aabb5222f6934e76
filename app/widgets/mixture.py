"""The paintings of a mixture, each with a slider for its weight."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.widgets.labels import ElidedLabel, explanation
from app.widgets.painting import pixmap_covering
from app.widgets.way_back import WayBack
from app.widgets.wheel_guard import WheelGuard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage, QPixmap

_NOTCHES: Final = 100
# The heaviest painting stands in the middle at first, so that each can also be given more.
_MIDDLE: Final = 50
_THUMBNAIL_PX: Final = 22
_NAME_PX: Final = 84
_NAME_LETTERS: Final = 11
_GAP_PX: Final = 6
_ROW_GAP_PX: Final = 3


@dataclass(frozen=True, slots=True)
class MixedPainting:
    """What is shown of a painting.

    Attributes:
        name: What it is called.
        image: How it looks.
    """

    name: str
    image: QImage


class Mixture(QScrollArea):
    """Shows the weights of paintings and lets them be changed; scrolls where there are many.

    Signals:
        weights_moved(tuple): The person has given the paintings these weights.
        removed(int): The painting of this number is not to be in the mixture any more.
    """

    weights_moved = Signal(object)
    removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._weights: tuple[float, ...] = ()
        self._largest = 1.0
        self._rows: list[_Row] = []
        self._page = QWidget()
        self._page.setObjectName("panelPage")
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_ROW_GAP_PX)
        self._column.addStretch()
        self.setWidget(self._page)

    def show_paintings(self, paintings: Sequence[MixedPainting], weights: Sequence[float]) -> None:
        """Show these paintings from now on."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [_Row(painting, self._page) for painting in paintings]
        for number, row in enumerate(self._rows):
            self._column.insertWidget(number, row)
            row.slider.valueChanged.connect(partial(self._on_moved, number))
            row.remove.clicked.connect(partial(self._on_remove_pressed, number))
            row.default_wanted.connect(partial(row.slider.setValue, _MIDDLE))
        self._largest = 0.0
        self.show_weights(weights)

    @property
    def stops(self) -> list[QWidget]:
        """What the tabulator goes to, in the order of the eye."""
        return [part for row in self._rows for part in (row.slider, row.remove)]

    def show_weights(self, weights: Sequence[float]) -> None:
        """Show these weights of the same paintings."""
        self._weights = tuple(weights)
        if self._largest == 0 or max(self._weights, default=0.0) > self._largest:
            self._largest = max(self._weights, default=1.0) * _NOTCHES / _MIDDLE
        total = sum(self._weights)
        for row, weight in zip(self._rows, self._weights, strict=True):
            row.slider.setValue(self._notch(weight))
            row.say_share(weight / total if total else 0.0)

    def _notch(self, weight: float) -> int:
        return round(weight / self._largest * _NOTCHES)

    def _on_moved(self, number: int, notch: int) -> None:
        if notch == self._notch(self._weights[number]):
            return  # shown, not moved: a recipe's own weight may lie between two notches
        others = self._weights[:number], self._weights[number + 1 :]
        weight = notch / _NOTCHES * self._largest
        if weight == 0 and not any((*others[0], *others[1])):
            weight = self._largest / _NOTCHES  # a mixture of nothing cannot be painted
        self.weights_moved.emit((*others[0], weight, *others[1]))

    def _on_remove_pressed(self, number: int) -> None:
        self.removed.emit(number)


class _Row(QWidget):
    """One painting: how it looks, its name, its weight, its share, and a way out of the mixture."""

    default_wanted = Signal()

    def __init__(self, painting: MixedPainting, parent: QWidget) -> None:
        super().__init__(parent)
        look, name = QLabel(self), ElidedLabel(self)
        look.setPixmap(self._thumbnail(painting.image))
        look.setFixedSize(_THUMBNAIL_PX, _THUMBNAIL_PX)
        look.setAccessibleName(painting.name)
        name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        name.setFixedWidth(max(_NAME_PX, _NAME_LETTERS * name.fontMetrics().averageCharWidth()))
        name.show_text(painting.name)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, _NOTCHES)
        self.slider.setPageStep(_NOTCHES // 10)
        self.slider.setAccessibleName(self.tr("Weight of {name}").format(name=painting.name))
        self.slider.setToolTip(
            self.tr("How much the picture takes on from this painting; can be changed while it is being painted")
        )
        WheelGuard(self.slider)
        self._share = explanation("", self, small=True)
        self._share.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._share.setFixedWidth(self._share.fontMetrics().horizontalAdvance("100 %"))
        self.remove = QToolButton(self)
        self.remove.setText("×")
        self.remove.setProperty("bare", True)
        self.remove.setAccessibleName(self.tr("Take {name} out of the mixture").format(name=painting.name))
        self.remove.setToolTip(self.tr("Take it out of the mixture"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP_PX)
        for part in (look, name):
            row.addWidget(part)
        row.addWidget(self.slider, 1)
        row.addWidget(self._share)
        row.addWidget(self.remove)
        way_back = WayBack(self, double_clicked=(self.slider, look, name, self._share))
        way_back.wanted.connect(self.default_wanted)

    def say_share(self, share: float) -> None:
        """Say how much of the mixture it is, 0 to 1."""
        self._share.setText(self.tr("{share:.0f} %").format(share=100 * share))

    def _thumbnail(self, image: QImage) -> QPixmap:
        return pixmap_covering(image, QSize(_THUMBNAIL_PX, _THUMBNAIL_PX), self.devicePixelRatioF())
