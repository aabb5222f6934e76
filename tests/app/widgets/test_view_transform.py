from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.widgets.view_transform import MAX_SCALE, ViewTransform

LANDSCAPE = ViewTransform(picture=(4000, 3000), view=(1000, 700), margin=50)
sizes = st.tuples(st.integers(1, 9000), st.integers(1, 9000))
views = st.tuples(st.integers(200, 4000), st.integers(200, 3000))
points = st.tuples(st.floats(0, 4000), st.floats(0, 3000))
scales = st.floats(0.01, 40)


def test_all_of_the_picture_is_seen_within_the_margin() -> None:
    rect = LANDSCAPE.rect
    assert LANDSCAPE.scale == pytest.approx(0.2)
    assert (rect.left, rect.top, rect.width, rect.height) == pytest.approx((100, 50, 800, 600))
    assert not LANDSCAPE.can_move


def test_what_is_under_the_pointer_stays_there() -> None:
    pointer = (300.0, 250.0)
    share = LANDSCAPE.share_at(pointer)
    zoomed = LANDSCAPE.zoomed(1.0, pointer)
    assert zoomed.scale == 1
    assert zoomed.share_at(pointer) == pytest.approx(share, abs=0.51 / 3000)
    assert zoomed.zoomed_by(1.7, pointer).share_at(pointer) == pytest.approx(share, abs=2 / 3000)


def test_one_cannot_come_nearer_or_go_farther_than_makes_sense() -> None:
    assert LANDSCAPE.zoomed(1e6).scale == MAX_SCALE
    assert LANDSCAPE.zoomed(1.0).zoomed(0.0001).fits
    small = replace(LANDSCAPE, picture=(200, 150))
    assert small.scale == 4
    assert small.zoomed(0.5).scale == 1


def test_dragging_moves_by_whole_pixels_and_ends_at_the_edge() -> None:
    zoomed = LANDSCAPE.zoomed(1.0)
    assert zoomed.moved(-37, 21).rect.left == zoomed.rect.left - 37
    assert zoomed.moved(-37, 21).rect.top == zoomed.rect.top + 21
    assert zoomed.moved(1e6, 1e6).rect.left == 50
    assert zoomed.moved(-1e6, -1e6).rect.right == 950
    assert LANDSCAPE.moved(100, 100) == LANDSCAPE


def test_a_frame_of_another_size_lies_where_the_former_lay() -> None:
    zoomed = LANDSCAPE.zoomed(0.8, (200.0, 600.0))
    smaller = zoomed.with_picture((1000, 750))
    assert smaller.scale == pytest.approx(3.2)
    assert smaller.rect == zoomed.rect


def test_a_larger_view_keeps_the_middle_and_what_fits_goes_on_fitting() -> None:
    zoomed = LANDSCAPE.zoomed(1.0)
    assert zoomed.with_view((1400, 900), 50).share_at((700, 450)) == pytest.approx(zoomed.share_at((500, 350)))
    assert LANDSCAPE.with_view((1900, 1300), 50).scale == pytest.approx(0.4)


@given(sizes, views, scales, points, st.tuples(st.floats(-9000, 9000), st.floats(-9000, 9000)))
def test_however_it_is_moved_some_of_the_picture_is_seen_and_lies_on_whole_pixels(
    picture: tuple[int, int],
    view: tuple[int, int],
    scale: float,
    point: tuple[float, float],
    way: tuple[float, float],
) -> None:
    transform = ViewTransform(picture, view, 28).zoomed(scale, point).moved(*way)
    rect, visible = transform.rect, transform.visible
    assert rect.left == int(rect.left)
    assert rect.top == int(rect.top)
    assert visible is not None
    assert visible.left >= 0
    assert visible.right <= view[0]
    assert visible.bottom <= view[1]
    for length, free, begin in ((rect.width, view[0], rect.left), (rect.height, view[1], rect.top)):
        if length <= free - 2 * 28:
            assert abs(begin + length / 2 - free / 2) <= 1
        else:
            assert begin <= 29
            assert begin + length >= free - 29
