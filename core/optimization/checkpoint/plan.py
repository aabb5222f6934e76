"""Where the checkpoints of a run go, and how often.

Importable without torch.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.optimization.checkpoint.manifest import Delivery
from core.optimization.checkpoint.pacing import Pacing

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Checkpoints:
    """Where the checkpoints of a run go.

    Attributes:
        folder: Of this run alone; it is there.
        delivery: What shall become of the picture, to be remembered.
        pacing: How often they are written.
    """

    folder: Path
    delivery: Delivery = field(default_factory=Delivery)
    pacing: Pacing = field(default_factory=Pacing)
