"""HEIC and other HEIF files: photos of phones."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, BinaryIO, Final

import numpy as np

from core.files import opening, pillow_image
from core.files.code_points import adobe_rgb, colour_of_code_points
from core.files.deep_image import DeepImage, spread_bands
from core.files.exif_colour import exif_says_adobe_rgb
from core.files.orientation import orientation_of
from core.files.pillow_image import PillowImage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from core.files.code_points import Colour
    from core.files.stored_image import StoredImage

_EIGHT_BITS: Final = 8
_DEEP_BITS: Final = 16


def open_heif(path: Path, file: BinaryIO) -> StoredImage:
    """A HEIF file, with all its bits.

    Raises:
        ImageFileError: It cannot be read.
    """
    image = opening.opened_by_pillow(path, file, "HEIF")
    orientation = orientation_of(image)
    colour: Colour = image.info.get("icc_profile")
    coded = image.info.get("nclx_profile")
    if colour is None and coded is not None:
        colour = colour_of_code_points(coded["color_primaries"], coded["transfer_characteristics"])
    if colour is None and exif_says_adobe_rgb(image.info.get("exif")):
        colour = adobe_rgb()
    bits = image.info.get("bit_depth", _EIGHT_BITS)
    if bits <= _EIGHT_BITS and math.prod(image.size) <= pillow_image.MANY_PIXELS:
        return PillowImage(image, colour, orientation)

    from pi_heif import HeifFile  # noqa: PLC0415 - loaded here, for few files need it

    file.seek(0)
    frame = HeifFile(file, convert_hdr_to_8bit=False)[image.tell()]
    decoded: list[NDArray[np.unsignedinteger]] = []

    def bands() -> Iterator[NDArray[np.unsignedinteger]]:
        if not decoded:
            decoded.append(np.asarray(frame)[:, : image.size[0]])
        # Deep ones are the upper bits of 16.
        return spread_bands(decoded[0], bits, low_bits=_DEEP_BITS - bits if bits > _EIGHT_BITS else 0)()

    return DeepImage(image.size, bands, colour, has_alpha="A" in frame.mode, orientation=orientation)
