"""What only the run that goes on needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.run.eta import EtaEstimator
    from app.run.preview_gate import PreviewGate
    from core.optimization.control import RunControl
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
        progress: How much of the work is done, 0 to 1.
        holds: Whether it holds now.
    """

    number: int
    control: RunControl
    gate: PreviewGate
    eta: EtaEstimator
    scale: ScaleStarted | None = None
    progress: float = 0.0
    holds: bool = False
