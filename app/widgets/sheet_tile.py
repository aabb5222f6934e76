"""One thumbnail of a sheet, with its caption."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.look import theme
from app.widgets.painting import draw_choice_outline, draw_rounded, fitted, pixmap_fitting

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QFontMetrics

CAPTION_PX: Final = 26
_FRAME_PX: Final = 4
_RADIUS_PX: Final = 5
_GROWING_OPACITY: Final = 0.75


def caption_height(metrics: QFontMetrics) -> int:
    """What the caption needs in these letters, in pixels, with the gap above it."""
    return max(CAPTION_PX, metrics.height() + 9)


class SheetTile(QAbstractButton):
    """Shows a picture that grows; the one that is taken is outlined."""

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._is_done = False
        self._failed = False
        self._pixmap = QPixmap()
        self.setText(caption)
        self.setToolTip(caption)
        self.setAccessibleName(caption)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def image(self) -> QImage:
        """What it shows."""
        return self._image

    def show_image(self, image: QImage, *, is_done: bool) -> None:
        """Show the picture as it stands."""
        self._image, self._is_done, self._failed = image, is_done, False
        self._pixmap = QPixmap()
        self.setAccessibleDescription("" if is_done else self.tr("is being painted"))
        self.update()

    def show_failure(self, why: str) -> None:
        """Say that there will be no picture."""
        self._image, self._failed = QImage(), True
        self.setToolTip(f"{self.text()}\n{why}")
        self.setAccessibleDescription(why)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture, its caption below, and around it whether it is taken or has the focus."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        area = self.rect().adjusted(_FRAME_PX, _FRAME_PX, -_FRAME_PX, -_FRAME_PX - caption_height(self.fontMetrics()))
        shown = area if self._image.isNull() else fitted(self._image.size(), area)
        self._draw_image(painter, shown)
        self._draw_caption(painter, area)
        draw_choice_outline(
            painter,
            QRectF(shown).adjusted(-2.5, -2.5, 2.5, 2.5),
            _RADIUS_PX + 2,
            is_chosen=self.isChecked(),
            has_focus=self.hasFocus(),
            under_mouse=self.underMouse(),
        )

    def _draw_image(self, painter: QPainter, area: QRect) -> None:
        if self._image.isNull():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.tokens().panel))
            painter.drawRoundedRect(area, _RADIUS_PX, _RADIUS_PX)
            if self._failed:
                painter.setPen(QColor(theme.tokens().quiet))
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.tr("Cannot be painted"))
            return
        painter.setOpacity(1.0 if self._is_done else _GROWING_OPACITY)
        draw_rounded(painter, area, self._scaled(area.size()), _RADIUS_PX)
        painter.setOpacity(1.0)

    def _scaled(self, size: QSize) -> QPixmap:
        ratio = self.devicePixelRatioF()
        if self._pixmap.size() != size * ratio:
            self._pixmap = pixmap_fitting(self._image, size, ratio)
        return self._pixmap

    def _draw_caption(self, painter: QPainter, area: QRect) -> None:
        place = QRect(area.left(), area.bottom() + 5, area.width(), caption_height(self.fontMetrics()) - 5)
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, place.width())
        painter.setPen(QColor(theme.tokens().text if self.isChecked() or self.underMouse() else theme.tokens().quiet))
        painter.drawText(place, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, words)
