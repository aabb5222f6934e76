"""A picture and its halves, quarters and eighths, from which any part of it is drawn at any size in a few milliseconds.

All that is slow here leaves Python's lock to others: it is meant for a thread beside the window's.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SMALLEST_SIDE_PX: Final = 64
_BYTES_A_PIXEL: Final = 4
# Of four bytes without meaning: what is averaged here is averaged byte by byte.
_FOUR_BYTES: Final = "RGBX"

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, eq=False)
class MipLevels:
    """A picture at its own size and at each half of the former, down to a few dozen pixels.

    Attributes:
        images: Format_RGB32, the largest first; each is half as wide and high as the one before, rounded up.
    """

    images: tuple[QImage, ...]

    @property
    def width_px(self) -> int:
        """Width of the picture."""
        return self.images[0].width()

    @property
    def height_px(self) -> int:
        """Height of the picture."""
        return self.images[0].height()

    def level_for(self, scale: float) -> int:
        """The number of the smallest image that is still no smaller than the picture drawn at ``scale``."""
        if scale >= 1:
            return 0
        return min(len(self.images) - 1, max(0, math.floor(-math.log2(scale) + 1e-9)))


def mip_levels(image: QImage) -> MipLevels:
    """The image and its halves."""
    images = [image if image.format() == QImage.Format.Format_RGB32 else _as_rgb32(image)]
    while max(images[-1].width(), images[-1].height()) >= 2 * _SMALLEST_SIDE_PX:
        images.append(_image_of(_mapped(images[-1]).reduce(2)))
    return MipLevels(tuple(images))


def drawn(levels: MipLevels, box: Box, width_px: int, height_px: int) -> QImage:
    """A part of the picture at another size, evenly filtered: neither aliased where small nor a mesh where large.

    Args:
        levels: The picture.
        box: Left, top, right and bottom edge of the part, in the picture's pixels.
        width_px: Width of what is drawn, at least 1.
        height_px: Height of what is drawn, at least 1.
    """
    level = levels.level_for(max(width_px / (box[2] - box[0]), height_px / (box[3] - box[1])))
    image, shrunk = levels.images[level], 2**level
    left, top = max(0.0, box[0] / shrunk), max(0.0, box[1] / shrunk)
    right, bottom = min(image.width(), box[2] / shrunk), min(image.height(), box[3] / shrunk)
    part = _mapped(image).resize((width_px, height_px), Image.Resampling.BICUBIC, (left, top, right, bottom))
    return _image_of(part)


def _mapped(image: QImage) -> Image.Image:
    """The same bytes, not a copy of them: the image must outlive it."""
    size = (image.width(), image.height())
    return Image.frombuffer(
        _FOUR_BYTES, size, np.frombuffer(image.constBits(), np.uint8), "raw", _FOUR_BYTES, image.bytesPerLine(), 1
    )


def _as_rgb32(image: QImage) -> QImage:
    return image.convertToFormat(QImage.Format.Format_RGB32)


def _image_of(part: Image.Image) -> QImage:
    image = QImage(part.width, part.height, QImage.Format.Format_RGB32)
    _bytes_of(image)[:] = np.asarray(part)
    return image


def _bytes_of(image: QImage) -> NDArray[np.uint8]:
    """The image's own bytes, (H, W, 4), to write into: rows of four bytes a pixel need no padding."""
    return np.frombuffer(image.bits(), np.uint8).reshape(image.height(), image.width(), _BYTES_A_PIXEL)
