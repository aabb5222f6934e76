"""The last photos, to open them again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from pathlib import Path

    from app.studio.draft import Draft
    from app.studio.preferences import Preferences
    from app.system.background_jobs import BackgroundJobs

_MOST_PHOTOS: Final = 10


class RecentPhotos(QObject):
    """Follows the photo of a draft; the program's own pictures are at hand anyway, and left out.

    Signals:
        changed(): ``paths`` are others.
    """

    changed = Signal()

    def __init__(
        self, draft: Draft, preferences: Preferences, background: BackgroundJobs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._draft = draft
        self._preferences = preferences
        self._background = background
        self._there: tuple[Path, ...] = ()
        draft.photo_loaded.connect(self._on_photo_loaded)
        self.look()

    @property
    def paths(self) -> tuple[Path, ...]:
        """Their files, the last one first; those that were missing when they were last looked for are left out."""
        return self._there

    def look(self) -> None:
        """Find out, elsewhere, which of them are there."""
        paths = self._preferences.recent_photos
        self._background.send(
            partial(_there, paths),
            on_done=partial(self._take_there, paths),
            on_failed=_leave_aside,
            awaited=False,
        )

    @Slot()
    def clear(self) -> None:
        """Forget all of them; their files stay."""
        self._preferences.remember(recent_photos=())
        self._take_there((), ())

    def _take_there(self, asked_for: tuple[Path, ...], there: tuple[Path, ...]) -> None:
        if asked_for == self._preferences.recent_photos and there != self._there:
            self._there = there
            self.changed.emit()

    @Slot()
    def _on_photo_loaded(self) -> None:
        photo = self._draft.photo.picture
        if photo is None or photo.path in {entry.path for entry in self._draft.bundled}:
            return
        others = [path for path in self._preferences.recent_photos if path != photo.path]
        newest = (photo.path, *others)[:_MOST_PHOTOS]
        if newest != self._preferences.recent_photos:
            self._preferences.remember(recent_photos=newest)
            self.look()


def _there(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    return tuple(path for path in paths if path.is_file())


def _leave_aside(_error: Exception) -> None:
    """What was known of them goes on serving; the log tells why."""
