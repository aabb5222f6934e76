"""A lock on a file that the system takes back as soon as its owner is gone, however it went."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING, Final

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from pathlib import Path

_PAUSE_S: Final = 0.02


class FileLock:
    """Held by one process, or one object of the same process, at a time."""

    def __init__(self, path: Path) -> None:
        """Make a lock that is not held yet.

        Args:
            path: The file to lock; it is made where it is missing, and its content does not matter.
        """
        self._path = path
        self._descriptor: int | None = None

    @property
    def is_held(self) -> bool:
        """Whether this object holds the lock."""
        return self._descriptor is not None

    def try_to_acquire(self) -> bool:
        """Hold the lock from now on; False where somebody else holds it, or its folder has just been removed.

        Raises:
            OSError: If the file cannot be made or opened, or its file system knows no locks.
        """
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except FileNotFoundError:
            return False
        try:
            if _lock(descriptor) and self._is_still(descriptor):
                self._descriptor, descriptor = descriptor, -1
        finally:
            if descriptor >= 0:
                os.close(descriptor)
        return self.is_held

    def acquire(self, patience_s: float) -> bool:
        """Hold the lock from now on, after some waiting for others; False where they do not let go of it.

        Args:
            patience_s: How long to wait, in seconds.

        Raises:
            OSError: As `try_to_acquire`.
        """
        deadline_s = time.monotonic() + patience_s
        while not self.try_to_acquire():
            if time.monotonic() > deadline_s:
                return False
            time.sleep(_PAUSE_S)
        return True

    def _is_still(self, descriptor: int) -> bool:
        """Whether the file has not been removed meanwhile, and perhaps made anew, by whoever held the lock before."""
        try:
            return os.path.samestat(os.fstat(descriptor), self._path.stat())
        except FileNotFoundError:
            return False

    def release(self) -> None:
        """Hold it no longer; harmless where it is not held."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def _lock(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True
