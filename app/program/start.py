"""Starts the window, and hands files to one that stands already."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from app.look.icons import icon
from app.look.theme import apply_theme
from app.program.application import Application
from app.program.open_requests import OpenRequests
from app.program.program import Pictures, Program
from app.program.single_instance import SingleInstance, own_name
from app.system import paths
from app.system.log import start_log
from app.system.user_folders import UserFolders
from app.system.version import version

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def run_gui(pictures: Pictures) -> int:
    """Show the window until it is closed; the exit code of the program.

    Where a window stands already, it gets the pictures, and this process ends.
    """
    app = Application(sys.argv[:1])
    name_application(app)
    instance = SingleInstance(own_name(), app)
    if instance.hand_over([path for path in (pictures.photo, *pictures.paintings) if path is not None]):
        return 0
    apply_theme(app)
    folders = UserFolders.standard()
    start_log(folders.log)
    program = Program(app, QSettings(), folders)
    program.over.connect(app.quit)
    sys.excepthook = _log_exception
    window = program.open(pictures)
    incoming = OpenRequests(window, program.studio.imports)
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
    logging.getLogger(__name__).critical("Unhandled %s", kind.__name__, exc_info=error)
    if sys.stderr is not None:
        sys.__excepthook__(kind, error, error.__traceback__)
    del traceback
