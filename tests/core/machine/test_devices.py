from __future__ import annotations

import platform
import subprocess
import sys

import pytest
import torch

from core.errors import DeviceError
from core.machine import devices
from core.machine.devices import choose_device, is_device_lost
from core.machine.memory import is_out_of_memory
from core.recipe.choices import DeviceName


def test_auto_takes_the_fastest_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(devices, "answers", lambda _name: True)
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)
    assert choose_device(DeviceName.AUTO) == torch.device("cpu")
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: True)
    assert choose_device(DeviceName.AUTO) == torch.device("mps")
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    assert choose_device(DeviceName.AUTO) == torch.device("cuda")


def test_auto_passes_over_what_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object, **_others: object) -> torch.Tensor:
        msg = "CUDA error: unspecified launch failure"
        raise RuntimeError(msg)

    monkeypatch.setattr(devices, "is_available", lambda name: name is not DeviceName.MPS)
    monkeypatch.setattr(torch, "ones", fail)
    assert choose_device(DeviceName.AUTO) == torch.device("cpu")


def test_what_answers_computes() -> None:
    assert devices.answers(DeviceName.CPU)


@pytest.mark.parametrize(
    ("error", "lost"),
    [
        (RuntimeError("CUDA error: unspecified launch failure"), True),
        (RuntimeError("cuDNN error: CUDNN_STATUS_EXECUTION_FAILED"), True),
        (RuntimeError("HIP error: the operation cannot be performed"), True),
        (RuntimeError("shapes do not match"), False),
        (ValueError("CUDA error"), False),
    ],
)
def test_a_lost_device_is_told_from_other_errors(error: Exception, lost: bool) -> None:
    assert is_device_lost(error) is lost


def test_a_device_that_is_not_there_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(devices, "is_available", lambda _name: False)
    with pytest.raises(DeviceError, match="CUDA"):
        choose_device(DeviceName.CUDA)


def test_running_out_of_memory_is_told_from_other_errors() -> None:
    with pytest.raises(RuntimeError) as caught:
        torch.empty(2**60, dtype=torch.uint8)
    assert is_out_of_memory(caught.value)
    assert is_out_of_memory(MemoryError())
    assert is_out_of_memory(RuntimeError("could not create a primitive"))
    assert is_out_of_memory(torch.OutOfMemoryError("CUDA"))
    assert not is_out_of_memory(RuntimeError("shapes do not match"))
    assert not is_out_of_memory(ValueError("out of memory"))


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc can be told")
@pytest.mark.parametrize("at_once", [True, False])
def test_freed_blocks_go_back_to_the_system_at_once_or_are_kept(*, at_once: bool) -> None:
    # The last block stays: what lies above a freed one in the heap keeps it from going back.
    code = f"""
import psutil, torch
from core.machine.memory import free_blocks_at_once
free_blocks_at_once(at_once={at_once})
blocks = [torch.ones(2_000_000) for _ in range(40)]
held = psutil.Process().memory_info().rss
blocks = blocks[-1:]
print(held - psutil.Process().memory_info().rss)
"""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert (int(done.stdout) > 250_000_000) is at_once
