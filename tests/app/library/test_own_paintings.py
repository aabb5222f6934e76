from __future__ import annotations

import json
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.library.own_paintings import DamagedListError, OwnPainting, change_list, merged, paintings_at, read_list
from core.errors import ImageFileError
from core.machine.file_lock import FileLock

if TYPE_CHECKING:
    from collections.abc import Callable


def painting(name: str) -> OwnPainting:
    return OwnPainting(Path("/paintings") / f"{name}.jpg", name)


A, B, C = (painting(name) for name in "abc")
lists = st.lists(st.sampled_from([painting(name) for name in "abcdef"]), unique=True, max_size=6)


def test_a_list_is_written_and_read_again(tmp_path: Path) -> None:
    file = tmp_path / "data" / "paintings.json"
    odd = OwnPainting(Path("/paintings/\udcff odd é.jpg"), "Öl “1”")
    assert read_list(file) == ()
    assert change_list(file, (), (A, odd)) == (A, odd)
    assert read_list(file) == (A, odd)
    assert [each.name for each in file.parent.iterdir() if not each.name.endswith(".lock")] == ["paintings.json"]


def test_two_programs_do_not_destroy_each_others_list(tmp_path: Path) -> None:
    file = tmp_path / "paintings.json"
    change_list(file, (), (A, B))
    # Both have read A and B; one adds C, the other takes A out.
    change_list(file, (A, B), (A, B, C))
    assert change_list(file, (A, B), (B,)) == (B, C)


def test_two_programs_at_once_lose_nothing(tmp_path: Path) -> None:
    file = tmp_path / "paintings.json"
    writers = [Thread(target=change_list, args=(file, (), (painting(f"p{number}"),))) for number in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert {each.name for each in read_list(file)} == {f"p{number}" for number in range(8)}


@given(known=lists, wanted=lists, current=lists)
def test_a_merge_heeds_both(known: list[OwnPainting], wanted: list[OwnPainting], current: list[OwnPainting]) -> None:
    result = merged(known, wanted, current)
    added = (set(wanted) | set(current)) - set(known)
    taken_out = set(known) - (set(wanted) & set(current))
    assert set(result) == (set(known) - taken_out) | added
    assert len(set(result)) == len(result)


def test_alone_one_gets_what_one_wants() -> None:
    assert merged((A, B), (C, A), (A, B)) == (C, A)


BROKEN = [
    "",
    "[]",
    "{}",
    "[" * 100_000,
    '{"version": 2, "paintings": []}',
    '{"version": 1, "paintings": {}}',
    '{"version": 1, "paintings": [], "paintings": []}',
    *(
        f'{{"version": 1, "paintings": [{row}]}}'
        for row in (
            '{"path": "/a.png"}',
            '{"path": "a.png", "name": "a"}',
            '{"path": "/a.png", "name": ""}',
            '{"path": 1, "name": "a"}',
            '{"path": "/a\\u0000.png", "name": "a"}',
        )
    ),
]


@pytest.mark.parametrize("text", BROKEN, ids=range(len(BROKEN)))
def test_a_damaged_list_is_set_aside(tmp_path: Path, text: str) -> None:
    file = tmp_path / "paintings.json"
    file.write_text(text)
    with pytest.raises(DamagedListError):
        read_list(file)
    assert change_list(file, (), (A,)) == (A,)
    assert read_list(file) == (A,)
    assert (tmp_path / "paintings.json.damaged").read_text() == text


def test_a_list_that_is_gone_is_written_anew(tmp_path: Path) -> None:
    assert change_list(tmp_path / "paintings.json", (A, B), (A, B, C)) == (A, B, C)


def test_a_list_that_another_holds_on_to_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.library.own_paintings._PATIENCE_S", 0.1)
    lock = FileLock(tmp_path / ".paintings.json.lock")
    assert lock.try_to_acquire()
    try:
        with pytest.raises(TimeoutError):
            change_list(tmp_path / "paintings.json", (), (A,))
    finally:
        lock.release()


def test_folders_give_their_pictures(tmp_path: Path, make_picture: Callable[..., Path]) -> None:
    first, second = make_picture("works/b/one.PNG".lower()), make_picture("works/two.jpg")
    (tmp_path / "works" / "notes.txt").write_text("no picture")
    found = paintings_at([tmp_path / "works", second])
    assert [(each.path, each.name) for each in found] == [(first, "one"), (second, "two")]
    with pytest.raises(ImageFileError):
        paintings_at([tmp_path / "works" / "notes.txt"])


def test_the_schema_is_plain(tmp_path: Path) -> None:
    change_list(tmp_path / "paintings.json", (), (A,))
    assert json.loads((tmp_path / "paintings.json").read_text()) == {
        "version": 1,
        "paintings": [{"path": "/paintings/a.jpg", "name": "a"}],
    }
