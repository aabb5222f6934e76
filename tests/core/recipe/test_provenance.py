from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import RecipeError, RecipeProblem
from core.recipe.choices import StartFrom
from core.recipe.codec import MAX_CHARACTERS, RECIPE_VERSION, encode, whole_path
from core.recipe.inputs import InputFile, Inputs
from core.recipe.provenance import MAX_PAINTINGS, Provenance, decode_provenance, encode_provenance
from core.recipe.recipe import Recipe, StyleSource

RECIPE = Recipe(Path("photo.jpg"), (StyleSource(Path("painting.jpg"), 2.0),), size_px=640, seed=7)
INPUTS = Inputs(InputFile("photo.jpg", 10, "a" * 64), (InputFile("painting.jpg", 20, "b" * 64),))
PROVENANCE = Provenance(RECIPE, INPUTS, "Impasto 1.2.3")


def document(**changed: object) -> str:
    return json.dumps(json.loads(encode_provenance(PROVENANCE)) | changed)


def inputs(**changed: object) -> dict[str, Any]:
    members: dict[str, Any] = json.loads(encode_provenance(PROVENANCE))["inputs"]
    return members | changed


def refused(text: str) -> RecipeError:
    with pytest.raises(RecipeError) as caught:
        decode_provenance(text)
    return caught.value


def test_what_is_written_is_read_again() -> None:
    assert decode_provenance(encode_provenance(PROVENANCE)) == PROVENANCE


def test_a_picture_to_start_from_is_known_by_its_content_as_well() -> None:
    recipe = replace(RECIPE, start_from=StartFrom.PICTURE, start_picture=Path("begun.png"))
    provenance = Provenance(recipe, replace(INPUTS, start_picture=InputFile("begun.png", 3, "c" * 64)), "Impasto")
    assert decode_provenance(encode_provenance(provenance)) == provenance


def test_the_text_is_one_object_that_names_program_inputs_and_recipe() -> None:
    members = json.loads(encode_provenance(PROVENANCE))
    assert list(members) == ["program", "inputs", "recipe"]
    assert members["program"] == "Impasto 1.2.3"
    assert members["inputs"]["styles"] == [{"name": "painting.jpg", "num_bytes": 20, "sha256": "b" * 64}]
    assert members["recipe"]["version"] == RECIPE_VERSION


def test_folders_are_left_out_unless_they_are_asked_for(tmp_path: Path) -> None:
    recipe = Recipe(tmp_path / "secret" / "photo.jpg", RECIPE.styles)
    assert "secret" not in encode_provenance(Provenance(recipe))
    assert "secret" in encode_provenance(Provenance(recipe), whole_path)


def test_a_bare_recipe_says_nothing_of_inputs_and_program() -> None:
    assert decode_provenance(encode(RECIPE)) == Provenance(RECIPE)


def test_a_newer_recipe_is_called_newer_whatever_else_there_is() -> None:
    newer = document(recipe={"version": RECIPE_VERSION + 1, "regions": []}, regions=[1])
    error = refused(newer)
    assert error.problem is RecipeProblem.NEWER_VERSION
    assert error.arguments["version"] == RECIPE_VERSION + 1


def test_a_member_that_nobody_knows_is_refused() -> None:
    error = refused(document(brushes=3))
    assert (error.problem, error.arguments["field"]) == (RecipeProblem.UNKNOWN_FIELD, "brushes")


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"program": 3}, "program"),
        ({"program": "x" * 101}, "program"),
        ({"inputs": []}, "inputs"),
        ({"inputs": inputs(photo=None)}, "inputs.photo"),
        ({"inputs": inputs(styles=[])}, "inputs.styles"),
        ({"inputs": inputs(start_picture=inputs()["photo"])}, "inputs.start_picture"),
        ({"inputs": inputs(photo={"name": "a", "num_bytes": True, "sha256": "a" * 64})}, "inputs.photo.num_bytes"),
        ({"inputs": inputs(photo={"name": 5, "num_bytes": 1, "sha256": "a" * 64})}, "inputs.photo.name"),
        ({"inputs": inputs(photo={"name": "a", "num_bytes": -1, "sha256": "a" * 64})}, "num_bytes"),
        ({"inputs": inputs(photo={"name": "a", "num_bytes": 1, "sha256": "A" * 64})}, "sha256"),
        ({"inputs": inputs(photo={"name": "a", "num_bytes": 1, "sha256": "a" * 63})}, "sha256"),
        ({"inputs": inputs(photo={"name": "a" * 1025, "num_bytes": 1, "sha256": "a" * 64})}, "name"),
    ],
)
def test_what_makes_no_sense_is_refused_with_its_place(changed: dict[str, object], field: str) -> None:
    error = refused(document(**changed))
    assert (error.problem, error.arguments["field"]) == (RecipeProblem.FIELD_VALUE, field)


def test_what_an_input_lacks_is_named() -> None:
    error = refused(document(inputs=inputs(photo={"name": "a", "num_bytes": 1})))
    assert (error.problem, error.arguments["field"]) == (RecipeProblem.MISSING_FIELD, "inputs.photo.sha256")


def test_more_paintings_than_can_be_opened_at_once_are_refused() -> None:
    with pytest.raises(RecipeError):
        Provenance(replace(RECIPE, styles=RECIPE.styles * (MAX_PAINTINGS + 1)))
    Provenance(replace(RECIPE, styles=RECIPE.styles * MAX_PAINTINGS))


@pytest.mark.parametrize(
    "text", ["", "7", "[]", "{}", '"recipe"', '{"recipe": 1}', " " * MAX_CHARACTERS + "{}", "[" * 100_000]
)
def test_what_is_no_recipe_is_refused(text: str) -> None:
    assert refused(text).problem is RecipeProblem.NOT_A_RECIPE


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)


@given(st.text() | st.binary().map(lambda data: data.decode("latin-1")))
def test_no_text_raises_anything_but_a_refusal(text: str) -> None:
    refused(text)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from(["program", "inputs", "recipe"]), json_values))
def test_any_json_in_any_place_is_read_or_refused(members: dict[str, object]) -> None:
    try:
        found = decode_provenance(document(**members))
    except RecipeError:
        return
    assert found.recipe == RECIPE


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from(["name", "num_bytes", "sha256"]), json_values))
def test_any_json_about_an_input_is_read_or_refused(members: dict[str, object]) -> None:
    try:
        found = decode_provenance(document(inputs=inputs(photo=inputs()["photo"] | members)))
    except RecipeError:
        return
    assert found.recipe == RECIPE
