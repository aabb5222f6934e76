"""How a computing thread makes room for the window's."""

from __future__ import annotations

import logging
import os
import sys
import threading
from typing import Final

_log = logging.getLogger(__name__)

# Enough to let the window's thread go first; at 10 the run starves beside any other busy program.
BACKGROUND_NICENESS: Final = 5


def lower_thread_priority() -> bool:
    """Lower the OS priority of the calling thread, so that the window stays lively at full load.

    Call it before the thread's first torch operation: on Linux the OpenMP threads that torch then starts
    inherit the niceness. Elsewhere Qt's ``QThread.Priority`` does this job, and nothing happens here.

    Returns:
        Whether the priority was lowered.
    """
    if not sys.platform.startswith("linux"):
        return False
    try:
        # Linux applies a niceness to single threads, addressed by their kernel identifier.
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), BACKGROUND_NICENESS)
    except OSError as error:
        _log.warning("Could not lower the priority of the computing thread: %s", error)
        return False
    return True
