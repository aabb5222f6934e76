"""What only the run that goes on needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.run.eta import EtaEstimator
from app.run.job import RunProgress
from app.run.preview_gate import PreviewGate
from app.run.worker import RunOrder
from core.optimization.control import RunControl

if TYPE_CHECKING:
    from app.run.job import Job
    from app.run.kept_run import RunFolders
    from core.optimization.events import ScaleStarted


@dataclass(slots=True)
class ActiveRun:
    """The run that goes on.

    Attributes:
        number: Of its job.
        control: Takes commands.
        gate: Says when a preview is wanted.
        eta: Tells how long it still takes.
        scale: The present one; None before the first.
        holds: Whether it holds now.
    """

    number: int
    control: RunControl = field(default_factory=RunControl)
    gate: PreviewGate = field(default_factory=PreviewGate)
    eta: EtaEstimator = field(default_factory=EtaEstimator)
    scale: ScaleStarted | None = None
    holds: bool = False

    def order(self, job: Job, folders: RunFolders | None, max_memory_bytes: int | None) -> RunOrder:
        """What the worker is to do."""
        return RunOrder(
            job.recipe,
            self.control,
            self.gate,
            folders,
            job.resume_from,
            job.branch_from,
            job.expected_inputs,
            max_memory_bytes,
        )

    def advanced(self, step: int, progress: float, now_s: float) -> RunProgress | None:
        """How far it is after so many steps of its scale; None before the first scale.

        Args:
            step: Steps done within the scale.
            progress: How much of the work is done, 0 to 1.
            now_s: What the clock shows.
        """
        if self.scale is None:
            return None
        # What a run still takes does not depend on how long it was paused.
        working_s = now_s - self.control.held_s
        self.eta.add(working_s, progress)
        return RunProgress(self.scale, step, progress, self.eta.remaining_s(working_s))
