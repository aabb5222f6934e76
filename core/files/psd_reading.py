"""Photoshop's files, PSD and PSB, of 8, 16 and 32 bits: the flattened picture, as Photoshop shows it."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, BinaryIO, Final

import numpy as np

from core.errors import ImageFileError, ImageProblem
from core.files.code_points import Colour, colour_of_code_points
from core.files.deep_image import DeepImage
from core.files.psd_sections import PsdSections, read_exactly, read_sections
from core.files.tiff_samples import BLACK_IS_ZERO, ICC_LAB, RGB, SEPARATED, Meaning, Numbers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

# Photoshop's modes of grey, RGB, inks, inks that are shown as grey, and Lab, in the words of TIFF.
_CMYK: Final = 4
_PHOTOMETRICS: Final = {1: BLACK_IS_ZERO, 3: RGB, _CMYK: SEPARATED, 8: BLACK_IS_ZERO, 9: ICC_LAB}
_TYPES: Final[dict[int, np.dtype[Any]]] = {8: np.dtype(">u1"), 16: np.dtype(">u2"), 32: np.dtype(">f4")}
_FLOAT_BITS: Final = 32
_MAX_CHANNELS: Final = 56
_BAND_PX: Final = 2_000_000
_PLAIN, _PACK_BITS = 0, 1
_LINEAR_SRGB: Final = (1, 8)
_DEEP_WHITE: Final = 65535


def open_psd(path: Path, file: BinaryIO, max_pixels: int) -> DeepImage | None:
    """The flattened picture of a Photoshop file; None where it is a bitmap, or has a palette or inks of its own.

    Args:
        path: The file's name.
        file: The file.
        max_pixels: More are not read.

    Raises:
        ImageFileError: It cannot be read.
    """
    try:
        sections = read_sections(file)
    except EOFError as error:
        raise ImageFileError(path, ImageProblem.CUT_SHORT) from error
    except ValueError as error:
        raise ImageFileError(path, ImageProblem.NOT_UNDERSTOOD) from error
    if sections.mode not in _PHOTOMETRICS or sections.bits not in _TYPES:
        return None
    if sections.size_px[0] * sections.size_px[1] > max_pixels:
        raise ImageFileError(path, ImageProblem.TOO_LARGE)
    meaning = Meaning(_PHOTOMETRICS[sections.mode], sections.bits)
    if not meaning.channels <= sections.channels <= _MAX_CHANNELS or min(sections.size_px) < 1:
        raise ImageFileError(path, ImageProblem.NOT_UNDERSTOOD)
    colour: Colour = sections.profile or None
    if colour is None and sections.bits == _FLOAT_BITS and not meaning.is_lab:
        colour = colour_of_code_points(*_LINEAR_SRGB)  # that of floating-point numbers is always linear
    has_alpha = sections.shows_through and sections.channels > meaning.channels
    return DeepImage(
        sections.size_px,
        partial(_bands, path, file, sections, Meaning(meaning.photometric, sections.bits, has_alpha)),
        None if meaning.is_lab else colour,
        has_alpha=has_alpha,
    )


def _bands(
    path: Path, file: BinaryIO, sections: PsdSections, meaning: Meaning
) -> Iterator[NDArray[np.unsignedinteger]]:
    stored = partial(_stored_bands, file, sections, meaning)
    try:
        convert = meaning.converter(stored, sections.size_px[0] * sections.size_px[1])
        for band in stored():
            yield convert(band)
    except EOFError as error:
        raise ImageFileError(path, ImageProblem.CUT_SHORT) from error
    except ValueError as error:
        raise ImageFileError(path, ImageProblem.NOT_UNDERSTOOD) from error


@dataclass(frozen=True, slots=True)
class _Rows:
    """Where the rows of all channels lie, one channel after another.

    Attributes:
        starts: Of each row, and at last where the last one ends.
        packed: Whether their bytes are compressed.
    """

    starts: NDArray[np.int64]
    packed: bool


def _stored_bands(file: BinaryIO, sections: PsdSections, meaning: Meaning) -> Iterator[Numbers]:
    """(rows, W, C), inks with more for darker; colours as they are before they are laid over white.

    Raises:
        ValueError: It is stored in a way that is not known.
        EOFError: The file is cut short.
    """
    width_px, height_px = sections.size_px
    stored = _rows(file, sections)
    step = max(1, _BAND_PX // width_px)
    for top in range(0, height_px, step):
        bottom = min(top + step, height_px)
        planes = [
            _plane(file, sections, _Rows(stored.starts[first + top : first + bottom + 1], stored.packed))
            for first in range(0, (meaning.channels + meaning.has_alpha) * height_px, height_px)
        ]
        band = np.stack(planes, axis=-1)
        if meaning.has_alpha:
            band[..., :-1] = _without_white(band[..., :-1], band[..., -1:])
        if sections.mode == _CMYK:
            band[..., : meaning.channels] = _white(band.dtype) - band[..., : meaning.channels]
        yield band


def _rows(file: BinaryIO, sections: PsdSections) -> _Rows:
    file.seek(sections.pixels_at)
    (compression,) = struct.unpack(">H", read_exactly(file, 2))
    num_rows = sections.channels * sections.size_px[1]
    if compression == _PLAIN:
        row_bytes = sections.size_px[0] * _TYPES[sections.bits].itemsize
        return _Rows(file.tell() + row_bytes * np.arange(num_rows + 1, dtype=np.int64), packed=False)
    if compression != _PACK_BITS:
        msg = f"compression {compression}"
        raise ValueError(msg)
    count = np.dtype(">u4" if sections.is_psb else ">u2")
    lengths = np.frombuffer(read_exactly(file, num_rows * count.itemsize), count).astype(np.int64)
    return _Rows(file.tell() + np.concatenate([[0], np.cumsum(lengths)]), packed=True)


def _plane(file: BinaryIO, sections: PsdSections, rows: _Rows) -> Numbers:
    """(rows, W) samples of one channel."""
    from imagecodecs import packbits_decode  # noqa: PLC0415 - loaded here, for few files need it

    width_px, kind = sections.size_px[0], _TYPES[sections.bits]
    file.seek(int(rows.starts[0]))
    num_bytes = int(rows.starts[-1] - rows.starts[0])
    if num_bytes > 2 * (len(rows.starts) * (1 + width_px * kind.itemsize)):  # packing adds a byte to 128 at worst
        msg = f"{num_bytes} bytes of {len(rows.starts) - 1} rows"
        raise ValueError(msg)
    data = read_exactly(file, num_bytes)
    return (
        np.frombuffer(packbits_decode(data) if rows.packed else data, kind)
        .astype(kind.newbyteorder("="))
        .reshape(len(rows.starts) - 1, width_px)
    )


def _white(kind: np.dtype[Any]) -> float:
    return 1.0 if kind.kind == "f" else float(np.iinfo(kind).max)


def _without_white(colours: Numbers, opacity: Numbers) -> Numbers:
    """Colours as they are, of colours as they are seen over white; those of nothing are white."""
    white = np.float32(_white(colours.dtype))
    share = np.maximum(opacity.astype(np.float32) / white, np.float32(1 / _DEEP_WHITE))
    found = np.clip(white - (white - colours.astype(np.float32)) / share, 0, white)
    return found if colours.dtype.kind == "f" else np.rint(found).astype(colours.dtype)
