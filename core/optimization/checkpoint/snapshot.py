"""What is written of a run at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

    from core.optimization.checkpoint.manifest import FileAtPath
    from core.optimization.run_state import RunState

# Of the picture that lies beside a checkpoint, for people to tell what it is of.
LONGEST_SIDE_PX_OF_VIEW: Final = 640


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """A run between two steps. To be written before the next one.

    Attributes:
        state: All that it knows.
        inputs: The pictures that it paints from.
        progress: How much of its work is done, 0 to 1.
        view: Gives the picture so far, for people to recognise: (H, W, 3) uint8 sRGB.
        stopped: Whether it has been stopped on purpose.
    """

    state: RunState
    inputs: tuple[FileAtPath, ...]
    progress: float
    view: Callable[[], NDArray[np.uint8]]
    stopped: bool = False
