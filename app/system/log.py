"""The log file: what the window is too polite to show."""

from __future__ import annotations

import logging
import sys
import threading
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

_log = logging.getLogger(__name__)

_MAX_BYTES: Final = 512 * 1024
_NUM_OLD: Final = 3


class _QuietHandler(RotatingFileHandler):
    """Drops what cannot be written: that a disk is full must neither fill the terminal nor stop a run."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the name that logging calls
        """Say nothing."""


def start_log(folder: Path, name: str = "impasto.log") -> Path | None:
    """Write what the program logs into ``folder`` from now on; the file, or None where it cannot be written.

    Several processes may write to one file. Each goes on with the file that it has when another one begins a new one.
    """
    path = folder / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = _QuietHandler(path, maxBytes=_MAX_BYTES, backupCount=_NUM_OLD, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return path


def log_unhandled_exceptions() -> None:
    """Log, from now on, every exception that nobody handles: of any thread, of slots and of finalisers."""
    sys.excepthook = _on_unhandled
    threading.excepthook = _on_unhandled_in_thread
    sys.unraisablehook = _on_unraisable


def _on_unhandled(kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
    if not issubclass(kind, KeyboardInterrupt):
        _log.critical("Unhandled %s", kind.__name__, exc_info=(kind, error, traceback))
    if sys.stderr is not None:
        sys.__excepthook__(kind, error, traceback)


def _on_unhandled_in_thread(unhandled: threading.ExceptHookArgs) -> None:
    kind, error = unhandled.exc_type, unhandled.exc_value
    if issubclass(kind, SystemExit):  # a thread's way to end itself
        return
    name = "?" if unhandled.thread is None else unhandled.thread.name
    _log.critical("Unhandled %s in the thread %s", kind.__name__, name, exc_info=error)
    if sys.stderr is not None:
        threading.__excepthook__(unhandled)


def _on_unraisable(unraisable: sys.UnraisableHookArgs) -> None:
    words = unraisable.err_msg or "Exception ignored in"
    _log.error("%s: %r", words, unraisable.object, exc_info=unraisable.exc_value)
    if sys.stderr is not None:
        sys.__unraisablehook__(unraisable)
