from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from resources.painter.gallery import GALLERY

_RESOURCES = Path(__file__).resolve().parents[2] / "resources"
_STYLES = _RESOURCES / "styles"
_SAMPLES = _RESOURCES / "samples"


def _listed(folder: Path, name: str) -> list[dict[str, str]]:
    entries: Any = json.loads((folder / name).read_text(encoding="utf-8"))
    assert isinstance(entries, list)
    return entries


STYLES = _listed(_STYLES, "styles.json")
SAMPLES = _listed(_SAMPLES, "samples.json")


@pytest.mark.parametrize("entry", STYLES, ids=lambda entry: entry["file"])
def test_style_opens_and_is_large_enough_to_learn_from(entry: dict[str, str]) -> None:
    with Image.open(_STYLES / entry["file"]) as image:
        image.load()
        assert image.mode == "RGB"
        assert max(image.size) >= 640
        assert min(image.size) >= 480
    assert entry["name"].strip()
    assert entry["description"].strip()


def test_styles_are_those_of_the_gallery_in_its_order() -> None:
    assert [entry["file"] for entry in STYLES] == [f"{work.slug}.jpg" for work in GALLERY]
    assert [entry["name"] for entry in STYLES] == [work.name for work in GALLERY]
    assert len(STYLES) >= 8


def test_no_style_lies_about_unlisted() -> None:
    assert {path.name for path in _STYLES.glob("*.jpg")} == {entry["file"] for entry in STYLES}


def _look(path: Path) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """What a picture looks like in six numbers: mean and spread of red, green and blue, and how rough it is."""
    with Image.open(path) as image:
        pixels = np.asarray(image.convert("RGB"), dtype=np.float64) / 255
    roughness = np.abs(np.diff(pixels.mean(axis=2), axis=1)).mean()
    return np.concatenate([pixels.mean(axis=(0, 1)), pixels.std(axis=(0, 1)), [4 * roughness]])


def test_every_style_looks_unlike_every_other() -> None:
    looks = {entry["file"]: _look(_STYLES / entry["file"]) for entry in STYLES}
    for one, other in itertools.combinations(looks, 2):
        assert np.linalg.norm(looks[one] - looks[other]) > 0.08, f"{one} and {other} look alike"


@pytest.mark.parametrize("entry", STYLES, ids=lambda entry: entry["file"])
def test_style_is_textured_all_over(entry: dict[str, str]) -> None:
    with Image.open(_STYLES / entry["file"]) as image:
        grey = np.asarray(image.convert("L"), dtype=np.float64) / 255
    tile = 96
    rows, columns = grey.shape[0] // tile, grey.shape[1] // tile
    tiles = grey[: rows * tile, : columns * tile].reshape(rows, tile, columns, tile)
    assert tiles.std(axis=(1, 3)).min() > 0.01


@pytest.mark.parametrize("entry", SAMPLES, ids=lambda entry: entry["file"])
def test_sample_opens_and_says_whose_it_is(entry: dict[str, str]) -> None:
    with Image.open(_SAMPLES / entry["file"]) as image:
        image.load()
        assert image.mode == "RGB"
        assert min(image.size) >= 300
    for key in ("name", "description", "licence", "source"):
        assert entry[key].strip()
    assert entry["file"] in (_SAMPLES / "LICENSES.md").read_text(encoding="utf-8")


def test_there_are_three_samples_and_none_unlisted() -> None:
    assert {path.name for path in _SAMPLES.glob("*.jpg")} == {entry["file"] for entry in SAMPLES}
    assert len(SAMPLES) == 3
