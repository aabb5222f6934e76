"""The pictures that are to be painted, one after the other."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from app.run.active_run import ActiveRun
from app.run.job import Job, JobState
from app.run.job_list import JobList

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.run.compute_thread import ComputeThread
    from app.run.kept_run import RunFolders
    from app.run.outcome import RunFailure, RunResult
    from core.optimization.control import StyleSettings
    from core.optimization.events import ScaleStarted, SettingsRefused, StepDone
    from core.optimization.timeline.timeline import Timeline
    from core.recipe.recipe import Recipe


class RunQueue(QObject):
    """Paints jobs in the compute thread, one at a time, in their order.

    Jobs that have ended stay, with their pictures, until they are removed.

    Attributes:
        max_memory_bytes: How much memory those that begin from now on may take; None for as much as is free.

    Signals:
        added(Job): There is a new one.
        changed(Job): Its state, progress, preview or recipe has changed.
        finished(Job): Its run has ended, complete or stopped.
        failed(Job): Its run broke off.
        removed(Job): It is no longer in the queue.
        settings_refused(SettingsRefused): The run that goes on cannot follow other settings.
        idle(): Nothing is being painted, and nothing waits.
    """

    added, changed, removed = Signal(object), Signal(object), Signal(object)
    finished, failed = Signal(object), Signal(object)
    settings_refused, idle = Signal(object), Signal()

    def __init__(
        self,
        compute: ComputeThread,
        *,
        folders: RunFolders | None = None,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        """Keep what is needed to go on with runs, and how they came about, in folders; None keeps nothing."""
        super().__init__(parent)
        self._compute = compute
        self._folders = folders
        self._clock = clock
        self._numbers = count(1)
        self._jobs = JobList()
        self._held = False
        self.max_memory_bytes: int | None = None
        self._active: ActiveRun | None = None
        worker = compute.worker
        worker.scale_started.connect(self._on_scale_started)
        worker.step_done.connect(self._on_step_done)
        worker.timeline_grown.connect(self._on_timeline_grown)
        worker.preview_rendered.connect(self._on_preview_rendered)
        worker.held.connect(self._on_held)
        worker.resumed.connect(self._on_resumed)
        worker.settings_taken.connect(self._on_settings_taken)
        worker.settings_refused.connect(self._on_settings_refused)
        worker.succeeded.connect(self._on_succeeded)
        worker.failed.connect(self._on_failed)

    @property
    def jobs(self) -> tuple[Job, ...]:
        """All of them: those that have ended, the one that is being painted, and those that wait, in their order."""
        return tuple(self._jobs)

    @property
    def waiting(self) -> tuple[Job, ...]:
        """Those that wait, in the order in which they will be painted."""
        return self._jobs.waiting

    @property
    def active(self) -> Job | None:
        """The one that is being painted."""
        return None if self._active is None else self.job(self._active.number)

    @property
    def current(self) -> Job | None:
        """The one to show: that which is being painted, else that which ended last."""
        return self.active or self._jobs.last_ended

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being painted, and nothing will be before somebody asks for it."""
        return self._active is None and (self._held or not self.waiting)

    @property
    def is_held(self) -> bool:
        """Whether those that wait are not to be begun for the time being."""
        return self._held

    def job(self, number: int) -> Job | None:
        """The job of that number as it is now; None where there is none."""
        return self._jobs.job(number)

    # Commands.

    def add(self, recipe: Recipe, name: str, photo: QImage) -> Job:
        """Have a picture painted, after those that wait already.

        Args:
            recipe: What is painted.
            name: A file name for the picture, without suffix.
            photo: What is painted of the photo, ready for the screen.
        """
        return self._add(Job(0, recipe, name, photo))

    def go_on(self, folder: Path, recipe: Recipe, name: str, photo: QImage, preview: QImage | None) -> Job:
        """Go on with a run that was stopped, whose folder and picture so far are given; else as :meth:`add`."""
        return self._add(Job(0, recipe, name, photo, preview=preview, resume_from=folder))

    def branch(self, checkpoint: Path, recipe: Recipe, name: str, photo: QImage) -> Job:
        """Begin a run with the end of a scale of another one, whose checkpoint is given; else as :meth:`add`."""
        return self._add(Job(0, recipe, name, photo, branch_from=checkpoint))

    def put_back(self, job: Job, place: int | None = None) -> Job:
        """Have a picture painted that an earlier start has left, once those that wait are not held; it gets a number.

        Its place is one among those that wait, 0 being the next to be painted; None is after them.
        """
        job = replace(job, number=next(self._numbers))
        self._jobs.add(job, place)
        self.added.emit(job)
        self._start_next()
        return job

    def _add(self, job: Job) -> Job:
        self._held = False  # whoever asks for a picture wants to see something painted
        return self.put_back(job)

    def hold(self) -> None:
        """Begin none of those that wait until another one is asked for, or `release` is called."""
        self._held = True

    def release(self) -> None:
        """Go on with those that wait."""
        self._held = False
        self._start_next()

    def stop(self, number: int, *, to_be_continued: bool = False) -> None:
        """End a run within a step, keeping its picture; one that waits is removed."""
        job = self.job(number)
        if job is not None and job.state is JobState.WAITING:
            self.remove(number)
        elif self._active is not None and self._active.number == number:
            self._active.control.stop(to_be_continued=to_be_continued)
            self._update(number, state=JobState.STOPPING, to_be_continued=to_be_continued)

    def stop_all(self) -> None:
        """End the run that goes on, because the program ends, and begin none of those that wait."""
        self.hold()
        if self._active is not None:
            self.stop(self._active.number, to_be_continued=True)

    def pause(self, number: int) -> None:
        """Have a run hold within a step."""
        job = self.job(number)
        if self._active is not None and job is not None and job.state is JobState.RUNNING and job is self.active:
            self._active.control.pause()
            # One that is let go on may not have noticed yet.
            self._update(number, state=JobState.PAUSED if self._active.holds else JobState.PAUSING)

    def resume(self, number: int) -> None:
        """Let a run that holds go on."""
        job = self.job(number)
        if self._active is not None and job is not None and job.state in {JobState.PAUSING, JobState.PAUSED}:
            self._active.control.resume()
            self._update(number, state=JobState.RUNNING)

    def change(self, number: int, settings: StyleSettings) -> None:
        """Have a run go on from the present picture with other settings, within a step."""
        if self._active is not None and self._active.number == number:
            self._active.control.change(settings)

    def move(self, number: int, place: int) -> None:
        """Put a job that waits at another place among those that wait, 0 being the next to be painted."""
        job = self.job(number)
        if job is not None and self._jobs.move(job, place):
            self.changed.emit(job)

    def remove(self, number: int) -> None:
        """Take a job that waits or has ended out of the queue, with its picture."""
        job = self.job(number)
        if job is not None and not job.is_active:
            self._jobs.remove(job)
            self.removed.emit(job)

    # What the worker tells.

    def _start_next(self) -> None:
        waiting = self.waiting
        if self._active is not None or self._held or not waiting:
            return
        job = waiting[0]
        run = self._active = ActiveRun(job.number)
        self._update(job.number, state=JobState.RUNNING)
        self._compute.run(run.order(job, self._folders, self.max_memory_bytes))

    def _update(self, number: int, **changed: Any) -> Job | None:  # noqa: ANN401 - what dataclasses.replace takes
        newer = self._jobs.update(number, **changed)
        if newer is not None:
            self.changed.emit(newer)
        return newer

    @Slot(object)
    def _on_scale_started(self, event: ScaleStarted) -> None:
        if self._active is not None:
            self._active.scale = event
            self._on_step_done(event)

    @Slot(object)
    def _on_step_done(self, event: StepDone | ScaleStarted) -> None:
        run = self._active
        if run is not None and (progress := run.advanced(event.step, event.progress, self._clock())) is not None:
            self._update(run.number, progress=progress)

    @Slot(QImage)
    def _on_preview_rendered(self, image: QImage) -> None:
        if self._active is not None:
            self._update(self._active.number, preview=image)
            self._active.gate.shown()

    @Slot(object)
    def _on_timeline_grown(self, timeline: Timeline) -> None:
        if self._active is not None:
            self._update(self._active.number, timeline=timeline)

    @Slot()
    def _on_held(self) -> None:
        job = self.active
        if self._active is not None and job is not None:
            self._active.holds = True
            if job.state is JobState.PAUSING:
                self._update(job.number, state=JobState.PAUSED)

    @Slot()
    def _on_resumed(self) -> None:
        job = self.active
        if self._active is not None and job is not None:
            self._active.holds = False
            if job.state is JobState.PAUSED:
                # It was asked to hold again before it had noticed that it might go on.
                self._update(job.number, state=JobState.PAUSING)

    @Slot(object)
    def _on_settings_taken(self, recipe: Recipe) -> None:
        if self._active is not None:
            self._update(self._active.number, recipe=recipe)

    @Slot(object)
    def _on_settings_refused(self, event: SettingsRefused) -> None:
        self.settings_refused.emit(event)

    @Slot(object)
    def _on_succeeded(self, result: RunResult) -> None:
        job = self._end(JobState.STOPPED if result.finished.stopped else JobState.DONE, result)
        if job is not None:
            self.finished.emit(job)
            self._go_on()

    @Slot(object)
    def _on_failed(self, failure: RunFailure) -> None:
        job = self._end(JobState.FAILED, failure)
        if job is not None:
            self.failed.emit(job)
            self._go_on()

    def _end(self, state: JobState, outcome: RunResult | RunFailure) -> Job | None:
        if self._active is None:
            return None
        job, self._active = self.active, None
        if job is None:
            return None
        preview = None if outcome.picture is None else outcome.image or job.preview
        return self._update(job.number, state=state, outcome=outcome, recipe=outcome.recipe, preview=preview)

    def _go_on(self) -> None:
        self._start_next()
        if self.is_idle:
            self.idle.emit()
