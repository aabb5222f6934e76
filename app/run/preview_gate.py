"""Keeps previews from piling up: at most one on its way to the screen, and one per interval."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

PREVIEW_INTERVAL_S: Final = 0.15


class PreviewGate:
    """Asked by the engine before it makes a preview, told when one is sent and when it has been shown. Thread-safe."""

    def __init__(self, interval_s: float = PREVIEW_INTERVAL_S, clock: Callable[[], float] = time.monotonic) -> None:
        self._interval_s = interval_s
        self._clock = clock
        self._lock = threading.Lock()
        self._in_flight = False
        self._next_s = float("-inf")

    def due(self) -> bool:
        """Whether a preview is wanted now.

        A yes promises nothing: a preview for which there is no memory is never sent, and the next one is due as usual.
        """
        with self._lock:
            now_s = self._clock()
            if self._in_flight or now_s < self._next_s:
                return False
            self._next_s = now_s + self._interval_s
            return True

    def sent(self) -> None:
        """Report that a preview is on its way to the screen."""
        with self._lock:
            self._in_flight = True

    def shown(self) -> None:
        """Report that the preview that was on its way is on the screen."""
        with self._lock:
            self._in_flight = False
