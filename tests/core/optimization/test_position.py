from __future__ import annotations

import pytest

from core.optimization.position import Position
from core.optimization.schedule import Scale

SCALES = (Scale(100, 2), Scale(200, 3))
WORK = 2 * 100**2 + 3 * 200**2


def test_progress_counts_pixels_computed() -> None:
    position = Position(SCALES)
    assert position.progress == 0
    position.end_step()
    assert position.progress == pytest.approx(100**2 / WORK)
    position.end_scale()
    assert (position.number, position.step, position.num_steps) == (2, 0, 1)
    assert position.progress == pytest.approx(2 * 100**2 / WORK)
    for _ in range(3):
        position.end_step()
    assert position.progress == 1
    position.end_scale()
    assert position.progress == 1
    assert position.scales_left == ()
    assert position.num_scales == 2


def test_it_goes_on_from_another_place() -> None:
    position = Position(SCALES)
    position.move_to(2, 1, num_steps=3)
    assert position.scales_left == SCALES[1:]
    assert position.progress == pytest.approx((2 * 100**2 + 200**2) / WORK)


@pytest.mark.parametrize("place", [(0, 0, 0), (3, 0, 9), (1, 3, 9), (1, -1, 0), (2, 2, 1)])
def test_a_place_that_the_schedule_does_not_have_is_refused(place: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="no step"):
        Position(SCALES).move_to(*place)
