from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from core.errors import TimelineError, TimelineProblem
from core.optimization.checkpoint.reading import read_checkpoint
from core.optimization.timeline import folders
from core.optimization.timeline.folders import (
    find_timeline,
    read_timeline,
    remove_old_timelines,
    saved_timelines,
    scale_ends_in,
    timeline_folder_held,
)
from core.optimization.timeline.frame_file import FRAMES_NAME, encoded
from core.optimization.timeline.timeline import scale_end_folder
from tests.core.optimization.checkpoint.run_states import between_scales, snapshot
from tests.core.optimization.timeline.frames import frames, note
from tests.core.optimization.timeline.test_recorder import recorder, view

if TYPE_CHECKING:
    from pathlib import Path


def made(root: Path, name: str, when_s: int) -> Path:
    """The folder of a timeline, written at a time in seconds."""
    with timeline_folder_held(root, name) as folder:
        assert folder is not None
        (folder / FRAMES_NAME).write_bytes(encoded(frames(0, 1, 2)))
        os.utime(folder / FRAMES_NAME, (when_s, when_s))
    return folder


def test_timelines_are_found_the_newest_first(tmp_path: Path) -> None:
    old, new = made(tmp_path, "old", 1000), made(tmp_path, "new", 2000)
    (tmp_path / "file").touch()
    assert saved_timelines(tmp_path) == (new, old)
    assert saved_timelines(tmp_path / "missing") == ()
    assert find_timeline("last", tmp_path) == new
    assert find_timeline("old", tmp_path) == old
    assert find_timeline(str(old), tmp_path) == old
    assert len(read_timeline(old).frames) == 3


def test_where_there_is_none_that_is_told(tmp_path: Path) -> None:
    with pytest.raises(TimelineError) as caught:
        find_timeline("last", tmp_path)
    assert caught.value.problem is TimelineProblem.NONE
    for name, problem in (
        ("other", TimelineProblem.MISSING),
        ("x" * 5000, TimelineProblem.UNREADABLE),
        ("nul\0", TimelineProblem.UNREADABLE),
    ):
        with pytest.raises(TimelineError) as caught:
            read_timeline(find_timeline(name, tmp_path))
        assert caught.value.problem is problem


def test_old_ones_make_room_but_for_the_newest_and_those_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [made(tmp_path, f"{number}", 1000 + number) for number in range(4)]
    monkeypatch.setattr(folders, "MOST_TIMELINES", 2)
    with timeline_folder_held(tmp_path, "0") as held:
        assert held == paths[0]
        assert saved_timelines(tmp_path) == (paths[3], paths[2], paths[0])
    assert remove_old_timelines(tmp_path) == 1
    monkeypatch.setattr(folders, "MOST_BYTES", 0)
    monkeypatch.setattr(folders, "_SHARE_OF_FREE", 0)
    assert remove_old_timelines(tmp_path) == 1
    assert saved_timelines(tmp_path) == (paths[3],)


def test_what_has_no_frames_is_removed_and_what_is_not_ours_stays(tmp_path: Path) -> None:
    with timeline_folder_held(tmp_path, "begun"):
        pass
    (tmp_path / "other").mkdir()
    remove_old_timelines(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["other"]


def test_one_that_is_in_use_is_not_had_twice(tmp_path: Path) -> None:
    with timeline_folder_held(tmp_path, "run") as first, timeline_folder_held(tmp_path, "run") as second:
        assert first is not None
        assert second is None


def test_there_is_none_where_none_can_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with timeline_folder_held(tmp_path / "file", "run") as folder:
        assert folder is None


def test_a_branch_begins_as_the_other_has_and_leaves_that_alone(tmp_path: Path) -> None:
    with timeline_folder_held(tmp_path, "trunk") as trunk:
        assert trunk is not None
        written = recorder(trunk)
        for number in range(4):
            written.add(note(number), view)
        for number in (1, 3):
            written.end_scale(note(number), snapshot(replace(between_scales(), num_steps=number)))
    with timeline_folder_held(tmp_path, "branch", trunk) as branch:
        assert branch is not None
        grown = recorder(branch, num_steps=1)
        assert [frame.note.num_steps for frame in grown.timeline.frames] == [0, 1]
        assert grown.timeline.scale_ends == (1,)
        grown.end_scale(note(2), snapshot(replace(between_scales(), num_steps=2)))
    assert [frame.note.num_steps for frame in read_timeline(trunk).frames] == [0, 1, 2, 3]
    assert scale_ends_in(trunk) == (1, 3)
    assert scale_ends_in(branch) == (1, 2)
    for folder in (trunk, branch):
        assert read_checkpoint(scale_end_folder(folder, 1)).state.num_steps == 1


def test_a_branch_of_what_is_gone_has_no_timeline_and_is_painted_all_the_same(tmp_path: Path) -> None:
    with timeline_folder_held(tmp_path, "branch", tmp_path / "gone") as folder:
        assert folder is None


@pytest.mark.parametrize("name", ["scale-end-", "scale-end-x", "scale-end-01", "scale-end-²", "scale-end--1"])
def test_other_names_are_no_ends_of_scales(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / "checkpoint.json").touch()
    assert scale_ends_in(tmp_path) == ()
