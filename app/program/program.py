"""Puts the program together and runs its window."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer, Signal, Slot

from app.library.bundled import sample_photos, starter_styles
from app.program.leftovers import remove_leftovers
from app.run.compute_thread import ComputeThread
from app.run.engine_access import load_engine, measure_pace
from app.studio.forecaster import Forecaster
from app.studio.studio import Studio
from app.system import paths
from app.system.background_jobs import BackgroundJobs
from app.system.desktop_notices import DesktopNotices
from app.system.taskbar_progress import TaskbarProgress
from app.window.away_notices import AwayNotices
from app.window.main_window import MainWindow

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from app.run.engine_access import EngineLoader, PaceMeter
    from app.system.user_folders import UserFolders

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pictures:
    """What the program was started with.

    Attributes:
        photo: The photo to open with, None for the last one.
        paintings: The paintings to open with, none for the last ones.
    """

    photo: Path | None = None
    paintings: tuple[Path, ...] = ()


class Program(QObject):
    """The parts of the running program, and the order in which they come and go.

    Signals:
        over(): The window has closed, and no thread computes any more.
    """

    over = Signal()

    def __init__(
        self,
        app: QApplication,
        store: QSettings,
        folders: UserFolders,
        *,
        engine: EngineLoader = load_engine,
        meter: PaceMeter = measure_pace,
    ) -> None:
        super().__init__(app)
        self._store = store
        resources = paths.resources()
        samples, starters = sample_photos(resources), starter_styles(resources)
        self.background = BackgroundJobs(self)
        self.compute = ComputeThread(paths.networks(), load_engine=engine, meter=meter, parent=self)
        self.studio = Studio(
            self.compute, self.background, store, folders, samples=samples, starters=starters, parent=self
        )
        probe = (samples[0], starters[0]) if samples and starters else None
        self.forecaster = Forecaster(
            self.studio.draft, self.studio.queue, self.compute, probe, self, side_queue=self.studio.side_queue
        )
        self.window: MainWindow | None = None
        self.compute.closed.connect(self._on_compute_closed)

    def open(self, pictures: Pictures) -> MainWindow:
        """Show the window, and get the engine ready once it stands."""
        self.studio.open_first(pictures.photo, pictures.paintings)
        window = self.window = MainWindow(self.studio, self.background)
        window.closed.connect(self._on_window_closed)
        AwayNotices(self.studio, window, DesktopNotices(window), TaskbarProgress())
        self.forecaster.changed.connect(window.panel.controls.show_forecast)
        window.show()
        # The pictures come first: whoever sees them does not notice that the engine is still being loaded.
        self.background.finished.connect(self._on_pictures_loaded)
        return window

    @Slot()
    def _on_pictures_loaded(self) -> None:
        self.background.finished.disconnect(self._on_pictures_loaded)
        self.studio.waiting.restore()
        preferences = self.studio.preferences
        in_use = {path for path in (preferences.photo, *preferences.paintings, preferences.draft.start_picture) if path}
        self.background.send(
            partial(remove_leftovers, self.studio.folders.pasted, in_use),
            on_done=_note_leftovers,
            on_failed=_leave_for_next_start,
        )
        self.compute.load_engine()

    @Slot()
    def _on_window_closed(self) -> None:
        self._store.sync()
        self.forecaster.close()
        self.studio.sheet.close()
        self.studio.gallery.close()
        self.studio.waiting.close()
        self.background.close()
        # A program that is closed while it imports torch lingers for seconds, windowless: tearing the interpreter down
        # halfway through the import of a native library can crash.
        self.compute.close()

    @Slot()
    def _on_compute_closed(self) -> None:
        # The close event that brought us here must be over before the program ends.
        QTimer.singleShot(0, self, self._on_over)

    @Slot()
    def _on_over(self) -> None:
        self.over.emit()


def _note_leftovers(num_removed: int) -> None:
    if num_removed:
        _log.info("Removed %d files and folders that earlier starts have left", num_removed)


def _leave_for_next_start(_error: Exception) -> None:
    """What could not be removed now, the next start removes; the log tells why."""
