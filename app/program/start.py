"""Starts the window, and hands files to one that stands already."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from app.look.icons import icon
from app.look.theme import apply, follow_accent
from app.program.application import Application
from app.program.end_signals import EndSignals
from app.program.ending import Ending
from app.program.open_requests import OpenRequests
from app.program.program import Pictures, Program
from app.program.single_instance import SingleInstance, own_name
from app.studio.preferences import Preferences
from app.system import paths
from app.system.crash_file import start_crash_file
from app.system.languages import SpokenLanguage
from app.system.log import log_unhandled_exceptions, start_log
from app.system.qt_messages import qt_messages_logged
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
    folders = UserFolders.standard()
    start_log(folders.log)
    start_crash_file(folders.log)
    log_unhandled_exceptions()
    with qt_messages_logged():
        store = QSettings()
        preferences = Preferences(store)
        apply(app, preferences.appearance)
        SpokenLanguage(app, preferences.language)
        program = Program(app, store, folders)
        program.over.connect(app.quit)
        window = program.open(pictures)
        follow_accent(app, window)
        incoming = OpenRequests(window, program.studio.imports, program.studio.presets)
        instance.listen(incoming.take)
        app.send_files_to(incoming)
        ending, signals = Ending(program, store), EndSignals(app)
        signals.came.connect(ending.end)
        ending.follow_session(app)
        code = app.exec()
        signals.close()
        instance.close()
    return code or ending.exit_code


def name_application(app: QApplication) -> None:
    """Tell Qt and the desktop which program this is."""
    app.setApplicationName("Impasto")
    app.setOrganizationName("Impasto")
    app.setApplicationVersion(version())
    app.setDesktopFileName("impasto")
    app.setQuitOnLastWindowClosed(False)
    app.setWindowIcon(icon(paths.resources(), "impasto"))
