from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication

from core.errors import DeviceError

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.system.background_jobs import BackgroundJobs


def fail_test(*_args: object) -> None:
    pytest.fail("must not be called")


def test_jobs_run_elsewhere_and_come_back_here(qtbot: QtBot, background: BackgroundJobs) -> None:
    threads: list[int] = []
    done_in: list[int] = []

    def job() -> int:
        threads.append(threading.get_ident())
        return 7

    def done(value: int) -> None:
        assert value == 7
        done_in.append(threading.get_ident())

    with qtbot.waitSignal(background.finished):
        background.send(job, on_done=done, on_failed=fail_test)
        states = [background.busy]
    states.append(background.busy)
    assert states == [True, False]
    assert done_in == [threading.get_ident()]
    assert threads != done_in


def test_errors_come_back_without_their_frames(qtbot: QtBot, background: BackgroundJobs) -> None:
    caught: list[Exception] = []

    def job() -> None:
        raise DeviceError("CUDA")

    with qtbot.waitSignal(background.finished):
        background.send(job, on_done=fail_test, on_failed=caught.append)
    assert isinstance(caught[0], DeviceError)
    assert caught[0].__traceback__ is None


def test_unexpected_errors_are_logged_as_well(
    qtbot: QtBot, background: BackgroundJobs, caplog: pytest.LogCaptureFixture
) -> None:
    caught: list[Exception] = []
    with caplog.at_level(logging.ERROR), qtbot.waitSignal(background.finished):
        background.send(lambda: 1 // 0, on_done=fail_test, on_failed=caught.append)
    assert isinstance(caught[0], ZeroDivisionError)
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.parametrize("job_fails", [False, True])
def test_a_callback_that_raises_does_not_hide_the_end(
    qtbot: QtBot, background: BackgroundJobs, *, job_fails: bool
) -> None:
    def job() -> int:
        return 1 // 0 if job_fails else 1

    def broken_callback(_outcome: object) -> None:
        msg = "The callback broke."
        raise LookupError(msg)

    with qtbot.capture_exceptions() as raised, qtbot.waitSignal(background.finished):
        background.send(job, on_done=broken_callback, on_failed=broken_callback)
    assert [kind for kind, _, _ in raised] == [LookupError]
    assert not background.busy


def test_what_is_only_to_be_looked_at_holds_up_no_end(qtbot: QtBot, background: BackgroundJobs) -> None:
    go_on, done = threading.Event(), list[bool]()
    background.send(go_on.wait, on_done=done.append, on_failed=fail_test, awaited=False)
    assert not background.busy
    with qtbot.waitSignal(background.finished):
        background.send(lambda: 7, on_done=lambda _value: None, on_failed=fail_test)
    assert done == []
    go_on.set()
    qtbot.waitUntil(lambda: done == [True])


def test_nothing_comes_back_after_closing(background: BackgroundJobs) -> None:
    go_on = threading.Event()
    background.send(lambda: go_on.wait(5), on_done=fail_test, on_failed=fail_test)
    background.close()
    go_on.set()
    # Its thread has ended, so that what it sent is in the queue of this one.
    background._pool.shutdown(wait=True)
    QCoreApplication.processEvents()
    assert not background.busy


def test_what_comes_after_the_end_is_dropped(background: BackgroundJobs) -> None:
    done: list[int] = []
    background.close()
    background.send(lambda: 1, on_done=done.append, on_failed=lambda _error: done.append(-1))
    assert not background.busy
    assert done == []
