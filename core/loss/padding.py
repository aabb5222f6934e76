"""Maps that are continued over their border by replication, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from torch import Tensor


def replicated(features: Tensor, padded_height: int | None = None, padded_width: int | None = None) -> Tensor:
    """A map with its outermost positions once more on each side; zeros below and to the right where it is to be larger.

    Args:
        features: (B, C, H, W).
        padded_height: Of the result, H + 2 or more; None is H + 2.
        padded_width: The same of its width.

    Returns:
        (B, C, H', W'), channels-last.
    """
    batch, channels, height, width = features.shape
    padded_height, padded_width = padded_height or height + 2, padded_width or width + 2
    padded = torch.empty(
        (batch, channels, padded_height, padded_width),
        dtype=features.dtype,
        device=features.device,
        memory_format=torch.channels_last,
    )
    padded[:, :, 1 : height + 1, 1 : width + 1] = features
    padded[:, :, 0, 1 : width + 1] = features[:, :, 0]
    padded[:, :, height + 1, 1 : width + 1] = features[:, :, -1]
    padded[:, :, : height + 2, 0] = padded[:, :, : height + 2, 1]
    padded[:, :, : height + 2, width + 1] = padded[:, :, : height + 2, width]
    padded[:, :, height + 2 :] = 0
    padded[..., width + 2 :] = 0
    return padded


def folded(by_replicated: Tensor) -> Tensor:
    """The gradient by a map, from that by what `replicated` makes of it, whose memory it takes over.

    Args:
        by_replicated: (B, C, H + 2, W + 2); changed.

    Returns:
        (B, C, H, W), a part of it.
    """
    gradient = by_replicated[:, :, 1:-1, 1:-1]
    for border in (0, -1):
        gradient[:, :, border] += by_replicated[:, :, border, 1:-1]
        gradient[..., border] += by_replicated[:, :, 1:-1, border]
        for other in (0, -1):
            gradient[:, :, border, other] += by_replicated[:, :, border, other]
    return gradient
