"""Pictures to tensors and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


def to_tensor(rgb: NDArray[np.uint8], device: torch.device) -> Tensor:
    """(H, W, 3) uint8 sRGB as (1, 3, H, W) float32 in [0, 1]."""
    # Copied, for the pictures' arrays are read-only and torch would warn of writing to them.
    return torch.from_numpy(rgb.copy()).to(device).permute(2, 0, 1)[None].float().div_(255).contiguous()


def to_rgb(canvas: Tensor) -> NDArray[np.uint8]:
    """(1, 3, H, W) in [0, 1] as (H, W, 3) uint8 sRGB, read-only; values outside are clamped."""
    rgb = np.empty((*canvas.shape[2:], 3), np.uint8)
    # One channel at a time: on the way to bytes it takes twice the memory.
    for channel, values in enumerate(canvas.detach()[0]):
        rgb[..., channel] = values.clamp(0, 1).mul_(255).round_().to(torch.uint8).cpu().numpy()
    rgb.flags.writeable = False
    return rgb


def to_deep_rgb(canvas: Tensor) -> NDArray[np.uint16]:
    """(1, 3, H, W) in [0, 1] as (H, W, 3) uint16 sRGB, read-only; values outside are clamped."""
    # By way of int32: torch can do little with uint16.
    deep = np.empty((*canvas.shape[2:], 3), np.uint16)
    for channel, values in enumerate(canvas.detach()[0]):
        deep[..., channel] = values.clamp(0, 1).mul_(65535).round_().to(torch.int32).cpu().numpy()
    deep.flags.writeable = False
    return deep


def over_white(canvas: Tensor, alpha: NDArray[np.uint8]) -> Tensor:
    """(1, 3, H, W) in [0, 1] as it is seen over white through an (H, W) uint8 alpha."""
    opacity = torch.from_numpy(alpha.copy()).to(canvas.device).float().div_(255)
    return 1 - (1 - canvas) * opacity


def resized(image: Tensor, width_px: int, height_px: int) -> Tensor:
    """(B, C, H, W) resampled to the given size, antialiased when it shrinks; not clamped."""
    if tuple(image.shape[2:]) == (height_px, width_px):
        return image
    return F.interpolate(image, (height_px, width_px), mode="bicubic", antialias=True, align_corners=False)


def part_resampled(image: Tensor, box: tuple[float, float, float, float], width_px: int, height_px: int) -> Tensor:
    """A part of (B, C, H, W) resampled to the given size, as `resized` would the whole; not clamped.

    What lies around the part counts as it does in the whole, so the part's edges need not be whole pixels.

    Args:
        image: (B, C, H, W).
        box: Left, top, right and bottom edge of the part, in pixels of the image.
        width_px: Of the result.
        height_px: Of the result.
    """
    left, top, right, bottom = box
    rows = _cubic_weights(top, bottom, height_px, image.shape[2]).to(image)
    columns = _cubic_weights(left, right, width_px, image.shape[3]).to(image)
    return rows @ image @ columns.mT


def _cubic_weights(begin: float, end: float, number: int, length: int) -> Tensor:
    """How much each of so many pixels counts for each of a number of new ones between two edges: (number, length).

    Source: Keys 1981, "Cubic Convolution Interpolation for Digital Image Processing", with a = -1/2.
    """
    step = (end - begin) / number
    centres = begin + (torch.arange(number, dtype=torch.float64) + 0.5) * step
    pixels = torch.arange(length, dtype=torch.float64) + 0.5
    distance = (pixels - centres[:, None]).abs() / max(1.0, step)
    near = (1.5 * distance - 2.5) * distance.square() + 1
    far = ((-0.5 * distance + 2.5) * distance - 4) * distance + 2
    weights = torch.where(distance < 1, near, torch.where(distance < 2, far, 0.0))  # noqa: PLR2004 - pixels away
    return weights / weights.sum(1, keepdim=True)


def blurred(image: Tensor) -> Tensor:
    """(B, C, H, W) under the kernel 1 2 1 down and across; its border is mirrored, so that the map is symmetric.

    With the outermost pixel repeated once, the map is its own transpose, and no value of its spectrum is negative.
    """
    return filtered(filtered(image, 2, (1 / 2, 1 / 4)), 3, (1 / 2, 1 / 4))


def without_pixel_waves(image: Tensor) -> Tensor:
    """(B, C, H, W) without what alternates from pixel to pixel, down or across; broader shapes hardly change.

    A wave of length 2 pixels is taken out, three quarters of one of 4 pixels stay, 98 % of one of 8.

    Source: the filter of order 2 (a fourth difference) of Shapiro 1970, "Smoothing, Filtering, and Boundary Effects".
    """
    weights = (10 / 16, 4 / 16, -1 / 16)
    return filtered(filtered(image, 2, weights), 3, weights)


def filtered(image: Tensor, side: int, weights: Sequence[float]) -> Tensor:
    """An image under a symmetric kernel along one side, its outermost pixel repeated beyond the border.

    Args:
        image: (B, C, H, W).
        side: 2 filters down, 3 across.
        weights: The kernel's, from its middle outwards.
    """
    reach, length = len(weights) - 1, image.shape[side]
    borders = (reach, reach, 0, 0) if side == image.ndim - 1 else (0, 0, reach, reach)
    padded = F.pad(image, borders, mode="replicate")
    result = padded.narrow(side, reach, length) * weights[0]
    for distance, weight in enumerate(weights[1:], 1):
        for first in (reach - distance, reach + distance):
            result.add_(padded.narrow(side, first, length), alpha=weight)
    return result
