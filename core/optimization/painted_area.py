"""What of a painting's picture is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from torch import Tensor

# Of either side, at each end: a strip of frame, mat or wall is seldom broader.
_EDGE_SHARE: Final = 1 / 24


def painted_area(painting: Tensor) -> Tensor:
    """A painting (1, 3, H, W) without its outermost edge, where frames, mats and the wall behind are; a view.

    What stands along all four sides of a painting would be painted along those of the picture.
    """
    rows, columns = (round(side * _EDGE_SHARE) for side in painting.shape[2:])
    return painting[:, :, rows : painting.shape[2] - rows, columns : painting.shape[3] - columns]
