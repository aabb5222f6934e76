from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from core.optimization.checkpoint.pacing import Pacing
from core.optimization.checkpoint.reading import read_checkpoint
from core.optimization.timeline import recorder as recorder_module
from core.optimization.timeline.folders import read_timeline
from core.optimization.timeline.frame_file import FRAMES_NAME, read_frames
from core.optimization.timeline.plan import TimelinePlan
from core.optimization.timeline.recorder import TimelineRecorder
from core.optimization.timeline.thinning import MOST_BYTES, MOST_FRAMES, halved, is_too_large
from core.optimization.timeline.timeline import Frame, scale_end_folder
from tests.core.optimization.checkpoint.run_states import between_scales, snapshot
from tests.core.optimization.timeline.frames import frames, note

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

ALWAYS = Pacing(interval_s=0, largest_share=1e9)


def view() -> NDArray[np.uint8]:
    return np.full((6, 8, 3), 90, np.uint8)


def recorder(folder: Path, num_steps: int = 0, pacing: Pacing = ALWAYS) -> TimelineRecorder:
    return TimelineRecorder(TimelinePlan(folder, pacing), None, num_steps=num_steps)


def steps_in(folder: Path) -> list[int]:
    return [frame.note.num_steps for frame in read_frames(folder)]


def end_scale(made: TimelineRecorder, num_steps: int) -> bool:
    return made.end_scale(note(num_steps), snapshot(replace(between_scales(), num_steps=num_steps)))


def test_every_frame_is_on_the_disk_at_once(tmp_path: Path) -> None:
    made = recorder(tmp_path)
    for number in range(4):
        assert made.add_if_due(note(number), view)
        assert steps_in(tmp_path) == list(range(number + 1))
    assert [frame.note for frame in made.timeline.frames] == [frame.note for frame in read_frames(tmp_path)]


def test_a_moment_has_one_frame(tmp_path: Path) -> None:
    made = recorder(tmp_path)
    assert made.add(note(3), view)
    assert not made.add(note(3), view)
    assert not made.add(note(2), view)
    assert steps_in(tmp_path) == [3]


def test_frames_cost_no_more_than_their_share(tmp_path: Path) -> None:
    readings = iter([0.0, 1.0, 1.0, 1.5, 2.0, 2.0, 50.0, 51.4, 51.6, 51.6, 51.7])
    made = TimelineRecorder(TimelinePlan(tmp_path), None, clock=lambda: next(readings))
    assert made.add_if_due(note(1), view)  # takes from 1.0 to 1.5
    assert not made.add_if_due(note(2), view)
    assert not made.add_if_due(note(3), view)
    assert not made.add_if_due(note(4), view)  # at 50.0: 0.5 s are 1 % of 50 s
    assert not made.add_if_due(note(5), view)  # at 51.4
    assert made.add_if_due(note(6), view)


def test_the_last_frame_comes_whatever_it_costs(tmp_path: Path) -> None:
    made = recorder(tmp_path, pacing=Pacing(interval_s=1e9))
    assert not made.add_if_due(note(1), view)
    assert made.add(note(2), view)


def test_a_long_run_keeps_frames_from_all_of_it(tmp_path: Path) -> None:
    made = recorder(tmp_path)
    for number in range(3 * MOST_FRAMES):
        made.add_if_due(note(number), view)
        if number == 5:
            assert end_scale(made, number)
        assert len(made.timeline.frames) <= MOST_FRAMES
    steps = steps_in(tmp_path)
    assert len(steps) > MOST_FRAMES // 2
    assert {0, 5} <= set(steps)
    assert steps[-1] > 3 * MOST_FRAMES - 5
    assert max(np.diff(steps)) == 4


def test_frames_that_are_too_large_together_are_left_out() -> None:
    large = [Frame(note(number), bytes(MOST_BYTES // 4)) for number in range(5)]
    assert not is_too_large(large[:4])
    assert is_too_large(large)
    assert [frame.note.num_steps for frame in halved(large, {1})] == [0, 1, 2, 4]


def test_the_end_of_a_scale_can_be_gone_on_from(tmp_path: Path) -> None:
    made = recorder(tmp_path)
    made.add(note(16), view)
    assert end_scale(made, 16)
    assert not end_scale(made, 16)
    assert made.timeline.branching_frames == (0,)
    assert made.timeline.checkpoint_at(0) == scale_end_folder(tmp_path, 16)
    assert read_checkpoint(made.timeline.checkpoint_at(0)).state.num_steps == 16
    assert read_timeline(tmp_path).scale_ends == (16,)


def test_ends_of_scales_have_a_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    coarser = between_scales().coarser
    assert coarser is not None
    monkeypatch.setattr(recorder_module, "MOST_BYTES_OF_SCALE_ENDS", 2 * coarser.num_bytes)
    made = recorder(tmp_path)
    assert [end_scale(made, number) for number in (1, 2, 3)] == [True, True, False]
    assert read_timeline(tmp_path).scale_ends == (1, 2)


def test_a_run_that_goes_on_continues_its_timeline(tmp_path: Path) -> None:
    made = recorder(tmp_path)
    for number in range(6):
        made.add(note(number), view)
    end_scale(made, 2)
    end_scale(made, 5)
    again = recorder(tmp_path, num_steps=3)
    assert again.timeline.scale_ends == (2,)
    assert steps_in(tmp_path) == [0, 1, 2, 3]
    assert not scale_end_folder(tmp_path, 5).exists()
    assert again.add(note(4), view)
    assert steps_in(tmp_path) == [0, 1, 2, 3, 4]


def test_a_run_that_begins_takes_nothing_over(tmp_path: Path) -> None:
    made = recorder(tmp_path)
    made.add(note(0), view)
    made.add(note(5), view)
    end_scale(made, 5)
    assert recorder(tmp_path).timeline.frames == ()
    assert steps_in(tmp_path) == []
    assert read_timeline(tmp_path).scale_ends == ()


def test_what_was_damaged_begins_in_the_middle(tmp_path: Path) -> None:
    (tmp_path / FRAMES_NAME).write_bytes(b"anything")
    made = recorder(tmp_path, num_steps=4)
    assert made.add(note(5), view)
    assert steps_in(tmp_path) == [5]


def test_a_run_goes_on_without_where_nothing_can_be_written(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    gone = recorder(tmp_path / "missing")
    assert not gone.add(note(1), view)
    assert not end_scale(gone, 1)
    assert "Nothing more of this run's timeline" in caplog.text


@pytest.mark.parametrize("error", [OSError(), MemoryError()])
def test_a_frame_that_cannot_be_made_is_the_last(tmp_path: Path, error: Exception) -> None:
    def failing() -> NDArray[np.uint8]:
        raise error

    made = recorder(tmp_path)
    assert made.add(note(1), view)
    assert not made.add(note(2), failing)
    assert not made.add(note(3), view)
    assert steps_in(tmp_path) == [1]


def test_an_unexpected_error_is_not_hidden(tmp_path: Path) -> None:
    def failing() -> NDArray[np.uint8]:
        msg = "no lack of memory"
        raise RuntimeError(msg)

    with pytest.raises(RuntimeError, match="no lack"):
        recorder(tmp_path).add(note(1), failing)


def test_frames_are_halved_as_told() -> None:
    assert [frame.note.num_steps for frame in halved(frames(*range(8)), {3})] == [0, 2, 3, 4, 6, 7]
