from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from core.errors import ImageFileError
from core.files.hashing import sha256_of
from core.optimization import sources as sources_module
from core.optimization.sources import Sources, read_sources
from core.recipe.choices import StartFrom
from core.recipe.inputs import InputFile
from core.recipe.recipe import Recipe, StyleSource

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def recipe(photo: Path, painting: Path) -> Recipe:
    """Two paintings of 100 px, at 64 px."""
    return Recipe(photo, (StyleSource(painting), StyleSource(painting, 2.0)), size_px=64)


@pytest.fixture
def sources(recipe: Recipe, monkeypatch: pytest.MonkeyPatch) -> Sources:
    """What a run has read; from then on, reading fails."""
    sources = read_sources(recipe)
    monkeypatch.setattr(sources_module, "read_input", lambda *_: pytest.fail("a picture was read again"))
    return sources


def sizes(sources: Sources) -> list[int]:
    return [painting.longest_side_px for painting in sources.paintings]


def test_paintings_are_read_at_the_size_of_their_brush_strokes(recipe: Recipe) -> None:
    assert sizes(read_sources(recipe)) == [64, 64]
    assert sizes(read_sources(replace(recipe, style_scale=2.0))) == [128, 128]
    assert [weight for _, weight in read_sources(recipe).weighted_paintings] == [1.0, 2.0]


def test_other_weights_and_strength_read_nothing(recipe: Recipe, sources: Sources) -> None:
    styles = tuple(replace(style, weight=weight) for style, weight in zip(recipe.styles, (0.0, 3.0), strict=True))
    changed = sources.for_recipe(replace(recipe, styles=styles, style_strength=90))
    assert [weight for _, weight in changed.weighted_paintings] == [0.0, 3.0]
    assert [new.picture for new in changed.paintings] == [old.picture for old in sources.paintings]
    assert changed.photo is sources.photo


def test_smaller_strokes_read_nothing_and_lose_nothing(recipe: Recipe, sources: Sources) -> None:
    smaller = sources.for_recipe(replace(recipe, style_scale=0.5))
    assert sizes(smaller) == [64, 64]
    assert smaller.paintings[0].picture is sources.paintings[0].picture


def test_larger_strokes_read_a_painting_that_has_more_detail_in_its_file(recipe: Recipe) -> None:
    larger = read_sources(recipe).for_recipe(replace(recipe, style_scale=1.5))
    expected = read_sources(replace(recipe, style_scale=1.5))
    assert sizes(larger) == [96, 96]
    for painting, wanted in zip(larger.paintings, expected.paintings, strict=True):
        assert np.array_equal(painting.picture.rgb, wanted.picture.rgb)


def test_larger_strokes_enlarge_what_was_read_where_the_file_has_no_more(
    recipe: Recipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = read_sources(replace(recipe, style_scale=2.0))
    monkeypatch.setattr(sources_module, "read_input", lambda *_: pytest.fail("a picture was read again"))
    assert sizes(sources.for_recipe(replace(recipe, style_scale=4.0))) == [256, 256]


def test_a_painting_that_is_gone_is_named(recipe: Recipe) -> None:
    sources = read_sources(recipe)
    recipe.styles[0].path.unlink()
    with pytest.raises(ImageFileError):
        sources.for_recipe(replace(recipe, style_scale=1.5))


def test_a_painting_is_never_read_larger_than_a_print_shows(recipe: Recipe, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources_module, "LARGEST_PAINTING_PX", 80)
    assert sizes(read_sources(replace(recipe, style_scale=4.0))) == [80, 80]


def test_the_picture_to_start_from_has_the_size_of_the_result(recipe: Recipe, painting: Path, tmp_path: Path) -> None:
    assert read_sources(recipe).start is None
    Image.open(painting).resize((40, 30)).save(tmp_path / "start.png")
    start = read_sources(replace(recipe, start_from=StartFrom.PICTURE, start_picture=tmp_path / "start.png")).start
    assert start is not None
    assert (start.width_px, start.height_px) == (64, 48)


def test_the_files_are_known_as_they_were_read(recipe: Recipe, painting: Path, tmp_path: Path) -> None:
    start = tmp_path / "start.png"
    start.write_bytes(painting.read_bytes())
    inputs = read_sources(replace(recipe, start_from=StartFrom.PICTURE, start_picture=start)).inputs
    assert inputs.photo == InputFile(recipe.photo.name, recipe.photo.stat().st_size, sha256_of(recipe.photo))
    assert [file.sha256 for file in inputs.styles] == [sha256_of(painting)] * 2
    assert inputs.start_picture == replace(inputs.styles[0], name="start.png")
    assert read_sources(recipe).inputs.start_picture is None


def test_a_painting_that_is_read_again_is_known_as_it_is_by_then(recipe: Recipe) -> None:
    sources = read_sources(recipe)
    Image.new("RGB", (100, 100), "teal").save(recipe.styles[0].path)
    assert sources.for_recipe(replace(recipe, style_scale=0.5)).inputs == sources.inputs
    again = sources.for_recipe(replace(recipe, style_scale=1.5)).inputs
    assert again.photo == sources.inputs.photo
    assert [file.sha256 for file in again.styles] == [sha256_of(recipe.styles[0].path)] * 2
    assert again != sources.inputs


def test_what_nothing_needs_any_more_is_let_go_but_not_what_was_read(sources: Sources) -> None:
    left = sources.without_paintings()
    assert (left.photo, left.paintings, left.start, left.inputs) == (sources.photo, (), None, sources.inputs)
