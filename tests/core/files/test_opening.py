from __future__ import annotations

import os
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from core.errors import ImageFileError, ImageProblem
from core.files.hashing import sha256_of
from core.files.opening import opened_file, opened_image
from core.files.reading import read_input, read_picture

if TYPE_CHECKING:
    from io import BufferedReader
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "photo.png"
    Image.fromarray(np.random.default_rng(1).integers(0, 256, (20, 30, 3), dtype=np.uint8)).save(path)
    return path


def test_a_file_is_read_as_it_is(path: Path) -> None:
    with opened_file(path) as file:
        assert file.read() == path.read_bytes()


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    os.mkfifo(tmp_path / "pipe")
    for name, problem in [
        ("nothing", ImageProblem.MISSING),
        (".", ImageProblem.FOLDER),
        ("empty", ImageProblem.EMPTY),
        ("pipe", ImageProblem.NOT_A_PICTURE),
        ("a\0b", ImageProblem.MISSING),
    ]:
        with pytest.raises(ImageFileError) as caught, opened_file(tmp_path / name):
            pass
        assert caught.value.problem is problem


def test_what_goes_wrong_while_it_is_open_is_named_too(path: Path) -> None:
    with pytest.raises(ImageFileError) as caught, opened_file(path):
        raise OSError(5, "the disk is gone")
    assert caught.value.problem is ImageProblem.UNREADABLE


def test_whoever_looks_first_sees_what_is_decoded(path: Path) -> None:
    seen: list[bytes] = []

    def look(file: BufferedReader) -> None:
        seen.append(file.read())
        path.rename(path.with_name("moved.png"))  # from here on another file may have its name

    with opened_image(path, look) as image:
        image.load()
        assert image.size == (30, 20)
    assert seen == [path.with_name("moved.png").read_bytes()]


def test_a_picture_comes_with_what_tells_its_file_apart(path: Path) -> None:
    picture, file = read_input(path, 15)
    assert np.array_equal(picture.rgb, read_picture(path, 15).rgb)
    assert (file.name, file.num_bytes, file.sha256) == ("photo.png", path.stat().st_size, sha256_of(path))
