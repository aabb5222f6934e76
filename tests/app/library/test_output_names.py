from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.library.delivery import write_result
from app.library.output_names import picture_stem, with_suffix
from core.errors import ImageFileError, ImageProblem
from core.picture import Picture
from core.recipe.recipe import Recipe, StyleSource
from core.recipe.sheet import Fit, PrintFormat

RECIPE = Recipe(Path("gone.jpg"), (StyleSource(Path("painting.jpg")),))
WHEN = datetime(2026, 11, 22, 19, 40, 12, tzinfo=UTC)


@pytest.fixture
def picture() -> Picture:
    return Picture(np.full((20, 30, 3), 99, np.uint8))


@pytest.mark.parametrize(
    ("paintings", "part"),
    [
        (["Night Swirls", "Sunday Dots"], "Night Swirls + Sunday Dots"),
        (["a/b", "c", "d"], "a_b + c + d"),
        (["Night Swirls", "n" * 60], "Night Swirls + …"),
        (["Night Swirls", "Sunday Dots", "n" * 40], "Night Swirls + Sunday Dots + …"),
        (["n" * 100, "Dots"], "n" * 56 + " + …"),
        (["水" * 100, "Dots"], "水" * 31 + " + …"),
        (["Night Swirls", "水" * 30], "Night Swirls + …"),
        ([], "picture"),
    ],
)
def test_a_mixture_is_named_after_its_paintings(paintings: list[str], part: str) -> None:
    assert picture_stem("chelsea", *paintings) == f"chelsea – {part}"
    assert len(part) <= 60
    assert len(part.encode()) <= 100


@pytest.mark.parametrize(
    ("photo", "stem"),
    [
        ("a/b\\c:d", "a_b_c_d – Style"),
        ("  ..  ", "picture – Style"),
        ("x" * 200, f"{'x' * 60} – Style"),
        ("Käse", "Käse – Style"),
    ],
)
def test_names_are_legal_everywhere(photo: str, stem: str) -> None:
    assert picture_stem(photo, "Style") == stem


def test_an_accent_is_not_cut_from_its_letter() -> None:
    part = picture_stem(f"xx{'水' * 32}e\u0301" + "水" * 20, "Style").removesuffix(" – Style")
    assert part == f"xx{'水' * 32}"


def test_a_name_of_the_largest_length_is_written(tmp_path: Path, picture: Picture) -> None:
    longest = tmp_path / f"{'水' * 83}xx.png"
    assert len(longest.name.encode()) == 255
    write_result(longest, picture, RECIPE)
    assert longest.stat().st_size > 0


def test_a_name_that_its_ending_makes_too_long_is_cut(tmp_path: Path) -> None:
    chosen = "水" * 84
    path = with_suffix(tmp_path / chosen, ".webp")
    assert path.name == f"{'水' * 83}.webp"
    path.write_bytes(b"mine")
    assert with_suffix(tmp_path / chosen, ".webp").name == f"{'水' * 82} (2).webp"


def test_an_ending_is_added_only_where_it_is_missing(tmp_path: Path) -> None:
    assert with_suffix(tmp_path / "cat.JPG", ".png") == tmp_path / "cat.JPG"
    assert with_suffix(tmp_path / "cat 19.40.12", ".webp") == tmp_path / "cat 19.40.12.webp"


def test_a_completed_name_never_hits_a_file(tmp_path: Path) -> None:
    (tmp_path / "cat.png").write_bytes(b"mine")
    assert with_suffix(tmp_path / "cat", ".png") == tmp_path / "cat (2).png"


def test_a_padded_picture_is_written_on_its_sheet(tmp_path: Path, picture: Picture) -> None:
    recipe = RECIPE.for_print(PrintFormat(150, 200, dpi=25.4), Fit.PAD, (30, 20))
    write_result(tmp_path / "out.png", picture, recipe)
    with Image.open(tmp_path / "out.png") as image:
        assert image.size == (150, 200)
        assert image.getpixel((75, 100)) == (99, 99, 99)
        assert image.getpixel((0, 0)) == (255, 255, 255)
        assert image.info["dpi"] == pytest.approx((25.4, 25.4), abs=0.02)


def test_a_picture_inside_its_sheet_has_no_borders(tmp_path: Path, picture: Picture) -> None:
    recipe = RECIPE.for_print(PrintFormat(150, 200, dpi=25.4), Fit.INSIDE, (30, 20))
    write_result(tmp_path / "out.png", picture, recipe)
    with Image.open(tmp_path / "out.png") as image:
        assert image.size == (30, 20)


def test_a_picture_is_not_saved_over_what_it_was_painted_from(tmp_path: Path, picture: Picture) -> None:
    (tmp_path / "photo.png").write_bytes(b"the original")
    (tmp_path / "link.png").symlink_to(tmp_path / "photo.png")
    recipe = replace(RECIPE, photo=tmp_path / "photo.png")
    with pytest.raises(ImageFileError) as caught:
        write_result(tmp_path / "link.png", picture, recipe)
    assert caught.value.problem is ImageProblem.OUTPUT_IS_INPUT
    assert (tmp_path / "photo.png").read_bytes() == b"the original"


def test_a_picture_without_16_bits_is_written_with_16_if_asked_for(tmp_path: Path, picture: Picture) -> None:
    write_result(tmp_path / "out.png", picture, replace(RECIPE, depth_bits=16))
    assert (tmp_path / "out.png").read_bytes()[24] == 16
