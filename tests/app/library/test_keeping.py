from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.library import delivery
from app.library.keeping import Keeping, keep
from app.library.name_template import NamedPicture
from core.errors import ImageFileError, ImageProblem
from core.picture import Picture
from core.recipe.recipe import Recipe, StyleSource

RECIPE = Recipe(Path("gone.jpg"), (StyleSource(Path("painting.jpg")),))
CHELSEA = NamedPicture("chelsea", ("Night Swirls",), datetime(2026, 11, 22, 19, 40, 12, tzinfo=UTC), 512)


@pytest.fixture
def picture() -> Picture:
    return Picture(np.full((20, 30, 3), 99, np.uint8))


def test_a_picture_is_kept_under_a_telling_name(tmp_path: Path, picture: Picture) -> None:
    path = keep(picture, RECIPE, Keeping(tmp_path / "Pictures" / "Impasto"), CHELSEA)
    assert path.name == "chelsea – Night Swirls – 2026-11-22 19.40.12.png"
    with Image.open(path) as image:
        assert image.size == (30, 20)
        assert image.getpixel((0, 0)) == (99, 99, 99)


def test_nothing_is_ever_overwritten(tmp_path: Path, picture: Picture) -> None:
    paths = [keep(picture, RECIPE, Keeping(tmp_path), CHELSEA) for _ in range(3)]
    assert len(set(paths)) == 3
    assert paths[1].name.endswith("19.40.12 (2).png")
    assert all(path.stat().st_size > 0 for path in paths)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path, picture: Picture) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ImageFileError) as caught:
        keep(picture, RECIPE, Keeping(tmp_path / "file" / "Impasto"), CHELSEA)
    assert caught.value.problem is ImageProblem.OUTPUT_REFUSED


def test_a_failure_leaves_nothing_behind(tmp_path: Path, picture: Picture, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path, *_args: object, **_options: object) -> None:
        raise ImageFileError(path, ImageProblem.OUTPUT_FAILED)

    monkeypatch.setattr(delivery, "write_picture", fail)
    with pytest.raises(ImageFileError):
        keep(picture, RECIPE, Keeping(tmp_path / "kept"), CHELSEA)
    assert list((tmp_path / "kept").iterdir()) == []


@pytest.mark.parametrize("letter", ["水", "🎨", "Ж", "x", "é"])
def test_long_names_are_cut_by_bytes_at_a_character(tmp_path: Path, picture: Picture, letter: str) -> None:
    named = replace(CHELSEA, photo=letter * 100, paintings=(letter * 100,))
    paths = [keep(picture, RECIPE, Keeping(tmp_path), named) for _ in range(2)]
    for path, ending in zip(paths, (".png", " (2).png"), strict=True):
        assert path.stat().st_size > 0
        assert set(path.name.partition("– 2026")[0]) == {letter, " ", "–"}
        assert path.name.endswith(f"– 2026-11-22 19.40.12{ending}")


@pytest.mark.parametrize(("suffix", "kind"), [(".png", "PNG"), (".tif", "TIFF"), (".jpg", "JPEG"), (".webp", "WEBP")])
def test_a_picture_is_kept_as_the_kind_of_file_that_is_wanted(
    tmp_path: Path, picture: Picture, suffix: str, kind: str
) -> None:
    path = keep(picture, RECIPE, Keeping(tmp_path, "{photo}", suffix), CHELSEA)
    assert path.name == f"chelsea{suffix}"
    with Image.open(path) as image:
        assert image.format == kind


def test_a_lower_quality_makes_a_smaller_jpeg(tmp_path: Path) -> None:
    noise = Picture(np.random.default_rng(5).integers(0, 255, (64, 64, 3), np.uint8))
    sizes = [
        keep(noise, RECIPE, Keeping(tmp_path, "{photo}", ".jpg", quality), CHELSEA).stat().st_size
        for quality in (60, 95)
    ]
    assert sizes[0] < sizes[1]


def test_a_picture_that_is_too_large_for_its_kind_of_file_becomes_a_png(tmp_path: Path) -> None:
    wide = Picture(np.zeros((1, 16384, 3), np.uint8))
    path = keep(wide, RECIPE, Keeping(tmp_path / "kept", "{photo}", ".webp"), CHELSEA)
    assert path.name == "chelsea.png"
    assert list(path.parent.iterdir()) == [path]
