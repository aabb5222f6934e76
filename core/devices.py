"""Where to compute: choosing a device and telling what went wrong on it."""

from __future__ import annotations

import contextlib
import ctypes
import gc
import sys
from typing import TYPE_CHECKING, Final

import psutil
import torch

from core.errors import DeviceError
from core.recipe import DeviceName, Precision

if TYPE_CHECKING:
    from collections.abc import Iterator

# From glibc's malloc.h.
_M_TRIM_THRESHOLD: Final = -1
_M_MMAP_THRESHOLD: Final = -3

_PREFERENCE = (DeviceName.CUDA, DeviceName.MPS, DeviceName.CPU)


def is_available(name: DeviceName) -> bool:
    """Whether this computer has the device."""
    if name is DeviceName.CUDA:
        return torch.cuda.is_available()
    if name is DeviceName.MPS:
        return torch.backends.mps.is_available()
    return True


def choose_device(name: DeviceName) -> torch.device:
    """The device of that name, or the fastest there is for ``AUTO``.

    Raises:
        DeviceError: If this computer has no such device.
    """
    if name is DeviceName.AUTO:
        name = next(candidate for candidate in _PREFERENCE if is_available(candidate))
    if not is_available(name):
        msg = f"This computer has no {name.value.upper()} device that Impasto can use."
        raise DeviceError(msg)
    return torch.device(name.value)


def choose_dtype(precision: Precision, device: torch.device) -> torch.dtype:
    """The precision that the network's convolutions should have on a device.

    bfloat16 has the range of float32, so the network's large activations do not overflow as they would in float16.
    The device is asked what it has, not timed: the choice must be the same every time, or the same recipe would not
    give the same bytes.
    """
    if precision is Precision.AUTO:
        return torch.bfloat16 if _has_bfloat16(device) else torch.float32
    return torch.bfloat16 if precision is Precision.HALF else torch.float32


def _has_bfloat16(device: torch.device) -> bool:
    """Whether the device multiplies bfloat16 in hardware; where it is emulated it is slower than float32."""
    if device.type == "cuda":
        return bool(torch.cuda.is_bf16_supported(including_emulation=False))
    if device.type == "cpu" and hasattr(torch.cpu, "get_capabilities"):
        capabilities = torch.cpu.get_capabilities()
        return bool(capabilities.get("avx512_bf16") or capabilities.get("amx_bf16"))
    return False


def is_out_of_memory(error: BaseException) -> bool:
    """Whether an error says that memory ran out, on any device.

    CUDA has a type for it; the allocators of the CPU and of MPS raise plain RuntimeErrors.
    """
    if isinstance(error, MemoryError | torch.OutOfMemoryError):
        return True
    return isinstance(error, RuntimeError) and any(
        sign in str(error) for sign in ("not enough memory", "can't allocate memory", "out of memory")
    )


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


def release_memory(device: torch.device) -> None:
    """Give back what nothing uses any more, so that what comes next finds room."""
    gc.collect()
    if device.type == "cuda":
        torch.cuda.empty_cache()
    elif device.type == "mps":
        torch.mps.empty_cache()


@contextlib.contextmanager
def on_one_thread() -> Iterator[None]:
    """Compute on the CPU with one thread only, as suits small matrices.

    Threads that share out a small matrix spend their time waiting for each other: an eigendecomposition of 512 x 512
    takes a third longer on two than on one, and a hundred times as long while another program uses the processor.
    """
    num_threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(num_threads)


@contextlib.contextmanager
def repeatable() -> Iterator[None]:
    """Make convolutions choose the same algorithm every time, so that the same recipe gives the same bytes."""
    with torch.backends.cudnn.flags(enabled=True, benchmark=False, deterministic=True, allow_tf32=False):
        yield
