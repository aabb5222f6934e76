"""Temporary folders for tensors: where they go, whose they are, and what becomes of those that a killed run has left.

Importable without torch, so that the program can clear up while it starts.
"""

from __future__ import annotations

import logging
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Final

import psutil

_log = logging.getLogger(__name__)

# Kept by the Filesystem Hierarchy Standard for temporary files that memory should not hold.
_VAR_TMP: Final = Path("/var/tmp")  # noqa: S108 - only the folders that tempfile makes in it are used

# What Linux tells of its processes, and where in it their start is, after the name; see proc(5).
_PROCESSES: Final = Path("/proc")
_START_FIELD: Final = 19

# What numbers its processes: containers that share a folder count them each for itself, see pid_namespaces(7).
_OWN_COUNT: Final = _PROCESSES / "self/ns/pid"

# The process that owns a folder, by its number and by its start, for the number alone is given to another one some day;
# and by what counts the processes.
_NAME: Final = re.compile(r"impasto-(?P<count>\d+)-(?P<pid>\d+)-(?P<start>\d+)-")


def new_store_folder() -> Path:
    """A new temporary folder with this process's name on it.

    Raises:
        OSError: It could not be made.
    """
    pid = os.getpid()
    return Path(tempfile.mkdtemp(prefix=f"impasto-{_own_count()}-{pid}-{_start_of(pid)}-", dir=roomy_folder()))


def remove_abandoned_stores() -> int:
    """Remove the temporary folders of processes that are gone, killed before they could do it themselves.

    What cannot be removed stays; nothing is raised. Takes as long as deleting some gigabytes takes.

    Returns:
        How many folders were removed.
    """
    num_removed = 0
    for place in {Path(tempfile.gettempdir()), _VAR_TMP}:
        try:
            folders = [each for each in place.iterdir() if _is_abandoned(each)]
        except OSError as error:
            _log.info("Nothing is cleared up in %s: %s", place, error)
            continue
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)
            if not folder.exists():
                num_removed += 1
                _log.info("Removed what a run that was killed had left in %s", folder)
    return num_removed


def remove_own_stores() -> None:
    """Remove the temporary folders of this process, which is about to be ended without further ado."""
    for place in {Path(tempfile.gettempdir()), roomy_folder()}:
        for folder in place.glob(f"impasto-{_own_count()}-{os.getpid()}-*"):
            shutil.rmtree(folder, ignore_errors=True)


def _is_abandoned(path: Path) -> bool:
    owner = _NAME.match(path.name)
    if owner is None or path.is_symlink() or not path.is_dir():
        return False
    if int(owner["count"]) != _own_count():
        # Of a container that this one knows nothing of; or of one that is gone, whose own next start clears up.
        return False
    try:
        return _start_of(int(owner["pid"])) != int(owner["start"])
    except (psutil.AccessDenied, PermissionError):
        # There is such a process, of somebody else's: better a folder too many than one too few.
        return False


def _own_count() -> int:
    """What numbers this process: the same for all whose numbers can be compared with its own."""
    try:
        return _OWN_COUNT.stat().st_ino
    except OSError:
        return 0  # a system that counts all processes together


def _start_of(pid: int) -> int | None:
    """When a process was started, in units of 10 ms; None if there is none of this number."""
    try:
        if _PROCESSES.is_dir():
            # Counted from the start of the computer: psutil's time of day moves when the clock is set. The name of the
            # program, in brackets, may hold anything.
            fields = (_PROCESSES / str(pid) / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
            return int(fields[_START_FIELD])
        return round(100 * psutil.Process(pid).create_time())
    except (FileNotFoundError, ProcessLookupError, psutil.NoSuchProcess):
        return None


def roomy_folder() -> Path:
    """Where large temporary files go: the temporary folder, unless that lies in memory and there is one on a disk."""
    folder = Path(tempfile.gettempdir())
    chosen_by_the_person = "TMPDIR" in os.environ
    if sys.platform.startswith("linux") and not chosen_by_the_person and _lies_in_memory(folder):
        return _VAR_TMP if os.access(_VAR_TMP, os.W_OK) else folder
    return folder


def free_disk_bytes() -> int:
    """How much room there is for temporary files."""
    return shutil.disk_usage(roomy_folder()).free


def _lies_in_memory(folder: Path) -> bool:
    mounts = {Path(mount.mountpoint): mount.fstype for mount in psutil.disk_partitions(all=True)}
    place = next((parent for parent in (folder, *folder.parents) if parent in mounts), None)
    return place is not None and mounts[place] in {"tmpfs", "ramfs"}
