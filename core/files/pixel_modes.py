"""From the many ways in which Pillow holds pixels to a few with 8 bits a channel."""

from __future__ import annotations

import numpy as np
from PIL import Image

from core.files.color_profiles import lab_to_srgb, rounded_to_eight_bits


def to_eight_bits(image: Image.Image) -> Image.Image:
    """Converts a loaded image of any mode to mode L, LA, RGB, RGBA or CMYK, keeping its transparency.

    The image itself is returned where it is in such a mode already.

    Values beyond 8 bits are scaled and rounded, not cut off: white stays white. White is 1.0 among floating-point
    numbers.
    """
    mode = image.mode
    if mode == "F" or mode.startswith("I"):
        return _deep_grey_to_eight_bits(image)
    if mode == "LAB":
        return lab_to_srgb(image)
    if mode == "CMYK":
        return image
    grey = mode in ("1", "L", "LA", "La")
    wanted = ("L" if grey else "RGB") + ("A" if image.has_transparency_data else "")
    # Pillow would copy what is in the wanted mode already, and a large photo would be in memory twice.
    return image if mode == wanted and "transparency" not in image.info else image.convert(wanted)


def _deep_grey_to_eight_bits(image: Image.Image) -> Image.Image:
    values = np.asarray(image)
    if image.mode == "F":
        levels = np.rint(np.nan_to_num(values, nan=0.0, posinf=1.0, neginf=0.0).clip(0, 1) * 255).astype(np.uint8)
    else:
        levels = rounded_to_eight_bits(values.clip(0, 65535).astype(np.uint16))
    return Image.fromarray(levels)
