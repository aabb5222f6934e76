"""Total variation: how noisy a canvas is."""

from __future__ import annotations

import torch
from torch import Tensor


def total_variation(image: Tensor) -> tuple[Tensor, Tensor]:
    """Mean squared difference between neighbouring pixels, down and across, and its gradient.

    The gradient is written down instead of left to autograd, which would keep several copies of a large picture.

    Args:
        image: (B, C, H, W).

    Returns:
        The value, and its gradient by the image.

    Source: the squared form of Mahendran and Vedaldi 2015, "Understanding Deep Image Representations by
    Inverting Them", eq. 4 with beta = 2, averaged instead of summed.
    """
    value, gradient = torch.zeros((), dtype=image.dtype, device=image.device), torch.zeros_like(image)
    for side in (2, 3):
        length = image.shape[side] - 1
        change = image.narrow(side, 1, length) - image.narrow(side, 0, length)
        value += torch.linalg.vector_norm(change).square() / change.numel()
        change *= 2 / change.numel()
        gradient.narrow(side, 1, length).add_(change)
        gradient.narrow(side, 0, length).sub_(change)
    return value, gradient
