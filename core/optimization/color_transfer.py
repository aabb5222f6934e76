"""Whose colours the picture has: recolouring by mean and covariance, and keeping a photo's chrominance."""

from __future__ import annotations

from typing import Final

import torch
from torch import Tensor

# ITU-R BT.601 weights of red, green and blue in the luma of an sRGB picture.
_LUMA: Final = (0.299, 0.587, 0.114)

# Variance added to a palette, in squared sRGB units, so that a picture of one colour still has a square root.
_RIDGE: Final = 1e-5

_BLOCK_PIXELS: Final = 1 << 20


def luma(image: Tensor) -> Tensor:
    """(B, 3, H, W) sRGB in [0, 1] to its luma (B, 1, H, W)."""
    weights = torch.tensor(_LUMA, dtype=image.dtype, device=image.device).view(1, 3, 1, 1)
    return (image * weights).sum(1, keepdim=True)


def recolored(image: Tensor, palette: Tensor, of: Tensor | None = None) -> Tensor:
    """An image given another's mean colour and colour covariance by the affine map that moves its colours least.

    Args:
        image: (1, 3, H, W) sRGB in [0, 1].
        palette: (1, 3, H', W') sRGB in [0, 1].
        of: (1, 3, H'', W''), the picture that the image is a part of, whose colours are given the others'; None where
            it is a whole one.

    Returns:
        (1, 3, H, W), clamped to [0, 1].

    Source: Gatys et al. 2016, "Preserving Color in Neural Artistic Style Transfer", section 4.1, with the symmetric
    map of optimal transport between Gaussians in place of their image-analogies form.
    """
    (mean, covariance), (goal_mean, goal_covariance) = _statistics(image if of is None else of), _statistics(palette)
    goal_root = _power(goal_covariance, 0.5)
    transport = goal_root @ _power(goal_root @ covariance @ goal_root, -0.5) @ goal_root
    shift = goal_mean - transport @ mean
    moved = transport.to(image) @ image[0].flatten(1)
    return moved.add_(shift.to(image)).clamp_(0, 1).view_as(image)


def _statistics(image: Tensor) -> tuple[Tensor, Tensor]:
    """Mean (3, 1) and covariance (3, 3) of the colours of (1, 3, H, W), on the CPU in float64."""
    # Some rows at a time: in float64, a large picture would weigh several times what it does.
    blocks = torch.split(image[0].flatten(1), _BLOCK_PIXELS, dim=1)
    num_pixels = image.shape[2] * image.shape[3]
    mean = torch.stack([block.cpu().double().sum(1, keepdim=True) for block in blocks]).sum(0) / num_pixels
    covariance = _RIDGE * torch.eye(3, dtype=torch.float64)
    for block in blocks:
        centred = block.cpu().double() - mean
        covariance += centred @ centred.T / num_pixels
    return mean, covariance


def _power(matrix: Tensor, exponent: float) -> Tensor:
    values, vectors = torch.linalg.eigh(matrix)
    power: Tensor = (vectors * values.clamp_min(_RIDGE**2).pow(exponent)) @ vectors.mT
    return power


def with_chrominance_of(image: Tensor, photo: Tensor) -> Tensor:
    """The luma of one picture with the chrominance of another.

    Where that colour does not exist in sRGB, its saturation is lowered just enough; luma and hue stay.

    Args:
        image: (1, 3, H, W) sRGB, clamped to [0, 1] first.
        photo: The same shape, in [0, 1].

    Source: Gatys et al. 2016, "Preserving Color in Neural Artistic Style Transfer", section 3 (luminance-only).
    """
    level = luma(image.clamp(0, 1))
    chrominance = photo - luma(photo)
    # How far each channel may leave the level before it reaches the border of sRGB, as a multiple of what is wanted.
    room = torch.where(chrominance > 0, 1 - level, level) / chrominance.abs().clamp_min(1e-6)
    return level + chrominance * room.amin(1, keepdim=True).clamp(max=1)
