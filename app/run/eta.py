"""How long a run still takes, learned from how it has gone so far, and the words for it."""

from __future__ import annotations

import math
from typing import Final

_SETTLE_S: Final = 1.5
_SETTLE_PROGRESS: Final = 0.02
_MIN_MEMORY_S: Final = 4.0
_MEMORY_SHARE: Final = 0.3


class EtaEstimator:
    """Turns the progress of a run, as it is reported, into the seconds that are left.

    The speed is a running average that forgets: what happened longer ago than about a third of the run so far hardly
    counts. So a run that becomes slower as its scales grow, or faster when the computer is free again, is followed
    within a few steps, and a single slow step does not make the figure jump.
    """

    def __init__(self) -> None:
        self._start: tuple[float, float] | None = None
        self._last = (0.0, 0.0)
        self._speed: float | None = None

    def add(self, now_s: float, progress: float) -> None:
        """Take note that at ``now_s`` the share ``progress`` (0 to 1) of the work was done."""
        if self._start is None:
            self._start = self._last = (now_s, progress)
            return
        last_s, last_progress = self._last
        elapsed_s, gained = now_s - last_s, progress - last_progress
        if elapsed_s <= 0 or gained < 0:
            return
        self._last = (now_s, progress)
        speed = gained / elapsed_s
        if self._speed is None:
            self._speed = speed
            return
        memory_s = max(_MIN_MEMORY_S, _MEMORY_SHARE * (now_s - self._start[0]))
        kept = math.exp(-elapsed_s / memory_s)
        self._speed = kept * self._speed + (1 - kept) * speed

    def remaining_s(self, now_s: float) -> float | None:
        """Seconds left, or None while there is too little to judge by."""
        if self._start is None or not self._speed:
            return None
        last_s, progress = self._last
        if last_s - self._start[0] < _SETTLE_S or progress - self._start[1] < _SETTLE_PROGRESS:
            return None
        return max(0.0, (1 - progress) / self._speed - (now_s - last_s))
