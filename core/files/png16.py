"""Writes PNG with 16 bits a channel. By hand, because Pillow knows no colour of 16 bits; see W3C PNG, third edition."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING, BinaryIO, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from core.files.rows import PixelRows

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_RGB, _RGBA = 2, 6
_LEFT, _ABOVE = 1, 2  # filters: the difference from the pixel there
_METRE: Final = 1
_INCHES_PER_METRE: Final = 1 / 0.0254
# No compression, no language, and no name for the keyword in that language.
_XMP_KEYWORD: Final = b"XML:com.adobe.xmp\0" + bytes([0, 0]) + b"\0\0"
_BAND_BYTES: Final = 1024 * 1024


def write_png(
    file: BinaryIO,
    rows: PixelRows,
    profile: bytes,
    exif: bytes | None,
    dpi: float | None,
    *,
    xmp: bytes | None = None,
) -> None:
    """Writes a whole file.

    Args:
        file: An empty file.
        rows: The pixels.
        profile: Their ICC profile.
        exif: A block of EXIF without its mark; None for none.
        dpi: Pixels per inch; None leaves it open.
        xmp: A packet of XMP; None for none.
    """
    colour = _RGBA if rows.has_alpha else _RGB
    file.write(_SIGNATURE)
    _write_chunk(
        file, b"IHDR", struct.pack(">IIBBBBB", rows.width_px, rows.height_px, rows.depth_bits, colour, 0, 0, 0)
    )
    _write_chunk(file, b"iCCP", b"ICC Profile\0\0" + zlib.compress(profile))
    if dpi is not None:
        per_metre = round(dpi * _INCHES_PER_METRE)
        _write_chunk(file, b"pHYs", struct.pack(">IIB", per_metre, per_metre, _METRE))
    if exif is not None:
        _write_chunk(file, b"eXIf", exif)
    if xmp is not None:
        _write_chunk(file, b"iTXt", _XMP_KEYWORD + xmp)
    packer = zlib.compressobj()
    above: NDArray[np.uint8] | None = None
    for band in rows.bands(max(1, _BAND_BYTES // rows.bytes_per_row)):
        values = band.astype(band.dtype.newbyteorder(">")).view(np.uint8).reshape(len(band), rows.bytes_per_row)
        if above is None:
            above = np.zeros(rows.bytes_per_row, np.uint8)
        filtered = _filtered(values, above, rows.bytes_per_row // rows.width_px)
        above = values[-1]
        _write_chunk(file, b"IDAT", packer.compress(filtered))
    _write_chunk(file, b"IDAT", packer.flush())
    _write_chunk(file, b"IEND", b"")


def _filtered(values: NDArray[np.uint8], above: NDArray[np.uint8], bytes_per_pixel: int) -> bytes:
    """Rows of bytes, each by the filter that leaves the smaller differences, as the standard advises."""
    num_rows, num_bytes = values.shape
    from_left = values.copy()
    from_left[:, bytes_per_pixel:] -= values[:, :-bytes_per_pixel]
    from_above = values - np.concatenate([above[np.newaxis], values[:-1]])
    lefts_best = _sizes(from_left) <= _sizes(from_above)
    filtered = np.empty((num_rows, 1 + num_bytes), np.uint8)
    filtered[:, 0] = np.where(lefts_best, _LEFT, _ABOVE)
    filtered[:, 1:] = np.where(lefts_best[:, np.newaxis], from_left, from_above)
    return filtered.tobytes()


def _sizes(differences: NDArray[np.uint8]) -> NDArray[np.int64]:
    """The sum of each row's differences, taken as signed numbers."""
    sizes: NDArray[np.int64] = np.minimum(differences, 0 - differences).sum(axis=1, dtype=np.int64)
    return sizes


def _write_chunk(file: BinaryIO, name: bytes, data: bytes) -> None:
    if data or name == b"IEND":
        file.write(struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)))
