from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.library.bundled import BundledPicture
from app.studio.sheet_entries import painting_entries, thumbnail_recipe, variation_entries
from core.recipe.choices import ColorMode, Preset, StartFrom
from core.recipe.recipe import Recipe, StyleSource
from core.recipe.sheet import Fit, PrintFormat

RECIPE = Recipe(Path("photo.png"), (StyleSource(Path("mine.png")),), size_px=1024, preset=Preset.HIGH)


def test_what_no_thumbnail_shows_makes_no_other_one() -> None:
    small = thumbnail_recipe(RECIPE)
    assert small == thumbnail_recipe(replace(RECIPE, size_px=300, preset=Preset.DRAFT, depth_bits=16, seed=7))
    assert small == thumbnail_recipe(replace(RECIPE, start_from=StartFrom.NOISE))
    assert small != thumbnail_recipe(replace(RECIPE, style_strength=51))
    assert small != thumbnail_recipe(replace(RECIPE, freedom=51))


def test_a_sheet_of_paper_keeps_its_shape() -> None:
    paper = PrintFormat.parse("10x20cm@100")
    printed = RECIPE.for_print(paper, Fit.CROP, (300, 200))
    assert thumbnail_recipe(printed).shape == printed.shape


def test_every_painting_has_an_entry_under_its_name() -> None:
    paintings = [BundledPicture(Path(f"{name}.png"), name.title(), "") for name in ("swirls", "dots")]
    entries = list(painting_entries(RECIPE, paintings))
    assert [entry.caption for entry in entries] == ["Swirls", "Dots"]
    assert [entry.recipe.styles for entry in entries] == [(StyleSource(each.path),) for each in paintings]


def test_variations_are_all_different_and_begin_with_the_colours_that_are_set() -> None:
    entries = list(variation_entries(replace(RECIPE, color=ColorMode.MATCH)))
    assert len({entry.recipe for entry in entries}) == len(entries) == 27
    assert list(dict.fromkeys(entry.section for entry in entries)) == [
        "Matched colours",
        "The painting's colours",
        "The photo's colours",
    ]
    assert entries[0].caption == "Strength 25, strokes ½"
    assert (entries[0].recipe.style_strength, entries[0].recipe.style_scale) == (25, 0.5)
    assert {entry.recipe.styles for entry in entries} == {RECIPE.styles}
