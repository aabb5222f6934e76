"""Folders that are held by a lock in them, one process at a time, and of which the oldest go when there are too many.

Each has a file that makes it whole: without that, it was begun or removed in part. Importable without torch.
"""

from __future__ import annotations

import contextlib
import logging
import shutil
from typing import TYPE_CHECKING, Final

from core.machine.file_lock import FileLock

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_log = logging.getLogger(__name__)

LOCK_NAME: Final = "lock"


def bytes_in(folder: Path) -> int:
    """What a folder takes on the disk, as far as can be told: it may be in use, and files come and go."""
    num_bytes = 0
    with contextlib.suppress(OSError):
        for path in folder.rglob("*"):
            with contextlib.suppress(OSError):
                num_bytes += path.stat().st_size
    return num_bytes


def bound_bytes(root: Path, least_bytes: int, share_of_free: float) -> int:
    """How much folders may take together: so many bytes, or on a disk with much room a share of what is free.

    Args:
        root: Where they lie.
        least_bytes: What they may take on any disk.
        share_of_free: 0 to 1.
    """
    try:
        free_bytes = shutil.disk_usage(root).free
    except OSError:
        free_bytes = 0
    return max(least_bytes, int(share_of_free * free_bytes))


def beyond_bounds(folders: Iterable[tuple[Path, int]], most_folders: int, most_bytes: int) -> list[Path]:
    """Those that are too many, or too large together with all newer ones; the newest never is.

    Args:
        folders: Each with what it takes on the disk; the newest first.
        most_folders: How many there may be.
        most_bytes: How much they may take together.
    """
    beyond, num_bytes = [], 0
    for number, (path, its_bytes) in enumerate(folders):
        num_bytes += its_bytes
        if number > 0 and (number >= most_folders or num_bytes > most_bytes):
            beyond.append(path)
    return beyond


def remove_incomplete(root: Path, whole_by: str) -> int:
    """Remove what is left of folders that were begun or removed in part, and that nobody holds.

    Args:
        root: Where they lie.
        whole_by: The name of the file that makes one whole.

    Returns:
        How many were removed.
    """
    try:
        paths = [path for path in root.iterdir() if (path / LOCK_NAME).is_file()]
    except OSError:
        return 0
    return sum(remove_unheld(path, whole_by) for path in paths if not (path / whole_by).is_file())


def remove_unheld(path: Path, whole_by: str) -> bool:
    """Remove a folder, unless somebody holds it; whether it is gone.

    Args:
        path: The folder.
        whole_by: The name of the file that makes it whole.
    """
    lock = FileLock(path / LOCK_NAME)
    try:
        if not lock.try_to_acquire():
            return False
        # First what makes it whole: a folder that is removed in part is none.
        (path / whole_by).unlink(missing_ok=True)
    except OSError:
        return False
    finally:
        lock.release()
    shutil.rmtree(path, ignore_errors=True)
    is_gone = not path.exists()
    if is_gone:
        _log.info("Removed %s", path)
    return is_gone
