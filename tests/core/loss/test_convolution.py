"""Convolutions continue their map as torch continues them, forward and back, by whichever way suits the device."""

from __future__ import annotations

import pytest
import torch
from torch import nn
from torch.nn import functional as F

from core.loss.convolution import Convolution

SIZES = [(4, 5), (1, 3), (2, 1), (1, 1), (13, 6)]
# Double precision and few channels are convolved directly, many channels in single precision with fewer products.
KINDS = [(3, torch.float64, 1e-12), (3, torch.float32, 1e-5), (16, torch.float32, 1e-5), (16, torch.float64, 1e-12)]


def plain(channels: int, dtype: torch.dtype) -> nn.Conv2d:
    return nn.Conv2d(channels, 4, 3, dtype=dtype).requires_grad_(requires_grad=False)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("channels", "dtype", "tolerance"), KINDS)
def test_values_and_gradient_are_torch_s_own(
    size: tuple[int, int], channels: int, dtype: torch.dtype, tolerance: float
) -> None:
    features = torch.rand(2, channels, *size, dtype=dtype, requires_grad=True)
    convolution = plain(channels, dtype)
    found = Convolution.of(convolution)(features)
    expected = convolution(F.pad(features, (1, 1, 1, 1), mode="replicate"))
    torch.testing.assert_close(found, expected, rtol=tolerance, atol=tolerance)

    by_result = torch.rand_like(expected)
    (found_gradient,) = torch.autograd.grad(found, features, by_result)
    (expected_gradient,) = torch.autograd.grad(expected, features, by_result)
    torch.testing.assert_close(found_gradient, expected_gradient, rtol=tolerance, atol=tolerance)


@pytest.mark.parametrize("channels", [3, 16])
def test_the_gradient_that_comes_in_is_left_as_it_is(channels: int) -> None:
    features = torch.rand(1, channels, 5, 6, requires_grad=True)
    result = Convolution.of(plain(channels, torch.float32))(features)
    by_result = torch.rand_like(result)
    before = by_result.clone()
    torch.autograd.grad(result, features, by_result)
    assert torch.equal(by_result, before)


@pytest.mark.parametrize("channels", [3, 16])
def test_autograd_remembers_no_map(channels: int) -> None:
    remembered: list[torch.Tensor] = []

    def remember(tensor: torch.Tensor) -> torch.Tensor:
        remembered.append(tensor)
        return tensor

    convolution = Convolution.of(plain(channels, torch.float32))
    with torch.autograd.graph.saved_tensors_hooks(remember, lambda tensor: tensor):
        convolution(torch.rand(1, channels, 8, 9, requires_grad=True))
    assert {tuple(tensor.shape) for tensor in remembered} <= {(4, channels, 3, 3), (36, channels, 4)}


def test_another_precision_is_another_way() -> None:
    features, convolution = torch.rand(1, 16, 5, 6), Convolution.of(plain(16, torch.float32))
    single = convolution(features)
    double = convolution.double()(features.double())
    assert double.dtype is torch.float64
    torch.testing.assert_close(single.double(), double, rtol=1e-5, atol=1e-5)
    torch.testing.assert_close(convolution.float()(features), single, rtol=0, atol=0)
