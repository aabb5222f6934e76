"""Qt's application, and how its window comes to the front."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from app.words.translation import install_translator

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

    from app.program.open_requests import OpenRequests


class Application(QApplication):
    """Qt's application, which also hears of files in the way macOS tells of them.

    Those that come before there is a window wait for it.
    """

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        install_translator(QCoreApplication.translate)
        self._incoming: OpenRequests | None = None
        self._early: list[Path] = []

    def send_files_to(self, incoming: OpenRequests) -> None:
        """Give files to ``incoming`` from now on."""
        self._incoming = incoming
        early, self._early = tuple(self._early), []
        if early:
            incoming.take(early)

    def event(self, event: QEvent) -> bool:
        """Take the file of an event about a file."""
        if not isinstance(event, QFileOpenEvent):
            return super().event(event)
        if event.file() and self._incoming is None:
            self._early.append(Path(event.file()))
        elif event.file() and self._incoming is not None:
            self._incoming.take((Path(event.file()),))
        return True
