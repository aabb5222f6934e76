"""The end of the program: nothing that was made is lost on the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from app.run.queue import RunQueue
    from app.studio.results import Results
    from app.system.background_jobs import BackgroundJobs


class Shutdown(QObject):
    """Ends the run that goes on and waits until its picture is on the disk, and everything else is done.

    Signals:
        ready(): Nothing goes on any more, and nothing is only in memory.
        hindered(): A picture could not be kept: the program must stay until it has been saved, or is given up.
    """

    ready = Signal()
    hindered = Signal()

    def __init__(
        self, queue: RunQueue, background: BackgroundJobs, results: Results, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._queue = queue
        self._background = background
        self._results = results
        self._begun = False
        self._anywhere = False
        queue.idle.connect(self._go_on)
        background.finished.connect(self._go_on)

    @property
    def begun(self) -> bool:
        """Whether the program is about to end."""
        return self._begun

    @property
    def nothing_goes_on(self) -> bool:
        """Whether nothing is being painted, read or written."""
        return self._queue.is_idle and not self._background.busy

    def begin(self, *, anywhere: bool = False) -> None:
        """Stop what goes on; one of the signals tells what came of it, perhaps before this returns.

        Args:
            anywhere: Whether a picture that could only be kept in another place hinders nothing.
        """
        self._begun = True
        self._anywhere = self._anywhere or anywhere
        self._queue.stop_all()
        self._go_on()

    def give_up_unkept(self) -> None:
        """The person does not want the pictures that could not be kept."""
        for job in self._results.unkept:
            self._queue.remove(job.number)

    @Slot()
    def _go_on(self) -> None:
        if not self._begun or not self.nothing_goes_on:
            return
        if self._results.in_memory_only if self._anywhere else self._results.unkept:
            self._begun = self._anywhere = False
            self._queue.release()
            self.hindered.emit()
        else:
            self.ready.emit()
