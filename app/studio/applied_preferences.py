"""Has what the person prefers take effect at once, wherever it is kept in mind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from app.run.compute_thread import ComputeThread
    from app.run.queue import RunQueue
    from app.studio.draft import Draft
    from app.studio.preferences import Preferences


class AppliedPreferences(QObject):
    """Follows the preferences about how pictures are painted.

    Where, and in how much memory, is taken by the next picture: the one that is being painted keeps to what it was
    begun with. How much of the processor is left to others changes within a step.
    """

    def __init__(
        self,
        preferences: Preferences,
        draft: Draft,
        queue: RunQueue,
        compute: ComputeThread,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._draft = draft
        self._queue = queue
        self._compute = compute
        preferences.changed.connect(self._apply)
        self._apply()

    @Slot()
    def _apply(self) -> None:
        preferences = self._preferences
        self._draft.paint_on(preferences.device)
        self._queue.max_memory_bytes = preferences.max_memory_bytes
        self._compute.worker.share.wanted = preferences.courtesy
