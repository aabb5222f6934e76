"""Short jobs that would make the window stutter: reading, shrinking and writing pictures."""

from __future__ import annotations

import logging
import traceback
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from typing import TYPE_CHECKING, Any, Final, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from core.errors import StyleTransferError

if TYPE_CHECKING:
    from collections.abc import Callable

_log = logging.getLogger(__name__)

_NUM_THREADS: Final = 2

_Value = TypeVar("_Value")


class BackgroundJobs(QObject):
    """Runs jobs in a few threads of its own and calls back in the GUI thread.

    Signals:
        finished(): The last outstanding job that somebody waits for has come back.
    """

    finished = Signal()
    _returned = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(_NUM_THREADS, thread_name_prefix="impasto-background-job")
        self._tickets = count()
        self._closed = False
        self._callbacks: dict[int, tuple[Callable[[Any], None], Callable[[Exception], None]]] = {}
        self._awaited: set[int] = set()
        self._returned.connect(self._on_returned)

    @property
    def busy(self) -> bool:
        """Whether a job that somebody waits for has not come back yet."""
        return bool(self._awaited)

    def send(
        self,
        job: Callable[[], _Value],
        *,
        on_done: Callable[[_Value], None],
        on_failed: Callable[[Exception], None],
        awaited: bool = True,
    ) -> None:
        """Have ``job`` done elsewhere, then call one of the two others with its outcome in the GUI thread.

        Args:
            job: What to do.
            on_done: Called with what it returns.
            on_failed: Called with what it raises.
            awaited: Whether the program waits for it before it ends; not for what is only to be looked at.
        """
        if self._closed:
            return
        ticket = next(self._tickets)
        self._callbacks[ticket] = (on_done, on_failed)
        if awaited:
            self._awaited.add(ticket)
        self._pool.submit(self._do, ticket, job)

    def close(self) -> None:
        """Let the threads end; jobs that wait or come later are dropped, those under way finish unheard."""
        self._closed = True
        self._callbacks.clear()
        self._awaited.clear()
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _do(self, ticket: int, job: Callable[[], object]) -> None:
        value: object = None
        failure: Exception | None = None
        try:
            value = job()
        except StyleTransferError as error:
            failure = error.with_traceback(None)
        except Exception as error:  # noqa: BLE001 - it must reach the window, not vanish in a pool
            _log.error("A background job failed\n%s", "".join(traceback.format_exception(error)))
            failure = error.with_traceback(None)
        try:
            self._returned.emit(ticket, value, failure)
        except RuntimeError:
            _log.debug("The window was gone before a background job came back")

    @Slot(int, object, object)
    def _on_returned(self, ticket: int, value: object, failure: Exception | None) -> None:
        callbacks, was_busy = self._callbacks.pop(ticket, None), self.busy
        self._awaited.discard(ticket)
        if callbacks is not None:
            on_done, on_failed = callbacks
            try:
                if failure is None:
                    on_done(value)
                else:
                    on_failed(failure)
            finally:
                # Whatever a callback raises, those who wait for the last job must hear of it.
                if was_busy and not self.busy:
                    self.finished.emit()
