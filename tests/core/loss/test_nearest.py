from __future__ import annotations

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from core.loss import nearest
from core.loss.nearest import (
    MOST_POSITIONS,
    PaintedFeatures,
    nearest_directions,
    nearest_distance,
    raised_prices,
    shared_by_weight,
)


def rows(seed: int, count: int = 12, channels: int = 4) -> Tensor:
    generator = torch.Generator().manual_seed(seed)
    return torch.randn(count, channels, generator=generator, dtype=torch.float64)


def painted(features: Tensor) -> PaintedFeatures:
    return PaintedFeatures.of(features, features.mean(0))


def test_the_distance_by_hand() -> None:
    # The mean is (1, 1), so the paintings' directions are right, left, up and down.
    targets = painted(torch.tensor([[3.0, 1.0], [-1.0, 1.0], [1.0, 3.0], [1.0, -1.0]], dtype=torch.float64))
    canvas = torch.tensor([[501.0, 1.0], [101.0, 101.0], [1.0, -499.0]], dtype=torch.float64)
    neighbours = nearest_directions(canvas, targets)
    assert neighbours.tolist() in ([0, 0, 3], [0, 2, 3])
    # The second lies halfway between right and up: 45 degrees from the nearest.
    distance = nearest_distance(canvas, targets, neighbours)
    assert distance.item() == pytest.approx(1 - math.cos(math.radians(45)), abs=1e-3)


def test_the_search_is_exhaustive_in_blocks_of_any_size(monkeypatch: pytest.MonkeyPatch) -> None:
    canvas, targets = rows(0, 50), painted(rows(1, 20))
    cosines = torch.nn.functional.cosine_similarity((canvas - targets.mean)[:, None], targets.directions, dim=2)
    whole = nearest_directions(canvas, targets)
    assert whole.tolist() == cosines.argmax(1).tolist()
    distance = nearest_distance(canvas, targets, whole)
    monkeypatch.setattr(nearest, "_MOST_SIMILARITIES", 60)
    assert nearest_directions(canvas, targets).tolist() == whole.tolist()
    torch.testing.assert_close(nearest_distance(canvas, targets, whole), distance)


def test_a_price_turns_the_search_to_what_is_nearly_as_near() -> None:
    # The directions are right, left, up and down; the canvas looks right, and a little up.
    targets = painted(torch.tensor([[3.0, 1.0], [-1.0, 1.0], [1.0, 3.0], [1.0, -1.0]], dtype=torch.float64))
    canvas = torch.tensor([[101.0, 81.0]], dtype=torch.float64)
    gap = (100 - 80) / math.hypot(100, 80)
    for price, expected in ((0.0, 0), (gap - 0.01, 0), (gap + 0.01, 2)):
        prices = torch.tensor([price, 0, 0, 0])
        assert nearest_directions(canvas, targets, prices).tolist() == [expected]


def test_prices_rise_with_the_demand_and_fall_without() -> None:
    # Eight positions and four features: each may be chosen four times.
    neighbours = torch.tensor([0, 0, 0, 0, 0, 0, 1, 1])
    found = raised_prices(torch.tensor([0.0, 0.0, 0.1, 0.0]), neighbours)
    expected = [0.02 * math.log(6.5 / 4), 0.0, 0.1 + 0.02 * math.log(0.5 / 4), 0.0]
    torch.testing.assert_close(found, torch.tensor(expected))


def test_where_the_painting_has_more_places_than_the_picture_twice_is_free() -> None:
    found = raised_prices(torch.zeros(100), torch.tensor([3, 3, 4, 5]))
    assert found[3] == pytest.approx(0.02 * math.log(2.5 / 2))
    assert found[4] == found[0] == 0


def test_the_gradient_is_exact() -> None:
    canvas, targets = rows(0).requires_grad_(), painted(rows(1))
    neighbours = nearest_directions(canvas.detach(), targets)
    assert torch.autograd.gradcheck(lambda each: nearest_distance(each, targets, neighbours), (canvas,))


def test_a_feature_near_the_mean_has_a_small_and_exact_gradient() -> None:
    targets = painted(rows(1))
    canvas = (targets.mean + 1e-3 * rows(2)).requires_grad_()
    neighbours = nearest_directions(canvas.detach(), targets)
    assert torch.autograd.gradcheck(
        lambda each: nearest_distance(each, targets, neighbours), (canvas,), eps=1e-7, rtol=1e-3
    )
    (gradient,) = torch.autograd.grad(nearest_distance(canvas, targets, neighbours), canvas)
    assert gradient.norm(dim=1).max() <= 1.5 / targets.floor


def test_a_painting_of_one_colour_asks_for_nothing() -> None:
    canvas, targets = rows(0).requires_grad_(), painted(torch.ones(5, 4, dtype=torch.float64))
    distance = nearest_distance(canvas, targets, nearest_directions(canvas.detach(), targets))
    (gradient,) = torch.autograd.grad(distance, canvas)
    assert gradient.count_nonzero() == 0
    assert distance.item() == pytest.approx(12)


def test_a_painting_is_at_no_distance_from_itself() -> None:
    features = rows(0)
    targets = painted(features)
    found = nearest_directions(features, targets)
    assert found.tolist() == list(range(len(features)))
    assert nearest_distance(features, targets, found).item() == pytest.approx(0, abs=1e-3 * len(features))


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16])
def test_half_precision_features_are_summed_in_float32(dtype: torch.dtype) -> None:
    canvas, targets = rows(0, 200).float(), painted(rows(1, 40).float())
    half = canvas.to(dtype).requires_grad_()
    distance = nearest_distance(half, targets, nearest_directions(half.detach(), targets))
    assert distance.dtype is torch.float32
    full = nearest_distance(canvas, targets, nearest_directions(canvas, targets))
    assert distance.item() == pytest.approx(full.item(), rel=0.02)
    (gradient,) = torch.autograd.grad(distance, half)
    assert gradient.dtype is dtype


@given(
    counts=st.lists(st.integers(50, MOST_POSITIONS), min_size=1, max_size=4),
    weights=st.lists(st.floats(0.2, 5), min_size=4, max_size=4),
)
def test_paintings_have_as_many_features_as_their_weights_ask_for(counts: list[int], weights: list[float]) -> None:
    shares = [weight / sum(weights[: len(counts)]) for weight in weights[: len(counts)]]
    features = [torch.full((count, 1), float(number)) for number, count in enumerate(counts)]
    found = shared_by_weight(features, weights[: len(counts)])[:, 0]
    assert len(found) <= MOST_POSITIONS + len(counts)
    for number, share in enumerate(shares):
        assert int((found == number).sum()) == pytest.approx(share * len(found), abs=len(counts) + 1)


def test_the_order_of_the_paintings_does_not_matter() -> None:
    first, second, canvas = rows(0), rows(1, 20), rows(2, 40)
    mean = torch.zeros(4, dtype=torch.float64)
    one_way = PaintedFeatures.of(shared_by_weight([first, second], [1, 2]), mean)
    other_way = PaintedFeatures.of(shared_by_weight([second, first], [2, 1]), mean)
    distances = [nearest_distance(canvas, each, nearest_directions(canvas, each)) for each in (one_way, other_way)]
    torch.testing.assert_close(*distances)
