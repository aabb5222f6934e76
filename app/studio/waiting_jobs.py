"""Writes down what waits to be painted, and has it painted at the next start."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QImage

from app.library.waiting_jobs import LeftJobs, WaitingFile, WaitingJob, new_token, with_inputs
from app.run.job import Job, JobState
from app.studio.interrupted_run import photo_of
from core.optimization.checkpoint.manifest import PREVIEW_NAME
from core.optimization.checkpoint.run_folders import saved_runs

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.run.queue import RunQueue
    from app.studio.interrupted_run import InterruptedRuns
    from app.studio.notices import Notices
    from app.system.background_jobs import BackgroundJobs
    from app.system.user_folders import UserFolders
    from core.optimization.checkpoint.run_folders import SavedRun

# A picture that has taken the program with it so often is not tried once more by itself.
_MOST_BEGINNINGS: Final = 2


@dataclass(frozen=True, slots=True)
class Sorted:
    """What becomes of the pictures that were left.

    Attributes:
        again: Those that are painted now.
        given_up: Those that have ended the program before.
        interrupted: The folders of the runs that can be gone on with, beside those.
    """

    again: tuple[WaitingJob, ...]
    given_up: tuple[WaitingJob, ...]
    interrupted: tuple[Path, ...]


def sort_out(jobs: Sequence[WaitingJob], interrupted: Sequence[SavedRun]) -> Sorted:
    """Decide which of the pictures that were left are painted now.

    Args:
        jobs: All of them.
        interrupted: The runs that a crash has left; the person is asked about these.
    """
    begun = [job for job in jobs if job.num_begun > 0]
    asked_about = {job.token for job in begun if any(_belongs(run, job) for run in interrupted)}
    too_often = {job.token for job in begun if job.num_begun >= _MOST_BEGINNINGS} - asked_about
    again = tuple(job for job in jobs if job.token not in asked_about | too_often)
    gone_on_with = {job.resume_from for job in again}
    return Sorted(
        again,
        tuple(job for job in jobs if job.token in too_often),
        tuple(run.path for run in interrupted if run.path not in gone_on_with),
    )


def _belongs(run: SavedRun, job: WaitingJob) -> bool:
    """Whether a run that was interrupted is this job's."""
    if run.path == job.resume_from:
        return True
    if run.manifest is None or run.manifest.written_at_s < job.begun_at_s:
        return False
    # Its settings may have been changed while it was painted, its pictures not.
    theirs, own = run.manifest.recipe, job.recipe
    return (theirs.input_paths, theirs.size_px) == (own.input_paths, own.size_px)


