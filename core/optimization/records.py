"""What a run writes of itself while it goes on: what it can be gone on with from, and how it came about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.optimization.checkpoint.writer import CheckpointWriter
from core.optimization.events import TimelineGrown
from core.optimization.timeline.recorder import TimelineRecorder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import numpy as np
    from numpy.typing import NDArray

    from core.optimization.checkpoint.plan import Checkpoints
    from core.optimization.checkpoint.snapshot import Snapshot
    from core.optimization.timeline.timeline import FrameNote


class Records:
    """The checkpoint and the timeline of one run, as far as they are wanted."""

    def __init__(self, checkpoints: Checkpoints | None, max_memory_bytes: int | None, num_steps: int) -> None:
        """Begin them.

        Args:
            checkpoints: Where they go; None for nowhere.
            max_memory_bytes: How much memory painting may take, to be remembered; None for as much as is free.
            num_steps: Steps that the run has taken already.
        """
        self._writer = None if checkpoints is None else CheckpointWriter(checkpoints, max_memory_bytes)
        plan = None if checkpoints is None else checkpoints.timeline
        self._timeline = None if plan is None else TimelineRecorder(plan, max_memory_bytes, num_steps=num_steps)

    def save(self, snapshot: Callable[[], Snapshot], *, at_once: bool) -> None:
        """Write a checkpoint if it is due, or at once."""
        if self._writer is None:
            return
        if at_once:
            self._writer.write(snapshot())
        else:
            self._writer.write_if_due(snapshot)

    def timeline_so_far(self) -> Iterator[TimelineGrown]:
        """The event with what there is of the timeline."""
        if self._timeline is not None:
            yield TimelineGrown(self._timeline.timeline)

    def add_frame(self, note: FrameNote, view: Callable[[], NDArray[np.uint8]]) -> Iterator[TimelineGrown]:
        """Add a frame to the timeline, if one is due.

        Args:
            note: The present moment.
            view: Gives the picture as it stands: (H, W, 3) uint8 sRGB.
        """
        if self._timeline is not None and self._timeline.add_if_due(note, view):
            yield TimelineGrown(self._timeline.timeline)

    def end_scale(
        self, note: FrameNote, snapshot: Callable[[], Snapshot], *, leads_on: bool
    ) -> Iterator[TimelineGrown]:
        """Add to the timeline what a scale, or a stop in the middle of one, has left.

        Args:
            note: The moment of it.
            snapshot: Gives the run between two scales.
            leads_on: Whether that is where another run can be gone on from.
        """
        if self._timeline is None:
            return
        taken = snapshot()
        has_grown = self._timeline.add(note, taken.view)
        if leads_on and self._timeline.end_scale(note, taken):
            has_grown = True
        if has_grown:
            yield TimelineGrown(self._timeline.timeline)
