"""What no picture's file tells of itself: how the artist has rated it, and where it was saved outside of the folder.

Kept beside the index, in a file of its own that is never made again: ratings outlive the index. They go with a
picture's content, whatever it is called and wherever it lies. They are not written into the pictures, as ``xmp:Rating``
would be: for a click, files of hundreds of megabytes would be written anew, and each would look newly painted.
"""

from __future__ import annotations

import logging
import os
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.library.gallery.database import Database
from app.library.gallery.entry import MAX_RATING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_log = logging.getLogger(__name__)

_NAME: Final = "notes.sqlite3"
_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS ratings (fingerprint TEXT PRIMARY KEY, stars INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS saved (path BLOB PRIMARY KEY) WITHOUT ROWID;
"""


class GalleryNotes:
    """Kept in a folder; a damaged file is set aside."""

    def __init__(self, folder: Path) -> None:
        self._database = Database(folder / _NAME, _SCHEMA, can_be_made_again=False)

    @property
    def file(self) -> Path:
        """Where they lie."""
        return self._database.file

    def ratings(self) -> dict[str, int]:
        """The stars of pictures, 1 to 5, by their fingerprints; none where they cannot be read."""
        try:
            rows = self._database.use(lambda each: each.execute("SELECT fingerprint, stars FROM ratings").fetchall())
        except (sqlite3.Error, OSError) as error:
            _log.warning("The ratings cannot be read: %s", error)
            return {}
        return {fingerprint: stars for fingerprint, stars in rows if stars in range(1, MAX_RATING + 1)}

    def rate(self, ratings: Mapping[str, int]) -> None:
        """Give pictures so many stars, 0 to 5, by their fingerprints.

        Raises:
            OSError: If that cannot be written.
            sqlite3.Error: As well.
        """
        taken_back = [(fingerprint,) for fingerprint, stars in ratings.items() if not stars]
        given = [(fingerprint, stars) for fingerprint, stars in ratings.items() if stars]

        def write(connection: sqlite3.Connection) -> None:
            connection.executemany("DELETE FROM ratings WHERE fingerprint = ?", taken_back)
            connection.executemany("INSERT OR REPLACE INTO ratings (fingerprint, stars) VALUES (?, ?)", given)

        self._database.use(write)

    def saved(self) -> tuple[Path, ...]:
        """The files that pictures were saved to; none where that cannot be read. They may be gone by now."""
        try:
            rows = self._database.use(lambda each: each.execute("SELECT path FROM saved").fetchall())
        except (sqlite3.Error, OSError) as error:
            _log.warning("Where pictures were saved cannot be read: %s", error)
            return ()
        return tuple(Path(os.fsdecode(path)) for (path,) in rows if isinstance(path, bytes))

    def note_saved(self, paths: Iterable[Path], gone: Iterable[Path] = ()) -> None:
        """Remember that pictures were saved there, and others are there no more; where that fails, the log says so."""
        new, old = ([(os.fsencode(path.absolute()),) for path in each] for each in (paths, gone))

        def write(connection: sqlite3.Connection) -> None:
            connection.executemany("DELETE FROM saved WHERE path = ?", old)
            connection.executemany("INSERT OR IGNORE INTO saved (path) VALUES (?)", new)

        try:
            self._database.use(write)
        except (sqlite3.Error, OSError) as error:
            _log.warning("It cannot be remembered where a picture was saved: %s", error)
