"""How computing threads make room for the window's, and for other programs."""

from __future__ import annotations

import logging
import os
import sys
import threading
from typing import Final

_log = logging.getLogger(__name__)

# Enough to let the window's thread go first; at 10 the run starves beside any other busy program.
BACKGROUND_NICENESS: Final = 5

# How often libgomp's threads look whether the others are done before they go to sleep. Its own 300,000 keep a processor
# from whoever has work to do there: beside one busy program a draft took 13 s instead of 4, with this 7.5 s.
_LOOKS_BEFORE_SLEEP: Final = "1000"


def sleep_while_waiting() -> None:
    """Have the threads that share out a computation sleep while they wait for each other, instead of spinning.

    Call it before torch is imported: its OpenMP library reads the environment once. Known to libgomp, which torch
    uses on Linux; elsewhere nothing happens. Whoever has set the variable, or OpenMP's own, is obeyed.
    """
    if "OMP_WAIT_POLICY" not in os.environ:
        os.environ.setdefault("GOMP_SPINCOUNT", _LOOKS_BEFORE_SLEEP)


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
