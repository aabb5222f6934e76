"""How much of the processor is left to other programs while a picture is painted.

A lower priority alone cannot be it: on Linux nobody but the system's owner raises a priority again, and it must change
while a picture is being painted. So it is the number of threads that compute. Importable without torch.
"""

from __future__ import annotations

from enum import StrEnum

from core.machine.threads import num_threads, set_num_threads


class Courtesy(StrEnum):
    """How much is left to others."""

    NOTHING = "nothing"
    SOME = "some"
    HALF = "half"


def num_threads_for(courtesy: Courtesy, num_usual: int) -> int:
    """How many threads compute: all, three quarters or half of them; at least one.

    Args:
        courtesy: How much is left to others.
        num_usual: Those that torch uses by itself.
    """
    share = {Courtesy.NOTHING: 1.0, Courtesy.SOME: 0.75, Courtesy.HALF: 0.5}[courtesy]
    return max(1, int(share * num_usual))


class ThreadShare:
    """Has a thread compute with as many threads as courtesy allows; the wish may come from another thread.

    Attributes:
        wanted: How much is to be left to others from the next step on.
    """

    def __init__(self) -> None:
        self.wanted = Courtesy.NOTHING
        self._num_usual: int | None = None

    def apply(self) -> None:
        """Follow what is wanted: to be called between two steps, in the thread that computes, once torch is loaded."""
        wanted = self.wanted
        if self._num_usual is None:
            if wanted is Courtesy.NOTHING:
                return
            # Torch sets the number anew when a thread computes for the first time; this makes it do so before.
            import torch  # noqa: PLC0415 - loaded already where this is called; the window must not wait for it

            self._num_usual = torch.get_num_threads()
        num_wanted = num_threads_for(wanted, self._num_usual)
        if num_threads() != num_wanted:
            set_num_threads(num_wanted)
