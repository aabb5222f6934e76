"""How many threads compute, and how they make room for the window's and for other programs.

Torch itself is told nothing: `torch.set_num_threads` holds for the whole process, and a thread that computes for the
first time takes over whatever it is at that moment, for the rest of its life. Only the OpenMP library below is told,
whose number of threads belongs to the thread that sets it.
"""

from __future__ import annotations

import contextlib
import ctypes
import functools
import logging
import os
import sys
import threading
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_log = logging.getLogger(__name__)

# Enough to let the window's thread go first; at 10 the run starves beside any other busy program.
BACKGROUND_NICENESS: Final = 5

# How often libgomp's threads look whether the others are done before they go to sleep. Its own 300,000 keep a processor
# from whoever has work to do there: beside one busy program a draft took 13 s instead of 4, with this 7.5 s.
_SPINS_BEFORE_SLEEP: Final = "1000"


def sleep_while_waiting() -> None:
    """Have the threads that share out a computation sleep while they wait for each other, instead of spinning.

    Call it before torch is imported: its OpenMP library reads the environment once. Known to libgomp, which torch
    uses on Linux; elsewhere nothing happens. Whoever has set the variable, or OpenMP's own, is obeyed.
    """
    if "OMP_WAIT_POLICY" not in os.environ:
        os.environ.setdefault("GOMP_SPINCOUNT", _SPINS_BEFORE_SLEEP)


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


@contextlib.contextmanager
def on_one_thread() -> Iterator[None]:
    """Have the calling thread compute alone, without helping threads, as suits small matrices; no other is affected.

    Threads that share out a small matrix spend their time waiting for each other: see "Small matrices on one thread" in
    ``tests/benchmarks/README.md``. Where torch's OpenMP library cannot be reached, nothing happens.
    """
    try:
        openmp = _openmp()
    except (AttributeError, OSError) as error:
        _log.info("Small matrices are computed on all threads: %s", error)
        yield
        return
    num_threads = openmp.omp_get_max_threads()
    openmp.omp_set_num_threads(1)
    try:
        yield
    finally:
        openmp.omp_set_num_threads(num_threads)


def num_threads() -> int:
    """With how many threads the calling thread computes; where torch's OpenMP library cannot be reached, 1."""
    try:
        return int(_openmp().omp_get_max_threads())
    except (AttributeError, OSError):
        return 1


def set_num_threads(wanted: int) -> bool:
    """Have the calling thread compute with so many threads from now on; no other is affected.

    Returns:
        Whether it does: not where torch's OpenMP library cannot be reached, as before torch is loaded.
    """
    try:
        _openmp().omp_set_num_threads(wanted)
    except (AttributeError, OSError) as error:
        _log.info("The number of threads stays as it is: %s", error)
        return False
    return True


# An error is not remembered: the library may be loaded later.
@functools.cache
def _openmp() -> ctypes.CDLL:
    """The OpenMP library that torch has loaded.

    Raises:
        AttributeError: If there is none yet.
        OSError: The same.
    """
    # On Windows a library is found by its name once it is loaded, elsewhere by what it offers.
    library = ctypes.CDLL("libiomp5md.dll" if sys.platform == "win32" else None)
    library.omp_set_num_threads.restype = None
    library.omp_get_max_threads.restype = ctypes.c_int
    return library
