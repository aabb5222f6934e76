"""What the command line logs: warnings to its terminal, all the rest to a file, and where native code has crashed."""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import sys

from app.system.data_folder import log_folder
from app.system.log import start_log


def start_command_line_log() -> None:
    """Log from now on; once for a process, however many commands it runs."""
    root = logging.getLogger()
    if root.handlers:
        return
    logging.basicConfig(format="%(levelname)s: %(message)s")
    for handler in root.handlers:
        handler.setLevel(logging.WARNING)
    folder = log_folder()
    if folder is not None:
        start_log(folder, "command-line.log")
    # A stream without a file, or none at all, has no room for what cannot be caught.
    with contextlib.suppress(AttributeError, OSError, ValueError, RuntimeError):
        faulthandler.enable(sys.stderr)
