"""What the preview draws around its pictures: a shadow, words on them, the line between two of them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app.look import theme

_SHADOW: Final = ((1, 70), (3, 30), (6, 16), (10, 8))
_TAG_INSET_PX: Final = 12
_KNOB_RADIUS_PX: Final = 13.0
_FRAME_PX: Final = 2


def draw_shadow(painter: QPainter, rect: QRectF) -> None:
    """Lift a picture off its ground."""
    painter.setPen(Qt.PenStyle.NoPen)
    shadow = QColor(theme.tokens().shadow)
    for spread, alpha in _SHADOW:
        shadow.setAlpha(alpha)
        painter.setBrush(shadow)
        painter.drawRoundedRect(rect.adjusted(-spread, -spread + 2, spread, spread + 2), spread, spread)


def draw_keyboard_frame(painter: QPainter, rect: QRectF) -> None:
    """Show that the keys go to what lies in this rectangle."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.tokens().accent), _FRAME_PX))
    painter.drawRect(rect.adjusted(_FRAME_PX / 2, _FRAME_PX / 2, -_FRAME_PX / 2, -_FRAME_PX / 2))


def draw_tag(painter: QPainter, corner: QPointF, text: str) -> None:
    """Write a word on a picture, near its top left corner."""
    metrics = painter.fontMetrics()
    size = metrics.horizontalAdvance(text) + 24, metrics.height() + 10
    tag = QRectF(corner.x() + _TAG_INSET_PX, corner.y() + _TAG_INSET_PX, *size)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.tokens().tag))
    painter.drawRoundedRect(tag, tag.height() / 2, tag.height() / 2)
    painter.setPen(QColor(theme.tokens().on_picture))
    painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, text)


def draw_divider(painter: QPainter, x: float, top: float, bottom: float) -> None:
    """Draw the line between two pictures, with a knob to take hold of."""
    look = theme.tokens()
    edge, line = QColor(look.on_picture_edge), QColor(look.on_picture)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(edge, 4))
    painter.drawLine(QLineF(x, top, x, bottom))
    painter.setPen(QPen(line, 2))
    painter.drawLine(QLineF(x, top, x, bottom))
    middle = QPointF(x, (top + bottom) / 2)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(line)
    painter.drawEllipse(middle, _KNOB_RADIUS_PX, _KNOB_RADIUS_PX)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.on_picture_mark))
    for side in (-1, 1):
        points = [QPointF(side * 4, -4.5), QPointF(side * 9, 0), QPointF(side * 4, 4.5)]
        painter.drawPolygon(QPolygonF([middle + point for point in points]))
