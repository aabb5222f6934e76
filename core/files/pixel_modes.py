"""From the many ways in which image files store pixels to a few with 8 bits a channel."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, TiffImagePlugin

from core.files.color_profiles import lab_to_srgb

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SIXTEEN_BITS = 65535
_TWELVE_BITS = 4095
_SIGNED_INTEGERS = 2  # a TIFF's sample format
# Integers of 32 bits seldom use them all: white is the least of these that no pixel exceeds.
_WHITE_LEVELS = (255, 65535, 2**32 - 1)
_SIGNED_WHITE_LEVELS = (255, 32767, 65535, 2**31 - 1)


def to_eight_bits(image: Image.Image) -> Image.Image:
    """Converts a loaded image of any mode to mode L, LA, RGB, RGBA or CMYK, keeping its transparency.

    The image itself is returned where it is in such a mode already.

    Values beyond 8 bits are scaled and rounded, not cut off: white stays white. White is 1.0 in files of floating-point
    numbers, or the brightest pixel where that is brighter.
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
        grey = _from_floats(values)
    elif image.mode == "I":
        grey = _from_32_bits(values, signed=_tiff_tag(image, TiffImagePlugin.SAMPLEFORMAT) == _SIGNED_INTEGERS)
    else:
        twelve = _tiff_tag(image, TiffImagePlugin.BITSPERSAMPLE) == 12  # noqa: PLR2004
        grey = _from_16_bits(values, _TWELVE_BITS if twelve else _SIXTEEN_BITS)
    converted = Image.fromarray(grey)
    transparent_value = image.info.get("transparency")
    if isinstance(transparent_value, int):
        converted.putalpha(Image.fromarray(np.where(values == transparent_value, 0, 255).astype(np.uint8)))
    return converted


def _from_16_bits(values: NDArray[np.uint16], white: int) -> NDArray[np.uint8]:
    levels = np.arange(_SIXTEEN_BITS + 1).clip(max=white)
    table: NDArray[np.uint8] = ((levels * 255 + white // 2) // white).astype(np.uint8)
    return table[values]


def _from_32_bits(values: NDArray[np.int32], *, signed: bool) -> NDArray[np.uint8]:
    counts = values.clip(min=0) if signed else values.view(np.uint32)
    brightest = int(counts.max())
    white = next(level for level in (_SIGNED_WHITE_LEVELS if signed else _WHITE_LEVELS) if brightest <= level)
    return _rounded(counts / white)


def _from_floats(values: NDArray[np.float32]) -> NDArray[np.uint8]:
    white = max(1.0, float(values[np.isfinite(values)].max(initial=0.0)))
    return _rounded(np.nan_to_num(values / white, nan=0.0, posinf=1.0, neginf=0.0).clip(0, 1))


def _rounded(shares_of_white: NDArray[np.floating]) -> NDArray[np.uint8]:
    return (shares_of_white * 255 + 0.5).astype(np.uint8)


def _tiff_tag(image: Image.Image, tag: int) -> int | None:
    if not isinstance(image, TiffImagePlugin.TiffImageFile):
        return None
    value = image.tag_v2.get(tag)
    return value[0] if isinstance(value, tuple) else value
