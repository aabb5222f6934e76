from __future__ import annotations

import os
from typing import TYPE_CHECKING

import numpy as np
import pytest

from app.library import thumbnails
from app.library.thumbnails import forget_oldest, thumbnail
from core.errors import ImageFileError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_it_is_made_once_and_anew_when_the_picture_changes(
    tmp_path: Path, make_picture: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, folder = make_picture("large.png", 600, 300), tmp_path / "cache"
    first = thumbnail(path, folder)
    assert first.shape == (128, 256, 3)
    with monkeypatch.context() as patch:
        patch.setattr(thumbnails, "read_thumbnail", lambda *_: pytest.fail("It was there already"))
        assert np.array_equal(thumbnail(path, folder), first)
    make_picture("large.png", 600, 300, colour=(200, 10, 10))
    os.utime(path, ns=(1, 1))
    assert not np.array_equal(thumbnail(path, folder), first)
    assert len(list(folder.iterdir())) == 2


def test_a_damaged_or_strange_one_is_made_anew(tmp_path: Path, make_picture: Callable[..., Path]) -> None:
    path, folder = make_picture("photo.png"), tmp_path / "cache"
    first = thumbnail(path, folder)
    (kept,) = folder.iterdir()
    kept.write_bytes(b"no picture")
    assert np.array_equal(thumbnail(path, folder), first)


def test_without_room_it_is_made_all_the_same(tmp_path: Path, make_picture: Callable[..., Path]) -> None:
    (tmp_path / "cache").write_text("in the way")
    assert thumbnail(make_picture("photo.png"), tmp_path / "cache").shape == (45, 60, 3)


def test_a_missing_picture_is_told(tmp_path: Path) -> None:
    with pytest.raises(ImageFileError):
        thumbnail(tmp_path / "nowhere.png", tmp_path / "cache")


def test_the_oldest_are_forgotten(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    forget_oldest(folder)
    folder.mkdir()
    for number in range(5):
        file = folder / f"{number}.png"
        file.write_bytes(b"")
        os.utime(file, ns=(number, number))
    forget_oldest(folder, most_files=2)
    assert sorted(file.name for file in folder.iterdir()) == ["3.png", "4.png"]
