from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import sys
import typing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.errors import RecipeError, RecipeProblem
from core.recipe import codec
from core.recipe.choices import StartFrom
from core.recipe.codec import (
    MAX_CHARACTERS,
    RECIPE_VERSION,
    decode,
    encode,
    from_members,
    relative_to,
    to_members,
    whole_path,
)
from core.recipe.recipe import Recipe, StyleSource
from core.recipe.sheet import Fit, PrintFormat

SIMPLE = Recipe(Path("photo.jpg"), (StyleSource(Path("painting.jpg")),))

# Word for word what Recipe.to_json wrote before there was a codec.
VERSION_1 = (
    '{"photo": "/home/ann/Fotos/Tübingen.jpg", "styles": [{"path": "/home/ann/a.jpg", "weight": 2.0}, '
    '{"path": "/home/ann/b.jpg", "weight": 1.0}], "size_px": 827, "preset": "high", "style_strength": 62.5, '
    '"style_scale": 1.5, "loss": "gram", "color": "match", "network": "vgg16", "device": "cpu", "seed": 7, '
    '"pooling": "max", "optimizer": "lbfgs", "start_from": "picture", "start_picture": "/home/ann/start.png", '
    '"smoothness": 1.0, "precision": "full", "print_format": {"width_mm": 50.0, "height_mm": 70.0, "dpi": 300.0, '
    '"bleed_mm": 0.0}, "fit": "crop", "depth_bits": 16, "version": 1}'
)

names = st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1).filter(
    lambda name: name == Path(name).name and name != ".."
)
FROM_TYPE: dict[Any, st.SearchStrategy[Any]] = {
    Path: names.map(Path),
    Path | None: st.none(),
    bool: st.booleans(),
}
IN_RANGE: dict[str, st.SearchStrategy[Any]] = {
    "size_px": st.integers(64, 16384),
    "style_strength": st.floats(0, 100),
    "freedom": st.floats(0, 100),
    "style_scale": st.floats(0.25, 4),
    "seed": st.integers(0, 2**63 - 1),
    "print_format": st.none(),
    "depth_bits": st.sampled_from([8, 16]),
    "start_from": st.sampled_from([StartFrom.PHOTO, StartFrom.NOISE]),
    "styles": st.lists(st.builds(StyleSource, names.map(Path), st.floats(0.01, 10)), min_size=1, max_size=3).map(tuple),
}
FIELDS = tuple(field.name for field in dataclasses.fields(Recipe))
HINTS = typing.get_type_hints(Recipe)


def values_of(name: str) -> st.SearchStrategy[Any]:
    """Any value of a field. For one that is no choice there must be a line above, so that no field is forgotten."""
    if name in IN_RANGE:
        return IN_RANGE[name]
    return FROM_TYPE[HINTS[name]] if HINTS[name] in FROM_TYPE else st.sampled_from(HINTS[name])


recipes = st.builds(Recipe, **{name: values_of(name) for name in FIELDS})
sheets = st.builds(PrintFormat, st.floats(20, 1000), st.floats(20, 1000), st.floats(100, 300), st.floats(0, 5))


def refused(text: str) -> RecipeError:
    with pytest.raises(RecipeError) as caught:
        decode(text)
    return caught.value


def changed(**members: object) -> str:
    return json.dumps(to_members(SIMPLE) | members)


@given(recipes)
def test_round_trip(recipe: Recipe) -> None:
    assert decode(encode(recipe)) == recipe


@given(recipes, sheets, st.sampled_from(Fit), st.tuples(st.integers(16, 9000), st.integers(16, 9000)))
def test_round_trip_of_a_print(recipe: Recipe, sheet: PrintFormat, fit: Fit, photo_px: tuple[int, int]) -> None:
    try:
        recipe = recipe.for_print(sheet, fit, photo_px)
    except RecipeError:  # a photo so thin that nothing is left of it on that sheet
        assume(False)
    assert decode(encode(recipe)) == recipe


@given(recipes, names.map(Path), st.sampled_from([each for each in StartFrom if each.needs_picture]))
def test_round_trip_of_a_start_picture(recipe: Recipe, start: Path, start_from: StartFrom) -> None:
    recipe = replace(recipe, start_from=start_from, start_picture=start)
    assert decode(encode(recipe)) == recipe


def test_every_field_is_written_and_nothing_else() -> None:
    assert to_members(SIMPLE).keys() == {"version", *FIELDS}
    assert to_members(SIMPLE)["version"] == RECIPE_VERSION


@pytest.mark.parametrize("name", [name for name in FIELDS if name not in {"photo", "styles"}])
def test_a_field_that_is_missing_has_its_default(name: str) -> None:
    members = to_members(SIMPLE)
    del members[name]
    assert from_members(members) == SIMPLE


