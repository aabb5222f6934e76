from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from app.widgets.collage import collage_rects

AREA = QRect(10, 20, 130, 98)


def area_of(rect: QRect) -> int:
    return max(0, rect.width()) * max(0, rect.height())


@pytest.mark.parametrize(
    ("weights", "shares"),
    [
        ([1.0], [1]),
        ([1.0, 1.0], [0.5, 0.5]),
        ([3.0, 1.0], [0.75, 0.25]),
        ([0.0, 2.0], [0, 1]),
        ([2, 1, 1], [0.5, 0.25, 0.25]),
    ],
)
def test_each_has_its_share(weights: list[float], shares: list[float]) -> None:
    found = [area_of(rect) / area_of(AREA) for rect in collage_rects(weights, AREA)]
    assert found == pytest.approx(shares, abs=0.012)


@given(st.lists(st.floats(0.01, 100), min_size=1, max_size=9))
def test_the_area_is_filled_without_overlap(weights: list[float]) -> None:
    rects = [rect for rect in collage_rects(weights, AREA) if not rect.isEmpty()]
    assert sum(area_of(rect) for rect in rects) == area_of(AREA)
    assert not any(one.intersects(other) for one, other in combinations(rects, 2))


def test_no_weight_at_all_draws_nothing() -> None:
    assert all(rect.isEmpty() for rect in collage_rects([0.0, 0.0], AREA))
