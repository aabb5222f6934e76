"""The dialogs that belong to the program rather than to a picture: its settings, and what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.widgets.about import AboutDialog
from app.window.settings_dialog import SettingsDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.studio.studio import Studio
    from app.window.menus import Menus


class DialogCommands(QObject):
    """Opens them from the menus of a window."""

    def __init__(self, studio: Studio, menus: Menus, window: QWidget) -> None:
        super().__init__(window)
        self._studio = studio
        self._window = window
        menus.settings_wanted.connect(self._on_settings_wanted)
        menus.about_wanted.connect(self._on_about_wanted)

    @Slot()
    def _on_settings_wanted(self) -> None:
        SettingsDialog(self._studio, self._window).open()

    @Slot()
    def _on_about_wanted(self) -> None:
        AboutDialog(self._window.windowIcon(), self._window).open()
