from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.optimization.schedule import COMPOSED_AT_PX, Scale, painted_px, scale_sizes, scales_for, schedule
from core.recipe.choices import Preset, StartFrom
from core.recipe.recipe import Recipe, StyleSource


@pytest.mark.parametrize(
    ("size_px", "sizes"),
    [
        (64, (64,)),
        (128, (128,)),
        (140, (140,)),
        (256, (128, 181, 256)),
        (384, (128, 181, 256, 384)),
        (512, (128, 181, 256, 362, 512)),
        (1024, (128, 181, 256, 362, 512, 724, 1024)),
    ],
)
def test_scales_grow_by_about_the_square_root_of_two(size_px: int, sizes: tuple[int, ...]) -> None:
    assert scale_sizes(size_px, Preset.STANDARD) == sizes


@pytest.mark.parametrize(
    ("size_px", "sizes"),
    [(256, (128, 181, 256)), (512, (128, 181, 256, 512)), (1200, (128, 181, 256, 512, 1024, 1200))],
)
def test_a_draft_doubles_the_larger_ones(size_px: int, sizes: tuple[int, ...]) -> None:
    assert scale_sizes(size_px, Preset.DRAFT) == sizes


@given(st.integers(64, 16384), st.sampled_from(Preset))
def test_every_ladder_climbs_to_its_size_in_even_rungs(size_px: int, preset: Preset) -> None:
    sizes = scale_sizes(size_px, preset)
    steepest = 2.25 if preset is Preset.DRAFT else 1.6
    assert sizes[-1] == size_px
    assert all(1.1 < upper / lower < steepest for lower, upper in pairwise(sizes) if upper <= 1.12 * COMPOSED_AT_PX)
    assert all(1.1 < upper / lower < 2.5 for lower, upper in pairwise(sizes))


@given(st.integers(1148, 16384))
def test_refining_ladders_are_even_and_the_same_for_every_preset(size_px: int) -> None:
    ladders = {tuple(size for size in scale_sizes(size_px, preset) if size >= COMPOSED_AT_PX) for preset in Preset}
    (ladder,) = ladders
    ratios = [upper / lower for lower, upper in pairwise(ladder)]
    assert max(ratios) == pytest.approx(min(ratios), rel=0.01)


def test_a_large_picture_goes_through_the_scales_of_a_small_one() -> None:
    assert schedule(1024, Preset.STANDARD)[:5] == schedule(512, Preset.STANDARD)
    assert schedule(1024, Preset.DRAFT)[:4] == schedule(512, Preset.DRAFT)


@given(st.integers(64, 16384))
def test_only_high_is_painted_larger_than_it_is_asked_for(size_px: int) -> None:
    draft, standard, high = (schedule(size_px, preset)[-1].scale_px for preset in Preset)
    assert draft == standard == size_px
    assert high == painted_px(size_px, Preset.HIGH) == pytest.approx(size_px * 2**0.5, abs=1)


def test_presets_cost_more_and_more() -> None:
    draft, standard, high = (sum(scale.work for scale in schedule(512, preset)) for preset in Preset)
    assert draft < standard / 1.5 < high / 2.5


@pytest.mark.parametrize("preset", Preset)
def test_a_finished_picture_is_painted_on_at_its_full_size_for_longer_than_its_last_scale(preset: Preset) -> None:
    styles = (StyleSource(Path("painting.png")),)
    recipe = Recipe(
        Path("photo.png"), styles, preset=preset, start_from=StartFrom.FINISHED, start_picture=Path("a.png")
    )
    (scale,) = scales_for(recipe, 400, 300)
    assert scale.scale_px == painted_px(512, preset)
    assert scale.num_steps > schedule(512, preset)[-1].num_steps


def test_work_is_counted_in_pixels_computed() -> None:
    assert Scale(scale_px=100, num_steps=3).work == 30_000
    assert Scale(scale_px=100, num_steps=3, refines=True).work < 30_000


@given(st.integers(64, 16384), st.sampled_from(Preset))
def test_a_picture_is_composed_before_it_is_refined(size_px: int, preset: Preset) -> None:
    """The first scale of 1024 px and more is the last that is not only refined."""
    scales = schedule(size_px, preset)
    refined = [scale.scale_px for scale in scales if scale.refines]
    composed = [scale.scale_px for scale in scales if not scale.refines]
    assert [*composed, *refined] == [scale.scale_px for scale in scales]
    assert bool(refined) == (painted_px(size_px, preset) > 1.12 * COMPOSED_AT_PX)
    assert all(scale_px > COMPOSED_AT_PX == composed[-1] for scale_px in refined)
