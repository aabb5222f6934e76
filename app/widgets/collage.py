"""Several pictures as one, each with its share of the area."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from app.look import theme
from app.widgets.painting import draw_rounded, pixmap_covering

if TYPE_CHECKING:
    from collections.abc import Sequence

# Of a collage that is an image, and shown smaller.
_HAIR_PX: Final = 4


def collage_rects(weights: Sequence[float], area: QRect) -> list[QRect]:
    """Rectangles that fill ``area`` without overlap, each as large as its weight demands; empty for a weight of 0.

    The area is halved along its longer side, as evenly as the weights in their order allow, and each half again.
    """
    if len(weights) <= 1:
        return [area if weight > 0 else QRect(area.topLeft(), area.size() * 0) for weight in weights]
    total = sum(weights)
    if total <= 0:
        return [QRect(area.topLeft(), area.size() * 0) for _ in weights]
    cut = min(range(1, len(weights)), key=lambda count: abs(sum(weights[:count]) - total / 2))
    share = sum(weights[:cut]) / total
    if area.width() >= area.height():
        width = round(area.width() * share)
        parts = area.adjusted(0, 0, width - area.width(), 0), area.adjusted(width, 0, 0, 0)
    else:
        height = round(area.height() * share)
        parts = area.adjusted(0, 0, 0, height - area.height()), area.adjusted(0, height, 0, 0)
    return collage_rects(weights[:cut], parts[0]) + collage_rects(weights[cut:], parts[1])


def draw_collage(painter: QPainter, area: QRect, images: Sequence[QImage], weights: Sequence[float]) -> None:
    """Draw the middle of each image into its share of ``area``."""
    ratio = painter.device().devicePixelRatioF()
    for image, rect in zip(images, collage_rects(weights, area), strict=True):
        # A hair of ground between two pictures.
        inner = rect.adjusted(int(rect.left() > area.left()), int(rect.top() > area.top()), 0, 0)
        if not inner.isEmpty():
            draw_rounded(painter, inner, pixmap_covering(image, inner.size(), ratio), 2)


def collage_image(images: Sequence[QImage], weights: Sequence[float], size: QSize) -> QImage:
    """The same as an image of its own, with straight corners; can be made in any thread."""
    whole = QImage(size, QImage.Format.Format_RGB32)
    whole.fill(theme.tokens().ground)
    painter = QPainter(whole)
    try:
        for image, rect in zip(images, collage_rects(weights, whole.rect()), strict=True):
            inner = rect.adjusted(_HAIR_PX * (rect.left() > 0), _HAIR_PX * (rect.top() > 0), 0, 0)
            if inner.isEmpty() or image.isNull():
                continue
            scaled = image.scaled(
                inner.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
            )
            middle = QRect(0, 0, inner.width(), inner.height())
            middle.moveCenter(scaled.rect().center())
            painter.drawImage(inner, scaled, middle)
    finally:
        painter.end()
    return whole
