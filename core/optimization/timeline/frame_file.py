"""The one file that holds the frames of a timeline: added to at its end, and rewritten whole when frames are left out.

After a line that names format and version come records, each of a head, a note in JSON and a JPEG file. The head
holds the lengths of both, their checksum, and its own. A record that ends with the file before its time is one whose
writer was killed: it is left out. Whatever else makes no sense is damage.

Importable without torch.
"""

from __future__ import annotations

import json
import struct
import zlib
from typing import TYPE_CHECKING, Final

from core.errors import TimelineError, TimelineProblem
from core.optimization.checkpoint.members import from_members, to_members
from core.optimization.timeline.timeline import Frame, FrameNote
from core.recipe.strict_json import read_strictly

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

FRAMES_NAME: Final = "frames"
# Raise it with every change of what is written; older timelines are then refused, for they last days and not years.
TIMELINE_VERSION: Final = 1
# A recorder writes less; more is read by nobody.
MOST_BYTES_OF_FILE: Final = 64 << 20

_FORMAT: Final = b"impasto timeline "
HEADER: Final = _FORMAT + b"%d\n" % TIMELINE_VERSION
_LONGEST_HEADER: Final = len(_FORMAT) + 8
# Lengths of the note and of the picture, the checksum of both, and the checksum of these three.
_HEAD: Final = struct.Struct(">IIII")
_LENGTHS: Final = struct.Struct(">III")


def record(frame: Frame) -> bytes:
    """What stands for a frame in the file."""
    note = json.dumps(to_members(frame.note, {}), allow_nan=False).encode("ascii")
    content = note + frame.jpeg
    lengths = _LENGTHS.pack(len(note), len(frame.jpeg), zlib.crc32(content))
    return lengths + zlib.crc32(lengths).to_bytes(4, "big") + content


def encoded(frames: Iterable[Frame]) -> bytes:
    """The content of the file."""
    return HEADER + b"".join(map(record, frames))


def decoded(content: bytes) -> tuple[Frame, ...]:
    """The frames that a file holds.

    Raises:
        TimelineError: If it holds something else, is damaged, or is of another version.
    """
    if len(content) > MOST_BYTES_OF_FILE:
        raise TimelineError(TimelineProblem.DAMAGED)
    end = content.find(b"\n", 0, _LONGEST_HEADER) + 1
    if not content.startswith(_FORMAT) or end == 0:
        raise TimelineError(TimelineProblem.DAMAGED)
    if content[:end] != HEADER:
        raise TimelineError(TimelineProblem.OTHER_VERSION)
    try:
        frames = tuple(_frames(memoryview(content)[end:]))
    except (ValueError, RecursionError) as error:
        raise TimelineError(TimelineProblem.DAMAGED) from error
    numbers = [frame.note.num_steps for frame in frames]
    if numbers != sorted(set(numbers)):
        raise TimelineError(TimelineProblem.DAMAGED)
    return frames


def read_frames(folder: Path) -> tuple[Frame, ...]:
    """The frames of the timeline in a folder.

    Raises:
        TimelineError: If there is none, or it cannot be read, is damaged, or is of another version.
    """
    try:
        with (folder / FRAMES_NAME).open("rb") as file:
            content = file.read(MOST_BYTES_OF_FILE + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise TimelineError(TimelineProblem.MISSING, name=folder.name) from error
    except (OSError, ValueError) as error:
        raise TimelineError(TimelineProblem.UNREADABLE) from error
    return decoded(content)


def _frames(content: memoryview) -> Iterator[Frame]:
    while len(content) >= _HEAD.size:
        note_bytes, picture_bytes, checksum, checksum_of_head = _HEAD.unpack_from(content)
        if zlib.crc32(content[: _LENGTHS.size]) != checksum_of_head:
            raise ValueError(checksum_of_head)
        end = _HEAD.size + note_bytes + picture_bytes
        if end > len(content):
            return
        held = content[_HEAD.size : end]
        if zlib.crc32(held) != checksum:
            raise ValueError(checksum)
        note = from_members(FrameNote, read_strictly(bytes(held[:note_bytes])), {})
        yield Frame(note, bytes(held[note_bytes:]))
        content = content[end:]
