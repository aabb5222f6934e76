"""Notices of the desktop's own, for while the window is not looked at.

On Linux they go through the desktop's portal, which GNOME, KDE and others have; elsewhere, and where there is none,
through an icon that stands in the tray for as long as there is a notice.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon

from app.system import session_bus

_PORTAL: Final = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop")
_INTERFACE: Final = "org.freedesktop.portal.Notification"
# The same for all: a newer notice takes the place of the former one.
_ID: Final = "picture"


class DesktopNotices(QObject):
    """One notice at a time.

    Signals:
        pressed(): The person wants to see what it tells of.
    """

    pressed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told = False
        self._tray: QSystemTrayIcon | None = None

    def tell(self, what: str, detail: str) -> None:
        """Show a notice, without a sound."""
        self._told = True
        notice = {"title": what, "body": detail, "priority": "low"}
        if session_bus.call(*_PORTAL, _INTERFACE, "AddNotification", [_ID, notice]):
            return
        if not QSystemTrayIcon.isSystemTrayAvailable() or not QSystemTrayIcon.supportsMessages():
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(QGuiApplication.windowIcon(), self)
            self._tray.messageClicked.connect(self.pressed)
            self._tray.activated.connect(self.pressed)
        self._tray.show()
        self._tray.showMessage(what, detail, QGuiApplication.windowIcon())

    @Slot()
    def withdraw(self) -> None:
        """Take the notice back: the person has seen for themselves."""
        if not self._told:
            return
        self._told = False
        session_bus.call(*_PORTAL, _INTERFACE, "RemoveNotification", [_ID])
        if self._tray is not None:
            self._tray.hide()
