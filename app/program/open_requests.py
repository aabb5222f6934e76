"""Pictures and presets from outside while the window stands: a second start, "Open with", drops on the icon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from app.studio.offer import Offer
from app.studio.picture_roles import Role

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.studio.picture_import import PictureImport
    from app.studio.presets import Presets


class OpenRequests(QObject):
    """Brings a window forward and gives its draft what has come, also while a picture is being painted."""

    def __init__(self, window: QWidget, imports: PictureImport, presets: Presets) -> None:
        super().__init__(window)
        self._window = window
        self._imports = imports
        self._presets = presets

    def take(self, files: tuple[Path, ...]) -> bool:
        """Take these files; False once the window is closing.

        The first picture is the photo, or tells how it was painted.
        """
        if not self._window.isVisible():
            return False
        come_forward(self._window)
        files = self._presets.take_from(files)
        if len(files) == 1:
            self._imports.open(files[0])
        elif files:
            self._imports.accept(Offer(files), None, Role.PHOTO)
        return True


def come_forward(window: QWidget) -> None:
    """Show a window in front of the others, as it was before it was minimised."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()
