"""Where the checkpoints of a run and its timeline go, and how often.

Importable without torch.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.optimization.checkpoint.manifest import Destination
from core.optimization.checkpoint.pacing import Pacing

if TYPE_CHECKING:
    from pathlib import Path

    from core.optimization.timeline.plan import TimelinePlan


@dataclass(frozen=True, slots=True)
class Checkpoints:
    """Where the checkpoints of a run go.

    Attributes:
        folder: Of this run alone; it is there.
        destination: What shall become of the picture, to be remembered.
        pacing: How often they are written.
        timeline: Where the run's timeline goes; None for nowhere.
    """

    folder: Path
    destination: Destination = field(default_factory=Destination)
    pacing: Pacing = field(default_factory=Pacing)
    timeline: TimelinePlan | None = None
