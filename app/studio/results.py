"""The painted pictures: each kept by itself, and written or copied wherever else it is wanted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.library.bundled import display_name
from app.library.delivery import write_result
from app.library.keeping import Keeping, keep_anywhere
from app.library.name_template import NamedPicture
from app.library.output_names import with_suffix
from app.look.qimage import image_of_picture, pixels_of_image
from app.run.job import JobState
from app.system.clock import local_now
from core.errors import ImageFileError
from core.optimization.checkpoint.run_folders import discard_saved_run
from core.picture import Picture

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QImage

    from app.library.bundled import BundledPicture
    from app.library.carried_recipe import CarriedRecipe
    from app.library.rescue import Delivery
    from app.run.job import Job
    from app.run.queue import RunQueue
    from app.studio.preferences import Preferences
    from app.system.background_jobs import BackgroundJobs
    from core.recipe.inputs import Inputs
    from core.recipe.recipe import Recipe


class Results(QObject):
    """Keeps the picture of every job that ends.

    A job whose picture is on the disk leaves the queue as soon as another one is shown; one whose picture could not be
    written stays, so that it can be saved elsewhere.

    Signals:
        kept(Job, Path): The picture has been kept by itself.
        kept_elsewhere(Job, Delivery): It could not be kept in its folder; it is in another one for now.
        keep_failed(Job, Exception): It could be written nowhere; it is in memory only.
        saved(Path): A picture has been saved where the person wanted it.
        save_failed(Exception, Path): It could not be written there; where it is kept, None for nowhere yet.
        changed(): ``can_save`` may have changed.
    """

    kept = Signal(object, object)
    kept_elsewhere = Signal(object, object)
    keep_failed = Signal(object, object)
    saved = Signal(object)
    save_failed = Signal(object, object)
    changed = Signal()

    def __init__(
        self,
        queue: RunQueue,
        background: BackgroundJobs,
        folder: Path,
        preferences: Preferences,
        bundled: tuple[BundledPicture, ...] = (),
        *,
        parent: QObject | None = None,
    ) -> None:
        """Keep pictures, in the background.

        Args:
            queue: Where they come from.
            background: Where they are written.
            folder: The program's own folder for them.
            preferences: Whether it is that folder, and in what form they are kept.
            bundled: The program's own pictures, which have names.
            parent: The owner.
        """
        super().__init__(parent)
        self._preferences = preferences
        self._queue = queue
        self._background = background
        self._folder = folder
        self._bundled = bundled
        # Where each job's picture is: in its folder, or where the person wanted it; and in another place for now.
        self._on_disk: dict[int, Path] = {}
        self._elsewhere: dict[int, Path] = {}
        self._failed: dict[int, Job] = {}
        self._not_saved: Job | None = None
        queue.finished.connect(self._on_ended)
        queue.failed.connect(self._on_ended)
        queue.changed.connect(self._on_changed)
        queue.removed.connect(self._on_removed)

    @property
    def job(self) -> Job | None:
        """The job whose picture can be saved and copied: one that could not be kept, else the one that is shown."""
        unkept = next(reversed(self._failed.values()), None)
        current = self._queue.current
        shown = current if current is not None and current.picture is not None else None
        return shown or unkept

    @property
    def can_save(self) -> bool:
        """Whether there is a painted picture to save or copy."""
        return self.job is not None

    @property
    def unkept(self) -> tuple[Job, ...]:
        """Jobs whose picture could not be kept in its folder, and has not been saved by the person."""
        return tuple(self._failed.values())

    @property
    def in_memory_only(self) -> tuple[Job, ...]:
        """Those of them whose picture is in no other place either."""
        return tuple(job for number, job in self._failed.items() if number not in self._elsewhere)

    @property
    def to_save_elsewhere(self) -> Job | None:
        """The job whose picture could not be kept or, failing that, not be saved last."""
        return next(reversed(self._failed.values()), None) or self._not_saved

    @property
    def folder(self) -> Path:
        """Where pictures are kept."""
        return self._preferences.kept_folder or self._folder

    @property
    def keeping(self) -> Keeping:
        """How pictures are kept, as it is preferred now."""
        chosen = self._preferences
        return Keeping(self.folder, chosen.name_template, chosen.kept_suffix, chosen.jpeg_quality)

    def path_of(self, number: int) -> Path | None:
        """The file that the picture of that job is in; None where it is in none for good."""
        return self._on_disk.get(number)

    def image(self) -> QImage | None:
        """The picture for the clipboard; None when there is none."""
        picture = None if self.job is None else self.job.picture
        return None if picture is None else image_of_picture(picture)

    def save(self, path: Path, default_suffix: str, *, elsewhere: bool = False) -> Path | None:
        """Write a picture, in the background; the name that it will have, None when there is none.

        Args:
            path: Where.
            default_suffix: The ending that the name gets if it has none.
            elsewhere: Whether the picture that could not be kept, or saved, is meant.
        """
        job = (self.to_save_elsewhere if elsewhere else None) or self.job
        if job is None or job.picture is None:
            return None
        target = with_suffix(path, default_suffix)
        self._background.send(
            partial(
                _written,
                target,
                job.picture,
                job.recipe,
                inputs=job.inputs,
                carried=self._preferences.carried,
                jpeg_quality=self._preferences.jpeg_quality,
            ),
            on_done=partial(self._on_saved, job.number),
            on_failed=partial(self._on_save_failed, job),
        )
        return target

    def keep_preview(self, job: Job) -> Path | None:
        """Keep what the screen shows of a picture whose run cannot be waited for; the file, None for none.

        The only thing here that does not happen in the background: the program is about to end.
        """
        if job.preview is None:
            return None
        picture = Picture(pixels_of_image(job.preview))
        try:
            return self._keeper(job, picture)().path
        except ImageFileError:
            return None

    def put_away(self) -> None:
        """Let go of pictures that are on the disk: the next picture is at hand."""
        for job in self._queue.jobs:
            if job.has_ended and (job.picture is None or job.number in self._on_disk):
                self._queue.remove(job.number)

    def _keep(self, job: Job, picture: Picture) -> None:
        self._background.send(
            self._keeper(job, picture),
            on_done=partial(self._on_kept, job),
            on_failed=partial(self._on_keep_failed, job),
        )

    def _keeper(self, job: Job, picture: Picture) -> Callable[[], Delivery]:
        """What keeps a picture, as it is preferred now."""
        recipe, preferences = job.recipe, self._preferences
        named = NamedPicture(
            display_name(recipe.photo, self._bundled),
            tuple(display_name(style.path, self._bundled) for style in recipe.styles),
            local_now(),
            recipe.size_px,
        )
        return partial(
            keep_anywhere, picture, recipe, self.keeping, named, inputs=job.inputs, carried=preferences.carried
        )

    def _on_kept(self, job: Job, delivery: Delivery) -> None:
        if delivery.rescued:
            self._failed[job.number], self._elsewhere[job.number] = job, delivery.path
            self.kept_elsewhere.emit(job, delivery)
            self.changed.emit()
            return
        self._on_disk[job.number] = delivery.path
        self._discard_checkpoint(job)
        self.kept.emit(job, delivery.path)
        self._put_away_former()

    def _on_keep_failed(self, job: Job, error: Exception) -> None:
        self._failed[job.number] = job
        self.keep_failed.emit(job, error)
        self.changed.emit()

    def _on_saved(self, number: int, path: Path) -> None:
        unkept = self._failed.pop(number, None)
        if unkept is not None:
            self._on_disk[number] = path
            self._discard_checkpoint(unkept)
        self._not_saved = None
        self.saved.emit(path)
        self._put_away_former()

    def _on_save_failed(self, job: Job, error: Exception) -> None:
        self._not_saved = job
        self.save_failed.emit(error, self._on_disk.get(job.number) or self._elsewhere.get(job.number))

    def _discard_checkpoint(self, job: Job) -> None:
        """A picture that is done, and on the disk, needs nothing to go on with."""
        if job.state is JobState.DONE and job.checkpoint is not None:
            discard = partial(discard_saved_run, job.checkpoint)
            self._background.send(discard, on_done=_nothing_to_do, on_failed=_nothing_to_do)

    def _put_away_former(self) -> None:
        current = self._queue.current
        for job in self._queue.jobs:
            over = job.has_ended and job is not current
            if over and (job.picture is None or job.number in self._on_disk):
                self._queue.remove(job.number)

    @Slot(object)
    def _on_ended(self, job: Job) -> None:
        if job.picture is not None:
            self._keep(job, job.picture)
        self.changed.emit()

    @Slot(object)
    def _on_changed(self, job: Job) -> None:
        if job.is_active and job.progress is None:
            self._put_away_former()
            self.changed.emit()

    @Slot(object)
    def _on_removed(self, job: Job) -> None:
        self._on_disk.pop(job.number, None)
        self._elsewhere.pop(job.number, None)
        self._failed.pop(job.number, None)
        self.changed.emit()


def _written(
    path: Path, picture: Picture, recipe: Recipe, *, inputs: Inputs | None, carried: CarriedRecipe, jpeg_quality: int
) -> Path:
    write_result(path, picture, recipe, inputs=inputs, carried=carried, jpeg_quality=jpeg_quality)
    return path


def _nothing_to_do(_outcome: object) -> None:
    """What could not be removed now makes room some other time."""
