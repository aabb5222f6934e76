"""What keeps the grid of the network's pooling out of a picture."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from core.loss.tensors import filtered

if TYPE_CHECKING:
    from torch import Tensor

# The kernels' spectra, sin^8 and cos^16 of half the angle a pixel: the first passes waves of less than 3 pixels, the
# second those that are much longer than ten.
_SHORT_WAVES: Final = tuple((-1) ** k * math.comb(8, 4 + k) / 2**8 for k in range(5))
_LONG_WAVES: Final = tuple(math.comb(16, 8 + k) / 2**16 for k in range(9))


def take_out_weave(gradient: Tensor) -> Tensor:
    """Take out of a gradient, in place, the waves of two to three pixels that run straight down or straight across.

    Maxima are pooled from two by two pixels, so single gradients carry that grid, and paint it into flat areas as a
    weave. A stroke that leans by more than some ten degrees keeps its finest detail. As every step's gradient goes
    through the same filter, steps neither bring such waves nor try to.

    Args:
        gradient: (1, C, H, W); altered.

    Returns:
        The same tensor.
    """
    for channel in gradient.split(1, dim=1):  # one by one, for large canvases
        down, across = (filtered(filtered(channel, side, _SHORT_WAVES), 5 - side, _LONG_WAVES) for side in (2, 3))
        channel.sub_(down).sub_(across)
    return gradient
