"""Words as pixels, in whatever script, for pictures that carry them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QImage, QPainter

if TYPE_CHECKING:
    from numpy.typing import NDArray

_HEIGHT_PX: Final = 15


def lettering(text: str, width_px: int, num_lines: int) -> NDArray[np.uint8]:
    """How much ink there is at each pixel, (H, W), 0 to 255: centred, wrapped, and cut where there is no room.

    Args:
        text: What to write.
        width_px: Of the lines.
        num_lines: Room for so many.
    """
    image = QImage(width_px, num_lines * (_HEIGHT_PX + 5), QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    font = QFont()
    font.setPixelSize(_HEIGHT_PX)
    painter.setFont(font)
    painter.setPen(Qt.GlobalColor.white)
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
    painter.drawText(QRect(0, 0, width_px, image.height()), flags, text)
    painter.end()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, :width_px].copy()
