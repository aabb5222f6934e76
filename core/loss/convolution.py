"""Convolutions of maps that are continued over their border by replication, with the same result on every device."""

from __future__ import annotations

from typing import Final, Self

import torch
from torch import Tensor, nn
from torch.nn import functional as F
from torch.nn.grad import conv2d_input

from core.loss.padding import folded, replicated
from core.loss.winograd import convolved, gradient_by_padded, padded_length, transformed_weight

# With fewer channels, transforming maps costs more than the products that it saves.
_FEWEST_CHANNELS: Final = 16


class Convolution(nn.Module):
    """A convolution of 3 x 3 whose weights are given: only maps have gradients.

    ``F.pad`` before a plain convolution would have the same values, but its gradient on CUDA is not deterministic, and
    autograd would remember the padded map beside the map itself.
    """

    def __init__(self, weight: Tensor, bias: Tensor) -> None:
        """Take the weights.

        Args:
            weight: (C', C, 3, 3).
            bias: (C',).
        """
        super().__init__()
        self.weight: Tensor
        self.bias: Tensor
        self.register_buffer("weight", weight)
        self.register_buffer("bias", bias)
        # What `_WithFewerProducts` computes with, and the weights that it was made of.
        self._transformed: Tensor | None = None
        self._transformed_from: Tensor | None = None

    @classmethod
    def of(cls, layer: nn.Conv2d) -> Self:
        """The same convolution, but for its padding, with the weights in the layout that suits it."""
        assert layer.bias is not None  # noqa: S101 - VGG's have one
        return cls(layer.weight.detach().contiguous(memory_format=torch.channels_last), layer.bias.detach())

    def forward(self, features: Tensor) -> Tensor:
        """The convolution of a map whose outermost positions repeat themselves.

        Args:
            features: (B, C, H, W), in the precision of the weights.

        Returns:
            (B, C', H, W).
        """
        weight = self.weight
        result: Tensor
        if weight.device.type == "cpu" and weight.dtype == torch.float32 and weight.shape[1] >= _FEWEST_CHANNELS:
            result = _WithFewerProducts.apply(features, self._transformed_weight(), self.bias)
        else:
            result = _Direct.apply(features, weight, self.bias)
        return result

    def _transformed_weight(self) -> Tensor:
        if self._transformed is None or self._transformed_from is not self.weight:
            self._transformed, self._transformed_from = transformed_weight(self.weight), self.weight
        return self._transformed


class _Direct(torch.autograd.Function):
    """As the device's own library convolves."""

    @staticmethod
    def forward(ctx: torch.autograd.function.FunctionCtx, features: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
        ctx.save_for_backward(weight)
        return F.conv2d(replicated(features), weight, bias)

    @staticmethod
    def backward(ctx: torch.autograd.function.FunctionCtx, by_result: Tensor) -> tuple[Tensor, None, None]:
        (weight,) = ctx.saved_tensors  # type: ignore[attr-defined] # torch does not declare it
        return folded(_gradient_by_replicated(by_result, weight)), None, None


class _WithFewerProducts(torch.autograd.Function):
    """Where the processor's own convolutions know no half precision, this takes half the time."""

    @staticmethod
    def forward(
        ctx: torch.autograd.function.FunctionCtx, features: Tensor, transformed: Tensor, bias: Tensor
    ) -> Tensor:
        ctx.save_for_backward(transformed)
        height, width = features.shape[2:]
        padded = replicated(features, padded_length(height), padded_length(width))
        return convolved(padded, transformed, bias, (height, width))

    @staticmethod
    def backward(ctx: torch.autograd.function.FunctionCtx, by_result: Tensor) -> tuple[Tensor, None, None]:
        (transformed,) = ctx.saved_tensors  # type: ignore[attr-defined] # torch does not declare it
        return folded(gradient_by_padded(by_result, transformed)), None, None


def _gradient_by_replicated(by_result: Tensor, weight: Tensor) -> Tensor:
    """The gradient of a plain convolution without padding by its map."""
    batch, _, height, width = by_result.shape
    shape = batch, weight.shape[1], height + 2, width + 2
    if by_result.device.type != "cpu":
        return conv2d_input(shape, weight, by_result)  # type: ignore[no-any-return, no-untyped-call] # not declared
    # What conv2d_input gives for the map tells no layout, and all is computed in the one that is slower here by half.
    # This one's memory is never touched.
    unread = torch.empty(shape, dtype=weight.dtype, memory_format=torch.channels_last)
    by_map: Tensor = torch.ops.aten.convolution_backward(
        by_result, unread, weight, None, (1, 1), (0, 0), (1, 1), False, (0, 0), 1, (True, False, False)
    )[0]
    return by_map
