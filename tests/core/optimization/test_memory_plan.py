from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.loss.tile_plan import SMALLEST_TILE_PX
from core.optimization.memory_plan import PICTURES_BYTES, History, plan_memory

if TYPE_CHECKING:
    from core.loss.tile_plan import TilePlan

GIB = 1 << 30


def test_with_memory_to_spare_nothing_is_tiled_and_every_move_remembered() -> None:
    found = plan_memory(512, 384, 60, 8 * GIB, 0)
    assert found.tile_plan.sides_px == (None, None, None)
    assert found.history.size == 20
    assert found.expected_bytes < GIB


def test_no_more_moves_are_remembered_than_there_are() -> None:
    assert plan_memory(512, 384, 5, 8 * GIB, 0).history.size == 4


def sides(plan: TilePlan) -> list[float]:
    """The side of each stage's tiles; a stage that is computed whole has the largest."""
    return [math.inf if side_px is None else side_px for side_px in plan.sides_px]


def assert_more_never_means_less(width_px: int, height_px: int, num_steps: int, mib: range, disk_bytes: int) -> None:
    plans = [plan_memory(width_px, height_px, num_steps, amount << 20, disk_bytes) for amount in mib]
    for less, more in pairwise(plans):
        assert all(small <= large for small, large in zip(sides(less.tile_plan), sides(more.tile_plan), strict=True))
        assert less.history.size <= more.history.size
    assert all(side >= SMALLEST_TILE_PX for side in sides(plans[0].tile_plan))


@pytest.mark.parametrize("disk_gib", [0, 1, 3, 50])
@pytest.mark.parametrize("size_px", [(512, 384), (1024, 1024), (1300, 700), (2048, 1536), (3000, 2000), (6000, 6000)])
def test_more_memory_never_means_smaller_tiles(size_px: tuple[int, int], disk_gib: int) -> None:
    assert_more_never_means_less(*size_px, 10, range(100, 12_000, 25), disk_gib * GIB)


@given(
    width_px=st.integers(64, 8000),
    height_px=st.integers(64, 8000),
    num_steps=st.integers(1, 60),
    memory_mib=st.integers(100, 64_000),
    step_mib=st.integers(1, 300),
    disk_mib=st.integers(0, 100_000),
)
def test_more_memory_never_means_smaller_tiles_for_any_canvas(
    width_px: int, height_px: int, num_steps: int, memory_mib: int, step_mib: int, disk_mib: int
) -> None:
    mib = range(memory_mib, memory_mib + 20 * step_mib, step_mib)
    assert_more_never_means_less(width_px, height_px, num_steps, mib, disk_mib << 20)


@given(side_px=st.integers(500, 6000), memory_mib=st.integers(100, 32_000), disk_gib=st.integers(0, 100))
def test_a_plan_keeps_to_its_memory_or_uses_the_least_there_is(side_px: int, memory_mib: int, disk_gib: int) -> None:
    found, memory_bytes = plan_memory(side_px, side_px, 10, memory_mib << 20, disk_gib * GIB), memory_mib << 20
    is_least = SMALLEST_TILE_PX in found.tile_plan.sides_px
    assert found.expected_bytes <= memory_bytes or is_least
    assert found.expected_bytes > side_px * side_px * PICTURES_BYTES


@pytest.mark.parametrize(("side_px", "num_bytes"), [(4000, 3 * 10**9), (6000, 6 * 10**9)])
def test_a_print_is_expected_to_fit_into_a_laptop(side_px: int, num_bytes: int) -> None:
    assert plan_memory(side_px, side_px, 10, num_bytes, 50 * GIB).expected_bytes <= num_bytes


def test_moves_that_do_not_fit_into_memory_are_remembered_on_disk() -> None:
    assert plan_memory(4000, 4000, 10, 3 * GIB, 50 * GIB).history == History(9, on_disk=True)
    assert plan_memory(4000, 4000, 10, 40 * GIB, 50 * GIB).history == History(9, on_disk=False)


@pytest.mark.parametrize("mib", [3470, 3520])
def test_moves_that_a_disk_can_hold_cost_no_tile(mib: int) -> None:
    assert plan_memory(2000, 2000, 10, mib << 20, 50 * GIB).tile_plan.sides_px == (1024, None, None)


def test_on_a_full_disk_few_moves_are_remembered_in_memory() -> None:
    assert plan_memory(4000, 4000, 10, 3 * GIB, GIB).history == History(2, on_disk=False)


def test_tiles_are_as_large_as_memory_allows_and_deep_stages_whole_first() -> None:
    plans = [plan_memory(2000, 2000, 3, mib << 20, 50 * GIB).tile_plan for mib in (900, 1500, 3000, 6000, 12_000)]
    num_whole = [plan.sides_px.count(None) for plan in plans]
    assert num_whole == sorted(num_whole)
    assert num_whole[0] == 0
    assert plans[-1].is_whole
    assert all(None not in plan.sides_px[: 3 - count] for plan, count in zip(plans, num_whole, strict=True))


def test_an_even_cut_needs_less_than_the_longest_tile() -> None:
    # Both are cut into two by two, but the parts of the second are smaller.
    larger, smaller = (plan_memory(side_px, side_px, 3, 1070 << 20, 50 * GIB) for side_px in (1200, 1100))
    assert smaller.expected_bytes < larger.expected_bytes


@given(side_px=st.integers(1148, 8000), memory_mib=st.integers(600, 20_000))
def test_a_scale_that_only_refines_needs_fewer_stages_and_no_more_memory(side_px: int, memory_mib: int) -> None:
    refining, composing = (
        plan_memory(side_px, side_px, 10, memory_mib << 20, 50 * GIB, refines=refines) for refines in (True, False)
    )
    assert (len(refining.tile_plan.sides_px), len(composing.tile_plan.sides_px)) == (2, 3)
    assert refining.history.size == composing.history.size
    sides = [side_px if side is None else side for side in refining.tile_plan.sides_px]
    assert all(
        side >= (side_px if other is None else other)
        for side, other in zip(sides, composing.tile_plan.sides_px, strict=False)
    )
