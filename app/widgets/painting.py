"""Drawing pictures into rectangles, sharply on any screen."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPixmap

from app.look import theme


def fitted(size: QSize, area: QRect) -> QRect:
    """The largest rectangle with the proportions of ``size`` in the middle of ``area``."""
    fit = size.scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
    rect = QRect(0, 0, max(1, fit.width()), max(1, fit.height()))
    rect.moveCenter(area.center())
    return rect


def pixmap_fitting(image: QImage, size: QSize, ratio: float) -> QPixmap:
    """The image scaled to ``size`` in the device's own pixels."""
    return _pixmap(image, size, ratio, Qt.AspectRatioMode.IgnoreAspectRatio)


def pixmap_covering(image: QImage, size: QSize, ratio: float) -> QPixmap:
    """The middle of the image, filling ``size`` in the device's own pixels."""
    return _pixmap(image, size, ratio, Qt.AspectRatioMode.KeepAspectRatioByExpanding)


def _pixmap(image: QImage, size: QSize, ratio: float, aspect: Qt.AspectRatioMode) -> QPixmap:
    wanted = QSize(max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio)))
    scaled = image.scaled(wanted, aspect, Qt.TransformationMode.SmoothTransformation)
    if scaled.size() != wanted:
        middle = QRect(0, 0, wanted.width(), wanted.height())
        middle.moveCenter(scaled.rect().center())
        scaled = scaled.copy(middle)
    pixmap = QPixmap.fromImage(scaled)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def draw_rounded(painter: QPainter, rect: QRect, pixmap: QPixmap, radius: float) -> None:
    """Draw ``pixmap`` into ``rect`` with rounded corners."""
    painter.save()
    outline = QPainterPath()
    outline.addRoundedRect(rect, radius, radius)
    painter.setClipPath(outline)
    painter.drawPixmap(rect, pixmap)
    painter.restore()


def draw_choice_outline(
    painter: QPainter, rect: QRectF, radius: float, *, is_chosen: bool, has_focus: bool, under_mouse: bool
) -> None:
    """Draw the line around a small picture of which one can be chosen; what is chosen and has the focus has two."""
    look = theme.tokens()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if is_chosen:
        painter.setPen(QPen(QColor(look.accent), 2))
    elif has_focus:
        painter.setPen(QPen(QColor(look.text), 2))
    elif under_mouse:
        painter.setPen(QPen(QColor(look.faint), 1))
    else:
        return
    painter.drawRoundedRect(rect, radius, radius)
    if is_chosen and has_focus:
        painter.setPen(QPen(QColor(look.text), 2))
        painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), radius - 1, radius - 1)
