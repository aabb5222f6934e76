"""Small SQLite databases that several programs use at once, and that are begun anew where they are damaged."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path  # noqa: TC003 - of a public field
from typing import TYPE_CHECKING, Final, TypeVar

from core.machine.file_lock import FileLock

if TYPE_CHECKING:
    from collections.abc import Callable

_log = logging.getLogger(__name__)

# How long to wait while another program writes, in seconds.
_PATIENCE_S: Final = 5.0
# SQLite keeps what was written last in files beside its own.
_COMPANIONS: Final = ("-wal", "-shm", "-journal")
_DAMAGED_SUFFIX: Final = ".damaged"

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Database:
    """A database.

    Attributes:
        file: Where it lies; it and its folder are made where they are missing.
        schema: The SQL that makes the tables that are missing.
        can_be_made_again: Whether what it holds is found elsewhere; else a damaged one is set aside.
    """

    file: Path
    schema: str
    can_be_made_again: bool

    def use(self, work: Callable[[sqlite3.Connection], _Value]) -> _Value:
        """Have something done with the database, as one transaction; where it is damaged, with a new and empty one.

        Args:
            work: What to do; it may be done twice.

        Raises:
            OSError: If the folder cannot be made.
            sqlite3.Error: If the database cannot be opened or written, or others do not let go of it.
        """
        self.file.parent.mkdir(parents=True, exist_ok=True)
        try:
            return self._once(work)
        except sqlite3.DatabaseError as error:
            if not _is_damage(error):
                raise
            _log.warning("%s is damaged: %s", self.file, error)
        return self._anew(work)

    def _once(self, work: Callable[[sqlite3.Connection], _Value]) -> _Value:
        # closing: a connection's own context ends a transaction, and leaves the file open.
        with closing(sqlite3.connect(self.file, timeout=_PATIENCE_S)) as connection:
            # Readers and a writer do not wait for each other.
            connection.execute("PRAGMA journal_mode = WAL")
            connection.executescript(self.schema)
            with connection:
                return work(connection)

    def _anew(self, work: Callable[[sqlite3.Connection], _Value]) -> _Value:
        lock = FileLock(self.file.with_name(f".{self.file.name}.lock"))
        if not lock.acquire(_PATIENCE_S):
            raise TimeoutError(str(self.file))
        try:
            try:
                return self._once(work)  # another program may have begun a new one meanwhile
            except sqlite3.DatabaseError as error:
                if not _is_damage(error):
                    raise
            self._put_away()
            return self._once(work)
        finally:
            lock.release()

    def _put_away(self) -> None:
        for companion in _COMPANIONS:
            self.file.with_name(self.file.name + companion).unlink(missing_ok=True)
        if self.can_be_made_again:
            self.file.unlink(missing_ok=True)
        else:
            self.file.replace(self.file.with_name(self.file.name + _DAMAGED_SUFFIX))


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether a file is no database, or has other tables than ours; not whether it is locked, or the disk is full."""
    return getattr(error, "sqlite_errorcode", None) in {
        sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR,
    }  # fmt: skip
