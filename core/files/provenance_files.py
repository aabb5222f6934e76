"""Reads where a picture comes from: out of the picture itself, or from a file of JSON."""

from __future__ import annotations

import os
import struct
import zlib
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from core.errors import RecipeError, RecipeProblem
from core.files.formats import HEAD_BYTES, kind_of
from core.files.opening import opened_file, opened_image
from core.files.xmp import MAX_PACKET_BYTES, provenance_in
from core.recipe.codec import MAX_CHARACTERS
from core.recipe.provenance import Provenance, decode_provenance

if TYPE_CHECKING:
    from pathlib import Path

# UTF-8 takes up to four bytes for a character.
_MAX_BYTES: Final = 4 * MAX_CHARACTERS
_PNG_SIGNATURE_BYTES: Final = 8
_PNG_HEADER: Final = struct.Struct(">I4s")
_PNG_KEYWORD: Final = b"XML:com.adobe.xmp\0"


class Carrier(Enum):
    """In what a provenance was found."""

    PICTURE = auto()
    JSON_FILE = auto()


def read_provenance(path: Path) -> tuple[Provenance, Carrier]:
    """The provenance that a picture carries or a file of JSON holds. None of the files it names is looked at.

    Raises:
        ImageFileError: If the file cannot be read.
        RecipeError: If it holds no recipe, one of a newer program, or one that makes no sense.
    """
    text, carrier = read_provenance_text(path)
    return decode_provenance(text), carrier


def read_provenance_text(path: Path) -> tuple[str, Carrier]:
    """The same as text, as it stands there.

    Raises:
        ImageFileError: If the file cannot be read.
        RecipeError: If a picture carries no recipe, or the file is too long for one, or no text.
    """
    with opened_file(path) as file:
        content = file.read(HEAD_BYTES)
        is_picture = kind_of(content) is not None
        if not is_picture:
            content += file.read(_MAX_BYTES)
    if is_picture:
        text = _text_in_picture(path)
        if text is None:
            raise RecipeError(RecipeProblem.NO_RECIPE, name=path.name)
        return text, Carrier.PICTURE
    try:
        return content.decode("utf-8-sig"), Carrier.JSON_FILE
    except UnicodeDecodeError as error:
        raise RecipeError(RecipeProblem.NOT_A_RECIPE) from error


def provenance_of_picture(path: Path) -> Provenance | None:
    """What a picture carries; None where it carries nothing of ours.

    Raises:
        ImageFileError: If the file cannot be read.
        RecipeError: If its recipe is of a newer program, or makes no sense.
    """
    text = _text_in_picture(path)
    return None if text is None else decode_provenance(text)


def _text_in_picture(path: Path) -> str | None:
    with opened_image(path) as image:
        packet = image.info.get("xmp")
        is_png = image.format == "PNG"
    if isinstance(packet, str):
        packet = packet.encode("utf-8", "replace")
    if not isinstance(packet, bytes) and is_png:
        packet = _packet_of_png(path)
    return provenance_in(packet) if isinstance(packet, bytes) else None


def _packet_of_png(path: Path) -> bytes | None:
    """The XMP of a PNG, also where it stands behind the pixels, where Pillow has not come yet."""
    with opened_file(path) as file:
        file.seek(_PNG_SIGNATURE_BYTES)
        while len(header := file.read(_PNG_HEADER.size)) == _PNG_HEADER.size:
            length, name = _PNG_HEADER.unpack(header)
            if name == b"iTXt" and length <= MAX_PACKET_BYTES:
                content = file.read(length)
                if content.startswith(_PNG_KEYWORD):
                    return _text_of_chunk(content.removeprefix(_PNG_KEYWORD))
                length = 0
            file.seek(length + 4, os.SEEK_CUR)
    return None


def _text_of_chunk(content: bytes) -> bytes | None:
    """What follows the keyword of an iTXt chunk: two flags for compression, a language, its name for the keyword."""
    is_compressed = content[:1] == b"\1"
    *_, text = content[2:].split(b"\0", 2)
    if not is_compressed:
        return text
    try:
        return zlib.decompressobj().decompress(text, MAX_PACKET_BYTES)
    except zlib.error:
        return None
