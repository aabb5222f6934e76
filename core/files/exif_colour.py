"""What a photo's EXIF says about its colours, for photos without a profile."""

from __future__ import annotations

import io
import struct
from typing import TYPE_CHECKING, BinaryIO, Final

from core.files.exif_tags import EXIF_DIRECTORY, EXIF_MARK, INTEROPERABILITY_DIRECTORY, read_directories

if TYPE_CHECKING:
    from core.files.exif_tags import Tag

_COLOR_SPACE: Final = 0xA001
_INTEROPERABILITY_INDEX: Final = 1
_ADOBE_RGB: Final = 2  # no value of the standard, but what many cameras write
_UNCALIBRATED: Final = 0xFFFF
# DCF 2.0, 3.2.1: the option file, which is in Adobe RGB.
_OPTION_FILE: Final = b"R03"


def exif_says_adobe_rgb(exif: bytes | None) -> bool:
    """Whether a block of EXIF, with or without its mark, says that the photo is in Adobe RGB."""
    return exif is not None and says_adobe_rgb(io.BytesIO(exif.removeprefix(EXIF_MARK)))


def says_adobe_rgb(file: BinaryIO) -> bool:
    """The same for a TIFF file, or EXIF without its mark; what cannot be read says nothing."""
    file.seek(0)
    try:
        found = read_directories(file)
    except (ValueError, struct.error, OSError):
        return False
    space = _number(found.get(EXIF_DIRECTORY, {}).get(_COLOR_SPACE))
    if space == _ADOBE_RGB:
        return True
    index = found.get(INTEROPERABILITY_DIRECTORY, {}).get(_INTEROPERABILITY_INDEX)
    return space in (None, _UNCALIBRATED) and index is not None and index.data.startswith(_OPTION_FILE)


def _number(tag: Tag | None) -> int | None:
    return int.from_bytes(tag.data[:2], "little") if tag is not None and tag.count == 1 else None
