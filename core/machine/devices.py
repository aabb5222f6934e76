"""Where to compute: choosing a device and telling what went wrong on it."""

from __future__ import annotations

import contextlib
import logging
import os
import platform
from typing import TYPE_CHECKING, Final

import torch

from core.errors import DeviceError
from core.recipe.choices import DeviceName, Precision

if TYPE_CHECKING:
    from collections.abc import Iterator


_log = logging.getLogger(__name__)

_PREFERENCE = (DeviceName.CUDA, DeviceName.MPS, DeviceName.CPU)
_SIGNS_OF_LOSS: Final = ("CUDA error", "CUDA driver error", "CUDNN_STATUS", "cuDNN error", "CUBLAS_STATUS", "HIP error")


def is_available(name: DeviceName) -> bool:
    """Whether this computer has the device."""
    if name is DeviceName.CUDA:
        return torch.cuda.is_available()
    if name is DeviceName.MPS:
        return torch.backends.mps.is_available()
    return True


def answers(name: DeviceName) -> bool:
    """Whether the device computes: one whose driver has given up is there, and refuses everything."""
    if name is DeviceName.CPU:
        return True
    try:
        return torch.ones(1, device=name.value).add(1).item() == 2  # noqa: PLR2004 - one and one
    except RuntimeError as error:
        _log.warning("%s is there but does not answer: %s", name, error)
        return False


def is_device_lost(error: BaseException) -> bool:
    """Whether an error says that a graphics device has failed, rather than what was asked of it.

    Torch has a type for most of these since 2.8; those of the libraries that it calls are plain RuntimeErrors. That
    memory ran out is said in the same way: ask :func:`core.machine.memory.is_out_of_memory` first.
    """
    if isinstance(error, getattr(torch, "AcceleratorError", ())):
        return True
    return isinstance(error, RuntimeError) and any(sign in str(error) for sign in _SIGNS_OF_LOSS)


def choose_device(name: DeviceName) -> torch.device:
    """The device of that name, or the fastest that computes for ``AUTO``.

    Raises:
        DeviceError: If this computer has no such device.
    """
    if name is DeviceName.AUTO:
        name = next(candidate for candidate in _PREFERENCE if is_available(candidate) and answers(candidate))
    if not is_available(name):
        raise DeviceError(name.name)
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


@contextlib.contextmanager
def repeatable() -> Iterator[None]:
    """Make convolutions choose the same algorithm every time, so that the same recipe gives the same bytes."""
    with torch.backends.cudnn.flags(enabled=True, benchmark=False, deterministic=True, allow_tf32=False):
        yield


def described_devices() -> Iterator[str]:
    """Each device that there is, and what computes on it, for people who look for a fault. Nothing is computed."""
    yield (
        f"CPU: {platform.processor() or platform.machine()}, {torch.backends.cpu.get_cpu_capability()}, "
        f"{os.cpu_count()} processors, {torch.get_num_threads()} threads"
    )
    if torch.cuda.is_available():
        yield f"CUDA {torch.version.cuda}"
        for index in range(torch.cuda.device_count()):
            found = torch.cuda.get_device_properties(index)
            memory_gib = found.total_memory / (1 << 30)
            yield f"CUDA device {index}: {found.name}, {memory_gib:.1f} GiB, sm_{found.major}{found.minor}"
    else:
        yield "CUDA: none"
    yield f"MPS: {'yes' if torch.backends.mps.is_available() else 'none'}"
