"""The large picture: the photo at first, then the painting as it grows; hold to compare the two."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.look import theme
from app.widgets.painting import fitted, pixmap_fitting

_MARGIN_PX: Final = 28
_SAME_SHAPE: Final = 0.04
_SHADOW: Final = ((1, 70), (3, 30), (6, 16), (10, 8))


class Preview(QWidget):
    """Shows one picture as large as fits, without ever flickering or jumping.

    Signals:
        compared(bool): The photo is, or is no longer, shown in place of the painted picture.
    """

    compared = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photo = QImage()
        self._painted = QImage()
        self._held = False
        self._pinned = False
        self._scaled: dict[int, QPixmap] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Preview"))
        self.setAccessibleDescription(self.tr("Hold the mouse button or the space bar to see the photo."))

    @property
    def comparing(self) -> bool:
        """Whether the photo stands in for the painted picture."""
        return (self._held or self._pinned) and self.can_compare

    @property
    def can_compare(self) -> bool:
        """Whether there is a painted picture to compare the photo with."""
        return not self._painted.isNull() and not self._photo.isNull()

    def show_photo(self, image: QImage) -> None:
        """Show a new photo; what was painted from the former one goes."""
        self._photo, self._painted = image, QImage()
        self._scaled.clear()
        self._let_go()
        self.update()

    def show_painted(self, image: QImage) -> None:
        """Show the painted picture as it stands."""
        if image.cacheKey() == self._painted.cacheKey():
            return
        self._painted = image
        self._scaled = {key: pixmap for key, pixmap in self._scaled.items() if key == self._photo.cacheKey()}
        if not self.comparing:
            self.update()

    def forget_painted(self) -> None:
        """Show the photo again, as if nothing had been painted."""
        self.show_photo(self._photo)

    def pin_photo(self, pinned: bool) -> None:
        """Show the photo until told otherwise, or the painted picture again."""
        self._compare(held=self._held, pinned=pinned)

    def sizeHint(self) -> QSize:
        """As large as there is room."""
        return QSize(900, 640)

    def minimumSizeHint(self) -> QSize:
        """Small enough for a small screen."""
        return QSize(360, 240)

    # Holding to compare.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show the photo while the button is down."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._compare(held=True, pinned=self._pinned)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show the painted picture again."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._compare(held=False, pinned=self._pinned)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the photo while the space bar is down."""
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._compare(held=True, pinned=self._pinned)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Show the painted picture again."""
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._compare(held=False, pinned=self._pinned)
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go: the release of a key that is down now goes elsewhere."""
        self._compare(held=False, pinned=self._pinned)
        super().focusOutEvent(event)

    def _let_go(self) -> None:
        self._compare(held=False, pinned=False)

    def _compare(self, *, held: bool, pinned: bool) -> None:
        before = self.comparing
        self._held, self._pinned = held, pinned
        if self.comparing != before:
            self.compared.emit(self.comparing)
        self.update()

    # Drawing.

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture in the middle of a neutral ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.GROUND))
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        shown = self._photo if self.comparing or self._painted.isNull() else self._painted
        if not shown.isNull():
            rect = fitted(self._shape_of(shown), self._area())
            self._draw_shadow(painter, rect)
            painter.drawPixmap(rect, self._pixmap(shown, rect.size()))
            if self.comparing:
                self._draw_tag(painter, rect, self.tr("Photo"))
        else:
            painter.setPen(QColor(theme.QUIET))
            text = self.tr("Drop a photo here, or choose one on the left")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)

    def _area(self) -> QRect:
        return self.rect().adjusted(_MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX)

    def _shape_of(self, image: QImage) -> QSize:
        # Rounding to whole pixels gives each scale slightly other proportions; the frame must not tremble for that.
        if self._photo.isNull():
            return image.size()
        ratio = image.width() * self._photo.height() / (image.height() * self._photo.width())
        return self._photo.size() if abs(ratio - 1) < _SAME_SHAPE else image.size()

    def _pixmap(self, image: QImage, size: QSize) -> QPixmap:
        ratio = self.devicePixelRatioF()
        key = image.cacheKey()
        pixmap = self._scaled.get(key)
        if pixmap is None or pixmap.deviceIndependentSize().toSize() != size or pixmap.devicePixelRatio() != ratio:
            pixmap = self._scaled[key] = pixmap_fitting(image, size, ratio)
        return pixmap

    def _draw_shadow(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for spread, alpha in _SHADOW:
            painter.setBrush(QColor(0, 0, 0, alpha))
            painter.drawRoundedRect(rect.adjusted(-spread, -spread + 2, spread, spread + 2), spread, spread)

    def _draw_tag(self, painter: QPainter, rect: QRect, text: str) -> None:
        width = self.fontMetrics().horizontalAdvance(text) + 24
        tag = QRectF(rect.left() + 12, rect.top() + 12, width, self.fontMetrics().height() + 10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(20, 20, 20, 190))
        painter.drawRoundedRect(tag, tag.height() / 2, tag.height() / 2)
        painter.setPen(QColor(theme.TEXT))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, text)
