"""The signals by which a terminal or a system ends a program, heard in Qt's event loop.

Python runs a signal's handler only between two of its own instructions, of which an idle window executes none. The
number of each signal is therefore written into a socket at once, which wakes the event loop.
"""

from __future__ import annotations

import contextlib
import signal
import socket
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

if TYPE_CHECKING:
    from types import FrameType

# Windows has no SIGHUP.
_NAMES: Final = ("SIGINT", "SIGTERM", "SIGHUP")
_MAX_BYTES: Final = 64


class EndSignals(QObject):
    """Hears signals from its making until it is closed. What is ignored, as under nohup, stays ignored.

    Signals:
        came(int): A signal of this number came.
    """

    came = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading, self._writing = socket.socketpair()
        for each in (self._reading, self._writing):
            each.setblocking(False)
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_readable)
        self._wakeup_before = signal.set_wakeup_fd(self._writing.fileno(), warn_on_full_buffer=False)
        numbers = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
        self._before = {
            number: signal.signal(number, _heard)
            for number in numbers
            if signal.getsignal(number) is not signal.SIG_IGN
        }

    def close(self) -> None:
        """Leave the signals to whoever had them before."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._before = {}
        signal.set_wakeup_fd(self._wakeup_before)
        self._notifier.setEnabled(False)
        self._reading.close()
        self._writing.close()

    @Slot()
    def _on_readable(self) -> None:
        with contextlib.suppress(BlockingIOError):
            for number in self._reading.recv(_MAX_BYTES):
                if number in self._before:
                    self.came.emit(number)


def _heard(_number: int, _frame: FrameType | None) -> None:
    """The socket has the number already; without a handler the signal would end the process."""
