from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import RecipeError
from core.recipe.choices import (
    StartFrom,
)
from core.recipe.recipe import Recipe, StyleSource
from core.recipe.sheet import Fit, PrintFormat

SHEET = PrintFormat(50.8, 25.4)  # 600 x 300 pixels
SIMPLE = Recipe(Path("photo.jpg"), (StyleSource(Path("painting.jpg")),))


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"styles": ()}, "NO_PAINTING"),
        ({"styles": (StyleSource(Path("a"), 0),)}, "NO_STYLE_WEIGHT"),
        (
            {"styles": (StyleSource(Path("a"), 1e308), StyleSource(Path("b"), 1e308))},
            "STYLE_WEIGHTS_TOO_LARGE",
        ),
        ({"size_px": 0}, "SIZE value=0 low=64 high=16384"),
        ({"size_px": 20000}, "SIZE value=20000 low=64 high=16384"),
        ({"style_strength": -1}, "STYLE_STRENGTH value=-1 low=0 high=100"),
        ({"style_strength": math.nan}, "STYLE_STRENGTH value=nan low=0 high=100"),
        ({"freedom": -1}, "FREEDOM value=-1 low=0 high=100"),
        ({"freedom": 100.5}, "FREEDOM value=100.5 low=0 high=100"),
        ({"freedom": math.nan}, "FREEDOM value=nan low=0 high=100"),
        ({"style_scale": 0.2}, "STYLE_SCALE value=0.2 low=0.25 high=4.0"),
        ({"style_scale": 5}, "STYLE_SCALE value=5 low=0.25 high=4.0"),
        ({"seed": -1}, "SEED value=-1"),
        ({"depth_bits": 12}, "DEPTH value=12"),
        ({"size_px": 100, "print_format": SHEET}, "SHEET_NOT_FILLED size_px=100"),
        ({"size_px": 900, "print_format": SHEET, "fit": Fit.PAD}, "LARGER_THAN_SHEET size_px=900"),
        (
            {"print_format": PrintFormat(2000, 1500)},
            "PIXELS_OF_SHEET dpi=300.0 width_px=23622 height_px=17717 low=64 high=16384",
        ),
        (
            {"print_format": PrintFormat(2, 3)},
            "PIXELS_OF_SHEET dpi=300.0 width_px=24 height_px=35 low=64 high=16384",
        ),
        ({"start_from": StartFrom.PICTURE}, "START_PICTURE"),
        ({"start_from": StartFrom.FINISHED}, "START_PICTURE"),
    ],
)
def test_a_recipe_that_makes_no_sense_is_refused(change: dict[str, object], problem: str) -> None:
    with pytest.raises(RecipeError) as caught:
        replace(SIMPLE, **change)  # type: ignore[arg-type] # the values are wrong on purpose
    assert str(caught.value) == f"RecipeProblem.{problem}"


@pytest.mark.parametrize("weight", [-0.1, math.nan, math.inf])
def test_a_style_weight_must_be_a_share(weight: float) -> None:
    with pytest.raises(RecipeError):
        StyleSource(Path("painting.jpg"), weight)


def test_the_sheet_decides_the_size() -> None:
    cropped = SIMPLE.for_print(SHEET, Fit.CROP, (100, 400))
    assert (cropped.size_px, cropped.shape) == (600, (600, 300))
    whole = SIMPLE.for_print(SHEET, Fit.INSIDE, (100, 400))
    assert (whole.size_px, whole.shape) == (300, None)
    assert SIMPLE.shape is None


def test_it_tells_the_files_that_it_is_painted_from() -> None:
    photo, start = Path("photo.jpg"), Path("start.png")
    recipe = Recipe(photo, (StyleSource(Path("a.jpg")), StyleSource(Path("b.jpg"))))
    assert recipe.input_paths == (photo, Path("a.jpg"), Path("b.jpg"))
    begun = replace(recipe, start_from=StartFrom.PICTURE, start_picture=start)
    assert begun.input_paths == (*recipe.input_paths, start)
