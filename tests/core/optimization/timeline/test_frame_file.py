from __future__ import annotations

import json
import struct
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import TimelineError, TimelineProblem
from core.optimization.timeline.frame_file import (
    FRAMES_NAME,
    HEADER,
    MOST_BYTES_OF_FILE,
    decoded,
    encoded,
    read_frames,
    record,
)
from tests.core.optimization.timeline.frames import frames

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from core.optimization.timeline.timeline import Frame

FUZZED = settings(max_examples=300, deadline=None)
ORIGINAL = encoded(frames(0, 1, 2, 5))


def values(read: Sequence[Frame]) -> list[tuple[object, bytes]]:
    return [(frame.note, frame.jpeg) for frame in read]


def problem_of(content: bytes) -> TimelineProblem:
    with pytest.raises(TimelineError) as caught:
        decoded(content)
    return caught.value.problem


def record_of(note: bytes, jpeg: bytes = b"picture") -> bytes:
    """A record whose checksums are right, whatever it holds."""
    lengths = struct.pack(">III", len(note), len(jpeg), zlib.crc32(note + jpeg))
    return lengths + struct.pack(">I", zlib.crc32(lengths)) + note + jpeg


def test_what_was_written_is_read() -> None:
    assert values(decoded(ORIGINAL)) == values(frames(0, 1, 2, 5))
    assert decoded(HEADER) == ()


def test_frames_can_be_added_at_the_end() -> None:
    more = frames(7, 9)
    assert values(decoded(ORIGINAL + record(more[0]) + record(more[1]))) == values(frames(0, 1, 2, 5, 7, 9))


def test_a_last_frame_that_was_cut_short_is_left_out() -> None:
    for end in range(len(encoded(frames(0, 1, 2))) + 1, len(ORIGINAL)):
        assert values(decoded(ORIGINAL[:end])) == values(frames(0, 1, 2))


@pytest.mark.parametrize("content", [b"", b"impasto", b"impasto timeline 1", b"\x89PNG\r\n\x1a\n" * 9, b"\n"])
def test_what_is_no_timeline_is_damage(content: bytes) -> None:
    assert problem_of(content) is TimelineProblem.DAMAGED


def test_another_version_is_told() -> None:
    assert problem_of(ORIGINAL.replace(b"timeline 1", b"timeline 2", 1)) is TimelineProblem.OTHER_VERSION


@pytest.mark.parametrize("numbers", [(1, 1), (2, 1), (0, 3, 2)])
def test_frames_come_in_their_order(numbers: tuple[int, ...]) -> None:
    assert problem_of(encoded(frames(*numbers))) is TimelineProblem.DAMAGED


NOTE = {"num_steps": 3, "scale": 1, "num_scales": 2, "scale_px": 100, "step": 3, "progress": 0.5}


@pytest.mark.parametrize(
    "changed",
    [
        {"num_steps": 2},
        {"step": -1},
        {"scale": 0},
        {"scale": 3},
        {"scale_px": 0},
        {"progress": 1.5},
        {"progress": -0.1},
        {"scale": True},
        {"progress": 1},
        {"more": 1},
    ],
)
def test_a_note_that_makes_no_sense_is_damage(changed: dict[str, object]) -> None:
    content = HEADER + record_of(json.dumps(NOTE).encode())
    assert len(decoded(content)) == 1
    assert problem_of(HEADER + record_of(json.dumps(NOTE | changed).encode())) is TimelineProblem.DAMAGED


@pytest.mark.parametrize("note", [b"", b"[]", b"null", b"{", b"[" * 100_000, b"\xff", b'{"progress": NaN}'])
def test_a_note_that_is_no_note_is_damage(note: bytes) -> None:
    assert problem_of(HEADER + record_of(note)) is TimelineProblem.DAMAGED


def test_more_than_anybody_writes_is_not_read() -> None:
    assert problem_of(HEADER + bytes(MOST_BYTES_OF_FILE)) is TimelineProblem.DAMAGED


@FUZZED
@given(place=st.integers(0, len(ORIGINAL) - 1), value=st.integers(1, 255))
def test_any_byte_that_is_changed_is_noticed(place: int, value: int) -> None:
    changed = bytearray(ORIGINAL)
    changed[place] ^= value
    assert problem_of(bytes(changed)) in {TimelineProblem.DAMAGED, TimelineProblem.OTHER_VERSION}


@FUZZED
@given(
    st.one_of(
        st.binary(), st.binary().map(HEADER.__add__), st.binary(max_size=200).map(lambda n: HEADER + record_of(n))
    )
)
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    with suppress(TimelineError):
        decoded(content)


def test_a_folder_without_one_is_told(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "missing"):
        with pytest.raises(TimelineError) as caught:
            read_frames(folder)
        assert caught.value.problem is TimelineProblem.MISSING
    (tmp_path / FRAMES_NAME).mkdir()
    with pytest.raises(TimelineError) as caught:
        read_frames(tmp_path)
    assert caught.value.problem is TimelineProblem.UNREADABLE
