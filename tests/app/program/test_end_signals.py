from __future__ import annotations

import os
import signal
import sys
from functools import partial
from typing import TYPE_CHECKING

import pytest

from app.program.end_signals import EndSignals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no signals to others")
NUMBERS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@pytest.fixture
def _not_ignored() -> Iterator[None]:
    # In the background a shell has SIGINT ignored from the start.
    before = [signal.signal(number, signal.default_int_handler) for number in NUMBERS]
    yield
    for number, handler in zip(NUMBERS, before, strict=True):
        signal.signal(number, handler)


@pytest.mark.usefixtures("qapp", "_not_ignored")
def test_each_signal_is_heard_in_the_event_loop(qtbot: QtBot) -> None:
    signals = EndSignals()
    heard: list[int] = []
    signals.came.connect(heard.append)
    try:
        for number in NUMBERS:
            os.kill(os.getpid(), number)
            qtbot.waitUntil(partial(heard.__contains__, number))
    finally:
        signals.close()
    assert heard == list(NUMBERS)
    assert all(signal.getsignal(number) is signal.default_int_handler for number in NUMBERS)


@pytest.mark.usefixtures("qapp", "_not_ignored")
def test_what_is_ignored_stays_ignored(qtbot: QtBot) -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signals = EndSignals()
    heard: list[int] = []
    signals.came.connect(heard.append)
    try:
        os.kill(os.getpid(), signal.SIGHUP)
        os.kill(os.getpid(), signal.SIGTERM)
        qtbot.waitUntil(lambda: bool(heard))
    finally:
        signals.close()
    assert heard == [signal.SIGTERM]
