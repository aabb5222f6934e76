"""The artist's own paintings beside the starters, as they are now; written down in the background."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.library.own_paintings import MOST_PAINTINGS, OwnPainting, change_list, paintings_at, read_list
from app.library.thumbnails import forget_oldest

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from app.studio.notices import Notices
    from app.system.background_jobs import BackgroundJobs
    from app.system.user_folders import UserFolders


class OwnPaintings(QObject):
    """The list, and what can be done to it.

    Signals:
        changed(): It holds something else.
        edited(): The person has changed it.
        found(): It is now what another program, or the last start, has left.
    """

    changed = Signal()
    edited = Signal()
    found = Signal()

    def __init__(
        self, background: BackgroundJobs, folders: UserFolders, notices: Notices, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._file = folders.own_paintings
        self._thumbnails = folders.thumbnails
        self._notices = notices
        self._entries: tuple[OwnPainting, ...] = ()
        # What the file held last, as far as is known.
        self._written: tuple[OwnPainting, ...] = ()
        self._writing = False

    @property
    def entries(self) -> tuple[OwnPainting, ...]:
        """The paintings, in their order."""
        return self._entries

    def load(self) -> None:
        """Read the list of the last start."""
        self._background.send(partial(read_list, self._file), on_done=self._take_found, on_failed=_leave_aside)
        self._background.send(partial(forget_oldest, self._thumbnails), on_done=_nothing, on_failed=_leave_aside)

    def add(self, paths: Sequence[Path]) -> None:
        """Add pictures, and those in folders, behind the others; those that are there already stay as they are."""
        job = partial(paintings_at, tuple(paths))
        self._background.send(job, on_done=self._take_added, on_failed=self._notices.error)

    def remove(self, paths: Collection[Path]) -> None:
        """Take paintings out; their files stay."""
        self._edit(tuple(painting for painting in self._entries if painting.path not in paths))

    def rename(self, path: Path, name: str) -> None:
        """Call a painting something else; its file keeps its name."""
        if name.strip():
            self._edit(
                tuple(replace(each, name=name.strip()[:200]) if each.path == path else each for each in self._entries)
            )

    def move(self, path: Path, before: Path | None) -> None:
        """Put a painting before another one, or behind all."""
        moved = [painting for painting in self._entries if painting.path == path]
        others = [painting for painting in self._entries if painting.path != path]
        place = next((number for number, each in enumerate(others) if each.path == before), len(others))
        if path != before:
            self._edit((*others[:place], *moved, *others[place:]))

    def put(self, entries: Sequence[OwnPainting]) -> None:
        """Hold exactly these, as when something is undone."""
        self._edit(tuple(entries))

    def _take_added(self, added: tuple[OwnPainting, ...]) -> None:
        known = {painting.path for painting in self._entries}
        self._edit((*self._entries, *(each for each in added if each.path not in known))[:MOST_PAINTINGS])

    def _edit(self, entries: tuple[OwnPainting, ...]) -> None:
        if entries != self._entries:
            self._entries = entries
            self.changed.emit()
            self.edited.emit()
            self._write()

    def _write(self) -> None:
        """Write the list down, one writing at a time: two might overtake each other."""
        if self._writing or self._entries == self._written:
            return
        self._writing = True
        entries = self._entries
        self._background.send(
            partial(change_list, self._file, self._written, entries),
            on_done=partial(self._take_written, entries),
            on_failed=self._on_not_written,
        )

    def _take_written(self, wanted: tuple[OwnPainting, ...], result: tuple[OwnPainting, ...]) -> None:
        self._writing = False
        self._written = result
        if self._entries == wanted and result != wanted:
            self._entries = result
            self.changed.emit()
            self.found.emit()
        self._write()

    def _on_not_written(self, _error: Exception) -> None:
        self._writing = False
        self._notices.own_paintings_not_written()

    def _take_found(self, entries: tuple[OwnPainting, ...]) -> None:
        if not self._entries and not self._writing:
            self._entries = self._written = entries
            self.changed.emit()
            self.found.emit()


def _nothing(_value: object) -> None:
    """Nobody waits for it."""


def _leave_aside(_error: Exception) -> None:
    """A list that cannot be read is set aside when another one is written; the log tells why."""
