"""Ctrl-C, or a system that wants the program to end, stops a run within one step; its picture is kept."""

from __future__ import annotations

import contextlib
import signal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

    from core.optimization.control import RunControl

# SIGTERM ends services and sessions; SIGHUP tells that the terminal or the connection to it is gone. Windows has no
# SIGHUP.
_NAMES: Final = ("SIGINT", "SIGTERM", "SIGHUP")
_SHELLS_OFFSET: Final = 128


class StopSignals:
    """Stops a run when a signal comes.

    Attributes:
        first: The number of the first signal that came; SIGINT before there was one.
    """

    def __init__(self, control: RunControl) -> None:
        self.first = int(signal.SIGINT)
        self._control = control

    @property
    def exit_code(self) -> int:
        """What a shell expects from a program that such a signal has ended: 130 after Ctrl-C, 143 after SIGTERM."""
        return _SHELLS_OFFSET + self.first

    def handle(self, number: int, _frame: FrameType | None) -> None:
        """Stop the run; a second Ctrl-C ends the program.

        A second SIGTERM or SIGHUP does not: a session that ends sends both, at once.
        """
        if not self._control.stop_requested:
            self.first = number
            # Ctrl-C is somebody's wish; the others come from a system that ends whatever goes on.
            self._control.stop(to_be_continued=number != signal.SIGINT)
        elif number == signal.SIGINT:
            raise KeyboardInterrupt


@contextlib.contextmanager
def stopping_on_signals(control: RunControl) -> Iterator[StopSignals]:
    """Let signals stop a run for as long as the context lasts; what is ignored, as under nohup, stays ignored."""
    signals = StopSignals(control)
    previous = {}
    for name in _NAMES:
        number = getattr(signal, name, None)
        # A shell ignores SIGINT for what it starts in the background; a script may still send it.
        if number is not None and (name == "SIGINT" or signal.getsignal(number) is not signal.SIG_IGN):
            previous[number] = signal.signal(number, signals.handle)
    try:
        yield signals
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)
