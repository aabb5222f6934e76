"""Where to compute: choosing a device and telling what went wrong on it."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import torch

from core.errors import DeviceError
from core.recipe import DeviceName

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def is_out_of_memory(error: BaseException) -> bool:
    """Whether an error says that memory ran out, on any device.

    CUDA has a type for it; the allocators of the CPU and of MPS raise plain RuntimeErrors.
    """
    if isinstance(error, MemoryError | torch.OutOfMemoryError):
        return True
    return isinstance(error, RuntimeError) and any(
        sign in str(error) for sign in ("not enough memory", "can't allocate memory", "out of memory")
    )


@contextlib.contextmanager
def repeatable() -> Iterator[None]:
    """Make convolutions choose the same algorithm every time, so that the same recipe gives the same bytes."""
    with torch.backends.cudnn.flags(enabled=True, benchmark=False, deterministic=True, allow_tf32=False):
        yield