class WaitingJobs(QObject):
    """Follows a queue; whatever happens to the program, what waits in it is painted.

    What is being painted belongs to it as well, for it may be gone before its first checkpoint is written.
    """

    def __init__(
        self,
        queue: RunQueue,
        interrupted: InterruptedRuns,
        background: BackgroundJobs,
        notices: Notices,
        folders: UserFolders,
        *,
        parent: QObject | None = None,
    ) -> None:
        """Write down what waits, in the background.

        Args:
            queue: What is followed.
            interrupted: Asks about what a crash has left.
            background: Where files are read and written.
            notices: What the person is told.
            folders: Where that goes, and where runs lie that can be gone on with.
            parent: The owner.
        """
        super().__init__(parent)
        self._queue = queue
        self._interrupted = interrupted
        self._background = background
        self._notices = notices
        self._file = WaitingFile(folders.waiting)
        self._checkpoints = folders.checkpoints
        # What is known of the queue's jobs, by their numbers.
        self._known: dict[int, WaitingJob] = {}
        # Those that are not in the queue again yet.
        self._to_put_back: list[WaitingJob] = []
        self._written: tuple[WaitingJob, ...] = ()
        self._seen: object = ()
        self._busy = self._failed = False
        for signal in (queue.added, queue.changed, queue.finished, queue.failed, queue.removed):
            signal.connect(self._on_queue_changed)

    @property
    def is_safe(self) -> bool:
        """Whether what waits would be painted if the program ended now."""
        return not self._failed

    # At the start.

    def restore(self) -> None:
        """Have painted what earlier starts have left, and ask about what a crash has interrupted."""
        self._busy = True
        left = partial(_left, self._file, self._checkpoints)
        self._background.send(left, on_done=self._take, on_failed=self._on_not_read)

    def _take(self, found: tuple[LeftJobs, Sorted]) -> None:
        left, jobs = found
        self._busy = False
        self._written = left.jobs
        self._to_put_back = list(jobs.again)
        for job in jobs.given_up:
            self._notices.waiting_given_up(job.recipe.photo)
        for path in left.damaged:
            self._notices.waiting_damaged(path)
        if jobs.again and jobs.interrupted:
            self._queue.hold()  # first the one that was interrupted, once it is decided about
        self._interrupted.look(but_for=tuple(job.resume_from for job in jobs.again if job.resume_from is not None))
        self._write()
        self._put_back_next()

    def _on_not_read(self, _error: Exception) -> None:
        self._busy = False
        self._notices.waiting_not_read()
        self._interrupted.look()
        self._write()

    def _put_back_next(self) -> None:
        if self._to_put_back:
            pictures = partial(_pictures_of, self._to_put_back[0])
            self._background.send(pictures, on_done=self._put_back, on_failed=self._put_back_unseen)

    def _put_back_unseen(self, _error: Exception) -> None:
        """Its run will tell what is wrong with the photo."""
        self._put_back((QImage(), None))

    def _put_back(self, pictures: tuple[QImage, QImage | None]) -> None:
        left = self._to_put_back.pop(0)
        photo, preview = pictures
        self._queue.put_back(
            Job(
                0,
                left.recipe,
                left.name,
                photo,
                preview=preview,
                resume_from=left.resume_from,
                branch_from=left.branch_from,
                expected_inputs=left.inputs,
                token=left.token,
                num_begun=left.num_begun,
            )
        )
        self._put_back_next()

    # While it lasts.

    @Slot(object)
    def _on_queue_changed(self, _job: Job) -> None:
        seen = [(job.number, job.state, id(job.recipe)) for job in self._queue.jobs], len(self._to_put_back)
        if seen != self._seen:
            self._seen = seen
            self._write()

    def _write(self) -> None:
        """Write it down, one writing at a time: two might overtake each other."""
        if self._busy:
            return
        wanted = self._wanted()
        if wanted == self._written:
            return
        self._busy = True
        self._background.send(
            partial(_written, self._file, wanted), on_done=self._on_written, on_failed=self._on_not_written
        )

    def _wanted(self) -> tuple[WaitingJob, ...]:
        kept = [(job, self._kept(job)) for job in self._queue.jobs]
        self._known = {job.number: entry for job, entry in kept if entry is not None}
        return (*self._known.values(), *self._to_put_back)

    def _kept(self, job: Job) -> WaitingJob | None:
        known = self._known.get(job.number) or WaitingJob(
            job.token or new_token(),
            job.recipe,
            job.name,
            job.expected_inputs,
            job.resume_from,
            job.branch_from,
            job.num_begun,
        )
        if job.state is JobState.WAITING:
            return known
        if job.is_active:
            begun_at_s = known.begun_at_s if known.num_begun > job.num_begun else time.time()
            return replace(known, recipe=job.recipe, num_begun=job.num_begun + 1, begun_at_s=begun_at_s)
        return self._to_be_continued(job, known)

    def _to_be_continued(self, job: Job, known: WaitingJob) -> WaitingJob | None:
        """One that the end of the program has stopped goes on at the next start, before those that wait for it.

        Where none waits, the person is asked then, as after a crash; where nothing has been painted, there is nothing
        to ask about.
        """
        if not (job.state is JobState.STOPPED and job.to_be_continued and self._queue.is_held):
            return None
        as_before = replace(known, num_begun=job.num_begun, begun_at_s=0.0)
        if job.checkpoint is not None and (self._queue.waiting or self._to_put_back):
            return replace(as_before, recipe=job.recipe, resume_from=job.checkpoint, branch_from=None, num_begun=0)
        return as_before if job.picture is None and job.checkpoint is None else None

    def _on_written(self, written: tuple[WaitingJob, ...]) -> None:
        self._busy = self._failed = False
        self._written = written
        # They have been told apart from what their files may become.
        with_files = {entry.token: entry.inputs for entry in written}
        self._known = {
            number: replace(entry, inputs=with_files.get(entry.token, entry.inputs))
            for number, entry in self._known.items()
        }
        self._write()

    def _on_not_written(self, _error: Exception) -> None:
        self._busy = False
        if not self._failed:
            self._failed = True
            self._notices.waiting_not_written()

    def close(self) -> None:
        """The program ends: leave what waits to the next start."""
        self._file.leave()


def _left(file: WaitingFile, checkpoints: Path) -> tuple[LeftJobs, Sorted]:
    left = file.take_over()
    return left, sort_out(left.jobs, [run for run in saved_runs(checkpoints) if run.was_interrupted])


def _pictures_of(job: WaitingJob) -> tuple[QImage, QImage | None]:
    preview = None if job.resume_from is None else QImage(str(job.resume_from / PREVIEW_NAME))
    return photo_of(job.recipe), None if preview is None or preview.isNull() else preview


def _written(file: WaitingFile, jobs: tuple[WaitingJob, ...]) -> tuple[WaitingJob, ...]:
    """Write them down with what their files are, which is found out once."""
    complete = tuple(job if job.inputs else with_inputs(job) for job in jobs)
    file.write(complete)
    return complete
