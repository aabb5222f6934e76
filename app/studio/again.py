"""What can be made of a picture that is done: more of it, or something else that begins with it."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from app.studio.picture_roles import Role
from core.recipe.choices import StartFrom
from core.recipe.sheet import Fit

if TYPE_CHECKING:
    from pathlib import Path

    from app.run.job import Job
    from app.run.queue import RunQueue
    from app.studio.draft import Draft
    from app.studio.results import Results
    from core.recipe.recipe import Recipe

# What the window can show of it.
_NUM_SEEDS: Final = 2**31 - 1


class Again(QObject):
    """Works on the picture that is shown, once it is done and in its file.

    Signals:
        changed(): What can be done may be something else.
    """

    changed = Signal()

    def __init__(self, draft: Draft, queue: RunQueue, results: Results, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._queue = queue
        self._results = results
        for signal in (queue.added, queue.finished, queue.failed, queue.removed, results.changed, results.kept):
            signal.connect(self._on_changed)

    @property
    def can_paint_another(self) -> bool:
        """Whether a picture is shown that can be painted in another way."""
        return self._job is not None

    @property
    def can_go_on(self) -> bool:
        """Whether a picture is shown from which something can begin."""
        return self._job_and_file is not None

    @property
    def _job(self) -> Job | None:
        job = self._queue.current
        return job if job is not None and job.has_ended and job.picture is not None else None

    @property
    def _job_and_file(self) -> tuple[Job, Path] | None:
        """The picture and its file; None where that shows more than the picture, such as the paper around it."""
        job = self._job
        path = None if job is None else self._results.path_of(job.number)
        if job is None or path is None:
            return None
        is_padded = job.recipe.print_format is not None and job.recipe.fit is Fit.PAD
        return None if is_padded else (job, path)

    @Slot()
    def more_steps(self) -> None:
        """Have the picture painted on, at its full size."""
        found = self._job_and_file
        if found is not None:
            job, path = found
            self._add(job, replace(job.recipe, start_from=StartFrom.FINISHED, start_picture=path))

    @Slot()
    def another(self) -> None:
        """Have the same painted once more, from noise that no picture began with."""
        job = self._job
        if job is not None:
            seed = (job.recipe.seed + 1 + secrets.randbelow(_NUM_SEEDS - 1)) % _NUM_SEEDS
            self._add(job, replace(job.recipe, start_from=StartFrom.NOISE, start_picture=None, seed=seed))

    def _add(self, job: Job, recipe: Recipe) -> None:
        if self._queue.is_idle:
            self._results.put_away()
        self._queue.add(recipe, job.name, job.photo)

    @Slot()
    def start_from_it(self) -> None:
        """Have the next picture begin with this one, whatever it is painted like."""
        found = self._job_and_file
        if found is not None:
            self._draft.set(start_from=StartFrom.PICTURE, start_picture=found[1])

    @Slot()
    def use_as_photo(self) -> None:
        """Make this picture the photo."""
        found = self._job_and_file
        if found is not None:
            self._draft.choose(Role.PHOTO, found[1])

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()
