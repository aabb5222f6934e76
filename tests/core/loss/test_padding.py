"""Maps are continued over their border as torch continues them, forward and back."""

from __future__ import annotations

import pytest
import torch
from torch import nn
from torch.nn import functional as F

from core.loss.padding import convolved, folded, replicated

SIZES = [(4, 5), (1, 3), (2, 1), (1, 1)]


@pytest.mark.parametrize("size", SIZES)
def test_values_and_gradient_are_torch_s_own(size: tuple[int, int]) -> None:
    features = torch.rand(2, 3, *size, dtype=torch.float64, requires_grad=True)
    convolution = nn.Conv2d(3, 4, 3, dtype=torch.float64).requires_grad_(requires_grad=False)
    found = convolved(features, convolution)
    expected = convolution(F.pad(features, (1, 1, 1, 1), mode="replicate"))
    torch.testing.assert_close(found, expected)

    by_result = torch.rand_like(expected)
    (found_gradient,) = torch.autograd.grad(found, features, by_result)
    (expected_gradient,) = torch.autograd.grad(expected, features, by_result)
    torch.testing.assert_close(found_gradient, expected_gradient)


def test_autograd_remembers_no_padded_map() -> None:
    remembered: list[torch.Tensor] = []

    def remember(tensor: torch.Tensor) -> torch.Tensor:
        remembered.append(tensor)
        return tensor

    convolution = nn.Conv2d(3, 4, 3).requires_grad_(requires_grad=False)
    with torch.autograd.graph.saved_tensors_hooks(remember, lambda tensor: tensor):
        convolved(torch.rand(1, 3, 8, 9, requires_grad=True), convolution)
    assert [tuple(tensor.shape) for tensor in remembered] == [(4, 3, 3, 3)]


@pytest.mark.parametrize("size", SIZES)
def test_the_gradient_that_comes_in_is_left_as_it_is(size: tuple[int, int]) -> None:
    by_replicated = torch.rand_like(replicated(torch.rand(1, 2, *size)))
    before = by_replicated.clone()
    folded(by_replicated)
    assert torch.equal(by_replicated, before)
