"""Which kept timeline belongs to which picture: a small file in the timeline's folder says so, and goes with it."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final

from app.library.gallery.fingerprint import fingerprint_of
from core.files.replacing import replace_file
from core.optimization.timeline.folders import read_timeline, saved_timelines

if TYPE_CHECKING:
    from pathlib import Path

    from core.optimization.timeline.timeline import Timeline

_NAME: Final = "picture"
_LONGEST_BYTES: Final = 100


def note_picture(timeline: Path, picture: Path) -> None:
    """Write into the folder of a timeline what has become of it.

    Raises:
        OSError: If the picture cannot be read, or the folder has gone.
    """
    replace_file(timeline / _NAME, fingerprint_of(picture).encode("ascii"))


def timeline_of(fingerprint: str, root: Path) -> Timeline | None:
    """How a picture came about; None where that is not kept, or no more.

    Args:
        fingerprint: Of the picture.
        root: Where the folders of all timelines lie.

    Raises:
        TimelineError: If it is kept, and cannot be read.
    """
    for folder in saved_timelines(root):
        with contextlib.suppress(OSError), (folder / _NAME).open("rb") as file:
            if file.read(_LONGEST_BYTES) == fingerprint.encode("ascii"):
                return read_timeline(folder)
    return None
