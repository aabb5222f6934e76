"""Tells the person what has failed, whichever part of the studio it was in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from app.library.rescue import Delivery
    from app.run.job import Job
    from app.run.queue import RunQueue
    from app.studio.draft import Draft
    from app.studio.interrupted_run import InterruptedRuns
    from app.studio.notices import Notices
    from app.studio.results import Results
    from app.studio.sheet_saving import SheetSaving
    from app.studio.timeline_view import TimelineView
    from core.optimization.events import SettingsRefused


class FailureNotices(QObject):
    """Follows the parts that can fail."""

    def __init__(
        self,
        notices: Notices,
        queue: RunQueue,
        results: Results,
        parts: Iterable[Draft | InterruptedRuns | SheetSaving | TimelineView],
    ) -> None:
        """Follow them.

        Args:
            notices: What the person is told.
            queue: The pictures that are painted.
            results: What becomes of them.
            parts: Whatever else says ``failed`` with an error.
        """
        super().__init__(notices)
        self._notices = notices
        for part in parts:
            part.failed.connect(self._on_error)
        queue.failed.connect(self._on_run_failed)
        queue.settings_refused.connect(self._on_settings_refused)
        results.keep_failed.connect(self._on_keep_failed)
        results.kept_elsewhere.connect(self._on_kept_elsewhere)
        results.save_failed.connect(self._on_save_failed)

    @Slot(object)
    def _on_error(self, error: Exception) -> None:
        self._notices.error(error)

    @Slot(object)
    def _on_run_failed(self, job: Job) -> None:
        error = getattr(job.outcome, "error", None)
        if isinstance(error, Exception):
            self._notices.error(error)

    @Slot(object)
    def _on_settings_refused(self, event: SettingsRefused) -> None:
        self._notices.refused_settings(event.error)

    @Slot(object, object)
    def _on_keep_failed(self, _job: Job, error: Exception) -> None:
        self._notices.error(error, offers_saving=True)

    @Slot(object, object)
    def _on_kept_elsewhere(self, _job: Job, delivery: Delivery) -> None:
        self._notices.kept_elsewhere(delivery)

    @Slot(object, object)
    def _on_save_failed(self, error: Exception, kept: Path | None) -> None:
        self._notices.not_saved(error, kept)
