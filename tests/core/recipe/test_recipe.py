from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.errors import RecipeError
from core.recipe.choices import (
    ColorMode,
    DeviceName,
    NetworkName,
    OptimizerName,
    Pooling,
    Precision,
    Preset,
    StartFrom,
    StyleLossName,
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
        ({"style_scale": 0.2}, "STYLE_SCALE value=0.2 low=0.25 high=4.0"),
        ({"style_scale": 5}, "STYLE_SCALE value=5 low=0.25 high=4.0"),
        ({"seed": -1}, "SEED value=-1"),
        ({"smoothness": math.inf}, "SMOOTHNESS value=inf"),
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


recipes = st.builds(
    Recipe,
    photo=st.text(min_size=1).map(Path),
    styles=st.lists(
        st.builds(StyleSource, st.text(min_size=1).map(Path), st.floats(0.01, 10)), min_size=1, max_size=3
    ).map(tuple),
    size_px=st.integers(64, 16384),
    preset=st.sampled_from(Preset),
    style_strength=st.floats(0, 100),
    style_scale=st.floats(0.25, 4),
    loss=st.sampled_from(StyleLossName),
    color=st.sampled_from(ColorMode),
    precision=st.sampled_from(Precision),
    network=st.sampled_from(NetworkName),
    device=st.sampled_from(DeviceName),
    seed=st.integers(0, 2**63 - 1),
    pooling=st.sampled_from(Pooling),
    optimizer=st.sampled_from(OptimizerName),
    start_from=st.just(StartFrom.PICTURE),
    start_picture=st.just(Path("čau světe.png")),
    smoothness=st.floats(0, 100),
    depth_bits=st.sampled_from([8, 16]),
)
sheets = st.builds(PrintFormat, st.floats(20, 1000), st.floats(20, 1000), st.floats(100, 300), st.floats(0, 5))


@given(recipes)
def test_json_round_trip(recipe: Recipe) -> None:
    assert Recipe.from_json(recipe.to_json()) == recipe


@given(recipes, sheets, st.sampled_from(Fit), st.tuples(st.integers(16, 9000), st.integers(16, 9000)))
def test_json_round_trip_of_a_print(recipe: Recipe, sheet: PrintFormat, fit: Fit, photo_px: tuple[int, int]) -> None:
    try:
        recipe = recipe.for_print(sheet, fit, photo_px)
    except RecipeError:  # a photo so thin that nothing is left of it on that sheet
        assume(False)
    assert Recipe.from_json(recipe.to_json()) == recipe


def test_the_sheet_decides_the_size() -> None:
    cropped = SIMPLE.for_print(SHEET, Fit.CROP, (100, 400))
    assert (cropped.size_px, cropped.shape) == (600, (600, 300))
    whole = SIMPLE.for_print(SHEET, Fit.INSIDE, (100, 400))
    assert (whole.size_px, whole.shape) == (300, None)
    assert SIMPLE.shape is None


def test_json_from_before_there_was_print_is_read() -> None:
    fields = json.loads(SIMPLE.to_json())
    for name in ("print_format", "fit", "depth_bits"):
        del fields[name]
    assert Recipe.from_json(json.dumps(fields)) == SIMPLE


def test_json_keeps_paths_readable() -> None:
    assert json.loads(replace(SIMPLE, photo=Path("Fotos/Tübingen.jpg")).to_json())["photo"] == "Fotos/Tübingen.jpg"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "null",
        '{"version": 99}',
        SIMPLE.to_json().replace("draft", "x").replace("standard", "sloppy"),
        '{"version": 1, "print_format": 5}',
    ],
)
def test_json_that_is_no_recipe_is_refused(text: str) -> None:
    with pytest.raises(RecipeError):
        Recipe.from_json(text)
