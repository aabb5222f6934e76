"""Puts the program together and runs its window."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer, Slot
from PySide6.QtWidgets import QApplication

from app.library.bundled import sample_photos, starter_styles
from app.run.engine_access import load_engine, measure_pace
from app.run.session import StylizeSession
from app.run.warm_up import warm_up
from app.studio.forecaster import Forecaster
from app.studio.settings import Settings
from app.studio.studio import Studio
from app.system import paths
from app.system.background_jobs import BackgroundJobs
from app.window.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.run.engine_access import EngineLoader, PaceMeter
    from app.system.user_folders import UserFolders

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pictures:
    """What the program was started with.

    Attributes:
        photo: The photo to open with, None for the last one.
        painting: The painting to open with, None for the last one.
    """

    photo: Path | None = None
    painting: Path | None = None


class Program(QObject):
    """The parts of the running program, and the order in which they come and go."""

    def __init__(
        self,
        app: QApplication,
        store: QSettings,
        folders: UserFolders,
        *,
        engine: EngineLoader = load_engine,
        warm_up: Callable[[Callable[[], object]], object] = warm_up,
        meter: PaceMeter = measure_pace,
    ) -> None:
        super().__init__(app)
        self._store = store
        self._warm_up = warm_up
        resources = paths.resources()
        self.jobs = BackgroundJobs(self)
        self.studio = Studio(
            StylizeSession(paths.networks(), load_engine=engine, parent=self),
            self.jobs,
            Settings.load(store),
            folders,
            samples=sample_photos(resources),
            starters=starter_styles(resources),
            parent=self,
        )
        self.forecaster = Forecaster(self.studio, meter=meter, parent=self)
        self.window: MainWindow | None = None

    def open(self, pictures: Pictures) -> MainWindow:
        """Show the window, and get the engine ready once it stands."""
        self.studio.open_first(pictures.photo, pictures.painting)
        window = self.window = MainWindow(self.studio, self.jobs)
        window.closed.connect(self._on_closed)
        self.forecaster.changed.connect(window.panel.controls.show_forecast)
        window.show()
        # The pictures come first: whoever sees them does not notice that the engine is still being loaded.
        self.jobs.finished.connect(self._on_pictures_loaded)
        return window

    @Slot()
    def _on_pictures_loaded(self) -> None:
        self.jobs.finished.disconnect(self._on_pictures_loaded)
        self._warm_up(self.forecaster.engine_loaded.emit)

    @Slot()
    def _on_closed(self) -> None:
        self.studio.settings.save(self._store)
        self.forecaster.close()
        self.jobs.close()
        # The close event that brought us here must be over before the program ends.
        QTimer.singleShot(0, self, self._on_over)

    @Slot()
    def _on_over(self) -> None:
        QApplication.quit()
