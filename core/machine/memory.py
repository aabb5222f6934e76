"""How much memory there is, and what to do when it runs out."""

from __future__ import annotations

import contextlib
import ctypes
import gc
import logging
import sys
from typing import TYPE_CHECKING, Final, TypeVar

import psutil
import torch

if TYPE_CHECKING:
    from collections.abc import Callable

_Result = TypeVar("_Result")
_log = logging.getLogger(__name__)

# From glibc's malloc.h.
_M_TRIM_THRESHOLD: Final = -1

_M_MMAP_THRESHOLD: Final = -3


_SIGNS: Final = ("not enough memory", "can't allocate memory", "out of memory", "could not create a primitive")


def is_out_of_memory(error: BaseException) -> bool:
    """Whether an error says that memory ran out, on any device.

    CUDA has a type for it; the allocators of the CPU and of MPS raise plain RuntimeErrors, and so does oneDNN, which
    computes the convolutions on the CPU and has no memory for its plan of one.
    """
    if isinstance(error, MemoryError | torch.OutOfMemoryError):
        return True
    return isinstance(error, RuntimeError) and any(sign in str(error) for sign in _SIGNS)


def free_memory_bytes(device: torch.device) -> int:
    """How much memory a run on a device could have now, leaving the rest of the computer some."""
    if device.type == "cuda":
        free_bytes, _ = torch.cuda.mem_get_info(device)
        # What torch holds without using it is as good as free.
        return int(0.9 * (free_bytes + torch.cuda.memory_reserved(device) - torch.cuda.memory_allocated(device)))
    if device.type == "mps":
        return int(0.9 * (torch.mps.recommended_max_memory() - torch.mps.current_allocated_memory()))
    return int(0.7 * psutil.virtual_memory().available)


def free_blocks_at_once(*, at_once: bool) -> None:
    """Have the C library give memory back to the system as soon as it is freed, or keep it for what comes next.

    At once, a run in tiles peaks some 350 MB lower, and at what can be forecast; it takes a tenth longer. Known to
    glibc only; elsewhere nothing happens.
    """
    if not sys.platform.startswith("linux"):
        return
    with contextlib.suppress(AttributeError, OSError):
        mallopt = ctypes.CDLL(None).mallopt
        # What is larger than the threshold is mapped by itself. Left alone, glibc raises it up to the second value.
        mallopt(_M_MMAP_THRESHOLD, (4 << 20) if at_once else (32 << 20))
        mallopt(_M_TRIM_THRESHOLD, 64 << 20)


def twice_if_memory_is_short(action: Callable[[], _Result], device: torch.device) -> _Result:
    """Do something; if memory does not suffice, once more after giving back what nothing uses any more."""
    try:
        return action()
    except (RuntimeError, MemoryError) as error:
        if not is_out_of_memory(error):
            raise
        _log.warning("Memory ran out: trying again")
    # Outside of the except clause, whose error keeps every tensor of the failed attempt alive.
    release_memory(device)
    return action()


def release_memory(device: torch.device) -> None:
    """Give back what nothing uses any more, so that what comes next finds room."""
    gc.collect()
    if device.type == "cuda":
        torch.cuda.empty_cache()
    elif device.type == "mps":
        torch.mps.empty_cache()
