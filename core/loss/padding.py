"""Convolutions of maps that are continued over their border by replication, with the same result on every device."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch.nn import functional as F
from torch.nn.grad import conv2d_input

if TYPE_CHECKING:
    from torch import Tensor, nn


def convolved(features: Tensor, convolution: nn.Conv2d) -> Tensor:
    """A convolution of 3 x 3, without padding of its own, of a map whose outermost positions repeat themselves.

    The gradient is by the features alone: the convolution's weights are given. ``F.pad`` would have the same values,
    but its gradient on CUDA is not deterministic, and autograd would remember the padded map beside the map itself.

    Args:
        features: (B, C, H, W).
        convolution: Of C channels.

    Returns:
        (B, C', H, W).
    """
    result: Tensor = _ConvolutionOfReplicated.apply(features, convolution.weight, convolution.bias)
    return result


class _ConvolutionOfReplicated(torch.autograd.Function):
    @staticmethod
    def forward(
        ctx: torch.autograd.function.FunctionCtx, features: Tensor, weight: Tensor, bias: Tensor | None
    ) -> Tensor:
        ctx.save_for_backward(weight)
        return F.conv2d(replicated(features), weight, bias)

    @staticmethod
    def backward(ctx: torch.autograd.function.FunctionCtx, by_result: Tensor) -> tuple[Tensor, None, None]:
        (weight,) = ctx.saved_tensors  # type: ignore[attr-defined] # torch does not declare it
        batch, _, height, width = by_result.shape
        shape = batch, weight.shape[1], height + 2, width + 2
        by_replicated = conv2d_input(shape, weight, by_result)  # type: ignore[no-untyped-call] # torch does not declare it
        return folded(by_replicated), None, None


def replicated(features: Tensor) -> Tensor:
    """(B, C, H, W) with its outermost positions once more on each side: (B, C, H + 2, W + 2), channels-last."""
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


def folded(by_replicated: Tensor) -> Tensor:
    """The gradient by a map, (B, C, H, W), from that by what `replicated` makes of it, which is left as it is."""
    gradient = by_replicated[:, :, 1:-1, 1:-1].clone(memory_format=torch.channels_last)
    for border in (0, -1):
        gradient[:, :, border] += by_replicated[:, :, border, 1:-1]
        gradient[..., border] += by_replicated[:, :, 1:-1, border]
        for other in (0, -1):
            gradient[:, :, border, other] += by_replicated[:, :, border, other]
    return gradient
