"""Maps are continued over their border as torch continues them, forward and back."""

from __future__ import annotations

import pytest
import torch
from torch.nn import functional as F

from core.loss.padding import pad_by_replication


@pytest.mark.parametrize("size", [(4, 5), (1, 3), (2, 1), (1, 1)])
def test_values_and_gradient_are_torch_s_own(size: tuple[int, int]) -> None:
    features = torch.rand(2, 3, *size, dtype=torch.float64, requires_grad=True)
    found = pad_by_replication(features)
    expected = F.pad(features, (1, 1, 1, 1), mode="replicate")
    torch.testing.assert_close(found, expected, rtol=0, atol=0)

    by_padded = torch.rand_like(expected)
    (found_gradient,) = torch.autograd.grad(found, features, by_padded)
    (expected_gradient,) = torch.autograd.grad(expected, features, by_padded)
    torch.testing.assert_close(found_gradient, expected_gradient)


def test_the_gradient_that_comes_in_is_left_as_it_is() -> None:
    features = torch.rand(1, 2, 3, 3, requires_grad=True)
    by_padded = torch.rand(1, 2, 5, 5)
    before = by_padded.clone()
    torch.autograd.grad(pad_by_replication(features), features, by_padded)
    assert torch.equal(by_padded, before)
