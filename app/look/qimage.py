"""Pixels to QImage and back: the only place where the two meet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtGui import QImage

from core.picture import OPAQUE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from core.picture import Picture

_ROWS_AT_ONCE: Final = 64
# As the bytes of Format_RGB32 lie on every processor that the program is built for.
_BYTES_OF_RED_GREEN_BLUE: Final = (2, 1, 0)


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
    """The pixels, (H, W, 3), each as it is, in the format that is drawn fastest; Python's lock is left to others."""
    height_px, width_px = pixels.shape[:2]
    image = QImage(width_px, height_px, QImage.Format.Format_RGB32)
    if image.isNull():
        raise MemoryError
    shown = np.frombuffer(image.bits(), np.uint8).reshape(height_px, width_px, 4)
    for top in range(0, height_px, _ROWS_AT_ONCE):
        rows = slice(top, top + _ROWS_AT_ONCE)
        for channel, byte in enumerate(_BYTES_OF_RED_GREEN_BLUE):
            shown[rows, :, byte] = pixels[rows, :, channel]
        shown[rows, :, 3] = OPAQUE
    return image


def pixels_of_image(image: QImage) -> NDArray[np.uint8]:
    """A read-only (H, W, 3) copy of the image's RGB values."""
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(rgb.constBits(), np.uint8).reshape(rgb.height(), rgb.bytesPerLine())
    pixels = rows[:, : 3 * rgb.width()].reshape(rgb.height(), rgb.width(), 3).copy()
    pixels.flags.writeable = False
    return pixels
