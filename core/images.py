"""Image files in and out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A picture in memory, as it should be seen.

    Attributes:
        rgb: (H, W, 3) uint8, sRGB, upright, read-only. Where the picture is transparent: as seen over white.
        alpha: (H, W) uint8, 255 where opaque, read-only; None for an opaque picture.
    """

    rgb: NDArray[np.uint8]
    alpha: NDArray[np.uint8] | None = None
