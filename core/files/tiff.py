"""Writes TIFF with 8 or 16 bits a channel, compressed with deflate.

By hand, because Pillow knows no colour of 16 bits and writes no EXIF into compressed TIFF, and because no library is
needed for it: all there is to such a file is zlib and a directory of tags.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, BinaryIO, Final

from core.files.exif_tags import HEADER_BYTES, Directory, Tag, directory_bytes, header

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

    from core.files.rows import PixelRows

_WIDTH, _HEIGHT, _BITS, _COMPRESSION, _PHOTOMETRIC, _OFFSETS = 256, 257, 258, 259, 262, 273
_CHANNELS, _ROWS, _BYTE_COUNTS, _PLANES, _PREDICTOR, _EXTRA, _ICC_PROFILE = 277, 278, 279, 284, 317, 338, 34675
_DEFLATE: Final = 8
_RGB: Final = 2
_TOGETHER: Final = 1
_DIFFERENCES: Final = 2
_UNASSOCIATED_ALPHA: Final = 2
_STRIP_BYTES: Final = 256 * 1024


def write_tiff(
    file: BinaryIO,
    rows: PixelRows,
    profile: bytes,
    tags: Mapping[int, Tag],
    inner: Mapping[int, Directory],
) -> None:
    """Writes a whole file.

    Args:
        file: An empty file, to seek in.
        rows: The pixels.
        profile: Their ICC profile.
        tags: Further tags for the first directory.
        inner: Further directories, by the tag that points to them.
    """
    rows_per_strip = max(1, _STRIP_BYTES // rows.bytes_per_row)
    num_strips = -(-rows.height_px // rows_per_strip)
    first: Directory = {
        **tags,
        _WIDTH: Tag.longs([rows.width_px]),
        _HEIGHT: Tag.longs([rows.height_px]),
        _BITS: Tag.shorts(*[rows.depth_bits] * rows.num_channels),
        _COMPRESSION: Tag.shorts(_DEFLATE),
        _PHOTOMETRIC: Tag.shorts(_RGB),
        _CHANNELS: Tag.shorts(rows.num_channels),
        _ROWS: Tag.longs([rows_per_strip]),
        _PLANES: Tag.shorts(_TOGETHER),
        _PREDICTOR: Tag.shorts(_DIFFERENCES),
        _ICC_PROFILE: Tag.undefined(profile),
    }
    if rows.has_alpha:
        first[_EXTRA] = Tag.shorts(_UNASSOCIATED_ALPHA)

    def directory(offsets: list[int], byte_counts: list[int]) -> bytes:
        strips = {_OFFSETS: Tag.longs(offsets), _BYTE_COUNTS: Tag.longs(byte_counts)}
        return directory_bytes({**first, **strips}, HEADER_BYTES, inner)

    # The directory comes first, as some readers like it; its length depends only on the number of strips.
    nowhere = [0] * num_strips
    file.write(header(HEADER_BYTES) + directory(nowhere, nowhere))
    offsets, byte_counts = [], []
    for band in rows.bands(rows_per_strip):
        offsets.append(file.tell())
        byte_counts.append(file.write(zlib.compress(_differences(band))))
    file.seek(HEADER_BYTES)
    file.write(directory(offsets, byte_counts))


def _differences(band: NDArray[np.unsignedinteger]) -> bytes:
    """Each pixel less the one to its left; it compresses better."""
    differences = band.copy()
    differences[:, 1:] -= band[:, :-1]
    return differences.astype(differences.dtype.newbyteorder("<"), copy=False).tobytes()
