from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import RecipeError
from core.forecast.forecast import Line, Pace, forecast, largest_size_px
from core.recipe.choices import Preset
from core.recipe.recipe import Recipe, StyleSource

GIB = 1 << 30
PACE = Pace(2.0, Line(0.0, 0.0), Line(0.0, 1e-6), GIB // 2, 4 * GIB, 50 * GIB)
RECIPE = Recipe(Path("photo.png"), (StyleSource(Path("painting.png")),), size_px=256, preset=Preset.DRAFT)
PHOTO, PAINTINGS = (4000, 3000), [(2000, 2000)]


def test_a_line_goes_through_both_points_and_never_falls() -> None:
    line = Line.through((100, 1.0), (300, 2.0))
    assert line(100) == pytest.approx(1.0)
    assert line(500) == pytest.approx(3.0)
    assert Line.through((100, 2.0), (300, 1.0))(1000) == 2.0


def test_the_time_is_that_of_every_step_at_every_scale() -> None:
    # 16 steps at 128 x 96, 8 at 181 x 136 and 4 at 256 x 192, a microsecond a pixel.
    expected_s = 2.0 + 1e-6 * (16 * 128 * 96 + 8 * 181 * 136 + 4 * 256 * 192)
    assert forecast(RECIPE, PACE, PHOTO, PAINTINGS).seconds == pytest.approx(expected_s)


def test_larger_paintings_take_longer_to_look_at_but_never_more_than_the_canvas_asks_for() -> None:
    pace = replace(PACE, setting_up=Line(0.0, 1e-6))
    small, large, larger = (forecast(RECIPE, pace, PHOTO, [(side, side)]).seconds for side in (100, 2000, 4000))
    assert small < large == larger


def test_little_memory_means_tiles_and_tiles_take_time() -> None:
    recipe = replace(RECIPE, size_px=3000)
    roomy, tight = (forecast(recipe, replace(PACE, memory_bytes=gib * GIB), PHOTO, PAINTINGS) for gib in (64, 2))
    assert tight.seconds > 1.1 * roomy.seconds
    assert tight.peak_bytes < roomy.peak_bytes
    assert tight.largest_size_px < roomy.largest_size_px


def test_the_photo_itself_takes_no_time() -> None:
    assert forecast(replace(RECIPE, style_strength=0), PACE, PHOTO, PAINTINGS).seconds == 0


def test_a_picture_too_narrow_to_paint_has_no_forecast() -> None:
    with pytest.raises(RecipeError, match="TOO_NARROW"):
        forecast(RECIPE, PACE, (4000, 100), PAINTINGS)


def test_more_memory_allows_larger_pictures_whichever_way_they_are_turned() -> None:
    sizes_px = [largest_size_px((3, 2), Preset.STANDARD, gib * GIB, 50 * GIB) for gib in (1, 2, 4, 8)]
    assert sizes_px == sorted(sizes_px)
    assert len(set(sizes_px)) == len(sizes_px)
    wide, square, tall, high = (
        largest_size_px(shape, preset, 4 * GIB, 50 * GIB)
        for shape, preset in (
            ((3, 1), Preset.STANDARD),
            ((1, 1), Preset.STANDARD),
            ((1, 3), Preset.STANDARD),
            ((1, 1), Preset.HIGH),
        )
    )
    assert wide > square
    assert wide == tall
    assert high == pytest.approx(square / 2**0.5, abs=2)
