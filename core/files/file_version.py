"""Tells whether a file is still the one that was read, without reading it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def file_version(path: Path) -> tuple[int, int] | None:
    """What changes when a file does: the time of its last change, in ns, and its length; None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
