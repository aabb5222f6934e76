"""What is known of the pictures, found on the disk, kept, lost and found again."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
import threading
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from app.library.gallery.catalogue import Catalogue
from app.library.gallery.entry import GalleryEntry, RecipeSummary, newest_first
from app.library.gallery.fingerprint import fingerprint_of
from app.library.gallery.scan import pictures_on_disk
from core.recipe.choices import Preset

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from app.system.user_folders import UserFolders
    from tests.app.finished_pictures import FinishedPictures


@pytest.fixture
def catalogue(folders: UserFolders) -> Catalogue:
    return Catalogue(folders.gallery)


def look(catalogue: Catalogue, folder: Path) -> dict[Path, GalleryEntry]:
    """Find out what there is, as the window does; all that is known then."""
    known = catalogue.read()
    comparison = catalogue.compare(folder, {path: entry.version for path, entry in known.items()})
    looked = catalogue.look_at(comparison.new)
    found = {path: entry for path, entry in looked.items() if isinstance(entry, GalleryEntry)}
    known = {path: entry for path, entry in known.items() if path not in comparison.gone} | found
    assert known == catalogue.read()
    return known


def names(entries: Mapping[Path, GalleryEntry]) -> list[str]:
    return [entry.name for entry in sorted(entries.values(), key=newest_first)]


def test_pictures_are_found_with_what_they_tell(catalogue: Catalogue, finished: FinishedPictures) -> None:
    first = finished.add("sea.png", preset=Preset.HIGH, style_strength=70.0, freedom=20.0)
    finished.add("of summer/hill.jpg", 32, 20)
    Image.new("RGB", (40, 30)).save(finished.folder / "other.png")
    finished.date(finished.folder / "other.png", 1000)
    entries = look(catalogue, finished.folder)
    assert names(entries) == ["sea", "hill", "other"]
    summary = RecipeSummary(
        "photo.png", ("painting.jpg",), Preset.HIGH, strength=70, freedom=20, size_px=64, for_print=False
    )
    assert entries[first].recipe == summary
    assert entries[first].size_px == (24, 18)
    assert entries[first].changed_s == finished.newest_s
    assert entries[finished.folder / "other.png"].recipe is None


def test_what_is_no_finished_picture_is_left_out(catalogue: Catalogue, finished: FinishedPictures) -> None:
    finished.add("sea.png")
    (finished.folder / "claimed.png").touch()
    shutil.copy(finished.paths[0], finished.folder / ".impasto-1.png")
    (finished.folder / "notes.txt").write_text("not a picture")
    (finished.folder / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\nnothing more")
    (finished.folder / ".hidden").mkdir()
    shutil.copy(finished.paths[0], finished.folder / ".hidden" / "sea.png")
    assert names(look(catalogue, finished.folder)) == ["sea"]
    # The broken one is known to be none, so that it need not be looked at again.
    version = catalogue.look_at([finished.folder / "broken.png"])[finished.folder / "broken.png"]
    assert version == pictures_on_disk(finished.folder)[finished.folder / "broken.png"]


def test_what_other_programs_do_is_noticed(catalogue: Catalogue, finished: FinishedPictures) -> None:
    for name in ("a.png", "b.png", "c.png"):
        finished.add(name)
    look(catalogue, finished.folder)
    finished.paths[0].unlink()
    finished.paths[1].rename(finished.folder / "B.png")
    Image.new("RGB", (50, 40)).save(finished.paths[2])
    entries = look(catalogue, finished.folder)
    assert names(entries) == ["c", "B"]
    assert entries[finished.paths[2]].size_px == (50, 40)


def test_a_folder_that_is_missing_holds_nothing(catalogue: Catalogue, folders: UserFolders) -> None:
    assert look(catalogue, folders.kept) == {}


@pytest.mark.skipif(sys.platform == "win32", reason="links need a permission there")
def test_links_that_lead_back_are_not_followed(catalogue: Catalogue, finished: FinishedPictures) -> None:
    finished.add("sea.png")
    (finished.folder / "again").symlink_to(finished.folder, target_is_directory=True)
    assert names(look(catalogue, finished.folder)) == ["sea"]


def test_pictures_saved_elsewhere_belong_to_it_until_they_are_gone(
    catalogue: Catalogue, finished: FinishedPictures, tmp_path: Path
) -> None:
    finished.add("sea.png")
    elsewhere = tmp_path / "elsewhere" / "mine.png"
    elsewhere.parent.mkdir()
    shutil.copy2(finished.add("hill.png"), elsewhere)
    catalogue.notes.note_saved([elsewhere])
    assert names(look(catalogue, finished.folder)) == ["sea", "mine", "hill"]
    elsewhere.unlink()
    assert names(look(catalogue, finished.folder)) == ["sea", "hill"]


def test_the_index_is_rebuilt_from_the_files_and_ratings_outlive_it(
    catalogue: Catalogue, finished: FinishedPictures
) -> None:
    path = finished.add("sea.png", style_strength=30.0)
    finished.add("hill.png")
    before = look(catalogue, finished.folder)
    catalogue.notes.rate({before[path].fingerprint: 4})
    for companion in finished.folder.parent.parent.glob("data/gallery/index*"):
        companion.unlink()
    assert catalogue.read() == {}
    after = look(catalogue, finished.folder)
    assert after[path].rating == 4
    assert after.keys() == before.keys()
    assert after[path].recipe == before[path].recipe


@pytest.mark.parametrize("damage", [b"", b"no database at all, but a text of some length" * 50, None])
def test_a_damaged_index_is_begun_anew(catalogue: Catalogue, finished: FinishedPictures, damage: bytes | None) -> None:
    finished.add("sea.png")
    look(catalogue, finished.folder)
    if damage is None:
        with closing(sqlite3.connect(catalogue.index.file)) as connection, connection:
            connection.execute("DROP TABLE pictures")
            connection.execute("CREATE TABLE pictures (other TEXT)")
    else:
        for companion in ("-wal", "-shm"):
            catalogue.index.file.with_name(catalogue.index.file.name + companion).unlink(missing_ok=True)
        catalogue.index.file.write_bytes(damage)
    assert catalogue.read() == {}
    assert names(look(catalogue, finished.folder)) == ["sea"]


@pytest.mark.parametrize(
    "change",
    ["recipe = 'no JSON'", "recipe = '{\"photo\": 1}'", "changed_ns = 'now'", "path = 'text'", "recipe = '3'"],
)
def test_rows_that_nobody_has_written_are_not_believed(
    catalogue: Catalogue, finished: FinishedPictures, change: str
) -> None:
    finished.add("sea.png")
    look(catalogue, finished.folder)
    with closing(sqlite3.connect(catalogue.index.file)) as connection, connection:
        connection.execute(f"UPDATE pictures SET {change}")  # noqa: S608 - of constants
    assert catalogue.read() == {}
    assert names(look(catalogue, finished.folder)) == ["sea"]


def test_damaged_notes_are_set_aside(catalogue: Catalogue, finished: FinishedPictures) -> None:
    finished.add("sea.png")
    catalogue.notes.rate({"a": 3})
    content = b"somebody's text over it" * 100
    for companion in ("-wal", "-shm"):
        catalogue.notes.file.with_name(catalogue.notes.file.name + companion).unlink(missing_ok=True)
    catalogue.notes.file.write_bytes(content)
    assert catalogue.notes.ratings() == {}
    assert catalogue.notes.file.with_name("notes.sqlite3.damaged").read_bytes() == content
    catalogue.notes.rate({"a": 2})
    assert catalogue.notes.ratings() == {"a": 2}
    assert names(look(catalogue, finished.folder)) == ["sea"]


def test_ratings_are_given_and_taken_back(catalogue: Catalogue) -> None:
    catalogue.notes.rate({"a": 4, "b": 5, "c": 0})
    catalogue.notes.rate({"a": 5, "b": 0})
    assert catalogue.notes.ratings() == {"a": 5}


def test_a_rating_goes_with_the_picture_wherever_it_is_moved(catalogue: Catalogue, finished: FinishedPictures) -> None:
    path = finished.add("sea.png")
    catalogue.notes.rate({look(catalogue, finished.folder)[path].fingerprint: 3})
    moved = finished.folder / "best" / "ocean.png"
    moved.parent.mkdir()
    path.rename(moved)
    assert look(catalogue, finished.folder)[moved].rating == 3


def test_without_a_place_for_the_index_the_files_tell(folders: UserFolders, finished: FinishedPictures) -> None:
    folders.gallery.parent.mkdir(parents=True)
    folders.gallery.write_text("a file where the folder should be")
    catalogue = Catalogue(folders.gallery)
    path = finished.add("sea.png")
    assert catalogue.read() == {}
    assert catalogue.compare(finished.folder, {}).new == (path,)
    assert isinstance(catalogue.look_at([path])[path], GalleryEntry)
    catalogue.notes.note_saved([path])
    assert catalogue.notes.saved() == ()


def test_two_programs_use_it_at_once(folders: UserFolders, finished: FinishedPictures) -> None:
    path = finished.add("sea.png")
    entry = look(Catalogue(folders.gallery), finished.folder)[path]
    failures: list[BaseException] = []

    def work(number: int) -> None:
        try:
            own = Catalogue(folders.gallery)
            for turn in range(15):
                own.notes.rate({f"{number}-{turn}": 1 + turn % 5})
                own.put((), [entry], finished.folder)
        except BaseException as error:
            failures.append(error)
            raise

    threads = [threading.Thread(target=work, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    assert len(Catalogue(folders.gallery).notes.ratings()) == 45


@pytest.mark.skipif(sys.platform != "linux", reason="other systems allow text alone")
def test_names_that_are_no_text_are_kept(catalogue: Catalogue, finished: FinishedPictures) -> None:
    path = finished.add("sea.png")
    odd = path.with_name(os.fsdecode(b"sea-\xff.png"))
    path.rename(odd)
    assert list(look(catalogue, finished.folder)) == [odd]


def test_what_carries_nothing_is_shown_all_the_same(catalogue: Catalogue, finished: FinishedPictures) -> None:
    path = finished.folder / "bare.tif"
    finished.folder.mkdir(parents=True)
    Image.new("RGB", (30, 40)).save(path)
    entry = look(catalogue, finished.folder)[path]
    assert (entry.recipe, entry.size_px) == (None, (30, 40))


def test_fingerprints_tell_pictures_apart_and_know_copies(tmp_path: Path) -> None:
    contents = [b"", b"a", b"a" * 65536, b"a" * 65537, b"a" * 65536 + b"b" * 200_000, b"b" * 200_000 + b"a" * 65536]
    paths = [tmp_path / str(number) for number in range(len(contents))]
    for path, content in zip(paths, contents, strict=True):
        path.write_bytes(content)
    assert len({fingerprint_of(path) for path in paths}) == len(paths)
    shutil.copy(paths[4], tmp_path / "copy")
    assert fingerprint_of(tmp_path / "copy") == fingerprint_of(paths[4])


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Cat – Night Swirls – 2026-11-26 02.49.38", "Cat – Night Swirls"),
        ("Cat – Night Swirls – 2026-11-26 02.49.38 (2)", "Cat – Night Swirls"),
        ("my best one", "my best one"),
        (" – 2026-11-26 02.49.38", " – 2026-11-26 02.49.38"),
    ],
)
def test_titles_leave_the_time_out(tmp_path: Path, name: str, title: str) -> None:
    assert GalleryEntry(tmp_path / f"{name}.png", (1, 1), "a", (16, 16)).title == title
