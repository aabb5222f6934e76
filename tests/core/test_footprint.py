from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from core.estimate import largest_size_px
from core.footprint import PICTURES_BYTES, allot
from core.tiling import SMALLEST_TILE_PX

GIB = 1 << 30


def test_with_memory_to_spare_nothing_is_tiled_and_every_move_remembered() -> None:
    found = allot(512, 384, 60, 8 * GIB)
    assert found.plan.sides_px == (None, None, None)
    assert found.history_size == 20
    assert found.expected_bytes < GIB


def test_no_more_moves_are_remembered_than_there_are() -> None:
    assert allot(512, 384, 5, 8 * GIB).history_size == 4


@given(side_px=st.integers(64, 8000), memory_mib=st.integers(100, 64_000))
def test_more_memory_never_means_smaller_tiles(side_px: int, memory_mib: int) -> None:
    less, more = (allot(side_px, side_px, 10, amount << 20) for amount in (memory_mib, 2 * memory_mib))
    assert less.history_size <= more.history_size
    assert all(side is None or side >= SMALLEST_TILE_PX for side in less.plan.sides_px)


@given(side_px=st.integers(500, 6000), memory_mib=st.integers(100, 32_000))
def test_an_allotment_keeps_to_its_memory_or_uses_the_least_there_is(side_px: int, memory_mib: int) -> None:
    found, memory_bytes = allot(side_px, side_px, 10, memory_mib << 20), memory_mib << 20
    is_least = SMALLEST_TILE_PX in found.plan.sides_px
    assert found.expected_bytes <= memory_bytes or is_least
    assert found.expected_bytes > side_px * side_px * PICTURES_BYTES


def test_sixteen_megapixels_are_expected_to_fit_into_five_gigabytes() -> None:
    assert allot(4000, 4000, 3, 5 * GIB).expected_bytes <= 5 * GIB


def test_the_largest_size_grows_with_the_memory_and_for_narrow_pictures() -> None:
    sizes_px = [largest_size_px(1.5, gib * GIB) for gib in (1, 2, 4, 8)]
    assert all(smaller < larger for smaller, larger in pairwise(sizes_px))
    assert largest_size_px(3.0, 4 * GIB) > largest_size_px(1.0, 4 * GIB)
    assert largest_size_px(1.5, 4 * GIB) == largest_size_px(1 / 1.5, 4 * GIB)
