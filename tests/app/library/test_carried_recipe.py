from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from app.library.carried_recipe import CarriedRecipe, program_name, recipe_packet
from app.library.delivery import write_result
from app.library.keeping import Keeping, keep
from app.library.name_template import NamedPicture
from core.files.provenance_files import provenance_of_picture, read_provenance_text
from core.picture import Picture
from core.recipe.inputs import InputFile, Inputs
from core.recipe.provenance import Provenance
from core.recipe.recipe import Recipe, StyleSource

PICTURE = Picture(np.full((20, 30, 3), 99, np.uint8))
RECIPE = Recipe(Path("/home/ann/secret/photo.jpg"), (StyleSource(Path("/home/ann/secret/painting.jpg")),))
INPUTS = Inputs(InputFile("photo.jpg", 1, "a" * 64), (InputFile("painting.jpg", 2, "b" * 64),))
BY_NAME = Recipe(Path("photo.jpg"), (StyleSource(Path("painting.jpg")),))


@pytest.mark.parametrize("name", ["out.png", "out.jpg", "out.webp", "out.tiff"])
def test_a_written_picture_tells_how_it_was_painted_but_not_where(tmp_path: Path, name: str) -> None:
    write_result(tmp_path / name, PICTURE, RECIPE, inputs=INPUTS)
    assert provenance_of_picture(tmp_path / name) == Provenance(BY_NAME, INPUTS, program_name())
    assert b"secret" not in (tmp_path / name).read_bytes()


def test_a_kept_picture_does_as_well(tmp_path: Path) -> None:
    named = NamedPicture("cat", ("dots",), datetime(2026, 11, 22, tzinfo=UTC), 512)
    path = keep(PICTURE, RECIPE, Keeping(tmp_path), named, inputs=INPUTS)
    assert provenance_of_picture(path) == Provenance(BY_NAME, INPUTS, program_name())
    untold = keep(PICTURE, RECIPE, Keeping(tmp_path), named, carried=CarriedRecipe.NOTHING)
    assert provenance_of_picture(untold) is None


def test_folders_are_told_to_whoever_agrees(tmp_path: Path) -> None:
    write_result(tmp_path / "out.png", PICTURE, RECIPE, inputs=INPUTS, carried=CarriedRecipe.PATHS)
    assert provenance_of_picture(tmp_path / "out.png") == Provenance(RECIPE, INPUTS, program_name())


def test_nothing_is_told_of_what_shall_not_be(tmp_path: Path) -> None:
    write_result(tmp_path / "out.png", PICTURE, RECIPE, inputs=INPUTS, carried=CarriedRecipe.NOTHING)
    assert provenance_of_picture(tmp_path / "out.png") is None
    content = (tmp_path / "out.png").read_bytes()
    assert b"xmp" not in content
    assert b"photo.jpg" not in content


def test_a_recipe_without_known_inputs_is_carried_all_the_same(tmp_path: Path) -> None:
    write_result(tmp_path / "out.png", PICTURE, RECIPE)
    text, _ = read_provenance_text(tmp_path / "out.png")
    assert "inputs" not in text
    assert provenance_of_picture(tmp_path / "out.png") == Provenance(BY_NAME, None, program_name())


def test_a_recipe_of_more_paintings_than_anyone_reads_is_left_out(caplog: pytest.LogCaptureFixture) -> None:
    assert recipe_packet(replace(RECIPE, styles=RECIPE.styles * 101), None, CarriedRecipe.NAMES) is None
    assert "left out" in caplog.text
