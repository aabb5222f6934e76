"""How much of the processor is left to other programs while a picture is painted.

A lower priority alone cannot be it: on Linux nobody but the system's owner raises a priority again, and it must change
while a picture is being painted. So it is the number of threads that compute.
"""

from __future__ import annotations

from enum import StrEnum

from core.machine.threads import num_threads, set_num_threads


class Courtesy(StrEnum):
    """How much is left to others."""

    NOTHING = "nothing"
    SOME = "some"
    HALF = "half"


def num_threads_for(courtesy: Courtesy, num_processors: int) -> int:
    """How many threads compute: all, three quarters of the processors, or half of them; at least one.

    Args:
        courtesy: How much is left to others.
        num_processors: Those that torch would use by itself.
    """
    share = {Courtesy.NOTHING: 1.0, Courtesy.SOME: 0.75, Courtesy.HALF: 0.5}[courtesy]
    return max(1, int(share * num_processors))


class ThreadShare:
    """Has the thread that asks compute with as many threads as courtesy allows; the wish may come from another thread.

    Attributes:
        wanted: How much is to be left to others from the next step on.
    """

    def __init__(self) -> None:
        self.wanted = Courtesy.NOTHING
        self._applied = Courtesy.NOTHING
        self._usual: int | None = None

    def apply(self) -> None:
        """Follow what is wanted: to be called between two steps, in the thread that computes."""
        wanted = self.wanted
        if wanted is self._applied:
            return
        usual = self._usual or num_threads()
        if set_num_threads(num_threads_for(wanted, usual)):
            self._usual, self._applied = usual, wanted