@pytest.mark.parametrize("name", ["photo", "styles"])
def test_there_is_no_recipe_without_pictures(name: str) -> None:
    members = to_members(SIMPLE)
    del members[name]
    with pytest.raises(RecipeError, match=rf"MISSING_FIELD field='{name}'"):
        from_members(members)


def test_a_painting_without_its_weight_has_the_usual_one() -> None:
    assert decode(changed(styles=[{"path": "painting.jpg"}])) == SIMPLE


# Versions.


def test_what_was_written_before_there_was_a_codec_is_read() -> None:
    recipe = decode(VERSION_1)
    given = json.loads(VERSION_1)
    assert recipe.photo == Path("/home/ann/Fotos/Tübingen.jpg")
    assert recipe.styles == (StyleSource(Path("/home/ann/a.jpg"), 2.0), StyleSource(Path("/home/ann/b.jpg"), 1.0))
    assert recipe.start_picture == Path("/home/ann/start.png")
    assert recipe.print_format == PrintFormat(50, 70)
    assert recipe.freedom == 0
    for name in {*FIELDS, *given} - {"photo", "styles", "start_picture", "print_format", "version"}:
        if name in FIELDS and name in given:
            assert getattr(recipe, name) == given[name]


def test_version_1_from_before_there_was_print_is_read() -> None:
    members = json.loads(VERSION_1)
    for name in ("print_format", "fit", "depth_bits"):
        del members[name]
    assert decode(json.dumps(members)).print_format is None


def test_the_list_of_version_1_is_that_of_the_text() -> None:
    assert {*codec._FIELDS_OF_VERSION_1, "version"} == json.loads(VERSION_1).keys()


def test_a_field_of_version_1_that_has_been_given_up_is_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codec, "_FIELDS_OF_VERSION_1", codec._FIELDS_OF_VERSION_1 | {"brushes"})
    assert decode(changed(version=1, brushes=3)) == SIMPLE
    assert refused(changed(brushes=3)).problem is RecipeProblem.UNKNOWN_FIELD


def test_there_is_an_upgrade_from_every_older_version() -> None:
    assert len(codec._UPGRADES) == RECIPE_VERSION - 1


def test_a_newer_version_is_refused_with_its_own_code() -> None:
    error = refused(changed(version=RECIPE_VERSION + 1, unheard_of=1))
    assert error.problem is RecipeProblem.NEWER_VERSION
    assert error.arguments == {"version": RECIPE_VERSION + 1, "newest": RECIPE_VERSION}


@pytest.mark.parametrize("version", [0, -1, 1.0, True, "1", None])
def test_what_is_no_version_is_refused(version: object) -> None:
    assert refused(changed(version=version)).arguments["field"] == "version"


# Strict types.


@pytest.mark.parametrize(
    ("members", "field"),
    [
        ({"size_px": 512.5}, "size_px"),
        ({"size_px": 512.0}, "size_px"),
        ({"size_px": "512"}, "size_px"),
        ({"size_px": None}, "size_px"),
        ({"seed": True}, "seed"),
        ({"style_strength": "50"}, "style_strength"),
        ({"style_strength": True}, "style_strength"),
        ({"style_strength": 10**400}, "style_strength"),
        ({"preset": "sloppy"}, "preset"),
        ({"preset": 1}, "preset"),
        ({"preset": ["draft"]}, "preset"),
        ({"preset": {}}, "preset"),
        ({"photo": 1}, "photo"),
        ({"photo": None}, "photo"),
        ({"photo": "a\0b"}, "photo"),
        ({"styles": "a.jpg"}, "styles"),
        ({"styles": {"path": "a.jpg"}}, "styles"),
        ({"styles": ["a.jpg"]}, "styles[0]"),
        ({"styles": [{"path": "a"}, {"path": "b", "weight": "1"}]}, "styles[1].weight"),
        ({"styles": [{"path": "a"}, {"weight": 1}]}, "styles[1].path"),
        ({"styles": [{"path": "a", "share": 1}]}, "styles[0].share"),
        ({"print_format": 5}, "print_format"),
        ({"print_format": {"width_mm": 50}}, "print_format.height_mm"),
        ({"print_format": {"width_mm": 50, "height_mm": "70"}}, "print_format.height_mm"),
        ({"start_picture": 3}, "start_picture"),
        ({"style_strenght": 80}, "style_strenght"),
    ],
)
def test_a_member_that_is_wrong_is_named(members: dict[str, object], field: str) -> None:
    error = refused(changed(**members))
    assert error.arguments["field"] == field
    assert error.problem in {RecipeProblem.FIELD_VALUE, RecipeProblem.MISSING_FIELD, RecipeProblem.UNKNOWN_FIELD}


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
@pytest.mark.parametrize("name", ["style_strength", "style_scale"])
def test_what_is_no_number_is_refused(name: str, number: str) -> None:
    value = getattr(SIMPLE, name)
    assert f'"{name}": {value}' in encode(SIMPLE)
    refused(encode(SIMPLE).replace(f'"{name}": {value}', f'"{name}": {number}'))


