"""Fewer multiplications give the same convolution, and the same gradient."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor
from torch.nn import functional as F

from core.loss.winograd import convolved, gradient_by_padded, padded_length, transformed_weight

# One tile and less, several, and more than are transformed at once.
SIZES = [(1, 1), (4, 4), (5, 11), (3, 530), (9, 514)]


def padded(size: tuple[int, int], *, beyond: float = 0.0) -> Tensor:
    """Two maps with what lies around them, in whole tiles; what lies beyond that is ``beyond``."""
    shape = 2, 3, padded_length(size[0]), padded_length(size[1])
    room = torch.full(shape, beyond, dtype=torch.float64).contiguous(memory_format=torch.channels_last)
    room[:, :, : size[0] + 2, : size[1] + 2] = torch.rand(2, 3, size[0] + 2, size[1] + 2, dtype=torch.float64)
    return room


def weights() -> tuple[Tensor, Tensor]:
    return torch.randn(5, 3, 3, 3, dtype=torch.float64), torch.randn(5, dtype=torch.float64)


@pytest.mark.parametrize("size", SIZES)
def test_it_is_the_plain_convolution(size: tuple[int, int]) -> None:
    (weight, bias), room = weights(), padded(size)
    expected = F.conv2d(room[:, :, : size[0] + 2, : size[1] + 2], weight, bias)
    found = convolved(room, transformed_weight(weight), bias, size)
    torch.testing.assert_close(found, expected, rtol=0, atol=1e-12)


@pytest.mark.parametrize("size", SIZES)
def test_its_gradient_is_the_plain_one_s(size: tuple[int, int]) -> None:
    weight, bias = weights()
    part = padded(size)[:, :, : size[0] + 2, : size[1] + 2].requires_grad_()
    result = F.conv2d(part, weight, bias)
    by_result = torch.rand_like(result)
    (expected,) = torch.autograd.grad(result, part, by_result)
    found = gradient_by_padded(by_result, transformed_weight(weight))
    torch.testing.assert_close(found, expected, rtol=0, atol=1e-12)


def test_what_lies_beyond_the_map_does_not_count() -> None:
    weight, bias = weights()
    room, size = padded((5, 6), beyond=0.0), (5, 6)
    other = torch.where(torch.arange(room.shape[2])[:, None] < size[0] + 2, room, torch.full_like(room, 7.0))
    found, same = (convolved(each, transformed_weight(weight), bias, size) for each in (room, other))
    torch.testing.assert_close(found, same, rtol=0, atol=1e-12)


def test_rounding_in_single_precision_is_small() -> None:
    weight, room = torch.randn(64, 64, 3, 3) / 24, torch.rand(1, 64, padded_length(32), padded_length(32))
    room = room.contiguous(memory_format=torch.channels_last)
    found = convolved(room, transformed_weight(weight), torch.zeros(64), (32, 32))
    expected = F.conv2d(room.double(), weight.double())
    assert (found - expected).norm() < 1e-5 * expected.norm()


def test_the_layout_is_the_network_s() -> None:
    weight, bias = weights()
    found = convolved(padded((8, 9)), transformed_weight(weight), bias, (8, 9))
    assert found.is_contiguous(memory_format=torch.channels_last)
