"""How far a run has come in its schedule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.optimization.timeline.timeline import FrameNote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.optimization.schedule import Scale


class Position:
    """The place in a schedule.

    Attributes:
        number: Of the scale that is being painted or will be next, from 1.
        step: Steps done at it.
        num_steps: Steps taken at all scales.
    """

    def __init__(self, scales: Sequence[Scale]) -> None:
        """At the beginning of some scales, coarse to fine."""
        self.number, self.step, self.num_steps = 1, 0, 0
        self._scales = tuple(scales)
        self._work = sum(scale.work for scale in scales)

    def move_to(self, number: int, step: int, num_steps: int) -> None:
        """Go on from another place.

        Raises:
            ValueError: If the schedule has no such place.
        """
        in_schedule = 1 <= number <= len(self._scales) and 0 <= step <= self._scales[number - 1].num_steps
        if not in_schedule or num_steps < step:
            msg = f"no step {step} of scale {number}"
            raise ValueError(msg)
        self.number, self.step, self.num_steps = number, step, num_steps

    @property
    def scales_left(self) -> tuple[Scale, ...]:
        """The scale that is being painted or will be next, and all further ones."""
        return self._scales[self.number - 1 :]

    @property
    def num_scales(self) -> int:
        """How many scales there are."""
        return len(self._scales)

    def end_step(self) -> None:
        """A step has been taken."""
        self.step += 1
        self.num_steps += 1

    def end_scale(self) -> None:
        """A scale has been painted, perhaps in fewer steps than it was given."""
        self.number, self.step = self.number + 1, 0

    @property
    def progress(self) -> float:
        """How much of the work is done, 0 to 1, counted in pixels computed."""
        done = sum(scale.work for scale in self._scales[: self.number - 1])
        if self.step > 0:
            scale = self._scales[self.number - 1]
            done += scale.work * self.step / scale.num_steps
        return done / self._work

    @property
    def note(self) -> FrameNote:
        """The place, for a frame of the timeline; not after the last scale."""
        scale_px = self._scales[self.number - 1].scale_px
        return FrameNote(self.num_steps, self.number, self.num_scales, scale_px, self.step, self.progress)
