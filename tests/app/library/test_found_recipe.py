from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.library.found_recipe import FoundRecipe, look_again, look_up
from app.library.input_search import InputState
from core.errors import RecipeError, RecipeProblem
from core.recipe.choices import StartFrom
from core.recipe.codec import name_only, whole_path
from core.recipe.provenance import Provenance, encode_provenance
from core.recipe.recipe import Recipe, StyleSource
from tests.app.fake_engine import inputs_of

if TYPE_CHECKING:
    from pathlib import Path

UNCHANGED, MOVED, _, MISSING, REPLACED = InputState


def made(path: Path) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(f"the content of {path.name}".encode())
    return path


@pytest.fixture
def recipe(tmp_path: Path) -> Recipe:
    folder = tmp_path / "then"
    return Recipe(
        made(folder / "photo.jpg"),
        (StyleSource(made(folder / "a.jpg")), StyleSource(made(folder / "b.jpg"))),
        start_from=StartFrom.PICTURE,
        start_picture=made(folder / "begun.jpg"),
    )


@pytest.fixture
def written(recipe: Recipe, tmp_path: Path) -> Path:
    """With names alone, apart from what it names."""
    path = tmp_path / "recipe.json"
    path.write_text(encode_provenance(Provenance(recipe, inputs_of(recipe)), name_only), encoding="utf-8")
    return path


def states(found: FoundRecipe) -> list[InputState]:
    return [match.state for match in found.matches]


def test_what_is_named_is_looked_for_in_the_folders(recipe: Recipe, written: Path) -> None:
    found = look_up(written, [recipe.photo.parent])
    assert found.file == written
    assert found.matches.applied_to(found.provenance.recipe) == recipe


def test_the_paths_of_a_file_are_followed(recipe: Recipe, written: Path) -> None:
    written.write_text(encode_provenance(Provenance(recipe, inputs_of(recipe)), whole_path), encoding="utf-8")
    assert states(look_up(written, [])) == [UNCHANGED] * 4


def test_what_is_no_recipe_is_refused(written: Path) -> None:
    written.write_text("hello", encoding="utf-8")
    with pytest.raises(RecipeError) as caught:
        look_up(written, [])
    assert caught.value.problem is RecipeProblem.NOT_A_RECIPE


def test_beside_what_was_picked_the_rest_is_found(recipe: Recipe, written: Path) -> None:
    missing = look_up(written, [])
    assert states(missing) == [MISSING] * 4
    found = look_again(missing, recipe.photo, [])
    assert found.matches.applied_to(found.provenance.recipe) == recipe


def test_what_was_picked_takes_the_place_of_the_first_that_is_missing(recipe: Recipe, written: Path) -> None:
    folder = written.parent / "elsewhere"
    folder.mkdir()
    photo = recipe.photo.rename(folder / "photo.jpg")
    found = look_up(written, [folder])
    assert states(found) == [MOVED, MISSING, MISSING, MISSING]
    other = made(written.parent / "others" / "other.jpg")
    found = look_again(found, other, [])
    assert states(found) == [MOVED, REPLACED, MISSING, MISSING]
    assert found.matches.photo.path == photo
    found = look_again(found, other, [])
    found = look_again(found, made(written.parent / "others" / "start.jpg"), [])
    assert states(found) == [MOVED, REPLACED, REPLACED, REPLACED]
    painted = found.matches.applied_to(found.provenance.recipe)
    assert [style.path for style in painted.styles] == [other, other]
    assert painted.start_picture == written.parent / "others" / "start.jpg"


def test_a_recipe_without_a_picture_to_start_from_has_none(recipe: Recipe, written: Path) -> None:
    plain = replace(recipe, start_from=StartFrom.PHOTO, start_picture=None)
    written.write_text(encode_provenance(Provenance(plain, inputs_of(plain))), encoding="utf-8")
    found = look_again(look_up(written, []), made(written.parent / "x.jpg"), [])
    assert found.matches.start_picture is None
    assert states(found) == [REPLACED, MISSING, MISSING]
