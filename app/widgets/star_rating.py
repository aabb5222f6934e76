"""Five stars to rate a picture with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from app.look import theme
from app.widgets.wheel_guard import WheelGuard

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

NUM_STARS: Final = 5
_STAR: Final = "\N{BLACK STAR}"
_NO_STAR: Final = "\N{WHITE STAR}"
_STAR_PX: Final = 19
_INSET_PX: Final = 4


class StarRating(QSlider):
    """A slider from no star to five, drawn as stars: a click on a star sets it, on the last one that is set, none.

    Signals:
        rated(int): The person wants so many stars.
    """

    rated = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, NUM_STARS)
        self.setPageStep(1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Rating"))
        self.setToolTip(self.tr("Rate the picture (1 to 5, 0 for no star)"))
        self._is_told = False
        self.valueChanged.connect(self._on_value_changed)
        WheelGuard(self)

    def show_stars(self, stars: int) -> None:
        """Show so many, which is nobody's wish."""
        self._is_told = True
        self.setValue(stars)
        self._is_told = False

    @Slot(int)
    def _on_value_changed(self, stars: int) -> None:
        if not self._is_told:
            self.rated.emit(stars)

    def sizeHint(self) -> QSize:
        """Five stars."""
        return QSize(NUM_STARS * _STAR_PX + 2 * _INSET_PX, 26)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Set the star that is pressed."""
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        star = int((event.position().x() - _INSET_PX) // _STAR_PX) + 1
        star = min(NUM_STARS, max(1, star))
        self.setValue(0 if star == self.value() else star)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A star is not dragged."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing more."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the stars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.tokens().accent), 1))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 5, 5)
        font = QFont(self.font())
        font.setPixelSize(_STAR_PX - 2)
        painter.setFont(font)
        top = (self.height() + painter.fontMetrics().ascent() - painter.fontMetrics().descent()) / 2
        look = theme.tokens()
        for number in range(NUM_STARS):
            is_set = number < self.value() and self.isEnabled()
            painter.setPen(QColor(look.accent if is_set else look.edge if self.isEnabled() else look.faint))
            painter.drawText(QPointF(_INSET_PX + number * _STAR_PX + 1, top), _STAR if is_set else _NO_STAR)
