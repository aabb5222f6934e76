"""The desktop's own bus on Linux, over which it is told what a window has to tell. Nothing leaves the computer."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtDBus import QDBusMessage


def call(service: str, path: str, interface: str, method: str, arguments: Sequence[object]) -> bool:
    """Call a method of a service, without waiting for what comes of it; whether there is such a service.

    Args:
        service: Who is called.
        path: Of its object.
        interface: Of that object.
        method: Of that interface.
        arguments: Texts, truth values, fractions, and dictionaries of those.
    """
    if not has_bus():
        return False
    from PySide6.QtDBus import QDBusConnection, QDBusMessage  # noqa: PLC0415 - not wanted at the start, nor elsewhere

    # This asks the bus itself, which answers at once.
    if service not in QDBusConnection.sessionBus().interface().registeredServiceNames().value():
        return False
    return _sent(QDBusMessage.createMethodCall(service, path, interface, method), arguments)


def signal(path: str, interface: str, name: str, arguments: Sequence[object]) -> bool:
    """Tell something to whoever listens; whether there is a bus. The arguments are those of :func:`call`."""
    if not has_bus():
        return False
    from PySide6.QtDBus import QDBusMessage  # noqa: PLC0415 - as above

    return _sent(QDBusMessage.createSignal(path, interface, name), arguments)


def has_bus() -> bool:
    """Whether the desktop has such a bus; else Qt would try to start one."""
    return sys.platform.startswith("linux") and bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS"))


def _sent(message: QDBusMessage, arguments: Sequence[object]) -> bool:
    from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - as above

    message.setArguments(list(arguments))
    return QDBusConnection.sessionBus().send(message)
