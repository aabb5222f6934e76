"""The index of the gallery: what was seen of each picture when it was looked at. The files tell all of it again."""

from __future__ import annotations

import json
import logging
import os
import sqlite3
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.library.gallery.database import Database
from app.library.gallery.entry import GalleryEntry, RecipeSummary
from core.recipe.choices import Preset

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_log = logging.getLogger(__name__)

# The version is part of the name: two versions of the program do not take each other's index for damaged.
_NAME: Final = "index-1.sqlite3"
# Paths as bytes: on Linux not every file has a name that is text.
_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS pictures (
    path BLOB PRIMARY KEY,
    changed_ns INTEGER NOT NULL,
    num_bytes INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    width_px INTEGER NOT NULL,
    height_px INTEGER NOT NULL,
    recipe TEXT NOT NULL
) WITHOUT ROWID;
"""
_COLUMNS: Final = "path, changed_ns, num_bytes, fingerprint, width_px, height_px, recipe"


class GalleryIndex:
    """Kept in a folder. Where it cannot be read or written, it knows nothing: the files are then looked at again."""

    def __init__(self, folder: Path) -> None:
        self._database = Database(folder / _NAME, _SCHEMA, can_be_made_again=True)

    @property
    def file(self) -> Path:
        """Where it lies."""
        return self._database.file

    def read(self) -> dict[Path, GalleryEntry]:
        """All that it knows, without ratings."""
        try:
            rows = self._database.use(lambda each: each.execute(f"SELECT {_COLUMNS} FROM pictures").fetchall())  # noqa: S608 - of constants
            return {entry.path: entry for entry in map(_entry, rows)}
        except (sqlite3.Error, OSError) as error:
            _log.warning("The index of the gallery cannot be read: %s", error)
        except (ValueError, TypeError, KeyError):
            _log.warning("The index of the gallery holds what this program has not written")
            self.write((), gone=None)
        return {}

    def write(self, entries: Iterable[GalleryEntry], gone: Collection[Path] | None = ()) -> None:
        """Take in what was seen of pictures.

        Args:
            entries: Those that were looked at.
            gone: Those that are there no more; None for all that it knew.
        """
        rows = [_row(entry) for entry in entries]
        keys = None if gone is None else [(os.fsencode(path),) for path in gone]

        def write(connection: sqlite3.Connection) -> None:
            if keys is None:
                connection.execute("DELETE FROM pictures")
            else:
                connection.executemany("DELETE FROM pictures WHERE path = ?", keys)
            marks = ", ".join("?" * len(_COLUMNS.split(", ")))
            connection.executemany(f"INSERT OR REPLACE INTO pictures ({_COLUMNS}) VALUES ({marks})", rows)  # noqa: S608 - of constants

        try:
            self._database.use(write)
        except (sqlite3.Error, OSError) as error:
            _log.warning("The index of the gallery cannot be written: %s", error)


def _row(entry: GalleryEntry) -> tuple[object, ...]:
    recipe = None if entry.recipe is None else asdict(entry.recipe)
    return (
        os.fsencode(entry.path),
        *entry.version,
        entry.fingerprint,
        *entry.size_px,
        # In ASCII: names of files may hold what no text can.
        json.dumps(recipe, ensure_ascii=True),
    )


def _entry(row: tuple[Any, ...]) -> GalleryEntry:
    path, changed_ns, num_bytes, fingerprint, width_px, height_px, recipe = row
    if not isinstance(path, bytes) or not all(isinstance(each, int) for each in (changed_ns, width_px, height_px)):
        raise TypeError(row)
    return GalleryEntry(
        Path(os.fsdecode(path)), (changed_ns, num_bytes), fingerprint, (width_px, height_px), _summary(recipe)
    )


@lru_cache(maxsize=4096)
def _summary(recipe: str) -> RecipeSummary | None:
    members = json.loads(recipe)
    if members is None:
        return None
    members["preset"] = Preset(members["preset"])
    members["paintings"] = tuple(members["paintings"])
    return RecipeSummary(**members)
