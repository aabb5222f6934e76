from __future__ import annotations

from typing import TYPE_CHECKING

import torch

from core.loss import strokes
from core.loss.nearest import MOST_POSITIONS, PaintedFeatures, drawn_positions, nearest_directions
from core.loss.strokes import STEPS_OF_A_SEARCH, DrawnFeatures, StrokeComparison
from core.loss.tile_plan import Span, Tile

if TYPE_CHECKING:
    import pytest
    from torch import Tensor

TILE = Tile(Span(0, 6, 0, 6, is_last=True), Span(0, 5, 0, 5, is_last=True))


def features(seed: int, height: int = 6, width: int = 5) -> Tensor:
    return torch.rand(1, 3, height, width, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


def painted() -> PaintedFeatures:
    rows = features(9).flatten(2)[0].mT
    return PaintedFeatures.of(rows, rows.mean(0))


def test_features_drawn_tile_by_tile_are_those_of_the_whole() -> None:
    whole, tiled, seen = DrawnFeatures(["a"]), DrawnFeatures(["a"]), features(0, 120, 90)
    whole.take("a", seen, (0, 0), (120, 90))
    for top, bottom in ((0, 50), (50, 120)):
        for left, right in ((0, 33), (33, 90)):
            tiled.take("a", seen[:, :, top:bottom, left:right], (top, left), (120, 90))
    assert torch.equal(whole.features["a"], tiled.features["a"])
    expected = seen.flatten(2)[0].mT[drawn_positions(120 * 90)]
    assert torch.equal(whole.features["a"], expected)
    assert len(expected) == MOST_POSITIONS


def test_other_layers_are_passed_over() -> None:
    drawn = DrawnFeatures(["a"])
    drawn.take("b", features(0), (0, 0), (6, 5))
    assert drawn.features == {}


def test_half_precision_features_are_kept_in_float32() -> None:
    drawn = DrawnFeatures(["a"])
    drawn.take("a", features(0).bfloat16(), (0, 0), (6, 5))
    assert drawn.features["a"].dtype is torch.float32


def test_neighbours_are_searched_once_for_some_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    searches: list[int] = []
    search = nearest_directions

    def counted(rows: Tensor, targets: PaintedFeatures) -> Tensor:
        searches.append(len(rows))
        return search(rows, targets)

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
