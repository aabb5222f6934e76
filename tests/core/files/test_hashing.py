from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from core.files.hashing import identity_of, sha256_of
from core.recipe.inputs import InputFile

if TYPE_CHECKING:
    from pathlib import Path


def test_the_sha256_of_a_file_is_that_of_its_content(tmp_path: Path) -> None:
    path = tmp_path / "abc"
    path.write_bytes(b"abc")

    # FIPS 180-2, appendix B.1
    assert sha256_of(path) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_a_file_longer_than_any_buffer_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "a million"
    path.write_bytes(b"a" * 1_000_000)

    # FIPS 180-2, appendix B.3
    assert sha256_of(path) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"


def test_a_file_that_is_not_there_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        sha256_of(tmp_path / "nothing")


def test_an_open_file_is_told_apart_from_its_beginning_on(tmp_path: Path) -> None:
    path = tmp_path / "abc"
    path.write_bytes(b"abc")
    with path.open("rb") as file:
        file.read(2)
        assert identity_of(file, "photo.jpg") == InputFile("photo.jpg", 3, sha256_of(path))
