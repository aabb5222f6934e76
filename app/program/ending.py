"""The end that does not come from the person: the system, the session or a terminal wants the program to be gone."""

from __future__ import annotations

import logging
import os
import signal
import sys
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QSessionManager

from core.machine.store_folders import remove_own_stores

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from app.program.program import Program

_log = logging.getLogger(__name__)

_SHELLS_OFFSET: Final = 128
# How long a signal waits for the step that is under way: less than systems do before they end a program by force.
_PATIENCE_S: Final = 60.0
# How long the end of a session is held up; it can be called off afterwards.
_SESSION_PATIENCE_S: Final = 20.0 if sys.platform != "win32" else 4.0


class Ending(QObject):
    """Stops the run and keeps its picture, as the person's own closing does, but asks nothing and waits only so long.

    Attributes:
        exit_code: What the program shall return: 0, or what shells expect of one that a signal has ended.
    """

    def __init__(
        self,
        program: Program,
        store: QSettings,
        *,
        patience_s: float = _PATIENCE_S,
        session_patience_s: float = _SESSION_PATIENCE_S,
    ) -> None:
        super().__init__(program)
        self.exit_code = 0
        self._program = program
        self._studio = program.studio
        self._store = store
        self._session_patience_s = session_patience_s
        self._num_interrupts = 0
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(round(1000 * patience_s))
        self._patience.timeout.connect(self._on_patience_over)
        self._studio.shutdown.hindered.connect(self._on_hindered)
        program.over.connect(self._patience.stop)

    def follow_session(self, app: QApplication) -> None:
        """Hear of the end of the session from now on."""
        # The session goes on ending as soon as these return.
        app.commitDataRequest.connect(self.commit_data, Qt.ConnectionType.DirectConnection)
        app.saveStateRequest.connect(self.save_state, Qt.ConnectionType.DirectConnection)

    @Slot(int)
    def end(self, number: int) -> None:
        """End the program because of a signal; a second Ctrl-C ends it at once."""
        self._num_interrupts += number == signal.SIGINT
        if self._num_interrupts > 1:
            self._end_now(self.tr("Ended at once; what was being painted was not kept."))
        if self.exit_code:
            return
        _log.info("The program ends because of signal %d", number)
        self.exit_code = _SHELLS_OFFSET + number
        self._store.sync()
        self._patience.start()
        if self._program.window is not None:
            self._program.window.end()

    @Slot(QSessionManager)
    def commit_data(self, session: QSessionManager) -> None:
        """Keep what is being painted before the session ends; where that takes too long, call the end off.

        The window stays: another program may call the end off as well.
        """
        self._store.sync()
        self._studio.queue.stop_all()
        if not self._kept_in_time() or self._studio.results.in_memory_only:
            _log.warning("The end of the session is called off: a picture has not been kept yet")
            session.cancel()
            self._studio.queue.release()  # the program stays, and what waits is painted

    @Slot(QSessionManager)
    def save_state(self, session: QSessionManager) -> None:
        """Have the program started again with the next session as it is started by hand: it remembers what it needs."""
        session.setRestartCommand([sys.argv[0]] if os.access(sys.argv[0], os.X_OK) else [sys.executable, "-m", "app"])

    def _kept_in_time(self) -> bool:
        shutdown = self._studio.shutdown
        if not shutdown.nothing_goes_on:
            # Whatever shall happen before the session ends has to happen now. The loop lets the window live on, but
            # for the person's hands: the run stops and its picture is written elsewhere.
            loop = QEventLoop(self)
            ticking = QTimer(loop)
            ticking.setInterval(20)
            ticking.timeout.connect(partial(self._leave_when_done, loop))
            ticking.start()
            QTimer.singleShot(round(1000 * self._session_patience_s), loop, loop.quit)
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
            ticking.stop()
            loop.deleteLater()
        return shutdown.nothing_goes_on

    def _leave_when_done(self, loop: QEventLoop) -> None:
        if self._studio.shutdown.nothing_goes_on:
            loop.quit()

    @Slot()
    def _on_hindered(self) -> None:
        """The window is back: the picture is in memory only, and must not be lost by waiting."""
        self._patience.stop()
        self.exit_code = 0

    @Slot()
    def _on_patience_over(self) -> None:
        """The step takes too long: what the screen shows of the picture is kept in its stead."""
        job = self._studio.queue.active
        path = None if job is None else self._studio.results.keep_preview(job)
        _log.error("The run did not stop in time; what was seen of it is in %s", path)
        self._end_now("")

    def _end_now(self, words: str) -> None:
        if words and sys.stderr is not None:
            sys.stderr.write(f"impasto: {words}\n")
            sys.stderr.flush()
        self._store.sync()
        remove_own_stores()
        logging.shutdown()
        os._exit(self.exit_code or _SHELLS_OFFSET + signal.SIGINT)
