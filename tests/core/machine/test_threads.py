from __future__ import annotations

import contextlib
import ctypes
import os
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest
import torch

from core.loss.style_losses import eigendecomposition
from core.machine import threads
from core.machine.threads import BACKGROUND_NICENESS, lower_thread_priority, on_one_thread, sleep_while_waiting

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has a niceness for each thread")
def test_only_the_calling_thread_becomes_nicer() -> None:
    before = os.nice(0)
    found: list[tuple[bool, int]] = []

    def work() -> None:
        found.append((lower_thread_priority(), os.getpriority(os.PRIO_PROCESS, threading.get_native_id())))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert found == [(True, max(before, BACKGROUND_NICENESS))]
    assert os.nice(0) == before


def test_a_system_that_refuses_does_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: int) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "setpriority", refuse)
    assert not lower_thread_priority()


def test_waiting_threads_sleep_unless_the_person_has_said_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OMP_WAIT_POLICY", "GOMP_SPINCOUNT"):
        # Set first, so that what is found at the end is undone.
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    sleep_while_waiting()
    assert int(os.environ["GOMP_SPINCOUNT"]) < 10_000
    monkeypatch.setenv("GOMP_SPINCOUNT", "7")
    sleep_while_waiting()
    assert os.environ["GOMP_SPINCOUNT"] == "7"
    monkeypatch.delenv("GOMP_SPINCOUNT")
    monkeypatch.setenv("OMP_WAIT_POLICY", "active")
    sleep_while_waiting()
    assert "GOMP_SPINCOUNT" not in os.environ


def in_a_thread(action: Callable[[], object]) -> None:
    thread = threading.Thread(target=action)
    thread.start()
    thread.join()


needs_several = pytest.mark.skipif(torch.get_num_threads() < 2, reason="there is but one processor")


@needs_several
def test_the_calling_thread_computes_alone_for_a_while() -> None:
    before = torch.get_num_threads()
    with on_one_thread():
        assert torch.get_num_threads() == 1
    assert torch.get_num_threads() == before


@needs_several
def test_a_thread_born_meanwhile_computes_on_all() -> None:
    found: list[int] = []
    with on_one_thread():
        in_a_thread(lambda: found.append(torch.get_num_threads()))
    in_a_thread(lambda: found.append(torch.get_num_threads()))
    assert found == [torch.get_num_threads()] * 2


@needs_several
def test_a_thread_that_computes_for_the_first_time_alone_computes_on_all_afterwards() -> None:
    found: list[int] = []

    def work() -> None:
        eigendecomposition(torch.eye(8))
        found.append(torch.get_num_threads())

    in_a_thread(work)
    assert found == [torch.get_num_threads()]


@needs_several
def test_an_eigendecomposition_is_computed_on_one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    decompose, found = torch.linalg.eigh, []

    def watched(matrix: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        found.append(torch.get_num_threads())
        values, vectors = decompose(matrix)
        return values, vectors

    monkeypatch.setattr(torch.linalg, "eigh", watched)
    eigendecomposition(torch.eye(8))
    assert found == [1]


@pytest.mark.parametrize("fails", [False, True])
def test_an_error_leaves_the_number_of_threads_as_it_was(fails: bool) -> None:
    before = torch.get_num_threads()
    with contextlib.suppress(ZeroDivisionError), on_one_thread():
        if fails:
            raise ZeroDivisionError
    assert torch.get_num_threads() == before


def test_without_torchs_library_it_is_computed_as_it_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    def without(_name: str | None) -> None:
        msg = "no such library"
        raise OSError(msg)

    threads._openmp.cache_clear()
    monkeypatch.setattr(ctypes, "CDLL", without)
    before = torch.get_num_threads()
    with on_one_thread():
        assert torch.get_num_threads() == before
    threads._openmp.cache_clear()


def test_threads_are_cared_for_without_torch() -> None:
    code = "import sys; from core.machine import threads; sys.exit('torch' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
