"""The tags of TIFF files, which are also those of EXIF: read from anything, written little-endian."""

from __future__ import annotations

import contextlib
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Final, Self

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

BYTE, ASCII, SHORT, LONG, RATIONAL, UNDEFINED = 1, 2, 3, 4, 5, 7
EXIF_DIRECTORY: Final = 0x8769
GPS_DIRECTORY: Final = 0x8825
HEADER_BYTES: Final = 8
# What JPEG, and Pillow, want before a block of EXIF.
EXIF_MARK: Final = b"Exif\0\0"

# For each type: the bytes of one value, and of the numbers it consists of.
_SIZES: Final = {
    BYTE: (1, 1),
    ASCII: (1, 1),
    SHORT: (2, 2),
    LONG: (4, 4),
    RATIONAL: (8, 4),
    6: (1, 1),
    UNDEFINED: (1, 1),
    8: (2, 2),
    9: (4, 4),
    10: (8, 4),
    11: (4, 4),
    12: (8, 8),
}
_ENTRY: Final = struct.Struct("<HHI4s")
_INLINE_BYTES: Final = 4
_MAX_VALUE_BYTES: Final = 16384
_MAX_ENTRIES: Final = 1000


@dataclass(frozen=True, slots=True)
class Tag:
    """The value of one tag.

    Attributes:
        kind: The type of its values, by TIFF's number.
        count: How many values there are; characters for text.
        data: The values, little-endian.
    """

    kind: int
    count: int
    data: bytes

    @classmethod
    def text(cls, text: str) -> Self:
        """Text; UTF-8 where ASCII does not suffice, as most programs have it."""
        data = text.encode() + b"\0"
        return cls(ASCII, len(data), data)

    @classmethod
    def shorts(cls, *values: int) -> Self:
        """Whole numbers from 0 to 65535."""
        return cls(SHORT, len(values), struct.pack(f"<{len(values)}H", *values))

    @classmethod
    def longs(cls, values: Sequence[int]) -> Self:
        """Whole numbers from 0 to 2**32 - 1."""
        return cls(LONG, len(values), struct.pack(f"<{len(values)}I", *values))

    @classmethod
    def rational(cls, numerator: int, denominator: int) -> Self:
        """A fraction of two numbers from 0 to 2**32 - 1."""
        return cls(RATIONAL, 1, struct.pack("<II", numerator, denominator))

    @classmethod
    def bytes_(cls, data: bytes) -> Self:
        """Bytes, each a number from 0 to 255."""
        return cls(BYTE, len(data), data)

    @classmethod
    def undefined(cls, data: bytes) -> Self:
        """Bytes that mean what the tag says they do."""
        return cls(UNDEFINED, len(data), data)


Directory = dict[int, Tag]


def read_directories(file: BinaryIO) -> dict[int, Directory]:
    """The first directory of a TIFF or of a block of EXIF, under the key 0, and those for EXIF and GPS, if there.

    Values that lie beyond the file's end, are of no known type or longer than 16 KiB are left out.

    Args:
        file: At the byte order mark.

    Raises:
        ValueError: This is neither TIFF nor EXIF, or it is damaged.
    """
    start = file.tell()
    head = file.read(HEADER_BYTES)
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(head[:4])
    if order is None or len(head) < HEADER_BYTES:
        msg = "no TIFF header"
        raise ValueError(msg)
    (offset,) = struct.unpack(f"{order}I", head[4:])
    found = {0: _read_directory(file, start, offset, order)}
    for pointer in (EXIF_DIRECTORY, GPS_DIRECTORY):
        tag = found[0].pop(pointer, None)
        if tag is not None and tag.kind in (LONG, 13) and tag.count == 1:
            (offset,) = struct.unpack("<I", tag.data)
            with contextlib.suppress(ValueError):  # one that is damaged says nothing against the others
                found[pointer] = _read_directory(file, start, offset, order)
    return found


def _read_directory(file: BinaryIO, start: int, offset: int, order: str) -> Directory:
    file.seek(start + offset)
    (count,) = struct.unpack(f"{order}H", _exactly(file, 2))
    entries = _exactly(file, min(count, _MAX_ENTRIES) * _ENTRY.size)
    directory: Directory = {}
    for tag, kind, num_values, inline in struct.iter_unpack(f"{order}HHI4s", entries):
        size, unit = _SIZES.get(kind, (_MAX_VALUE_BYTES + 1, 1))
        num_bytes = size * num_values
        if not 0 < num_bytes <= _MAX_VALUE_BYTES:
            continue
        data = inline[:num_bytes]
        if num_bytes > _INLINE_BYTES:
            file.seek(start + struct.unpack(f"{order}I", inline)[0])
            data = file.read(num_bytes)
        if len(data) == num_bytes:
            little = np.frombuffer(data, f"{order}u{unit}").astype(f"<u{unit}").tobytes()
            directory[tag] = Tag(kind, num_values, little)
    return directory


def _exactly(file: BinaryIO, num_bytes: int) -> bytes:
    data = file.read(num_bytes)
    if len(data) < num_bytes:
        msg = "the directory is cut short"
        raise ValueError(msg)
    return data


def header(offset: int) -> bytes:
    """What a file begins with whose first directory is at an offset."""
    return struct.pack("<4sI", b"II*\0", offset)


def directory_bytes(directory: Mapping[int, Tag], offset: int, inner: Mapping[int, Directory] | None = None) -> bytes:
    """A directory with all its values, and others that it points to.

    Args:
        directory: The tags.
        offset: Where in the file, counted from its header, this will lie; even.
        inner: Further directories, by the tag that points to them.
    """
    inner = {tag: tags for tag, tags in (inner or {}).items() if tags}
    num_entries = len(directory) + len(inner)
    spill_at = offset + 2 + num_entries * _ENTRY.size + 4
    entries: list[bytes] = []
    spill = b""
    for tag in sorted({*directory, *inner}):
        if tag in inner:
            entries.append(_ENTRY.pack(tag, LONG, 1, struct.pack("<I", spill_at + len(spill))))
            spill += directory_bytes(inner[tag], spill_at + len(spill))
            continue
        value = directory[tag]
        place = value.data
        if len(place) > _INLINE_BYTES:
            place = struct.pack("<I", spill_at + len(spill))
            spill += value.data + b"\0" * (len(value.data) % 2)
        entries.append(_ENTRY.pack(tag, value.kind, value.count, place))
    return struct.pack("<H", num_entries) + b"".join(entries) + bytes(4) + spill
