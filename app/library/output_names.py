"""Where pictures go: names that never collide, and writing that never replaces what it should not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from core.files.formats import WRITABLE_SUFFIXES

if TYPE_CHECKING:
    from pathlib import Path


_MAX_PART: Final = 60
_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


def picture_stem(photo: str, painting: str) -> str:
    """A file name without suffix for ``photo`` painted like ``painting``, legal on every system."""
    return f"{_legal(photo)} – {_legal(painting)}"


def with_suffix(path: Path, default_suffix: str) -> Path:
    """The path itself if its ending names a format, else a free one with the default ending.

    A file dialog asks before it lets an existing file be replaced, but it asks about the name it was given; a name
    that is completed afterwards must therefore not hit an existing file.
    """
    if path.suffix.lower() in WRITABLE_SUFFIXES:
        return path
    return _free(path.parent, path.name, default_suffix)


def _legal(part: str) -> str:
    return _FORBIDDEN.sub("_", part).strip(" .")[:_MAX_PART].strip(" .") or "picture"


def reserved_path(folder: Path, stem: str, suffix: str) -> Path:
    """A new empty file in the folder under that name, or the name with a number.

    Raises:
        OSError: If it cannot be made.
    """
    while True:
        path = _free(folder, stem, suffix)
        try:
            # Creating it claims the name, even against a second window that keeps a picture in the same second.
            path.touch(exist_ok=False)
        except FileExistsError:
            continue
        return path


def _free(folder: Path, stem: str, suffix: str) -> Path:
    path, number = folder / f"{stem}{suffix}", 2
    while path.exists():
        path, number = folder / f"{stem} ({number}){suffix}", number + 1
    return path
