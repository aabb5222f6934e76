"""How often a checkpoint is written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pacing:
    """How much may be lost, and how much keeping it may cost; where both cannot be, the second counts.

    Attributes:
        interval_s: So often is a checkpoint written, in seconds.
        largest_share: Of the time since the last one that writing the next may take.
    """

    interval_s: float = 10.0
    largest_share: float = 0.03


class PaceKeeper:
    """Says when a checkpoint is due, from what the former ones have taken."""

    def __init__(self, pacing: Pacing, now_s: float) -> None:
        """Begin to count.

        Args:
            pacing: How often.
            now_s: The present reading of the clock that all further times are of.
        """
        self._pacing = pacing
        self._last_s = now_s
        self._cost_s = 0.0
        self._seconds_per_byte = 0.0

    def may_be_due(self, now_s: float) -> bool:
        """Whether a checkpoint would be due that cost no more than the last one."""
        wait_s = max(self._pacing.interval_s, self._cost_s / self._pacing.largest_share)
        return now_s - self._last_s >= wait_s

    def is_due(self, now_s: float, num_bytes: int) -> bool:
        """Whether a checkpoint is due for which so many bytes have to be written."""
        expected_s = num_bytes * self._seconds_per_byte
        return self.may_be_due(now_s) and now_s - self._last_s >= expected_s / self._pacing.largest_share

    def note(self, begun_s: float, ended_s: float, num_bytes: int) -> None:
        """Take note of a checkpoint that was written, or tried to be."""
        self._last_s = ended_s
        self._cost_s = ended_s - begun_s
        if num_bytes > 0:
            self._seconds_per_byte = self._cost_s / num_bytes
