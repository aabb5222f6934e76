"""The folders of timelines: one for each run, of the same name as the run's own, which is removed long before.

Importable without torch.
"""

from __future__ import annotations

import contextlib
import logging
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

from core.errors import TimelineError, TimelineProblem
from core.machine.file_lock import FileLock
from core.machine.locked_folders import (
    LOCK_NAME,
    beyond_bounds,
    bound_bytes,
    bytes_in,
    remove_incomplete,
    remove_unheld,
)
from core.optimization.checkpoint.manifest import MANIFEST_NAME
from core.optimization.timeline.frame_file import FRAMES_NAME, read_frames
from core.optimization.timeline.timeline import Timeline, scale_end_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

_log = logging.getLogger(__name__)

# More than these are not kept of runs that are over; the newest always is.
MOST_TIMELINES: Final = 20
MOST_BYTES: Final = 1 << 30
# On a disk with much room, this share of what is free may be taken instead.
_SHARE_OF_FREE: Final = 0.05

LAST: Final = "last"
_SCALE_END: Final = "scale-end-"


def scale_ends_in(folder: Path) -> tuple[int, ...]:
    """After how many steps scales ended whose checkpoints lie in the folder of a timeline."""
    numbers = []
    with contextlib.suppress(OSError):
        for path in folder.glob(f"{_SCALE_END}*/{MANIFEST_NAME}"):
            number = path.parent.name.removeprefix(_SCALE_END)
            if number.isascii() and number.isdigit() and scale_end_folder(folder, int(number)) == path.parent:
                numbers.append(int(number))
    return tuple(sorted(numbers))


def read_timeline(folder: Path) -> Timeline:
    """The timeline in a folder.

    Raises:
        TimelineError: If there is none, or it cannot be read, is damaged, or is of another version.
    """
    return Timeline(folder, read_frames(folder), scale_ends_in(folder))


@contextlib.contextmanager
def timeline_folder_held(root: Path, name: str, branches_from: Path | None = None) -> Iterator[Path | None]:
    """The folder of a timeline, which nobody else touches meanwhile; None where there can be none.

    Args:
        root: Where the folders of all timelines lie; made where it is missing, and rid of old ones.
        name: Of the run's folder.
        branches_from: The timeline that a new one begins with.
    """
    path = root / name
    lock = FileLock(path / LOCK_NAME)
    try:
        path.mkdir(parents=True, exist_ok=True)
        if not lock.try_to_acquire():
            _log.warning("The timeline in %s is in use", path)
        elif branches_from is not None:
            _copy(branches_from, path)
        # Not before: what is branched from may be the oldest, and go.
        remove_old_timelines(root)
    except OSError as error:
        _log.warning("This run is kept no timeline of: %s", error)
        lock.release()
    try:
        yield path if lock.is_held else None
    finally:
        lock.release()


def _copy(source: Path, target: Path) -> None:
    """Have a timeline begin as another one has.

    Raises:
        OSError: If it cannot be copied.
    """
    shutil.copyfile(source / FRAMES_NAME, target / FRAMES_NAME)
    for num_steps in scale_ends_in(source):
        # The files of a checkpoint are never altered, so that two may share them.
        folder = scale_end_folder(target, num_steps)
        shutil.copytree(scale_end_folder(source, num_steps), folder, copy_function=_shared)


def _shared(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # not every file system knows of such a thing
        shutil.copyfile(source, target)


def saved_timelines(root: Path) -> tuple[Path, ...]:
    """The folders of the timelines in a folder, the newest first; none where that is missing or may not be read."""
    found = []
    with contextlib.suppress(OSError):
        for path in root.iterdir():
            with contextlib.suppress(OSError):
                found.append(((path / FRAMES_NAME).stat().st_mtime, path))
    return tuple(path for _, path in sorted(found, reverse=True))


def find_timeline(which: str, root: Path) -> Path:
    """The folder of a timeline.

    Args:
        which: ``last``, a path, or the name of one of those in ``root``.
        root: Where the folders of all timelines lie.

    Raises:
        TimelineError: If there is none.
    """
    if which == LAST:
        folder = next(iter(saved_timelines(root)), None)
        if folder is None:
            raise TimelineError(TimelineProblem.NONE)
        return folder
    path = root / which
    with contextlib.suppress(OSError, ValueError):  # no name that a file could have
        if (path / FRAMES_NAME).is_file():
            return path
    return Path(which)


def remove_old_timelines(root: Path) -> int:
    """Remove the oldest timelines while there are too many or they are too large; those in use and the newest stay.

    Returns:
        How many were removed.
    """
    num_removed = remove_incomplete(root, FRAMES_NAME)
    sizes = [(path, bytes_in(path)) for path in saved_timelines(root)]
    beyond = beyond_bounds(sizes, MOST_TIMELINES, bound_bytes(root, MOST_BYTES, _SHARE_OF_FREE))
    return num_removed + sum(remove_unheld(path, FRAMES_NAME) for path in beyond)
