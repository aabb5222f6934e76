"""The pictures that are to be painted, one after the other."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from app.run.active_run import ActiveRun
from app.run.eta import EtaEstimator
from app.run.job import Job, JobState, RunProgress
from app.run.preview_gate import PreviewGate
from app.run.worker import RunOrder
from core.optimization.control import RunControl

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

    Signals:
        added(Job): There is a new one.
        changed(Job): Its state, progress, preview or recipe has changed.
        finished(Job): Its run has ended, complete or stopped.
        failed(Job): Its run broke off.
        removed(Job): It is no longer in the queue.
        settings_refused(SettingsRefused): The run that goes on cannot follow other settings.
        idle(): Nothing is being painted, and nothing waits.
    """

    added = Signal(object)
    changed = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    removed = Signal(object)
    settings_refused = Signal(object)
    idle = Signal()

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
        self._jobs: list[Job] = []
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
        return tuple(job for job in self._jobs if job.state is JobState.WAITING)

    @property
    def active(self) -> Job | None:
        """The one that is being painted."""
        return None if self._active is None else self.job(self._active.number)

    @property
    def current(self) -> Job | None:
        """The one to show: that which is being painted, else that which ended last."""
        return self.active or next((job for job in reversed(self._jobs) if job.has_ended), None)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being painted, and nothing waits."""
        return self._active is None and not self.waiting

    def job(self, number: int) -> Job | None:
        """The job of that number as it is now; None where there is none."""
        return next((job for job in self._jobs if job.number == number), None)

    # Commands.

    def add(self, recipe: Recipe, name: str, photo: QImage) -> Job:
        """Have a picture painted, after those that wait already."""
        return self._add(Job(next(self._numbers), recipe, name, photo))

    def go_on(self, folder: Path, recipe: Recipe, name: str, photo: QImage, preview: QImage | None) -> Job:
        """Go on with a run that was interrupted or stopped, after those that wait already.

        Args:
            folder: The run's.
            recipe: What it paints.
            name: A file name for the picture, without suffix.
            photo: What is painted of the photo.
            preview: The picture so far.
        """
        return self._add(Job(next(self._numbers), recipe, name, photo, preview=preview, resume_from=folder))

    def branch(self, checkpoint: Path, recipe: Recipe, name: str, photo: QImage) -> Job:
        """Begin a run with the end of a scale of another one, whose checkpoint is given; else as :meth:`go_on`."""
        return self._add(Job(next(self._numbers), recipe, name, photo, branch_from=checkpoint))

    def _add(self, job: Job) -> Job:
        self._jobs.append(job)
        self.added.emit(job)
        self._start_next()
        return job

    def stop(self, number: int, *, to_be_continued: bool = False) -> None:
        """End a run within a step, keeping its picture; one that waits is removed."""
        job = self.job(number)
        if job is not None and job.state is JobState.WAITING:
            self.remove(number)
        elif self._active is not None and self._active.number == number:
            self._active.control.stop(to_be_continued=to_be_continued)
            self._update(number, state=JobState.STOPPING)

    def stop_all(self) -> None:
        """Remove all that wait, and end the run that goes on, because the program ends."""
        for job in self.waiting:
            self.remove(job.number)
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
        waiting = list(self.waiting)
        job = self.job(number)
        if job is None or job not in waiting:
            return
        waiting.remove(job)
        waiting.insert(max(0, place), job)
        self._jobs = [each for each in self._jobs if each.state is not JobState.WAITING] + waiting
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
        if self._active is not None or not waiting:
            return
        job = waiting[0]
        self._active = ActiveRun(job.number, RunControl(), PreviewGate(), EtaEstimator())
        self._update(job.number, state=JobState.RUNNING)
        control, gate = self._active.control, self._active.gate
        self._compute.run(RunOrder(job.recipe, control, gate, self._folders, job.resume_from, job.branch_from))

    def _update(self, number: int, **changed: Any) -> Job | None:  # noqa: ANN401 - what dataclasses.replace takes
        job = self.job(number)
        if job is None:
            return None
        newer = replace(job, **changed)
        self._jobs[self._jobs.index(job)] = newer
        self.changed.emit(newer)
        return newer

    @Slot(object)
    def _on_scale_started(self, event: ScaleStarted) -> None:
        if self._active is not None:
            self._active.scale, self._active.progress = event, event.progress
            self._report(self._active, step=event.step)

    @Slot(object)
    def _on_step_done(self, event: StepDone) -> None:
        if self._active is not None:
            self._active.progress = event.progress
            self._report(self._active, step=event.step)

    def _report(self, run: ActiveRun, *, step: int) -> None:
        if run.scale is None:
            return
        # What a run still takes does not depend on how long it was paused.
        now_s = self._clock() - run.control.held_s
        run.eta.add(now_s, run.progress)
        self._update(run.number, progress=RunProgress(run.scale, step, run.progress, run.eta.remaining_s(now_s)))

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
