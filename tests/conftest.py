"""Guards for every test: no network, nothing left running, nothing left on the screen."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import gc
import socket
import threading
import time
from typing import TYPE_CHECKING, Any, Final

import hypothesis
import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication
from tqdm import TMonitor

from core.machine.threads import sleep_while_waiting

if TYPE_CHECKING:
    from collections.abc import Iterator

# Before torch is loaded, as the program does: beside other work the tests would take many times as long.
sleep_while_waiting()

_PATIENCE_S: Final = 5.0

# Beside other work, making an example takes any time.
hypothesis.settings.register_profile(
    "unhurried", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow], print_blob=True
)
hypothesis.settings.load_profile("unhurried")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # The offscreen platform has no window manager to propagate size hints to, no stack of windows, no keyboard to grab
    # for a menu, and says so.
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", r"does not support (raise\(\)|grabbing)"))


def pytest_collection_finish() -> None:
    # The libraries' modules and the tests themselves stay to the end. Every run of the engine collects garbage, and
    # would look through them all for it: a third of a second each time, longer than painting a test's picture.
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: object) -> None:
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            pytest.fail(f"A test tried to connect to {address}")
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_kwargs: pytest.fail("A test looked up a host name"))


@pytest.fixture(autouse=True)
def _nothing_left_running(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    threads_before = set(threading.enumerate())
    started: dict[type[QObject], list[Any]] = {QThread: [], QTimer: []}
    _record_starts(monkeypatch, QThread, started[QThread])
    _record_starts(monkeypatch, QTimer, started[QTimer])
    yield
    _flush_deletions()
    deadline_s = time.monotonic() + _PATIENCE_S
    for thread in _left_threads(threads_before):
        thread.join(max(0.0, deadline_s - time.monotonic()))
    for qthread in _alive(started[QThread]):
        qthread.wait(max(0, round(1000 * (deadline_s - time.monotonic()))))
    left_threads = _left_threads(threads_before)
    left_qthreads = [qthread for qthread in _alive(started[QThread]) if qthread.isRunning()]
    left_timers = [timer for timer in _alive(started[QTimer]) if timer.isActive()]
    left_widgets = QApplication.topLevelWidgets() if isinstance(QCoreApplication.instance(), QApplication) else []
    for widget in left_widgets:
        widget.close()
        widget.deleteLater()
    _flush_deletions()
    assert not left_threads, f"threads left running: {left_threads}"
    assert not left_qthreads, f"QThreads left running: {left_qthreads}"
    assert not left_timers, f"timers left active: {left_timers}"
    assert not left_widgets, f"top-level widgets left: {left_widgets}"


def _record_starts(monkeypatch: pytest.MonkeyPatch, kind: type[Any], started: list[Any]) -> None:
    start = kind.start

    def recorded(self: QObject, *args: object) -> None:
        started.append(self)
        start(self, *args)

    monkeypatch.setattr(kind, "start", recorded)


def _alive(objects: list[Any]) -> list[Any]:
    return [thing for thing in objects if shiboken6.isValid(thing)]


def _left_threads(before: set[threading.Thread]) -> list[threading.Thread]:
    # A "dummy" stands for a thread that Python did not start, such as a QThread; those are watched by themselves.
    # The monitor of tqdm starts with the first progress bar and is a daemon meant to stay.
    return [
        thread
        for thread in threading.enumerate()
        if thread not in before and not isinstance(thread, threading._DummyThread) and not isinstance(thread, TMonitor)
    ]


def _flush_deletions() -> None:
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
