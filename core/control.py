"""The one way to speak to a run that goes on. Thread-safe; the engine polls it at each step."""

from __future__ import annotations

import threading


class RunControl:
    """Commands from the person to one run. Call from any thread."""

    def __init__(self) -> None:
        self._stop = threading.Event()

    def stop(self) -> None:
        """Ask the run to end within one step, keeping the picture."""
        self._stop.set()

    @property
    def stop_requested(self) -> bool:
        """Whether :meth:`stop` has been called."""
        return self._stop.is_set()
