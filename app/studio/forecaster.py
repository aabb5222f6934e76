"""What the next picture will take, told anew whenever a picture or a setting changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.run.job import JobState
from core.errors import RecipeError
from core.forecast.forecast import Estimate, Pace, forecast
from core.recipe.recipe import Recipe, StyleSource

if TYPE_CHECKING:
    from app.library.bundled import BundledPicture
    from app.run.compute_thread import ComputeThread
    from app.run.job import Job
    from app.run.queue import RunQueue
    from app.run.side_queue import SideQueue
    from app.studio.draft import Draft


class Forecaster(QObject):
    """Measures once how fast this computer paints, in a quiet moment, and learns from every picture that it paints.

    Signals:
        changed(Estimate): What the picture would take with the settings as they are; None where that is unknown.
    """

    changed = Signal(object)

    def __init__(
        self,
        draft: Draft,
        queue: RunQueue,
        compute: ComputeThread,
        probe: tuple[BundledPicture, BundledPicture] | None,
        parent: QObject | None = None,
        *,
        side_queue: SideQueue | None = None,
    ) -> None:
        """Wait for a quiet moment.

        Args:
            draft: What the forecast is about.
            queue: What is being painted.
            compute: Where it is measured.
            probe: A photo and a painting to measure with: how fast a picture is painted depends on its size, hardly on
                what it shows, so the program's own will do. None for no forecast.
            parent: The object that owns this one.
            side_queue: What else is being painted, and is not waited for either.
        """
        super().__init__(parent)
        self._draft = draft
        self._queue = queue
        self._compute = compute
        self._side_queue = side_queue
        self._probe = None if probe is None else Recipe(probe[0].path, (StyleSource(probe[1].path),))
        self._pace: Pace | None = None
        self._device = draft.device
        self._expected: dict[int, Estimate] = {}
        self._engine_is_loaded = self._measuring = self._closed = False
        compute.worker.engine_loaded.connect(self._on_engine_loaded)
        compute.worker.measured.connect(self._on_measured)
        draft.changed.connect(self._on_draft_changed)
        queue.added.connect(self._on_added)
        queue.finished.connect(self._on_finished)
        queue.removed.connect(self._on_removed)
        queue.idle.connect(self._begin)
        if side_queue is not None:
            side_queue.idle.connect(self._begin)

    def close(self) -> None:
        """Measure no more: the window is closing."""
        self._closed = True

    @Slot()
    def _on_engine_loaded(self) -> None:
        self._engine_is_loaded = True
        self._begin()

    @Slot()
    def _begin(self) -> None:
        """Measure, unless that has been done, or a picture is being painted."""
        if self._probe is None or self._pace is not None or self._measuring or not self._engine_is_loaded:
            return
        if self._is_wanted():
            self._measuring = True
            self._device = self._draft.device
            self._compute.measure(replace(self._probe, device=self._device), self._is_wanted)

    def _is_wanted(self) -> bool:
        """Whether nobody waits for the compute thread. Asked there, and here; it reads a few values and no more."""
        aside_is = self._side_queue is None or self._side_queue.is_idle
        return not self._closed and self._queue.is_idle and aside_is

    @Slot(object)
    def _on_measured(self, pace: Pace | None) -> None:
        if pace is not None:
            self._measuring = False
            self._pace = pace
            self._on_draft_changed()
        elif not self._is_wanted():
            # It was given up for a picture; there will be another quiet moment.
            self._measuring = False

    @Slot()
    def _on_draft_changed(self) -> None:
        if self._pace is not None and self._draft.device is not self._device:
            self._pace = None  # it is another one's
            self._begin()
        self.changed.emit(self._forecast())

    @Slot(object)
    def _on_added(self, job: Job) -> None:
        estimate = self._forecast()
        if estimate is not None:
            self._expected[job.number] = estimate

    @Slot(object)
    def _on_removed(self, job: Job) -> None:
        self._expected.pop(job.number, None)

    @Slot(object)
    def _on_finished(self, job: Job) -> None:
        """Learn from how long the picture really took."""
        expected = self._expected.pop(job.number, None)
        if self._pace is None or expected is None or expected.seconds == 0 or job.state is not JobState.DONE:
            return
        finished = getattr(job.outcome, "finished", None)
        if finished is not None and finished.seconds > 0:
            self._pace = self._pace.times(finished.seconds / expected.seconds)
            self._on_draft_changed()

    def _forecast(self) -> Estimate | None:
        photo, paintings = self._draft.photo.picture, self._draft.paintings.pictures
        if self._pace is None or photo is None or not paintings:
            return None
        try:
            recipe = self._draft.recipe()
            return forecast(
                recipe,
                self._pace,
                recipe.shape or (photo.width_px, photo.height_px),
                [(painting.width_px, painting.height_px) for painting in paintings],
            )
        except RecipeError:
            return None
