from __future__ import annotations

import pytest

from core.loss.tile_plan import SMALLEST_TILE_PX, TilePlan, spans
from core.loss.vgg import stages
from core.recipe.choices import NetworkName


@pytest.mark.parametrize(
    ("sides_px", "is_whole", "is_smallest"),
    [
        ((None, None), True, False),
        ((None, SMALLEST_TILE_PX), False, False),
        ((SMALLEST_TILE_PX, SMALLEST_TILE_PX + 1), False, False),
        ((SMALLEST_TILE_PX, SMALLEST_TILE_PX), False, True),
    ],
)
def test_a_plan_is_whole_without_tiles_and_smallest_when_none_can_shrink(
    sides_px: tuple[int | None, ...], is_whole: bool, is_smallest: bool
) -> None:
    plan = TilePlan(sides_px)
    assert (plan.is_whole, plan.is_smallest) == (is_whole, is_smallest)


def test_halving_goes_down_to_the_smallest_tile_and_starts_from_no_more_than_the_picture() -> None:
    assert TilePlan((None, 2000, 512, 200, 128)).halved(1000).sides_px == (500, 500, 256, 128, 128)


def test_a_stage_without_tiles_is_one_tile_and_others_have_tiles_of_their_share_of_the_pixels() -> None:
    for number, stage in enumerate(stages(NetworkName.VGG19)):
        positions = 1024 // stage.stride_px
        whole = TilePlan.whole(number + 1).tiles(number, stage, positions, positions // 2)
        assert [(tile.rows.end, tile.columns.end) for tile in whole] == [(positions, positions // 2)]
        tiled = TilePlan((256,) * (number + 1)).tiles(number, stage, positions, positions // 2)
        owned = [(tile.rows.begin, tile.columns.begin, tile.rows.end, tile.columns.end) for tile in tiled]
        side = 256 // stage.stride_px
        assert owned == [
            (side * row, side * column, side * (row + 1), side * (column + 1))
            for row in range(4)
            for column in range(2)
        ]


@pytest.mark.parametrize(("length", "ends"), [(9, [4, 9]), (10, [4, 8, 10]), (8, [4, 8]), (3, [3])])
def test_what_is_too_short_to_be_pooled_belongs_to_the_span_before(length: int, ends: list[int]) -> None:
    found = spans(length, 4, 2, 2)
    assert [span.end for span in found] == ends
    assert [span.is_last for span in found] == [False] * (len(ends) - 1) + [True]
    assert [(span.seen_from, span.seen_to) for span in found] == [
        (max(0, span.begin - 2), min(length, span.end + 2)) for span in found
    ]
