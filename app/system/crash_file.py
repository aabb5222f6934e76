"""The file that tells where the program was when it crashed: in native code, where no exception can be caught."""

from __future__ import annotations

import faulthandler
import logging
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_log = logging.getLogger(__name__)

_MAX_BYTES: Final = 64 * 1024


def start_crash_file(folder: Path) -> Path | None:
    """Have the place of every thread written into ``folder`` should the program crash from now on.

    What an earlier crash has written is kept beside it, as ``crash-before.txt``, until there is a newer one.

    Returns:
        The file, empty for now; None where it cannot be written.
    """
    path = folder / "crash.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _keep_last(path, folder / "crash-before.txt")
        # Open until the process ends: faulthandler holds on to it.
        faulthandler.enable(path.open("w", encoding="utf-8"))
    except OSError:
        return None
    return path


def _keep_last(path: Path, kept: Path) -> None:
    if not path.exists() or path.stat().st_size == 0:
        return
    with path.open(encoding="utf-8", errors="replace") as file:
        # The faulting thread is told first; a storm of faults that were survived must not fill the disk.
        report = file.read(_MAX_BYTES)
    kept.write_text(report, encoding="utf-8")
    _log.error("The program crashed when it last ran. %s says where: %s", kept, report.partition("\n")[0])
