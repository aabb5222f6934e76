"""The oldest folders go when there are too many; those that somebody holds stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.machine.file_lock import FileLock
from core.machine.locked_folders import (
    LOCK_NAME,
    beyond_bounds,
    bound_bytes,
    bytes_in,
    remove_incomplete,
    remove_unheld,
)

WHOLE = "whole"


def folder(root: Path, name: str, *, whole: bool = True) -> Path:
    path = root / name
    path.mkdir()
    (path / LOCK_NAME).touch()
    if whole:
        (path / WHOLE).write_bytes(bytes(100))
    return path


def test_what_lies_in_folders_of_folders_counts(tmp_path: Path) -> None:
    (folder(tmp_path, "a") / "deep").mkdir()
    (tmp_path / "a" / "deep" / "file").write_bytes(bytes(50))
    assert bytes_in(tmp_path / "a") >= 150
    assert bytes_in(tmp_path / "nowhere") == 0


@pytest.mark.parametrize(
    ("most_folders", "most_bytes", "expected"),
    [(9, 99, []), (2, 99, ["c", "d"]), (9, 25, ["c", "d"]), (9, 0, ["b", "c", "d"]), (0, 0, ["b", "c", "d"])],
)
def test_the_oldest_are_beyond_the_bounds_and_the_newest_never_is(
    most_folders: int, most_bytes: int, expected: list[str]
) -> None:
    folders = [(Path(name), 10) for name in "abcd"]
    assert beyond_bounds(folders, most_folders, most_bytes) == [Path(name) for name in expected]


def test_a_disk_with_much_room_bears_more(tmp_path: Path) -> None:
    assert bound_bytes(tmp_path, 5, 0.0) == 5
    assert bound_bytes(tmp_path, 5, 0.5) > 5
    assert bound_bytes(tmp_path / "nowhere", 5, 0.5) == 5


def test_a_folder_that_somebody_holds_stays(tmp_path: Path) -> None:
    path = folder(tmp_path, "a")
    lock = FileLock(path / LOCK_NAME)
    assert lock.try_to_acquire()
    assert not remove_unheld(path, WHOLE)
    assert (path / WHOLE).is_file()
    lock.release()
    assert remove_unheld(path, WHOLE)
    assert not path.exists()


def test_what_was_begun_or_removed_in_part_goes(tmp_path: Path) -> None:
    whole, begun = folder(tmp_path, "whole"), folder(tmp_path, "begun", whole=False)
    other = tmp_path / "somebody's"
    other.mkdir()
    assert remove_incomplete(tmp_path, WHOLE) == 1
    assert (whole.exists(), begun.exists(), other.exists()) == (True, False, True)
    assert remove_incomplete(tmp_path / "nowhere", WHOLE) == 0
