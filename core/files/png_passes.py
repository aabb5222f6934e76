"""The seven passes of an interlaced PNG, each as a PNG of its own.

The decoder of 16 bits puts passes together only with a warning on the terminal. The rows of a pass are stored as those
of a small picture would be, filters and all.

Source: PNG specification, third edition (W3C, 2025), 8.1 and 9.
"""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_CHUNK: Final = struct.Struct(">I4s")
_CHECKSUM_BYTES: Final = 4
_HEADER: Final = struct.Struct(">IIBBBBB")
_CHANNELS: Final = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
# The first row and column of each pass, and how far the next ones are.
_ADAM7: Final = ((0, 0, 8, 8), (0, 4, 8, 8), (4, 0, 8, 4), (0, 2, 4, 4), (2, 0, 4, 2), (0, 1, 2, 2), (1, 0, 2, 1))


def passes(data: bytes) -> Iterator[tuple[tuple[slice, slice], bytes]]:
    """The places of each pass, as rows and columns of the picture, and a PNG of the pixels there.

    Args:
        data: A whole interlaced PNG, whose header comes first.

    Raises:
        EOFError: It holds too few rows.
        struct.error: It has no header.
        zlib.error: It is damaged.
    """
    width_px, height_px, bits, colour_type, _, _, _ = _HEADER.unpack_from(data, len(_SIGNATURE) + _CHUNK.size)
    unpacker = zlib.decompressobj()
    waiting = b"".join(_pixel_data(data))
    for top, left, down, across in _ADAM7:
        columns, rows = -(-(width_px - left) // across), -(-(height_px - top) // down)
        if min(columns, rows) < 1:
            continue
        row_bytes = 1 + -(-columns * _CHANNELS[colour_type] * bits // 8)
        part = unpacker.decompress(waiting, rows * row_bytes)
        waiting = unpacker.unconsumed_tail
        if len(part) < rows * row_bytes:
            raise EOFError
        yield np.s_[top::down, left::across], _png(_HEADER.pack(columns, rows, bits, colour_type, 0, 0, 0), part)


def _pixel_data(data: bytes) -> Iterator[bytes]:
    at = len(_SIGNATURE)
    while at + _CHUNK.size <= len(data):
        length, name = _CHUNK.unpack_from(data, at)
        start = at + _CHUNK.size
        if name == b"IDAT":
            yield data[start : start + length]
        at = start + length + _CHECKSUM_BYTES


def _png(header: bytes, rows: bytes) -> bytes:
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 0)), (b"IEND", b""))
    return _SIGNATURE + b"".join(
        _CHUNK.pack(len(content), name) + content + struct.pack(">I", zlib.crc32(name + content))
        for name, content in chunks
    )
