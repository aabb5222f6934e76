"""Ctrl-C, or a system that wants the program to end, stops a run within one step; its picture is kept."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from core.optimization.control import RunControl

# SIGTERM ends services and sessions; SIGHUP tells that the terminal or the connection to it is gone. Windows has no
# SIGHUP.
_NAMES: Final = ("SIGINT", "SIGTERM", "SIGHUP")
_SHELLS_OFFSET: Final = 128
# How long a second Ctrl-C waits for the program to tidy up. A long computation hears of no signal before its end.
_GRACE_S: Final = 2.0


class StopSignals:
    """Stops a run when a signal comes.

    Attributes:
        first: The number of the first signal that came; SIGINT before there was one.
        insisted: Whether Ctrl-C was pressed more than once.
    """

    def __init__(self, control: RunControl) -> None:
        self.first = int(signal.SIGINT)
        self.insisted = False
        self._control = control

    @property
    def exit_code(self) -> int:
        """What a shell expects from a program that such a signal has ended: 130 after Ctrl-C, 143 after SIGTERM."""
        return _SHELLS_OFFSET + self.first

    def handle(self, number: int, _frame: FrameType | None) -> None:
        """Stop the run; a second Ctrl-C ends the program.

        A second SIGTERM or SIGHUP does not: a session that ends sends both, at once.
        """
        # Python calls this once for all that came during one long computation.
        insisted = self.insisted or (self._control.stop_requested and number == signal.SIGINT)
        if not self._control.stop_requested:
            self.first = number
            self._control.stop()
        if insisted:
            raise KeyboardInterrupt


@contextlib.contextmanager
def stopping_on_signals(
    control: RunControl, end_now: Callable[[], object], *, grace_s: float = _GRACE_S
) -> Iterator[StopSignals]:
    """Let signals stop a run for as long as the context lasts; what is ignored, as under nohup, stays ignored.

    Args:
        control: The run's.
        end_now: Ends the process, whatever it is at. Called from another thread when the context has not been left
            ``grace_s`` after a second Ctrl-C, which raises KeyboardInterrupt in it.
        grace_s: How long to wait for that, in seconds.

    Raises:
        KeyboardInterrupt: Ctrl-C was pressed twice.
    """
    signals = StopSignals(control)
    previous = {}
    for name in _NAMES:
        number = getattr(signal, name, None)
        # A shell ignores SIGINT for what it starts in the background; a script may still send it.
        if number is not None and (name == "SIGINT" or signal.getsignal(number) is not signal.SIG_IGN):
            previous[number] = signal.signal(number, signals.handle)
    try:
        with _watching(signals, end_now, grace_s):
            yield signals
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)


@contextlib.contextmanager
def _watching(signals: StopSignals, end_now: Callable[[], object], grace_s: float) -> Iterator[None]:
    """Count each Ctrl-C in another thread: the main one may be deep in a computation, or wait for a disk in vain."""
    if not hasattr(os, "set_blocking"):  # Windows before Python 3.12, where the second Ctrl-C waits for the step
        yield
        return
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    over = threading.Event()

    def watch() -> None:
        num_interrupts = 0
        while numbers := os.read(reading, 64):
            num_interrupts += numbers.count(signal.SIGINT)
            if num_interrupts > 1:
                signals.insisted = True
                if not over.wait(grace_s):
                    end_now()
                return

    watcher = threading.Thread(target=watch, name="impasto-signals", daemon=True)
    before = signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    watcher.start()
    try:
        yield
    finally:
        signal.set_wakeup_fd(before)
        over.set()
        os.close(writing)
        watcher.join()
        os.close(reading)
