"""Where the checkpoints of a run go, and how often.

Importable without torch.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.optimization.checkpoint.manifest import Destination
from core.optimization.checkpoint.pacing import Pacing

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Checkpoints:
    """Where the checkpoints of a run go.

    Attributes:
        folder: Of this run alone; it is there.
        destination: What shall become of the picture, to be remembered.
        pacing: How often they are written.
    """

    folder: Path
    destination: Destination = field(default_factory=Destination)
    pacing: Pacing = field(default_factory=Pacing)
