from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLoggingCategory, qCCritical, qInstallMessageHandler, qWarning

from app.system.qt_messages import qt_messages_logged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QMessageLogContext, QtMsgType


@pytest.fixture
def heard() -> Iterator[list[str]]:
    """What the handler that was there before hears; in place of pytest-qt's, which would fail the test."""
    messages: list[str] = []

    def hear(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        messages.append(message)

    of_pytest = qInstallMessageHandler(hear)
    yield messages
    qInstallMessageHandler(of_pytest)


def test_what_qt_says_is_logged_and_still_heard(heard: list[str], caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO), qt_messages_logged():
        qWarning("QPainter::begin: 100 %")
        # The stubs ask for bytes, which the bindings refuse.
        qCCritical(QLoggingCategory("qt.qpa.screen"), "gone")  # type: ignore[arg-type]
    assert caplog.record_tuples == [
        ("qt.default", logging.WARNING, "QPainter::begin: 100 %"),
        ("qt.qpa.screen", logging.ERROR, "gone"),
    ]
    assert heard == ["QPainter::begin: 100 %", "gone"]


def test_the_handler_that_was_there_comes_back(heard: list[str], caplog: pytest.LogCaptureFixture) -> None:
    with qt_messages_logged():
        pass
    qWarning("after the end")
    assert heard == ["after the end"]
    assert not caplog.records


def test_without_another_handler_messages_go_to_the_console(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    of_pytest = qInstallMessageHandler(None)
    with qt_messages_logged():
        qWarning("somewhere")
    qInstallMessageHandler(of_pytest)
    assert "somewhere" in caplog.text
    assert capsys.readouterr().err == "somewhere\n"
