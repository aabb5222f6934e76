"""Shows a file where it lies, in the system's own file manager.

Source: org.freedesktop.FileManager1, the File Manager D-Bus Interface of freedesktop.org, on Linux.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QProcess, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from app.system.session_bus import has_bus

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtDBus import QDBusPendingCallWatcher

_SERVICE: Final = "org.freedesktop.FileManager1"
_OBJECT: Final = "/org/freedesktop/FileManager1"


class FileManager(QObject):
    """Opens the folder of a file with the file selected where the system can do that, else the folder alone."""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        platform: str = sys.platform,
        start: Callable[[str, Sequence[str]], object] = QProcess.startDetached,
        open_url: Callable[[QUrl], object] = QDesktopServices.openUrl,
    ) -> None:
        """Speak to a file manager.

        Args:
            parent: The owner.
            platform: The system, as ``sys.platform`` names it.
            start: Starts a program with some arguments, and does not wait for it.
            open_url: Opens a folder.
        """
        super().__init__(parent)
        self._platform = platform
        self._start = start
        self._open_url = open_url
        self._asked: dict[QDBusPendingCallWatcher, Path] = {}

    def reveal(self, path: Path) -> None:
        """Show a file."""
        if self._platform == "win32":
            self._start("explorer.exe", [f"/select,{path}"])
        elif self._platform == "darwin":
            self._start("open", ["-R", str(path)])
        elif not self._ask_on_bus(path):
            self._open_folder(path)

    def _open_folder(self, path: Path) -> None:
        self._open_url(QUrl.fromLocalFile(str(path.parent)))

    def _ask_on_bus(self, path: Path) -> bool:
        """Ask whatever file manager answers on the session's bus; whether there is a bus."""
        if not has_bus():
            return False
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher  # noqa: PLC0415 - Linux alone

        bus = QDBusConnection.sessionBus()
        message = QDBusMessage.createMethodCall(_SERVICE, _OBJECT, _SERVICE, "ShowItems")
        address = QUrl.fromLocalFile(str(path)).toString(QUrl.ComponentFormattingOption.FullyEncoded)
        message.setArguments([[address], ""])
        watcher = QDBusPendingCallWatcher(bus.asyncCall(message), self)
        self._asked[watcher] = path
        watcher.finished.connect(self._on_answered)
        return True

    @Slot(object)
    def _on_answered(self, watcher: QDBusPendingCallWatcher) -> None:
        path = self._asked.pop(watcher)
        if watcher.isError():
            self._open_folder(path)
        watcher.deleteLater()
