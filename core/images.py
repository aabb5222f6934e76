"""Image files in and out: the names that the rest of the program uses."""

from __future__ import annotations

from core.image_reading import READABLE_SUFFIXES, read_picture, read_size, read_thumbnail
from core.image_writing import WRITABLE_SUFFIXES, check_writable, write_picture
from core.photo_metadata import PhotoMetadata, read_metadata
from core.picture import Picture

__all__ = [
    "READABLE_SUFFIXES",
    "WRITABLE_SUFFIXES",
    "PhotoMetadata",
    "Picture",
    "check_writable",
    "read_metadata",
    "read_picture",
    "read_size",
    "read_thumbnail",
    "write_picture",
]
