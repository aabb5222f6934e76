from __future__ import annotations

import os
from typing import TYPE_CHECKING

import numpy as np
import pytest

from app.library.gallery import thumbnails
from app.library.gallery.entry import GalleryEntry
from app.library.gallery.fingerprint import fingerprint_of
from app.library.gallery.thumbnails import forget_oldest_thumbnails, gallery_thumbnail
from core.errors import ImageFileError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def entry_of(path: Path) -> GalleryEntry:
    return GalleryEntry(path, (1, 1), fingerprint_of(path), (16, 16))


def test_it_is_made_once_and_kept_when_the_picture_is_renamed(
    tmp_path: Path, make_picture: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, folder = make_picture("large.png", 800, 400), tmp_path / "cache"
    first = gallery_thumbnail(entry_of(path), folder)
    assert first.shape == (160, 320, 3)
    monkeypatch.setattr(thumbnails, "read_thumbnail", lambda *_: pytest.fail("It was there already"))
    renamed = path.rename(path.with_name("other.png"))
    # As a JPEG file it has lost a little.
    assert np.abs(gallery_thumbnail(entry_of(renamed), folder).astype(int) - first).mean() < 4
    assert len(list(folder.iterdir())) == 1


def test_a_damaged_one_is_made_anew(tmp_path: Path, make_picture: Callable[..., Path]) -> None:
    path, folder = make_picture("photo.png"), tmp_path / "cache"
    first = gallery_thumbnail(entry_of(path), folder)
    (kept,) = folder.iterdir()
    kept.write_bytes(b"no picture")
    assert np.array_equal(gallery_thumbnail(entry_of(path), folder), first)


def test_without_room_it_is_made_all_the_same(tmp_path: Path, make_picture: Callable[..., Path]) -> None:
    (tmp_path / "cache").write_text("in the way")
    assert gallery_thumbnail(entry_of(make_picture("photo.png")), tmp_path / "cache").shape == (45, 60, 3)


def test_a_missing_picture_is_told(tmp_path: Path) -> None:
    with pytest.raises(ImageFileError):
        gallery_thumbnail(GalleryEntry(tmp_path / "gone.png", (1, 1), "a", (16, 16)), tmp_path / "cache")


def test_the_oldest_are_forgotten(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    forget_oldest_thumbnails(folder)
    folder.mkdir()
    for number in range(5):
        file = folder / f"{number}.jpg"
        file.write_bytes(b"")
        os.utime(file, ns=(number, number))
    forget_oldest_thumbnails(folder, most_files=2)
    assert sorted(file.name for file in folder.iterdir()) == ["3.jpg", "4.jpg"]
