"""The end of a command that a person does not want to wait for."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING, Final

from app.cli.streams import settle_streams
from core.machine.store_folders import remove_own_stores

if TYPE_CHECKING:
    from pathlib import Path

    from app.cli.reports import Report

# What a shell expects after Ctrl-C.
_INTERRUPTED: Final = 130
_LAST_WORDS_S: Final = 2.0


class AbruptEnd:
    """Tells what has become of the picture when a run is not waited for."""

    def __init__(self, output: Path, report: Report) -> None:
        """Note how the file is before the run."""
        self._output = output
        self._report = report
        self._before = _state_of(output)

    def tell(self) -> None:
        """Say whether the picture is in its file."""
        written = _state_of(self._output) not in {None, self._before}
        self._report.ended_at_once(self._output if written else None)

    def force(self) -> None:
        """Say so and end the process, whatever it is at."""
        # Whoever reads what is told may not do so any more.
        last_words = threading.Thread(target=self._tidy, name="impasto-last-words", daemon=True)
        last_words.start()
        last_words.join(_LAST_WORDS_S)
        os._exit(_INTERRUPTED)

    def _tidy(self) -> None:
        self.tell()
        settle_streams()
        remove_own_stores()


def _state_of(path: Path) -> tuple[int, int] | None:
    """What changes when a file is replaced; None where there is none."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_ino, status.st_mtime_ns
