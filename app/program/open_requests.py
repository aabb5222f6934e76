"""Pictures that come from outside while the window stands: a second start, "Open with", files dropped on the icon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from app.studio.landing import Role
from app.studio.offer import Offer
from app.studio.studio import Problem

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.studio.studio import Studio


class OpenRequests(QObject):
    """Brings a window forward and gives its studio what has come; during a run it waits until the run is over."""

    def __init__(self, window: QWidget, studio: Studio) -> None:
        super().__init__(window)
        self._window = window
        self._studio = studio
        self._waiting: tuple[Path, ...] = ()
        studio.readiness_changed.connect(self._on_readiness_changed)

    def take(self, files: tuple[Path, ...]) -> bool:
        """Take these files, the first one as the photo; False once the window is closing."""
        if not self._window.isVisible():
            return False
        come_forward(self._window)
        if files and self._studio.locked:
            self._waiting = files
            words = self.tr("“{name}” will be opened when this picture is done.").format(name=files[0].name)
            self._studio.problem_arose.emit(Problem(words))
        elif files:
            self._studio.accept(Offer(files), None, Role.PHOTO)
        return True

    @Slot()
    def _on_readiness_changed(self) -> None:
        if self._waiting and not self._studio.locked and self._window.isVisible():
            files, self._waiting = self._waiting, ()
            self._studio.accept(Offer(files), None, Role.PHOTO)


def come_forward(window: QWidget) -> None:
    """Show a window in front of the others, as it was before it was minimised."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()
