"""Every generated file shows the picture that it means: whole, and as a thumbnail."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from core.files.reading import read_picture, read_size, read_thumbnail
from tests.core.files.colour_table import colour_files
from tests.core.files.deep_table import deep_files
from tests.core.files.tiff_table import tiff_files

if TYPE_CHECKING:
    from pathlib import Path

    from tests.core.files.true_files import TrueFile

FILES = [*tiff_files(), *colour_files(), *deep_files()]


@pytest.mark.parametrize("true", FILES, ids=[file.name for file in FILES])
def test_a_file_shows_what_it_means(tmp_path: Path, true: TrueFile) -> None:
    path = tmp_path / "picture"
    path.write_bytes(true.make())

    picture = read_picture(path)
    assert picture.rgb.shape == true.levels.shape
    difference = np.abs(picture.rgb - true.over_white)
    assert difference.max() < true.tolerance
    assert difference.mean() < max(0.6, true.tolerance / 4)
    if true.opacity is None:
        assert picture.alpha is None
    else:
        assert picture.alpha is not None
        assert np.abs(picture.alpha - true.opacity * 255).max() < 2

    height, width = true.levels.shape[:2]
    assert read_size(path) == (width, height)
    thumbnail = read_thumbnail(path, max(width, height) // 4)
    blocks = (
        true.over_white[: height // 4 * 4, : width // 4 * 4].reshape(height // 4, 4, width // 4, 4, 3).mean(axis=(1, 3))
    )
    assert thumbnail.rgb.shape == blocks.shape
    assert np.abs(thumbnail.rgb - blocks).mean() < max(true.thumbnail_tolerance, true.tolerance / 4)


def test_the_table_is_long_and_its_names_are_unique() -> None:
    names = [file.name for file in FILES]
    assert len(names) >= 150
    assert len(set(names)) == len(names)
