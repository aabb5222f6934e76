"""JPEG beyond what Pillow reads by itself: cut short at the very end, of 12 bits, or without loss.

Source: ITU-T T.81, B.2.2 (frame headers).
"""

from __future__ import annotations

import logging
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Final

import numpy as np
from PIL import ImageFile

from core.files.deep_image import DeepImage, spread_bands
from core.files.pillow_image import LACKS_END

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from PIL import Image

_log = logging.getLogger(__name__)

_MARK: Final = 0xFF
_FRAMES: Final = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_LOSSLESS: Final = 0xC3
_START_OF_SCAN: Final = 0xDA
_EIGHT_BITS: Final = 8
# What the decoder fills in for blocks that are not there.
_GREY: Final = 128
_MOST_MISSING: Final = 1 / 8


@dataclass(frozen=True, slots=True)
class JpegFrame:
    """A frame header.

    Attributes:
        is_lossless: Whether it is of the lossless process.
        bits: Of each sample.
        size_px: Width and height.
        channels: How many components there are.
    """

    is_lossless: bool
    bits: int
    size_px: tuple[int, int]
    channels: int

    @property
    def num_bytes(self) -> int:
        """Of all its samples once they are decoded."""
        return self.size_px[0] * self.size_px[1] * self.channels * (2 if self.bits > _EIGHT_BITS else 1)

    @property
    def is_common(self) -> bool:
        """Whether it is of the kind that every decoder reads."""
        return self.bits == _EIGHT_BITS and not self.is_lossless


def read_frame(file: BinaryIO) -> JpegFrame | None:
    """The frame header of a JPEG; None if there is none, as in a damaged file."""
    file.seek(2)
    while len(mark := file.read(2)) == 2 and mark[0] == _MARK:  # noqa: PLR2004
        if mark[1] == _MARK:  # padding
            file.seek(-1, 1)
            continue
        content = file.read(2)
        if len(content) < 2 or mark[1] == _START_OF_SCAN:  # noqa: PLR2004
            return None
        (length,) = struct.unpack(">H", content)
        if mark[1] in _FRAMES:
            header = file.read(6)
            if len(header) < 6:  # noqa: PLR2004
                return None
            bits, height, width, channels = struct.unpack(">BHHB", header)
            return JpegFrame(mark[1] == _LOSSLESS, bits, (width, height), channels)
        file.seek(max(0, length - 2), 1)
    return None


def uncommon_jpeg(file: BinaryIO, frame: JpegFrame) -> DeepImage:
    """A JPEG of 12 bits or without loss, decoded when its pixels are wanted."""
    decoded: list[NDArray[np.unsignedinteger]] = []

    def bands() -> Iterator[NDArray[np.unsignedinteger]]:
        if not decoded:
            decoded.append(_decoded(file, frame))
        return spread_bands(decoded[0], frame.bits)()

    return DeepImage(frame.size_px, bands)


def _decoded(file: BinaryIO, frame: JpegFrame) -> NDArray[np.unsignedinteger]:
    from imagecodecs import Jpeg8Error, jpeg8_decode, ljpeg_decode  # noqa: PLC0415 - loaded here, for few files need it

    file.seek(0)
    data = file.read()
    values: NDArray[np.unsignedinteger]
    try:
        values = jpeg8_decode(data)
    except Jpeg8Error:
        if not frame.is_lossless:
            raise
        # It knows no point transform, but odd numbers of bits.
        values = ljpeg_decode(data)
    return values.reshape(frame.size_px[1], frame.size_px[0], -1)


def loaded_as_far_as_it_goes(image: Image.Image) -> Image.Image:
    """Decodes a JPEG, also one that lacks a little at its end: there, it is grey.

    Raises:
        OSError: It is damaged, or lacks more than an eighth.
    """
    try:
        image.load()
    except OSError:
        if not isinstance(image, ImageFile.ImageFile) or not _loads_in_part(image):
            raise
        if "progressive" in image.info or _ends_grey(image):
            image.info[LACKS_END] = True
        _log.warning("A JPEG file is cut short; what is missing at its end is grey.")
    return image


def _ends_grey(image: Image.Image) -> bool:
    """Whether the last block was not there; if it was, nothing but the mark of the end is missing, or very little."""
    return bool((np.asarray(image)[-1, -1] == _GREY).all())


def _loads_in_part(image: ImageFile.ImageFile) -> bool:
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    # It holds for the whole process; only one picture is decoded at a time.
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    try:
        image.load()
    except (OSError, SyntaxError):
        return False
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before
    values = np.asarray(image)
    whole_rows = np.flatnonzero((values != _GREY).reshape(len(values), -1).any(axis=1))
    return len(whole_rows) > 0 and whole_rows[-1] + 1 >= len(values) * (1 - _MOST_MISSING)