def test_a_whole_number_will_do_where_a_fraction_is_meant() -> None:
    strength = decode(changed(style_strength=70)).style_strength
    assert (strength, type(strength)) == (70.0, float)


def test_values_out_of_range_are_refused_as_in_any_recipe() -> None:
    assert refused(changed(size_px=3)).problem is RecipeProblem.SIZE
    assert refused(changed(styles=[{"path": "a", "weight": -1}])).problem is RecipeProblem.STYLE_WEIGHT
    assert refused(changed(styles=[])).problem is RecipeProblem.NO_PAINTING


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "null",
        "7",
        '"recipe"',
        "{",
        "[" * 100_000,
        '{"version": ' + "9" * 5000 + "}",
        " " * MAX_CHARACTERS + "{}",
        changed()[:-1] + ', "seed": 2}',
    ],
    ids=lambda text: text[:20],
)
def test_what_is_no_recipe_is_refused(text: str) -> None:
    assert refused(text).problem is RecipeProblem.NOT_A_RECIPE


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)


@given(st.dictionaries(st.sampled_from(["version", *FIELDS]), json_values))
def test_any_json_is_read_or_refused(members: dict[str, object]) -> None:
    with contextlib.suppress(RecipeError):
        decode(json.dumps(to_members(SIMPLE) | members))


def test_no_depth_of_nesting_does_harm() -> None:
    for depth in range(800, 1100):
        nested = "[" * depth + "]" * depth
        assert refused(changed()[:-1].replace('"seed": 0', f'"seed": {nested}') + "}").problem in {
            RecipeProblem.FIELD_VALUE,
            RecipeProblem.NOT_A_RECIPE,
        }


# Paths.


def test_folders_are_kept_out_unless_they_are_asked_for(tmp_path: Path) -> None:
    photo, painting = tmp_path / "Ann Private" / "Tübingen.jpg", tmp_path / "a.jpg"
    recipe = Recipe(
        photo, (StyleSource(painting),), start_from=StartFrom.PICTURE, start_picture=Path("/home/ann/start.png")
    )
    assert "Ann" not in encode(recipe)
    assert str(tmp_path) not in encode(recipe)
    names_alone = decode(encode(recipe))
    assert (names_alone.photo, names_alone.styles[0].path) == (Path("Tübingen.jpg"), Path("a.jpg"))
    assert decode(encode(recipe, whole_path)) == recipe
    beside = json.loads(encode(recipe, relative_to(tmp_path)))
    assert (beside["photo"], beside["start_picture"]) == ("Ann Private/Tübingen.jpg", "start.png")


def test_a_whole_path_does_not_depend_on_the_present_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert decode(encode(SIMPLE, whole_path)).photo == tmp_path / "photo.jpg"


def test_names_stay_readable() -> None:
    assert "Tübingen.jpg" in encode(replace(SIMPLE, photo=Path("Fotos/Tübingen.jpg")))


@pytest.mark.skipif(sys.platform == "win32", reason="file names are Unicode there")
def test_a_file_name_that_is_not_unicode_survives() -> None:
    recipe = replace(SIMPLE, photo=Path(os.fsdecode(b"caf\xe9.jpg")))
    text = encode(recipe)
    text.encode()
    assert decode(text) == recipe


# Presets.


def test_a_preset_has_every_setting_but_the_pictures() -> None:
    preset = decode(VERSION_1)
    text = encode(preset, with_pictures=False)
    assert "jpg" not in text
    assert "png" not in text
    found = decode(text, SIMPLE)
    assert (found.photo, found.styles, found.start_from) == (SIMPLE.photo, SIMPLE.styles, StartFrom.PHOTO)
    expected = replace(preset, photo=SIMPLE.photo, styles=SIMPLE.styles, start_from=StartFrom.PHOTO, start_picture=None)
    assert found == expected


def test_starting_from_noise_is_a_setting() -> None:
    text = encode(replace(SIMPLE, start_from=StartFrom.NOISE), with_pictures=False)
    assert decode(text, SIMPLE).start_from is StartFrom.NOISE


def test_a_preset_alone_is_no_recipe() -> None:
    assert refused(encode(SIMPLE, with_pictures=False)).problem is RecipeProblem.MISSING_FIELD
