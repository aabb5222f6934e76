from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from hypothesis import given
from hypothesis import strategies as st

from core.loss.sampling import DrawnFeatures, drawn_positions

if TYPE_CHECKING:
    from torch import Tensor


def features(seed: int, height: int = 6, width: int = 5) -> Tensor:
    return torch.rand(1, 3, height, width, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


def test_features_drawn_tile_by_tile_are_those_of_the_whole() -> None:
    whole, tiled, seen = DrawnFeatures(["a"], 4096), DrawnFeatures(["a"], 4096), features(0, 120, 90)
    taken = whole.take("a", seen, (0, 0), (120, 90))
    assert taken is not None
    assert torch.equal(taken.features, whole.features["a"][taken.numbers])
    for top, bottom in ((0, 50), (50, 120)):
        for left, right in ((0, 33), (33, 90)):
            tiled.take("a", seen[:, :, top:bottom, left:right], (top, left), (120, 90))
    assert torch.equal(whole.features["a"], tiled.features["a"])
    expected = seen.flatten(2)[0].mT[drawn_positions(120 * 90, 4096)]
    assert torch.equal(whole.features["a"], expected)
    assert len(expected) == 4096


def test_other_layers_are_passed_over() -> None:
    drawn = DrawnFeatures(["a"], 4096)
    assert drawn.take("b", features(0), (0, 0), (6, 5)) is None
    assert drawn.features == {}


def test_half_precision_features_are_kept_in_float32() -> None:
    drawn = DrawnFeatures(["a"], 4096)
    drawn.take("a", features(0).bfloat16(), (0, 0), (6, 5))
    assert drawn.features["a"].dtype is torch.float32


def test_the_same_seed_draws_the_same_positions_and_another_one_others() -> None:
    one, again, other = drawn_positions(500, 100, 1), drawn_positions(500, 100, 1), drawn_positions(500, 100, 2)
    assert torch.equal(one, again)
    assert len(set(one.tolist())) == 100
    assert set(one.tolist()) != set(other.tolist())
    assert sorted(drawn_positions(50, 100, 3).tolist()) == list(range(50))


def test_what_is_taken_leads_back_to_the_tile() -> None:
    owned, drawn = features(0).requires_grad_(), DrawnFeatures(["a"], 7)
    taken = drawn.take("a", owned, (0, 0), (6, 5))
    assert taken is not None
    (gradient,) = torch.autograd.grad(taken.features.sum(), owned)
    assert gradient.sum().item() == 7 * 3
    assert not drawn.features["a"].requires_grad


@given(num_positions=st.integers(1, 300))
def test_positions_are_drawn_once_each_and_always_the_same(num_positions: int) -> None:
    drawn = drawn_positions(num_positions, 100)
    assert len(set(drawn.tolist())) == len(drawn) == min(num_positions, 100)
    assert 0 <= drawn.min() <= drawn.max() < num_positions
    assert torch.equal(drawn, drawn_positions(num_positions, 100))
