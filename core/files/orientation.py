"""Which way up a picture is, by its EXIF."""

from __future__ import annotations

import os
import struct
from typing import BinaryIO

from PIL import ExifTags, Image

_PNG_SIGNATURE_BYTES = 8

_MAX_EXIF_BYTES = 2**20

UPRIGHT = 1

TURN_OF_ORIENTATION = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

_LYING = (5, 6, 7, 8)


def exif_of_png(file: BinaryIO) -> bytes:
    """The EXIF of a PNG, wherever in the file it is; empty when there is none. The file is left where it was."""
    position = file.tell()
    try:
        file.seek(_PNG_SIGNATURE_BYTES)
        while len(header := file.read(8)) == 8:  # noqa: PLR2004 - four bytes of length and four of name
            length, name = struct.unpack(">I4s", header)
            if name == b"eXIf":
                return file.read(min(length, _MAX_EXIF_BYTES))
            file.seek(length + 4, os.SEEK_CUR)
    finally:
        file.seek(position)
    return b""


def upright(size: tuple[int, int], orientation: int) -> tuple[int, int]:
    """Width and height the way they are seen, from those the way they are stored, or the other way about."""
    return size if orientation not in _LYING else (size[1], size[0])


def orientation_of(image: Image.Image) -> int:
    """The orientation that a decoded image's EXIF tells, 1 to 8; upright where it tells none."""
    try:
        value = image.getexif().get(ExifTags.Base.Orientation)
    except Exception:  # noqa: BLE001 - broken EXIF is no reason to refuse the picture
        return UPRIGHT
    return value if isinstance(value, int) else UPRIGHT


def orientation_to_come(image: Image.Image) -> int:
    """The orientation of an image that is not decoded yet, against the size that it gives."""
    return UPRIGHT if image.format == "TIFF" else orientation_of(image)  # Pillow turns those itself, their size at once
