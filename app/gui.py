"""Puts the program together and runs its window."""

from __future__ import annotations

import logging
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer, Slot
from PySide6.QtWidgets import QApplication

from app import paths
from app.bundled import sample_photos, starter_styles
from app.engine_access import load_engine, measure_pace
from app.errands import Errands
from app.forecaster import Forecaster
from app.icons import icon
from app.incoming import Application, Incoming
from app.log import start_log
from app.main_window import MainWindow
from app.session import StylizeSession
from app.settings import Settings
from app.single_instance import SingleInstance, own_name
from app.studio import Studio
from app.theme import apply_theme
from app.user_folders import UserFolders
from app.version import version
from app.warm_up import warm_up

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.engine_access import EngineLoader, PaceMeter

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
        self.errands = Errands(self)
        self.studio = Studio(
            StylizeSession(paths.networks(), load_engine=engine, parent=self),
            self.errands,
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
        window = self.window = MainWindow(self.studio, self.errands)
        window.closed.connect(self._on_closed)
        self.forecaster.changed.connect(window.panel.controls.show_forecast)
        window.show()
        # The pictures come first: whoever sees them does not notice that the engine is still being loaded.
        self.errands.finished.connect(self._on_pictures_loaded)
        return window

    @Slot()
    def _on_pictures_loaded(self) -> None:
        self.errands.finished.disconnect(self._on_pictures_loaded)
        self._warm_up(self.forecaster.engine_loaded.emit)

    @Slot()
    def _on_closed(self) -> None:
        self.studio.settings.save(self._store)
        self.forecaster.close()
        self.errands.close()
        # The close event that brought us here must be over before the program ends.
        QTimer.singleShot(0, self, self._on_over)

    @Slot()
    def _on_over(self) -> None:
        QApplication.quit()


def run_gui(pictures: Pictures) -> int:
    """Show the window until it is closed; the exit code of the program.

    Where a window stands already, it gets the pictures, and this process ends.
    """
    app = Application(sys.argv[:1])
    name_application(app)
    instance = SingleInstance(own_name(), app)
    if instance.hand_over([path for path in (pictures.photo, pictures.painting) if path is not None]):
        return 0
    apply_theme(app)
    folders = UserFolders.standard()
    start_log(folders.log)
    program = Program(app, QSettings(), folders)
    sys.excepthook = _log_exception
    window = program.open(pictures)
    incoming = Incoming(window, program.studio)
    instance.listen(incoming.take)
    app.send_files_to(incoming)
    code = app.exec()
    instance.close()
    return code


def name_application(app: QApplication) -> None:
    """Tell Qt and the desktop which program this is."""
    app.setApplicationName("Impasto")
    app.setOrganizationName("Impasto")
    app.setApplicationVersion(version())
    app.setDesktopFileName("impasto")
    app.setQuitOnLastWindowClosed(False)
    app.setWindowIcon(icon(paths.resources(), "impasto"))


def _log_exception(kind: type[BaseException], error: BaseException, traceback: object) -> None:
    _log.critical("Unhandled %s", kind.__name__, exc_info=error)
    if sys.stderr is not None:
        sys.__excepthook__(kind, error, error.__traceback__)
    del traceback
