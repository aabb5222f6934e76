from __future__ import annotations

import pytest

from app.widgets.paper_sizes import PAPER_SIZES, named_size, within_limits
from core.recipe.sheet import PrintFormat


@pytest.mark.parametrize("number", range(len(PAPER_SIZES)))
def test_a_size_is_known_by_its_sides_either_way_round(number: int) -> None:
    _, short_mm, long_mm = PAPER_SIZES[number]
    assert named_size(PrintFormat(short_mm, long_mm, 150.0, 3.0)) == number
    assert named_size(PrintFormat(long_mm, short_mm)) == number


def test_other_sizes_have_no_name() -> None:
    assert named_size(PrintFormat(210.0, 298.0)) is None


@pytest.mark.parametrize(
    ("sheet", "nearest"),
    [
        (PrintFormat(210.5, 297.25, 150.5, 3.175), PrintFormat(210.5, 297.25, 150.5, 3.175)),
        (PrintFormat(5.0, 4000.0, 20.0, 80.0), PrintFormat(10.0, 3000.0, 50.0, 50.0)),
        (PrintFormat(4000.0, 5.0, 2400.0, 0.0), PrintFormat(3000.0, 10.0, 1200.0, 0.0)),
    ],
)
def test_what_no_field_can_show_becomes_the_nearest_that_it_can(sheet: PrintFormat, nearest: PrintFormat) -> None:
    assert within_limits(sheet) == nearest
