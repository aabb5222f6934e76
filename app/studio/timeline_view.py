"""Looks back at how a picture came about, goes on from there, and makes a film of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from app.library.delivery import check_replaces_no_input
from app.library.output_names import with_suffix
from core.errors import StyleTransferError, TimelineError, TimelineProblem
from core.files.film import FILM_SUFFIXES, WEBP_SUFFIX, write_film
from core.optimization.schedule import painted_px

if TYPE_CHECKING:
    from pathlib import Path

    from app.run.job import Job
    from app.run.queue import RunQueue
    from app.studio.draft import Draft
    from app.system.background_jobs import BackgroundJobs
    from core.optimization.timeline.timeline import Frame, Timeline
    from core.recipe.recipe import Recipe

# Fewer are no way that a picture has come.
LEAST_FRAMES = 3


@dataclass(frozen=True, slots=True, eq=False)
class Branch:
    """A run that begins with the end of a scale of another one.

    Attributes:
        checkpoint: What lies there of it.
        recipe: What to paint from there.
        name: A file name for the picture, without suffix.
        photo: What is painted of the photo.
    """

    checkpoint: Path
    recipe: Recipe
    name: str
    photo: QImage


class TimelineView(QObject):
    """The timeline of the job that is shown, and the moment of it that is looked at.

    Signals:
        changed(): There is more of it, another moment is looked at, or it is that of another job.
        frame_shown(QImage): What the picture was like at the moment that is looked at.
        returned(): The present is looked at again.
        branch_wanted(Branch): A run is to be gone on with from the moment that is looked at.
        exported(Path): A film has been written.
        failed(Exception): What was wanted cannot be done.
    """

    changed = Signal()
    frame_shown = Signal(QImage)
    returned = Signal()
    branch_wanted = Signal(object)
    exported = Signal(object)
    failed = Signal(object)

    def __init__(
        self, queue: RunQueue, draft: Draft, background: BackgroundJobs, parent: QObject | None = None
    ) -> None:
        """Follow a queue.

        Args:
            queue: Whose present job is shown.
            draft: Tells the settings of a run that goes on from the past.
            background: Where frames are decoded and films written.
            parent: The owner.
        """
        super().__init__(parent)
        self._queue = queue
        self._draft = draft
        self._background = background
        self._shown_number: int | None = None
        self._timeline: Timeline | None = None
        # Steps taken at the moment that is looked at; None for the present.
        self._num_steps: int | None = None
        self._decoding: Frame | None = None
        self._num_films = 0
        queue.changed.connect(self._on_job_changed)
        queue.removed.connect(self._on_job_changed)

    @property
    def timeline(self) -> Timeline | None:
        """What there is to look back at; None where that is nothing, or too little."""
        timeline = self._timeline
        return timeline if timeline is not None and len(timeline.frames) >= LEAST_FRAMES else None

    @property
    def index(self) -> int | None:
        """The frame that is looked at; None for the present."""
        frames = () if self._timeline is None else self._timeline.frames
        if self._num_steps is None or not frames:
            return None
        # It may have been left out meanwhile, for a later one.
        return next((index for index, frame in enumerate(frames) if frame.note.num_steps >= self._num_steps), None)

    @property
    def looks_back(self) -> bool:
        """Whether another moment than the present is looked at."""
        return self.index is not None

    @property
    def can_go_on(self) -> bool:
        """Whether a run can be gone on with from there."""
        return self.timeline is not None and self.index is not None and self.timeline.can_go_on_from(self.index)

    @property
    def writes_film(self) -> bool:
        """Whether a film is being written."""
        return self._num_films > 0

    @Slot(object)
    def _on_job_changed(self, _job: Job) -> None:
        job = self._queue.current
        number, timeline = (None, None) if job is None else (job.number, job.timeline)
        if number == self._shown_number and timeline is self._timeline:
            return
        if number != self._shown_number:
            self._num_steps = None
        self._shown_number, self._timeline = number, timeline
        self.changed.emit()

    @Slot(int)
    def look_at(self, index: int) -> None:
        """Look at a frame; the last one is the present."""
        timeline = self._timeline
        if timeline is None or not 0 <= index < len(timeline.frames) - 1:
            self.look_at_present()
            return
        frame = timeline.frames[index]
        if frame.note.num_steps == self._num_steps:
            return
        self._num_steps = frame.note.num_steps
        self.changed.emit()
        self._decode(frame)

    @Slot()
    def look_at_present(self) -> None:
        """Look at the picture as it is."""
        if self._num_steps is not None:
            self._num_steps = None
            self.changed.emit()
            self.returned.emit()

    def _decode(self, frame: Frame) -> None:
        # One at a time: whoever drags passes through many, and wants the one where it comes to rest.
        if self._decoding is None:
            self._decoding = frame
            self._background.send(
                partial(_decoded, frame), on_done=self._on_decoded, on_failed=self._on_decoding_failed
            )

    def _on_decoded(self, image: QImage) -> None:
        frame, self._decoding = self._decoding, None
        if self._timeline is None or self.index is None or frame is None:
            return
        wanted = self._timeline.frames[self.index]
        if not image.isNull():
            self.frame_shown.emit(image)
        if wanted.note.num_steps != frame.note.num_steps:
            self._decode(wanted)

    def _on_decoding_failed(self, error: Exception) -> None:
        self._decoding = None
        self.failed.emit(error)

    @Slot()
    def go_on(self) -> None:
        """Begin a run from the moment that is looked at, with the settings that the draft has now."""
        timeline, index, job = self._timeline, self.index, self._queue.current
        if timeline is None or index is None or job is None or not self.can_go_on:
            return
        frame = timeline.frames[index]
        try:
            recipe = _of_same_photo(self._draft.recipe(), job.recipe)
            if painted_px(recipe.size_px, recipe.preset) <= frame.note.scale_px:
                raise TimelineError(TimelineProblem.LARGE_ENOUGH, size_px=frame.note.scale_px)
        except StyleTransferError as error:
            self.failed.emit(error)
            return
        #: The name of a picture that was gone on with from another one, as it was at a size of so many pixels
        name = self.tr("{name}, from {size} px").format(name=self._draft.name, size=frame.note.scale_px)
        self.branch_wanted.emit(Branch(timeline.checkpoint_at(index), recipe, name, job.photo))

    def export(self, path: Path, default_suffix: str = WEBP_SUFFIX) -> None:
        """Make a film of how the picture came about so far, in the background; ``exported`` tells when it is there.

        Args:
            path: Where.
            default_suffix: The ending that the name gets if it has none of a film's.
        """
        job = self._queue.current
        if self.timeline is None or job is None:
            return
        path = with_suffix(path, default_suffix, FILM_SUFFIXES)
        self._num_films += 1
        self.changed.emit()
        frames = [frame.jpeg for frame in self.timeline.frames]
        self._background.send(
            partial(_written, path, frames, job.recipe), on_done=self._on_exported, on_failed=self._on_not_exported
        )

    def _on_exported(self, path: Path) -> None:
        self._num_films -= 1
        self.changed.emit()
        self.exported.emit(path)

    def _on_not_exported(self, error: Exception) -> None:
        self._num_films -= 1
        self.changed.emit()
        self.failed.emit(error)


def _of_same_photo(wanted: Recipe, painted: Recipe) -> Recipe:
    """What is wanted now; of another photo its manner alone, for the picture that is there."""
    if wanted.photo == painted.photo:
        return wanted
    # Together: the sheet decides the size.
    return replace(
        wanted,
        photo=painted.photo,
        size_px=painted.size_px,
        print_format=painted.print_format,
        fit=painted.fit,
    )


def _decoded(frame: Frame) -> QImage:
    return QImage.fromData(frame.jpeg)


def _written(path: Path, frames: list[bytes], recipe: Recipe) -> Path:
    check_replaces_no_input(path, recipe)
    write_film(path, frames)
    return path
