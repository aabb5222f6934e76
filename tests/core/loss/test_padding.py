"""Maps are continued over their border as torch continues them."""

from __future__ import annotations

import pytest
import torch
from torch.nn import functional as F

from core.loss.padding import folded, replicated

SIZES = [(4, 5), (1, 3), (2, 1), (1, 1)]


@pytest.mark.parametrize("size", SIZES)
def test_values_and_gradient_are_torch_s_own(size: tuple[int, int]) -> None:
    features = torch.rand(2, 3, *size, dtype=torch.float64, requires_grad=True)
    expected = F.pad(features, (1, 1, 1, 1), mode="replicate")
    torch.testing.assert_close(replicated(features), expected, rtol=0, atol=0)

    by_replicated = torch.rand_like(expected)
    (expected_gradient,) = torch.autograd.grad(expected, features, by_replicated)
    torch.testing.assert_close(folded(by_replicated), expected_gradient)


@pytest.mark.parametrize("size", SIZES)
def test_more_room_is_filled_with_zeros(size: tuple[int, int]) -> None:
    features = torch.rand(1, 2, *size)
    height, width = size[0] + 2, size[1] + 2
    room = replicated(features, height + 3, width + 1)
    torch.testing.assert_close(room[:, :, :height, :width], replicated(features), rtol=0, atol=0)
    assert room[:, :, height:].count_nonzero() == room[..., width:].count_nonzero() == 0
    assert room.shape[2:] == (height + 3, width + 1)
