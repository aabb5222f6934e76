from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import RecipeError
from core.recipe import (
    ColorMode,
    DeviceName,
    NetworkName,
    OptimizerName,
    Pooling,
    Precision,
    Preset,
    Recipe,
    StartFrom,
    StyleLossName,
    StyleSource,
)

SIMPLE = Recipe(Path("photo.jpg"), (StyleSource(Path("painting.jpg")),))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"styles": ()}, "Choose at least one painting."),
        ({"styles": (StyleSource(Path("a"), 0),)}, "At least one painting needs a weight above zero."),
        ({"size_px": 0}, "The size must be from 64 to 16384 pixels, not 0."),
        ({"size_px": 20000}, "The size must be from 64 to 16384 pixels, not 20000."),
        ({"style_strength": -1}, "The style strength must be from 0 to 100, not -1."),
        ({"style_strength": math.nan}, "The style strength must be from 0 to 100, not nan."),
        ({"style_scale": 0.2}, "The style scale must be from 0.25 to 4, not 0.2."),
        ({"style_scale": 5}, "The style scale must be from 0.25 to 4, not 5."),
        ({"seed": -1}, "The seed must be a whole number from 0 up, not -1."),
        ({"smoothness": math.inf}, "The smoothness must be zero or more, not inf."),
        ({"start_from": StartFrom.PICTURE}, "A start picture is needed exactly when the run starts from a picture."),
    ],
)
def test_a_recipe_that_makes_no_sense_is_refused(change: dict[str, object], sentence: str) -> None:
    with pytest.raises(RecipeError) as caught:
        replace(SIMPLE, **change)  # type: ignore[arg-type] # the values are wrong on purpose
    assert str(caught.value) == sentence


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
)


@given(recipes)
def test_json_round_trip(recipe: Recipe) -> None:
    assert Recipe.from_json(recipe.to_json()) == recipe


def test_json_keeps_paths_readable() -> None:
    assert json.loads(replace(SIMPLE, photo=Path("Fotos/Tübingen.jpg")).to_json())["photo"] == "Fotos/Tübingen.jpg"


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "null", '{"version": 99}', SIMPLE.to_json().replace("draft", "x").replace("standard", "sloppy")],
)
def test_json_that_is_no_recipe_is_refused(text: str) -> None:
    with pytest.raises(RecipeError):
        Recipe.from_json(text)
