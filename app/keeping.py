"""Where pictures go: names that never collide, and writing that never replaces what it should not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from app.version import version
from core.errors import ImageFileError, ImageProblem
from core.images import WRITABLE_SUFFIXES, read_metadata, write_picture
from core.picture import deepened
from core.printing import Fit, padded

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from core.images import Picture
    from core.recipe import Recipe

_MAX_PART: Final = 60
_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


def picture_stem(photo: str, painting: str) -> str:
    """A file name without suffix for ``photo`` painted like ``painting``, legal on every system."""
    return f"{_legal(photo)} – {_legal(painting)}"


def write_result(path: Path, picture: Picture, recipe: Recipe, *, keep_gps: bool = False) -> None:
    """Write what a run has painted as its recipe wants it: on its sheet of paper, and with what the photo's EXIF says.

    Args:
        path: The file.
        picture: The run's picture.
        recipe: The run's recipe.
        keep_gps: Whether the file may tell where the photo was taken.

    Raises:
        ImageFileError: If it cannot be written.
    """
    if recipe.is_deep:
        picture = deepened(picture)  # what a run broke off with may have 8 bits
    sheet = recipe.print_format
    if sheet is not None and recipe.fit is Fit.PAD:
        picture = padded(picture, sheet.size_px)
    metadata = read_metadata(
        recipe.photo,
        software=f"Impasto {version()}",
        dpi=None if sheet is None else sheet.dpi,
        keep_gps=keep_gps,
    )
    write_picture(path, picture, metadata)


def keep(picture: Picture, recipe: Recipe, folder: Path, stem: str, when: datetime) -> Path:
    """Write a run's picture as PNG into ``folder`` under a name that is new, and return its path.

    Raises:
        ImageFileError: If it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = _reserved(folder, f"{stem} – {when:%Y-%m-%d %H.%M.%S}", ".png")
    except OSError as error:
        raise ImageFileError(folder, ImageProblem.OUTPUT_REFUSED) from error
    try:
        write_result(path, picture, recipe)
    except Exception:
        path.unlink(missing_ok=True)
        raise
    return path


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


def _reserved(folder: Path, stem: str, suffix: str) -> Path:
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
