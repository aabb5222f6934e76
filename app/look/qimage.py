"""Pixels to QImage and back: the only place where the two meet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image
from PySide6.QtGui import QImage

from core.picture import fitted_size

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from core.picture import Picture

ENLARGED_SIDE_PX: Final = 1024
SHOWN_SIDE_PX: Final = 2048


def image_of_pixels(pixels: NDArray[np.uint8]) -> QImage:
    """A QImage that owns a copy of ``pixels``, (H, W, 3) RGB or (H, W, 4) RGBA."""
    pixels = np.ascontiguousarray(pixels)
    height_px, width_px, num_channels = pixels.shape
    pixel_format = QImage.Format.Format_RGBA8888 if num_channels == 4 else QImage.Format.Format_RGB888  # noqa: PLR2004
    # Without bytesPerLine Qt assumes rows padded to 4 bytes; without the copy the image would borrow numpy's memory.
    return QImage(pixels.data, width_px, height_px, pixels.strides[0], pixel_format).copy()


def image_of_picture(picture: Picture) -> QImage:
    """The picture with its transparency, for handing to other programs."""
    if picture.alpha is None:
        return image_of_pixels(picture.rgb)
    return image_of_pixels(np.dstack([picture.rgb, picture.alpha]))


def image_for_screen(pixels: NDArray[np.uint8]) -> QImage:
    """The pixels, (H, W, 3), at a size fit for showing them large: neither more than a screen holds nor blocky.

    Qt enlarges bilinearly, which shows the first scales of a run as a mesh of little stars.
    """
    height_px, width_px = pixels.shape[:2]
    longest_px = max(height_px, width_px)
    shown_px = min(max(longest_px, ENLARGED_SIDE_PX), SHOWN_SIDE_PX)
    if shown_px == longest_px:
        return image_of_pixels(pixels)
    size_px = fitted_size(width_px, height_px, shown_px)
    kernel = Image.Resampling.BICUBIC if shown_px > longest_px else Image.Resampling.BOX
    scaled = Image.fromarray(pixels).resize(size_px, kernel)
    return image_of_pixels(np.asarray(scaled))


def pixels_of_image(image: QImage) -> NDArray[np.uint8]:
    """A read-only (H, W, 3) copy of the image's RGB values."""
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(rgb.constBits(), np.uint8).reshape(rgb.height(), rgb.bytesPerLine())
    pixels = rows[:, : 3 * rgb.width()].reshape(rgb.height(), rgb.width(), 3).copy()
    pixels.flags.writeable = False
    return pixels
