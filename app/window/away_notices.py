"""Tells of what becomes of a picture while the person looks at another window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QApplication

from app.run.job import JobState
from app.words.errors import sentence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.run.job import Job
    from app.studio.studio import Studio
    from app.system.desktop_notices import DesktopNotices
    from app.system.taskbar_progress import TaskbarProgress


class AwayNotices(QObject):
    """Follows a studio: a notice when a picture is done or has failed, and how far it is on the task bar."""

    def __init__(self, studio: Studio, window: QWidget, notices: DesktopNotices, progress: TaskbarProgress) -> None:
        super().__init__(window)
        self._studio = studio
        self._window = window
        self._notices = notices
        self._progress = progress
        queue = studio.queue
        queue.finished.connect(self._on_finished)
        queue.failed.connect(self._on_failed)
        queue.changed.connect(self._on_changed)
        notices.pressed.connect(self._on_pressed)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Once the window is looked at, there is nothing to tell any more."""
        if watched is self._window and event.type() is QEvent.Type.WindowActivate:
            self._notices.withdraw()
        return False

    @Slot(object)
    def _on_changed(self, job: Job) -> None:
        if job.is_active:
            self._progress.show(0.0 if job.progress is None else job.progress.progress)
        elif self._studio.queue.active is None:
            self._progress.show(None)

    @Slot(object)
    def _on_finished(self, job: Job) -> None:
        if job.state is JobState.DONE:
            self._tell(self.tr("Your picture is done"), job.name)

    @Slot(object)
    def _on_failed(self, job: Job) -> None:
        error = getattr(job.outcome, "error", None)
        if isinstance(error, Exception):
            self._tell(self.tr("Your picture could not be painted"), f"{job.name}\n{sentence(error)}")

    def _tell(self, what: str, detail: str) -> None:
        is_looked_at = QApplication.activeWindow() is not None  # the window, or a dialog of it
        if self._studio.preferences.notifies and not is_looked_at and not self._studio.shutdown.begun:
            self._notices.tell(what, detail)

    @Slot()
    def _on_pressed(self) -> None:
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        self._notices.withdraw()
