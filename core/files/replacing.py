"""Writes small files so that each is either the old one or the whole new one, whatever happens meanwhile."""

from __future__ import annotations

import contextlib
import os
import sys
import uuid
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

# What only a killed process leaves behind.
UNFINISHED_SUFFIX: Final = ".part"


def replace_file(path: Path, content: bytes) -> None:
    """Write a file beside its place, and put it there once it is on the disk.

    Raises:
        OSError: If it cannot be written; what was there before stays.
    """
    unfinished = unfinished_beside(path)
    try:
        write_new_file(unfinished, content)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    settle_folder(path.parent)


def unfinished_beside(path: Path) -> Path:
    """A new name beside a file, hidden, to write it under until it is whole."""
    # Not tempfile's: that would give the file permissions for its owner only.
    return path.with_name(f".impasto-{uuid.uuid4().hex}{UNFINISHED_SUFFIX}")


def write_new_file(path: Path, content: bytes | memoryview) -> None:
    """Write a file that is not there yet, and wait until it is on the disk.

    Raises:
        OSError: If it is there, or cannot be written; a part of it may then be left.
    """
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def settle_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk as well, where the system knows of such a thing."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):  # some file systems refuse it, and lose nothing by that
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
