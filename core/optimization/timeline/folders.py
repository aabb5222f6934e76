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
_LOCK_NAME: Final = "lock"
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
    lock = FileLock(path / _LOCK_NAME)
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
    num_removed, num_bytes = _remove_without_frames(root), 0
    try:
        bound_bytes = max(MOST_BYTES, int(_SHARE_OF_FREE * shutil.disk_usage(root).free))
    except OSError:
        bound_bytes = MOST_BYTES
    for number, path in enumerate(saved_timelines(root)):
        num_bytes += _bytes_in(path)
        if number > 0 and (number >= MOST_TIMELINES or num_bytes > bound_bytes):
            num_removed += _removed(path)
    return num_removed


def _remove_without_frames(root: Path) -> int:
    """Remove what is left of timelines that were begun or removed in part."""
    try:
        paths = [path for path in root.iterdir() if (path / _LOCK_NAME).is_file()]
    except OSError:
        return 0
    return sum(_removed(path) for path in paths if not (path / FRAMES_NAME).is_file())


def _bytes_in(folder: Path) -> int:
    num_bytes = 0
    with contextlib.suppress(OSError):
        for path in folder.rglob("*"):
            with contextlib.suppress(OSError):
                num_bytes += path.stat().st_size
    return num_bytes


def _removed(path: Path) -> bool:
    """Whether a timeline was nobody's, and is gone."""
    lock = FileLock(path / _LOCK_NAME)
    try:
        if not lock.try_to_acquire():
            return False
        # First what makes it a timeline: one that is removed in part is none.
        (path / FRAMES_NAME).unlink(missing_ok=True)
    except OSError:
        return False
    finally:
        lock.release()
    shutil.rmtree(path, ignore_errors=True)
    return not path.exists()
