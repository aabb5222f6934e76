"""Drawing pictures into rectangles, sharply on any screen."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
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


def choice_outline(*, is_chosen: bool, has_focus: bool, under_mouse: bool) -> QPen | None:
    """The line around a small picture of which one can be chosen; None for none."""
    if is_chosen:
        return QPen(QColor(theme.ACCENT), 2)
    if has_focus:
        return QPen(QColor(theme.TEXT), 1.5)
    return QPen(QColor(theme.FAINT), 1) if under_mouse else None
