"""The folders of runs that can be gone on with: one for each run, owned by one process at a time.

Importable without torch, so that they can be listed at once.
"""

from __future__ import annotations

import contextlib
import logging
import shutil
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, Self

from core.errors import CheckpointError, CheckpointProblem
from core.machine.file_lock import FileLock
from core.machine.locked_folders import (
    LOCK_NAME,
    beyond_bounds,
    bound_bytes,
    bytes_in,
    remove_incomplete,
    remove_unheld,
)
from core.optimization.checkpoint.manifest import MANIFEST_NAME, Manifest, read_manifest

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

_log = logging.getLogger(__name__)

# More than these are not kept of runs that are over; the newest always is.
MOST_RUNS: Final = 20
MOST_BYTES: Final = 2 << 30
# On a disk with much room, this share of what is free may be taken instead: one large print is more than MOST_BYTES.
_SHARE_OF_FREE: Final = 0.1

# Whoever lists runs holds each for a moment.
_PATIENCE_S: Final = 1.0


class RunFolder:
    """The folder of one run, which nobody else touches while it is held."""

    def __init__(self, path: Path, lock: FileLock) -> None:
        """Take over a lock that is held.

        Args:
            path: The folder.
            lock: Its lock.
        """
        self.path = path
        self._lock = lock

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _traceback: TracebackType | None
    ) -> None:
        self.release()

    @property
    def has_checkpoint(self) -> bool:
        """Whether there is anything to go on with."""
        return (self.path / MANIFEST_NAME).is_file()

    def discard(self) -> None:
        """Remove it: its run is done, or given up. What cannot be removed is left to the next start."""
        # First what makes it a checkpoint: a folder that is removed in part is none.
        with contextlib.suppress(OSError):
            (self.path / MANIFEST_NAME).unlink(missing_ok=True)
        self._lock.release()
        shutil.rmtree(self.path, ignore_errors=True)

    def release(self) -> None:
        """Leave it to others; one without a checkpoint is removed."""
        if self._lock.is_held and not self.has_checkpoint:
            self.discard()
        self._lock.release()


@dataclass(frozen=True, slots=True)
class SavedRun:
    """A run that was found in a folder.

    Attributes:
        path: The folder.
        manifest: What its checkpoint says; None where it cannot be read.
        num_bytes: What it takes on the disk.
        in_use: Whether it goes on at this moment.
    """

    path: Path
    manifest: Manifest | None
    num_bytes: int
    in_use: bool

    @property
    def was_interrupted(self) -> bool:
        """Whether it ended without having been asked to, and can be gone on with."""
        return self.manifest is not None and not self.in_use and not self.manifest.stopped


def begin_run_folder(root: Path) -> RunFolder | None:
    """A folder for a run that begins, after old ones have made room; None where none can be made.

    Args:
        root: Where the folders of all runs lie.
    """
    try:
        root.mkdir(parents=True, exist_ok=True)
        remove_old_runs(root)
        return new_run_folder(root)
    except OSError as error:
        _log.warning("This picture cannot be gone on with if it is interrupted: %s", error)
        return None


def new_run_folder(root: Path) -> RunFolder:
    """A new folder for a run.

    Args:
        root: Where the folders of all runs lie; made where it is missing.

    Raises:
        OSError: If it cannot be made.
    """
    name = f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{uuid.uuid4().hex[:8]}"
    path = root / name
    path.mkdir(parents=True)
    lock = FileLock(path / LOCK_NAME)
    if not lock.try_to_acquire():  # by somebody who clears up, between these two lines
        return new_run_folder(root)
    return RunFolder(path, lock)


def take_run_folder(path: Path) -> RunFolder:
    """The folder of a run that is over, to go on with it.

    Raises:
        CheckpointError: If there is no checkpoint in it, somebody else goes on with it, or it may not be used.
    """
    is_there = False
    with contextlib.suppress(OSError):  # no name that a folder could have
        is_there = (path / MANIFEST_NAME).is_file()
    if not is_there:
        raise CheckpointError(CheckpointProblem.MISSING, name=path.name)
    lock = FileLock(path / LOCK_NAME)
    try:
        is_free = lock.acquire(_PATIENCE_S)
    except OSError as error:
        raise CheckpointError(CheckpointProblem.UNREADABLE) from error
    if not is_free:
        raise CheckpointError(CheckpointProblem.IN_USE)
    folder = RunFolder(path, lock)
    if not folder.has_checkpoint:  # the one who held it has come to the end of the run
        folder.release()
        raise CheckpointError(CheckpointProblem.MISSING, name=path.name)
    return folder


def discard_saved_run(path: Path) -> None:
    """Remove the folder of a run that is over and done; one that somebody uses, or that is gone, is left alone."""
    with contextlib.suppress(CheckpointError):
        take_run_folder(path).discard()


def saved_runs(root: Path) -> tuple[SavedRun, ...]:
    """The runs whose folders lie in a folder, the newest first; none where that is missing or may not be read."""
    try:
        paths = [path for path in root.iterdir() if (path / MANIFEST_NAME).is_file()]
    except OSError:
        return ()
    return tuple(sorted(map(_saved_run, paths), key=_when, reverse=True))


def last_saved_run(root: Path) -> SavedRun:
    """The newest run that does not go on at this moment.

    Raises:
        CheckpointError: If there is none.
    """
    run = next((run for run in saved_runs(root) if not run.in_use), None)
    if run is None:
        raise CheckpointError(CheckpointProblem.NONE)
    return run


def _saved_run(path: Path) -> SavedRun:
    try:
        manifest, _ = read_manifest(path)
    except CheckpointError:
        manifest = None
    return SavedRun(path, manifest, bytes_in(path), _is_in_use(path))


def _when(run: SavedRun) -> tuple[float, str]:
    return (0.0 if run.manifest is None else run.manifest.written_at_s, run.path.name)


def _is_in_use(folder: Path) -> bool:
    lock = FileLock(folder / LOCK_NAME)
    try:
        return not lock.try_to_acquire()
    except OSError:
        return True  # better not touched
    finally:
        lock.release()


def most_bytes(root: Path) -> int:
    """How much the runs that are over may take together, but for the newest."""
    return bound_bytes(root, MOST_BYTES, _SHARE_OF_FREE)


def remove_old_runs(root: Path) -> int:
    """Remove the oldest runs while there are too many or they are too large, and what is left of incomplete folders.

    Runs that go on are left alone, and so is the newest of the others.

    Returns:
        How many were removed.
    """
    num_removed = remove_incomplete(root, MANIFEST_NAME)
    over = [(run.path, run.num_bytes) for run in saved_runs(root) if not run.in_use]
    beyond = beyond_bounds(over, MOST_RUNS, most_bytes(root))
    return num_removed + sum(remove_unheld(path, MANIFEST_NAME) for path in beyond)
