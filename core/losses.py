"""The losses, each a small pure function of feature maps or pixels.

All are **relative**: an error divided by the squared norm of its target. One weight then means the same for
every layer, picture size and painting.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# Guards the division by the squared norm of a target that is all zeros (a black painting's deep layer).
_TINY = 1e-12


def gram_matrix(features: Tensor) -> Tensor:
    """Uncentred second moments between the channels of a feature map, averaged over positions.

    Args:
        features: (B, C, H, W).

    Returns:
        (B, C, C), symmetric, in float32 or better whatever the precision of the features: a Gram matrix summed in
        half precision is too coarse to follow.

    Source: Gatys et al. 2016, eq. 3. Differs from Gatys et al.: divided by the number of positions, so that
    pictures of different sizes compare.
    """
    # (B, H * W, C): without a copy when the features lie channels-last in memory, as the network makes them.
    positions = features.movedim(1, -1).flatten(1, 2)
    if positions.dtype in (torch.float16, torch.bfloat16):
        positions = positions.float()
    return positions.mT @ positions / positions.shape[1]


def relative_squared_error(value: Tensor, target: Tensor) -> Tensor:
    """``|value - target|² / |target|²``: 0 at the target, 1 for a value of all zeros.

    Args:
        value: Any shape.
        target: The same shape.
    """
    return (value - target).square().sum() / target.square().sum().clamp_min(_TINY)


def content_loss(features: Tensor, target: Tensor) -> Tensor:
    """How far a feature map is from the photo's, relative to the photo's.

    Differs from Gatys et al. (eq. 1): divided by the squared norm of the target instead of halved, so that its
    balance with the style loss hardly depends on the photo.

    Args:
        features: (B, C, H, W) of the canvas.
        target: The same shape, of the photo.
    """
    return relative_squared_error(features, target)


def gram_style_loss(features: Mapping[str, Tensor], targets: Mapping[str, Tensor]) -> Tensor:
    """How far the Gram matrices of the canvas are from the painting's, averaged over the layers.

    Differs from Gatys et al. (eq. 4 and 5): each layer's error is divided by the squared norm of its target
    instead of by ``4 N² M²``, so that no layer drowns the others.

    Args:
        features: (B, C, H, W) of the canvas by layer name.
        targets: (B, C, C) Gram matrices of the painting, for some of those layers; the loss is taken at these.
    """
    errors = [relative_squared_error(gram_matrix(features[layer]), target) for layer, target in targets.items()]
    return torch.stack(errors).mean()


def total_variation(image: Tensor) -> Tensor:
    """Mean squared difference between neighbouring pixels, down and across.

    Args:
        image: (B, C, H, W).

    Source: the squared form of Mahendran and Vedaldi 2015, "Understanding Deep Image Representations by
    Inverting Them", eq. 4 with beta = 2, averaged instead of summed.
    """
    down = (image[:, :, 1:] - image[:, :, :-1]).square().mean()
    across = (image[..., 1:] - image[..., :-1]).square().mean()
    return down + across


def weighted_mean(tensors: Sequence[Tensor], weights: Sequence[float]) -> Tensor:
    """The mean of equally shaped tensors, each with its weight.

    Args:
        tensors: At least one.
        weights: As many, not negative, not all zero.
    """
    total = sum(weights)
    return torch.stack([tensor * (weight / total) for tensor, weight in zip(tensors, weights, strict=True)]).sum(0)
