"""Where the timeline of a run goes, and what it may cost.

Importable without torch.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.optimization.checkpoint.pacing import Pacing

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class TimelinePlan:
    """Where the timeline of a run goes.

    Attributes:
        folder: Of this run alone; it is there. What it holds of steps that the run has yet to take is removed.
        pacing: How often a frame is made; usually after every step, but for what that may cost.
    """

    folder: Path
    pacing: Pacing = field(default_factory=lambda: Pacing(interval_s=0, largest_share=0.01))
