from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from core.files.replacing import replace_file, write_new_file

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_replaced_and_nothing_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    replace_file(path, b"one")
    replace_file(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [path]


def test_what_cannot_be_written_leaves_the_former_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.json"
    replace_file(path, b"one")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("core.files.replacing.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        replace_file(path, b"two")
    assert path.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [path]


def test_the_content_is_on_the_disk_before_it_takes_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.json"
    there: list[bool] = []
    fsync = os.fsync

    def watched(descriptor: int) -> None:
        there.append(path.exists())
        fsync(descriptor)

    monkeypatch.setattr("core.files.replacing.os.fsync", watched)
    replace_file(path, b"one")
    # The content first, the name afterwards.
    assert there[0] is False


def test_a_new_file_replaces_none(tmp_path: Path) -> None:
    write_new_file(tmp_path / "a", b"one")
    with pytest.raises(FileExistsError):
        write_new_file(tmp_path / "a", b"two")
