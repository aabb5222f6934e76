"""AVIF files: those of 8 bits by Pillow, those of 10 and 12 with all their bits."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, BinaryIO, Final

from core.files import opening, pillow_image
from core.files.code_points import Colour, colour_of_code_points
from core.files.deep_image import DeepImage, spread_bands
from core.files.frames import first_frame_with_something
from core.files.item_properties import read_item_properties
from core.files.orientation import orientation_of
from core.files.pillow_image import PillowImage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from core.files.stored_image import StoredImage

_EIGHT_BITS: Final = 8
# What AV1 knows beside 8 bits. More are put together of several pictures, which the decoder may leave out.
_DEEP_BITS: Final = (10, 12)


def open_avif(path: Path, file: BinaryIO) -> StoredImage:
    """An AVIF file, with all its bits; of those that move, 8.

    Raises:
        ImageFileError: It cannot be read.
    """
    image = opening.opened_by_pillow(path, file, "AVIF")
    properties = read_item_properties(file)
    colour: Colour = image.info.get("icc_profile")
    if colour is None and properties.code_points is not None:
        colour = colour_of_code_points(*properties.code_points)
    orientation = orientation_of(image)
    is_common = properties.bits not in _DEEP_BITS and math.prod(image.size) <= pillow_image.MANY_PIXELS
    if is_common or getattr(image, "is_animated", False):
        return PillowImage(image, colour, orientation, properties.clean_aperture, first_frame_with_something)
    left, top, width_px, height_px = properties.clean_aperture or (0, 0, *image.size)
    decoded: list[NDArray[np.unsignedinteger]] = []

    def bands() -> Iterator[NDArray[np.unsignedinteger]]:
        if not decoded:
            decoded.append(_decoded(file)[top : top + height_px, left : left + width_px])
        # What is said of the depth may be meant for another picture of the file, such as a gain map.
        return spread_bands(decoded[0], properties.bits if decoded[0].dtype.itemsize > 1 else _EIGHT_BITS)()

    # Pillow calls what is grey and transparent RGBA.
    return DeepImage((width_px, height_px), bands, colour, has_alpha="A" in image.mode, orientation=orientation)


def _decoded(file: BinaryIO) -> NDArray[np.unsignedinteger]:
    from imagecodecs import avif_decode  # noqa: PLC0415 - loaded here, for few files need it

    file.seek(0)
    values: NDArray[np.unsignedinteger] = avif_decode(file.read(), index=0)
    return values
