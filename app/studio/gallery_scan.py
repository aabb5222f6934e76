"""Looks in the background for pictures that have come, gone or changed, as long as somebody wants to see them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from app.library.gallery.catalogue import Catalogue
    from app.library.gallery.entry import FileVersion, GalleryEntry
    from app.library.gallery.scan import Comparison
    from app.system.background_jobs import BackgroundJobs

# Several files that change together are looked for together.
_SETTLES_AFTER_MS: Final = 400
# Few at first, so that something is to be seen at once, then more and more: each time, all are put into their order.
# Never so many that other work waits for long.
_FIRST_AT_ONCE: Final = 16
_MOST_AT_ONCE: Final = 320


class GalleryScan(QObject):
    """Begins when it is told to, and whenever the folder changes.

    Signals:
        found(dict): What is to be seen of pictures by their paths; of files that cannot be shown, their versions.
        lost(tuple): The paths of pictures that are there no more.
        busy_changed(): ``busy`` is something else.
    """

    found = Signal(object)
    lost = Signal(object)
    busy_changed = Signal()

    def __init__(
        self,
        background: BackgroundJobs,
        catalogue: Catalogue,
        folder: Path,
        known: Callable[[], Mapping[Path, FileVersion]],
        parent: QObject | None = None,
    ) -> None:
        """Scan a folder.

        Args:
            background: Where files are looked at.
            catalogue: What is known of the pictures.
            folder: Where they are kept.
            known: Tells what the files were when they were looked at.
            parent: The owner.
        """
        super().__init__(parent)
        self._background = background
        self._catalogue = catalogue
        self._folder = folder
        self._known = known
        self._is_wanted = self._is_busy = self._again = False
        self._to_look_at: tuple[Path, ...] = ()
        self._watcher = QFileSystemWatcher(self)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLES_AFTER_MS)
        self._watcher.directoryChanged.connect(self.begin_soon)
        self._settling.timeout.connect(self.begin)

    @property
    def busy(self) -> bool:
        """Whether pictures are being looked for."""
        return self._is_busy

    @Slot()
    def begin(self) -> None:
        """Look for what is new, and go on doing so until `end`."""
        self._is_wanted = True
        if self._is_busy:
            self._again = True
            return
        self._is_busy, self._again = True, False
        # It may have been made meanwhile.
        if not self._watcher.directories():
            self._watcher.addPath(str(self._folder))
        self._background.send(
            partial(self._catalogue.compare, self._folder, self._known()),
            on_done=self._on_compared,
            on_failed=self._on_failed,
            awaited=False,
        )
        self.busy_changed.emit()

    @Slot()
    def begin_soon(self) -> None:
        """The same, when no more has changed for a moment, if it is wanted still."""
        if self._is_wanted:
            self._settling.start()

    def end(self) -> None:
        """Stop; what is still to be looked at waits for the next time."""
        self._is_wanted = False
        self._settling.stop()
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())

    def _on_compared(self, comparison: Comparison) -> None:
        self._to_look_at = comparison.new
        if comparison.gone:
            self.lost.emit(comparison.gone)
        self._look_at_next(_FIRST_AT_ONCE)

    def _look_at_next(self, num_at_once: int) -> None:
        paths, self._to_look_at = self._to_look_at[:num_at_once], self._to_look_at[num_at_once:]
        if paths and self._is_wanted:
            self._background.send(
                partial(self._catalogue.look_at, paths),
                on_done=self._on_looked_at,
                on_failed=self._on_failed,
                awaited=False,
            )
            return
        self._is_busy = False
        self.busy_changed.emit()
        if self._again and self._is_wanted:
            self.begin()

    def _on_looked_at(self, looked: Mapping[Path, GalleryEntry | FileVersion]) -> None:
        self.found.emit(looked)
        self._look_at_next(min(_MOST_AT_ONCE, 2 * len(looked)))

    def _on_failed(self, _error: Exception) -> None:
        """What is known goes on serving; the log tells why."""
        self._is_busy = self._again = False
        self._to_look_at = ()
        self.busy_changed.emit()
