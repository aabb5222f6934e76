from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.optimization.loupe_plan import CROP_PX, WHOLE_PX, LoupePlan, Region, Spot, crop_at, is_worthwhile
from core.recipe.choices import Preset, StartFrom
from core.recipe.recipe import Recipe, StyleSource

RECIPE = Recipe(Path("photo.png"), (StyleSource(Path("painting.png")),), size_px=4896)

sides_px = st.integers(1200, 9000)
shares = st.floats(0, 1)


@given(sides_px, sides_px, shares, shares)
def test_the_crop_lies_within_the_picture_with_the_spot_in_it(width: int, height: int, x: float, y: float) -> None:
    crop = crop_at(Spot(x, y), (width, height))
    assert (crop.width_px, crop.height_px) == (CROP_PX, CROP_PX)
    assert 0 <= crop.left <= x * width <= crop.left + CROP_PX <= width + CROP_PX
    assert crop.top >= 0
    assert crop.left + CROP_PX <= width
    assert crop.top + CROP_PX <= height


def test_in_the_middle_the_spot_is_in_the_middle() -> None:
    assert crop_at(Spot(0.5, 0.25), (4000, 2000)) == Region(2000 - CROP_PX // 2, 500 - CROP_PX // 2, CROP_PX, CROP_PX)


@given(sides_px, st.floats(0.3, 1), shares, shares, st.sampled_from(Preset))
def test_each_region_holds_the_next_with_a_margin_but_at_the_picture_s_border(
    size_px: int, proportion: float, x: float, y: float, preset: Preset
) -> None:
    whole_px = size_px, round(size_px * proportion)
    plan = LoupePlan.of(replace(RECIPE, size_px=size_px, preset=preset), whole_px, Spot(x, y))
    assert all(scale.scale_px > WHOLE_PX for scale in plan.fine)
    inner = [*plan.regions[1:], plan.crop]
    sizes = [plan.canvas_px(scale) for scale in plan.fine]
    for outer, held, (size, held_size) in zip(plan.regions, inner, pairwise([*sizes, whole_px]), strict=True):
        left, top, right, bottom = held.box_in(held_size, size)
        for begin, end, first, length, side in (
            (left, right, outer.left, outer.width_px, size[0]),
            (top, bottom, outer.top, outer.height_px, size[1]),
        ):
            assert 0 <= first <= max(0, begin - 40)
            assert min(side, end + 40) <= first + length + 1e-6
            assert first + length <= side


def test_progress_goes_from_nothing_to_all() -> None:
    plan = LoupePlan.of(RECIPE, (4896, 3264), Spot(0.5, 0.5))
    steps = [plan.progress(-1, 0), plan.progress(-1, 0.5)]
    steps += [plan.progress(number, share) for number in range(len(plan.fine)) for share in (0, 0.5, 1)]
    assert steps == sorted(steps)
    assert [steps[0], steps[-1]] == pytest.approx([0, 1])
    assert plan.progress(-1, 1) == pytest.approx(plan.progress(0, 0))


@pytest.mark.parametrize(
    ("changed", "worthwhile"),
    [
        ({}, True),
        ({"size_px": 1200}, True),
        ({"size_px": 1024}, False),
        ({"style_strength": 0.0}, False),
        ({"start_from": StartFrom.FINISHED, "start_picture": Path("picture.png")}, False),
    ],
)
def test_it_is_worthwhile_for_large_pictures_that_are_painted_from_the_start(
    changed: dict[str, Any], worthwhile: bool
) -> None:
    assert is_worthwhile(replace(RECIPE, **changed)) is worthwhile
