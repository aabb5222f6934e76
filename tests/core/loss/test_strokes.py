from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import torch

from core.loss import strokes
from core.loss.nearest import PaintedFeatures, nearest_directions
from core.loss.strokes import STEPS_OF_A_SEARCH, StrokeComparison, StrokePlace, StrokeState
from core.loss.tile_plan import Span, Tile
from core.machine.kept_tensor import KeptTensor

if TYPE_CHECKING:
    from torch import Tensor

TILE = Tile(Span(0, 6, 0, 6, is_last=True), Span(0, 5, 0, 5, is_last=True))


def features(seed: int, height: int = 6, width: int = 5) -> Tensor:
    return torch.rand(1, 3, height, width, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


def painted() -> PaintedFeatures:
    rows = features(9).flatten(2)[0].mT
    return PaintedFeatures.of(rows, rows.mean(0))


def test_neighbours_are_searched_once_for_some_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    searches: list[int] = []
    search = nearest_directions

    def counted(rows: Tensor, targets: PaintedFeatures, prices: Tensor) -> Tensor:
        searches.append(len(rows))
        return search(rows, targets, prices)

    monkeypatch.setattr(strokes, "nearest_directions", counted)
    comparison = StrokeComparison({"a": painted()})
    counts = []
    for number in range(STEPS_OF_A_SEARCH + 1):
        comparison.begin()
        # Once to measure and once for the gradient.
        for _ in range(2):
            comparison.error("a", TILE, features(number), 30)
        counts.append(len(searches))
    assert counts == [1] * STEPS_OF_A_SEARCH + [2]


def test_the_error_is_the_mean_over_positions_and_layers() -> None:
    one, two = StrokeComparison({"a": painted()}), StrokeComparison({"a": painted(), "b": painted()})
    for each in (one, two):
        each.begin()
    alone = one.error("a", TILE, features(0), 30)
    assert 0 < alone < 2
    together = two.error("a", TILE, features(0), 30) + two.error("b", TILE, features(0), 30)
    torch.testing.assert_close(together, alone)


@pytest.mark.parametrize("num_pictures", range(1, 2 * STEPS_OF_A_SEARCH + 1))
def test_another_comparison_goes_on_exactly_where_one_has_come_to(num_pictures: int) -> None:
    first, second = (
        StrokeComparison({"a": painted(), "b": painted()}),
        StrokeComparison({"a": painted(), "b": painted()}),
    )
    for number in range(num_pictures):
        first.begin()
        for layer in ("a", "b"):
            first.error(layer, TILE, features(number), 30)
    state = first.state()
    assert len(state.places) == 2
    second.restore(state)
    for number in range(num_pictures, num_pictures + STEPS_OF_A_SEARCH):
        errors = []
        for comparison in (first, second):
            comparison.begin()
            errors.append([comparison.error(layer, TILE, features(number + 50), 30) for layer in ("a", "b")])
        assert torch.equal(torch.stack(errors[0]), torch.stack(errors[1]))


def state_of(neighbours: list[int], *places: StrokePlace, num_prices: int = 30) -> StrokeState:
    found, prices = torch.tensor(neighbours, dtype=torch.int32), torch.zeros(num_prices)
    return StrokeState(1, places, KeptTensor.in_memory(0, found), KeptTensor.in_memory(1, prices))


@pytest.mark.parametrize(
    "state",
    [
        state_of([1, 2, 3], StrokePlace("a", TILE, 2)),
        state_of([1, 2], StrokePlace("a", TILE, 3), StrokePlace("a", TILE, -1)),
        state_of([1, 30], StrokePlace("a", TILE, 2)),
        state_of([1, -1], StrokePlace("a", TILE, 2)),
        state_of([1, 2], StrokePlace("b", TILE, 2)),
        state_of([1, 2], StrokePlace("a", TILE, 2), num_prices=29),
    ],
)
def test_a_state_of_another_comparison_is_refused(state: StrokeState) -> None:
    with pytest.raises(ValueError, match=r"neighbour|price"):
        StrokeComparison({"a": painted()}).restore(state)


def test_a_place_that_the_whole_picture_asks_for_becomes_dear() -> None:
    comparison, targets = StrokeComparison({"a": painted()}), painted()
    # All positions look like the painting's first.
    picture = (targets.mean + targets.directions[0]).expand(1, 6, 5, 3).movedim(3, 1)
    chosen = []
    for _ in range(10 * STEPS_OF_A_SEARCH):
        comparison.begin()
        comparison.error("a", TILE, picture, 30)
        chosen.append(set(comparison.state().neighbours.fetch().tolist()))
    assert chosen[:STEPS_OF_A_SEARCH] == [{0}] * STEPS_OF_A_SEARCH
    assert comparison.state().prices.fetch()[0] > 0
    # What is alike is chosen alike, but it is others' turn as well.
    assert len(set.union(*chosen)) > 1


def test_tiles_learn_the_prices_of_the_whole() -> None:
    whole, tiled = (StrokeComparison({"a": painted()}) for _ in range(2))
    left, right = (
        Tile(Span(0, 6, 0, 6, is_last=True), Span(*columns, *columns, is_last=True)) for columns in ((0, 2), (2, 5))
    )
    for number in range(4 * STEPS_OF_A_SEARCH):
        for comparison in (whole, tiled):
            comparison.begin()
        seen = features(number // STEPS_OF_A_SEARCH)
        error = whole.error("a", TILE, seen, 30)
        parts = [
            tiled.error("a", tile, seen[..., columns], 30)
            for tile, columns in ((left, slice(0, 2)), (right, slice(2, 5)))
        ]
        torch.testing.assert_close(parts[0] + parts[1], error)
    assert torch.equal(whole.state().prices.fetch(), tiled.state().prices.fetch())
    assert whole.state().prices.fetch().count_nonzero() > 0
