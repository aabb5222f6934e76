"""Padding by replication, deterministic on every device and with one copy of the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from torch import Tensor


def pad_by_replication(features: Tensor) -> Tensor:
    """Repeat the border positions of (B, C, H, W) once on each side: (B, C, H + 2, W + 2), channels-last in memory.

    Same values as ``F.pad(mode="replicate")``, whose gradient on CUDA is not deterministic.
    """
    padded: Tensor = _Replication.apply(features)
    return padded


class _Replication(torch.autograd.Function):
    """One copy forward and one back, where slices and concatenations would take several each."""

    @staticmethod
    def forward(_ctx: torch.autograd.function.FunctionCtx, features: Tensor) -> Tensor:
        batch, channels, height, width = features.shape
        padded = torch.empty(
            (batch, channels, height + 2, width + 2),
            dtype=features.dtype,
            device=features.device,
            memory_format=torch.channels_last,
        )
        padded[:, :, 1:-1, 1:-1] = features
        padded[:, :, 0, 1:-1] = features[:, :, 0]
        padded[:, :, -1, 1:-1] = features[:, :, -1]
        padded[..., 0] = padded[..., 1]
        padded[..., -1] = padded[..., -2]
        return padded

    @staticmethod
    def backward(_ctx: torch.autograd.function.FunctionCtx, by_padded: Tensor) -> Tensor:
        gradient = by_padded[:, :, 1:-1, 1:-1].clone(memory_format=torch.channels_last)
        for border in (0, -1):
            gradient[:, :, border] += by_padded[:, :, border, 1:-1]
            gradient[..., border] += by_padded[:, :, 1:-1, border]
            for other in (0, -1):
                gradient[:, :, border, other] += by_padded[:, :, border, other]
        return gradient
