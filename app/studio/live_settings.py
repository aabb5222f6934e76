"""Has a run follow the settings of the draft that it was begun from."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

from core.optimization.control import StyleSettings

if TYPE_CHECKING:
    from app.run.job import Job
    from app.run.queue import RunQueue
    from app.studio.draft import Draft

# Dragging a slider passes through many values; only the one where it comes to rest is worth a new beginning.
_SETTLED_MS: Final = 250


class LiveSettings(QObject):
    """Sends strength, freedom, stroke size and weights to the run that belongs to the draft, once they come to rest.

    A run belongs to the draft until other pictures are chosen, or another run is begun from it.
    """

    def __init__(self, draft: Draft, queue: RunQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._queue = queue
        self._job_number: int | None = None
        self._settle_timer = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settle_timer.timeout.connect(self._send_settings)
        draft.settings_changed.connect(self._on_settings_changed)
        draft.weights_changed.connect(self._on_settings_changed)
        draft.photo_loaded.connect(self.let_go)
        draft.paintings_loaded.connect(self.let_go)
        queue.finished.connect(self._on_ended)
        queue.failed.connect(self._on_ended)

    def follow(self, job_number: int) -> None:
        """From now on, the draft belongs to this job."""
        self._settle_timer.stop()
        self._job_number = job_number

    @Slot()
    def let_go(self) -> None:
        """The draft is for another picture now."""
        self._settle_timer.stop()
        self._job_number = None

    def _job(self) -> Job | None:
        """The run that goes on, if the draft belongs to it."""
        job = self._queue.active
        return job if job is not None and job.number == self._job_number else None

    @Slot()
    def _on_settings_changed(self) -> None:
        if self._job() is not None:
            self._settle_timer.start()

    @Slot(object)
    def _on_ended(self, job: Job) -> None:
        if job.number == self._job_number:
            self.let_go()

    @Slot()
    def _send_settings(self) -> None:
        job = self._job()
        if job is None:
            return
        now = dataclasses.replace(
            StyleSettings.of(job.recipe),
            style_strength=float(self._draft.settings.strength),
            style_scale=self._draft.settings.style_scale,
            freedom=float(self._draft.settings.freedom),
            style_weights=self._draft.weights,
        )
        if now != StyleSettings.of(job.recipe):
            self._queue.change(job.number, now)
