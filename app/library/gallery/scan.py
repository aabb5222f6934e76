"""Finds the pictures on the disk, and looks at those that the index does not know, or that have changed."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.library.gallery.entry import FileVersion, GalleryEntry, RecipeSummary
from app.library.gallery.fingerprint import fingerprint_of
from core.errors import ImageFileError, RecipeError
from core.files.file_version import file_version
from core.files.formats import WRITABLE_SUFFIXES
from core.files.provenance_files import provenance_of_picture
from core.files.reading import read_size

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

# An artist's own folders in the folder of pictures; a home folder that was put there is not searched to its depths.
_MOST_LEVELS: Final = 6
_MOST_FILES: Final = 100_000
# Of a file that has gone while it was to be looked at.
_NO_VERSION: Final = (0, 0)


@dataclass(frozen=True, slots=True)
class Comparison:
    """How the files on the disk differ from what is known.

    Attributes:
        new: Files to look at, the newest first.
        gone: Pictures that are there no more.
    """

    new: tuple[Path, ...]
    gone: tuple[Path, ...]


def pictures_on_disk(folder: Path, others: Iterable[Path] = ()) -> dict[Path, FileVersion]:
    """The picture files in a folder and its subfolders, and those of some others that are there; none is opened.

    Args:
        folder: Where pictures are kept; it may be missing.
        others: Files anywhere.
    """
    found: dict[Path, FileVersion] = {}
    for entry in _files_in(folder, _MOST_LEVELS):
        if len(found) >= _MOST_FILES:
            break
        # Hidden ones are not finished yet, and empty ones have only claimed their names.
        if entry.name.lower().endswith(WRITABLE_SUFFIXES) and not entry.name.startswith("."):
            with contextlib.suppress(OSError):
                status = entry.stat()
                if status.st_size > 0:
                    found[Path(entry.path)] = status.st_mtime_ns, status.st_size
    for path in others:
        version = file_version(path)
        if version is not None and version[1] > 0:
            found[path] = version
    return found


def _files_in(folder: Path, num_levels: int) -> Iterator[os.DirEntry[str]]:
    subfolders: list[Path] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                # A link to a folder may lead back here.
                if entry.is_dir(follow_symlinks=False):
                    if not entry.name.startswith("."):
                        subfolders.append(Path(entry.path))
                elif entry.is_file():
                    yield entry
    except OSError:  # it is missing, or may not be looked into
        return
    if num_levels > 1:
        for subfolder in subfolders:
            yield from _files_in(subfolder, num_levels - 1)


def compared(on_disk: Mapping[Path, FileVersion], known: Mapping[Path, FileVersion]) -> Comparison:
    """What has to be looked at, and what is gone.

    Args:
        on_disk: The files that are there.
        known: What they were when they were looked at.
    """
    new = [path for path, version in on_disk.items() if known.get(path) != version]
    new.sort(key=lambda path: on_disk[path][0], reverse=True)
    return Comparison(tuple(new), tuple(path for path in known if path not in on_disk))


def looked_at(path: Path, ratings: Mapping[str, int]) -> GalleryEntry | FileVersion:
    """What is to be seen of a picture without decoding it; of one that cannot be shown, what its file is like.

    Args:
        path: Its file.
        ratings: Stars by fingerprints.
    """
    version = file_version(path) or _NO_VERSION
    try:
        size_px, fingerprint = read_size(path), fingerprint_of(path)
    except (ImageFileError, OSError):
        return version
    return GalleryEntry(path, version, fingerprint, size_px, _summary_of(path), ratings.get(fingerprint, 0))


def _summary_of(path: Path) -> RecipeSummary | None:
    try:
        provenance = provenance_of_picture(path)
    except (ImageFileError, RecipeError):
        return None
    return None if provenance is None else RecipeSummary.of(provenance.recipe)
