"""How a Photoshop file is laid out: what it says of its flattened picture, and where that lies.

Source: Adobe Photoshop File Formats Specification (2019), "Photoshop File Format".
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNATURE: Final = b"8BPS"
_PSB: Final = 2
_HEADER: Final = struct.Struct(">4sH6xHIIHH")
_RESOURCE: Final = struct.Struct(">4sH")
_PROFILE: Final = 1039
_MAX_RESOURCES_BYTES: Final = 2**26
_DEEP_LAYERS: Final = (b"Lr16", b"Lr32")
# What has eight bytes of length in a PSB.
_LONG_BLOCKS: Final = frozenset({
    b"LMsk", b"Lr16", b"Lr32", b"Layr", b"Mt16", b"Mt32", b"Mtrn", b"Alph", b"FMsk", b"lnk2", b"FEid", b"FXid", b"PxSD",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class PsdSections:
    """What a Photoshop file says of its flattened picture.

    Attributes:
        is_psb: Whether it is of the kind for large pictures.
        channels: How many there are, opacity and saved selections among them.
        size_px: Width and height.
        bits: Of each sample.
        mode: Photoshop's number for the kind of pixels.
        profile: Its ICC profile; empty for none.
        shows_through: Whether the first channel behind the colours is the opacity of the picture.
        pixels_at: Where the flattened picture begins, with how it is compressed.
    """

    is_psb: bool
    channels: int
    size_px: tuple[int, int]
    bits: int
    mode: int
    profile: bytes
    shows_through: bool
    pixels_at: int


def read_sections(file: BinaryIO) -> PsdSections:
    """Reads all but the pixels.

    Raises:
        ValueError: This is no Photoshop file.
        EOFError: It is cut short.
    """
    file.seek(0)
    signature, version, channels, height_px, width_px, bits, mode = _HEADER.unpack(read_exactly(file, _HEADER.size))
    if signature != _SIGNATURE or version not in (1, _PSB):
        msg = "not a Photoshop file"
        raise ValueError(msg)
    is_psb = version == _PSB
    _, end = _section(file, long=False)  # colours of a palette or of duotone inks
    file.seek(end)
    at, end = _section(file, long=False)
    profile = _profile(read_exactly(file, min(end - at, _MAX_RESOURCES_BYTES)))
    file.seek(end)
    at, end = _section(file, long=is_psb)
    num_layers = _num_layers(file, end, is_psb=is_psb) if end > at else 0
    return PsdSections(is_psb, channels, (width_px, height_px), bits, mode, profile, num_layers < 0, end)


def read_exactly(file: BinaryIO, count: int) -> bytes:
    """So many bytes from where the file is.

    Raises:
        EOFError: There are fewer.
    """
    data = file.read(count)
    if len(data) < count:
        raise EOFError
    return data


def _section(file: BinaryIO, *, long: bool) -> tuple[int, int]:
    """Where the section that begins here has its content, and where it ends."""
    (length,) = struct.unpack(">Q" if long else ">I", read_exactly(file, 8 if long else 4))
    at = file.tell()
    return at, at + length


def _profile(resources: bytes) -> bytes:
    at = 0
    while at + _RESOURCE.size + 2 <= len(resources):
        _, number = _RESOURCE.unpack_from(resources, at)
        at += _RESOURCE.size
        at += (1 + resources[at] + 1) // 2 * 2  # a name, padded
        if at + 4 > len(resources):
            break
        (length,) = struct.unpack_from(">I", resources, at)
        at += 4
        if number == _PROFILE:
            return resources[at : at + length]
        at += (length + 1) // 2 * 2
    return b""


def _num_layers(file: BinaryIO, end: int, *, is_psb: bool) -> int:
    """How many layers there are; less than zero where the flattened picture is transparent.

    Those of more than 8 bits stand in a block of their own, behind the mask of all layers.
    """
    at, layers_end = _section(file, long=is_psb)
    if layers_end - at >= 2:  # noqa: PLR2004 - a count has two bytes
        return _count(file)
    file.seek(layers_end)
    if layers_end + 4 > end:
        return 0
    _, mask_end = _section(file, long=False)
    for name, block_at in _blocks(file, mask_end, end, is_psb=is_psb):
        if name in _DEEP_LAYERS:
            file.seek(block_at)
            return _count(file)
    return 0


def _count(file: BinaryIO) -> int:
    (count,) = struct.unpack(">h", read_exactly(file, 2))
    return int(count)


def _blocks(file: BinaryIO, at: int, end: int, *, is_psb: bool) -> Iterator[tuple[bytes, int]]:
    """Name and place of each block of additional information."""
    while at + 12 <= end:
        file.seek(at)
        signature, name = read_exactly(file, 4), read_exactly(file, 4)
        if signature not in (b"8BIM", b"8B64"):
            return
        block_at, block_end = _section(file, long=is_psb and name in _LONG_BLOCKS)
        yield name, block_at
        at = block_at + (block_end - block_at + 3) // 4 * 4
