"""Qt's own messages, in the log file beside the program's."""

from __future__ import annotations

import logging
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


@contextmanager
def qt_messages_logged() -> Iterator[None]:
    """Log what Qt says, under the name of its category; it still goes where it went before."""
    before = qInstallMessageHandler(None)

    def log(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        logging.getLogger(_logger_name(context.category)).log(_LEVELS.get(kind, logging.WARNING), "%s", message)
        if before is not None:
            before(kind, context, message)
        elif sys.stderr is not None:
            # Qt's own handler, which is not called while there is another.
            sys.stderr.write(f"{message}\n")

    qInstallMessageHandler(log)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _logger_name(category: str | None) -> str:
    """Qt's own categories begin with ``qt``, but for the one of messages that have none."""
    return category if category is not None and category.startswith("qt.") else f"qt.{category or 'default'}"
