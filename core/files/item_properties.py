"""What a HEIF or AVIF file says of its picture beside the coded pixels.

Source: ISO/IEC 23008-12 (HEIF), 6.5 and 9.3; ISO/IEC 14496-12 (ISO base media files), 4.2, 8.11 and 12.1.4.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_BOX: Final = struct.Struct(">I4s")
_FULL_BOX_BYTES: Final = 4  # version and flags
_LONG_SIZE, _TO_THE_END = 1, 0
_MAX_META_BYTES: Final = 2**24
_LARGE_INDEX_FLAG: Final = 1
_MAX_FRACTION: Final = 2**31
_EIGHT_BITS: Final = 8


@dataclass(frozen=True, slots=True)
class ItemProperties:
    """Properties of a file's primary item.

    Attributes:
        code_points: Primaries and transfer of H.273; None if it tells none.
        clean_aperture: What of the coded picture counts, before it is turned: left, top, width and height in pixels.
        bits: Of each sample, the most of all items; 8 if it tells none.
    """

    code_points: tuple[int, int] | None = None
    clean_aperture: tuple[int, int, int, int] | None = None
    bits: int = 8


def read_item_properties(file: BinaryIO) -> ItemProperties:
    """The properties of the primary item; what is damaged says nothing."""
    try:
        return _properties(dict(_boxes_of_meta(_meta(file))))
    except (ValueError, struct.error, IndexError, KeyError, ZeroDivisionError):
        return ItemProperties()


def _meta(file: BinaryIO) -> bytes:
    at = 0
    while True:
        file.seek(at)
        header = file.read(16)
        if len(header) < _BOX.size:
            msg = "no meta box"
            raise ValueError(msg)
        size, name = _BOX.unpack(header[: _BOX.size])
        header_bytes = _BOX.size
        if size == _LONG_SIZE:
            size, header_bytes = struct.unpack(">Q", header[_BOX.size :])[0], 16
        if name == b"meta":
            file.seek(at + header_bytes)
            return file.read(_MAX_META_BYTES if size == _TO_THE_END else min(size - header_bytes, _MAX_META_BYTES))
        if size < header_bytes:
            msg = "a box without an end"
            raise ValueError(msg)
        at += size


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + _BOX.size <= len(data):
        size, name = _BOX.unpack_from(data, at)
        end = len(data) if size == _TO_THE_END else at + size
        if end <= at:
            return
        yield name, data[at + _BOX.size : end]
        at = end


def _boxes_of_meta(meta: bytes) -> Iterator[tuple[bytes, bytes]]:
    return _boxes(meta[_FULL_BOX_BYTES:])


def _properties(meta: dict[bytes, bytes]) -> ItemProperties:
    version, item = meta[b"pitm"][0], meta[b"pitm"][_FULL_BOX_BYTES:]
    (primary,) = struct.unpack_from(">I" if version else ">H", item)
    inner = list(_boxes(meta[b"iprp"]))
    known = list(_boxes(dict(inner)[b"ipco"]))
    code_points, sizes, aperture = None, None, None
    for content in (content for name, content in inner if name == b"ipma"):
        for index in _associations(content).get(primary, ()):
            if not 0 < index <= len(known):
                continue
            name, value = known[index - 1]
            if name == b"colr" and value[:4] == b"nclx":
                code_points = struct.unpack_from(">HH", value, 4)
            elif name == b"ispe":
                sizes = struct.unpack_from(">II", value, _FULL_BOX_BYTES)
            elif name == b"clap":
                aperture = struct.unpack_from(">8I", value)
    return ItemProperties(
        code_points,
        _clean_aperture(aperture, sizes) if aperture and sizes else None,
        max((_bits(name, value) for name, value in known), default=_EIGHT_BITS),
    )


def _bits(name: bytes, value: bytes) -> int:
    """The depth that a property tells: pixi of any picture, av1C (AV1 Codec ISO Media File Format, 2.3.3) of AV1."""
    if name == b"pixi" and len(value) > _FULL_BOX_BYTES + 1:
        return max(value[_FULL_BOX_BYTES + 1 :])
    if name == b"av1C" and len(value) > 2:  # noqa: PLR2004 - the flags are its third byte
        return (_EIGHT_BITS, 10)[value[2] >> 6 & 1] + 2 * (value[2] >> 5 & 1)
    return _EIGHT_BITS


def _associations(content: bytes) -> dict[int, list[int]]:
    """For each item, which of the properties are its own, counted from 1."""
    version, large = content[0], content[3] & _LARGE_INDEX_FLAG
    (count,) = struct.unpack_from(">I", content, _FULL_BOX_BYTES)
    at, found = _FULL_BOX_BYTES + 4, {}
    for _ in range(count):
        (item,) = struct.unpack_from(">I" if version else ">H", content, at)
        at += 4 if version else 2
        number = content[at]
        kind, mask = (">H", 0x7FFF) if large else (">B", 0x7F)
        step = struct.calcsize(kind)
        found[item] = [struct.unpack_from(kind, content, at + 1 + step * one)[0] & mask for one in range(number)]
        at += 1 + step * number
    return found


def _clean_aperture(numbers: tuple[int, ...], size_px: tuple[int, ...]) -> tuple[int, int, int, int] | None:
    """From widths, heights and offsets of centres, each as a fraction; None where it does not lie in the picture."""
    width, height = numbers[0] / numbers[1], numbers[2] / numbers[3]
    across, down = (
        (over - 2 * _MAX_FRACTION if over >= _MAX_FRACTION else over) / under
        for over, under in ((numbers[4], numbers[5]), (numbers[6], numbers[7]))
    )
    left = (size_px[0] - 1) / 2 + across - (width - 1) / 2
    top = (size_px[1] - 1) / 2 + down - (height - 1) / 2
    box = (round(left), round(top), round(width), round(height))
    inside = box[0] >= 0 and box[1] >= 0 and box[0] + box[2] <= size_px[0] and box[1] + box[3] <= size_px[1]
    return box if inside and min(box[2:]) > 0 else None
