"""Draws one painting of the strip."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.look import theme
from app.studio.strip_model import StripRole
from app.widgets.painting import draw_choice_outline, draw_rounded, pixmap_covering

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

SIDE_PX: Final = 45
GAP_PX: Final = 3
_MISSING_OPACITY: Final = 0.35

_Index = QModelIndex | QPersistentModelIndex


class StripDelegate(QStyledItemDelegate):
    """A square: the middle of the painting, outlined where it is chosen, faint and marked where its file is missing."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """The square."""
        return QSize(SIDE_PX, SIDE_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the square."""
        cell: QRect = option.rect
        state: QStyle.StateFlag = option.state
        square = QRect(cell.left(), cell.top(), min(SIDE_PX, cell.width()), min(SIDE_PX, cell.height()))
        is_chosen, is_missing = bool(index.data(StripRole.CHOSEN)), bool(index.data(StripRole.MISSING))
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        inset = 4 if is_chosen else 2
        area = square.adjusted(inset, inset, -inset, -inset)
        painter.setOpacity(_MISSING_OPACITY if is_missing else 1)
        self._draw_picture(painter, area, index.data(Qt.ItemDataRole.DecorationRole))
        painter.setOpacity(1)
        if is_missing:
            painter.setPen(QColor(theme.tokens().text))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, "?")
        draw_choice_outline(
            painter,
            QRectF(square).adjusted(1, 1, -1, -1),
            6,
            is_chosen=is_chosen,
            has_focus=bool(state & QStyle.StateFlag.State_HasFocus),
            under_mouse=bool(state & QStyle.StateFlag.State_MouseOver),
        )
        painter.restore()

    def _draw_picture(self, painter: QPainter, area: QRect, image: QImage) -> None:
        if image.isNull():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.tokens().raised))
            painter.drawRoundedRect(area, 4, 4)
        else:
            draw_rounded(painter, area, pixmap_covering(image, area.size(), painter.device().devicePixelRatioF()), 4)
