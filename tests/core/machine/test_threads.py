from __future__ import annotations

import os
import sys
import threading

import pytest

from core.machine.threads import BACKGROUND_NICENESS, lower_thread_priority, sleep_while_waiting


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
