"""What a PNG says beside its pixels, and the file without what could keep a decoder from them.

Source: PNG specification, third edition (W3C, 2025); 4.3 and 11.3.2 for colour.
"""

from __future__ import annotations

import os
import struct
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO, Final

from core.files.code_points import Colour, colour_of_code_points, colour_of_gamma
from core.files.made_profiles import Primaries
from core.files.spliced_file import SplicedFile

if TYPE_CHECKING:
    from collections.abc import Iterator

SIGNATURE_BYTES: Final = 8
DEEP_BITS: Final = 16
GREY, RGB, GREY_ALPHA, RGB_ALPHA = 0, 2, 4, 6
_HEADER: Final = struct.Struct(">I4s")
_CHECKSUM_BYTES: Final = 4
_PIXELS: Final = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT"})
_END: Final = bytes.fromhex("0000 0000 4945 4e44 ae42 6082")
_ANIMATION: Final = frozenset({b"acTL", b"fcTL", b"fdAT"})
_EXIF_AS_TEXT: Final = b"Raw profile type exif\0"
_MAX_TEXT_BYTES: Final = 2**16
_MAX_SMALL_BYTES: Final = 1024
_MAX_EXIF_BYTES: Final = 2**20
_MAX_ICC_BYTES: Final = 2**26
_GAMMA_UNIT: Final = 100_000
_RGB_MATRIX: Final = 0


@dataclass(frozen=True, slots=True)
class PngFacts:
    """What a PNG says before and behind its pixels.

    Attributes:
        bits: Of each sample.
        interlaced: Whether it comes in seven passes.
        colour_type: The standard's number for the kind of pixels.
        colour: What the colours mean.
        exif: Without its mark; empty for none.
        transparent: The one colour that is transparent, in samples as stored; empty for none.
        has_exif_as_text: Whether EXIF may stand in a text, as ImageMagick writes it.
        pieces: Where what has to do with pixels lies in the file: offset and length.
        still_pieces: The same without what moves.
    """

    bits: int = 8
    interlaced: bool = False
    colour_type: int = RGB
    colour: Colour = None
    exif: bytes = b""
    transparent: tuple[int, ...] = ()
    has_exif_as_text: bool = False
    pieces: list[tuple[int, int]] = field(default_factory=list)
    still_pieces: list[tuple[int, int]] = field(default_factory=list)

    @property
    def moves(self) -> bool:
        """Whether it says that it has several frames."""
        return len(self.still_pieces) < len(self.pieces)


def read_png_facts(file: BinaryIO) -> PngFacts:
    """Reads all chunks but those of the pixels; what is malformed among those that are optional is left out."""
    small: dict[bytes, bytes] = {}
    exif, has_exif_as_text = b"", False
    pieces, still_pieces = [(0, SIGNATURE_BYTES)], [(0, SIGNATURE_BYTES)]
    for name, at, length in _chunks(file):
        is_text = _is_exif_as_text(file, name, length)
        has_exif_as_text |= is_text
        piece = (at, _HEADER.size + length + _CHECKSUM_BYTES)
        if name in _PIXELS or name in _ANIMATION or is_text:
            pieces.append(piece)
        if name in _PIXELS or is_text:
            still_pieces.append(piece)
        if name == b"eXIf" and not exif:
            exif = file.read(min(length, _MAX_EXIF_BYTES))
        elif name == b"iCCP" and name not in small:
            small[name] = file.read(min(length, _MAX_ICC_BYTES))
        elif name not in small and length <= _MAX_SMALL_BYTES:
            small[name] = file.read(length)
    head = small.get(b"IHDR", b"").ljust(13, b"\0")
    bits, colour_type = head[8], head[9]
    shorts = small.get(b"tRNS", b"")
    transparent = struct.unpack(f">{len(shorts) // 2}H", shorts[: len(shorts) // 2 * 2])
    if colour_type not in (GREY, RGB):
        transparent = ()
    return PngFacts(
        bits, head[12] != 0, colour_type, _colour(small), exif, transparent, has_exif_as_text, pieces, still_pieces
    )


def pixels_alone(file: BinaryIO, facts: PngFacts, *, still: bool = False) -> SplicedFile:
    """The same PNG with nothing in it but what has to do with pixels, and with an end of its own.

    Args:
        file: The file.
        facts: What it says.
        still: Leave out what moves as well.
    """
    return SplicedFile(file, facts.still_pieces if still else facts.pieces, _END)


def _chunks(file: BinaryIO) -> Iterator[tuple[bytes, int, int]]:
    """The name, place and length of each chunk; the file stands at its content."""
    at = SIGNATURE_BYTES
    while True:
        file.seek(at)
        header = file.read(_HEADER.size)
        if len(header) < _HEADER.size:
            return
        length, name = _HEADER.unpack(header)
        yield name, at, length
        if name == b"IEND":
            return
        at += _HEADER.size + length + _CHECKSUM_BYTES


def _is_exif_as_text(file: BinaryIO, name: bytes, length: int) -> bool:
    """Whether this is EXIF as ImageMagick writes it."""
    if name not in (b"tEXt", b"zTXt") or length > _MAX_TEXT_BYTES:
        return False
    found = file.read(len(_EXIF_AS_TEXT)) == _EXIF_AS_TEXT
    file.seek(-len(_EXIF_AS_TEXT) if found else 0, os.SEEK_CUR)
    return found


def _colour(chunks: dict[bytes, bytes]) -> Colour:
    """By precedence: cICP, iCCP, sRGB, then gAMA and cHRM."""
    coded = chunks.get(b"cICP", b"")
    if len(coded) == 4 and coded[2] == _RGB_MATRIX:  # noqa: PLR2004 - primaries, transfer, matrix, range
        return colour_of_code_points(coded[0], coded[1])
    profile = _profile(chunks.get(b"iCCP", b""))
    if profile:
        return profile
    gamma, chromaticities = chunks.get(b"gAMA", b""), chunks.get(b"cHRM", b"")
    if b"sRGB" in chunks or not (gamma or chromaticities):
        return None
    exponent = struct.unpack(">I", gamma)[0] / _GAMMA_UNIT if len(gamma) == 4 else 0.0  # noqa: PLR2004
    primaries = None
    if len(chromaticities) == 32:  # noqa: PLR2004 - eight numbers
        x = [number / _GAMMA_UNIT for number in struct.unpack(">8I", chromaticities)]
        primaries = Primaries((x[2], x[3]), (x[4], x[5]), (x[6], x[7]), (x[0], x[1]))
    return colour_of_gamma(exponent or None, primaries)


def _profile(content: bytes) -> bytes:
    name, _, packed = content.partition(b"\0")
    if not name or packed[:1] != b"\0":
        return b""
    try:
        return zlib.decompressobj().decompress(packed[1:], _MAX_ICC_BYTES)
    except zlib.error:
        return b""
