"""A run that a crash, a power cut or the end of the program has interrupted, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from app.library.output_names import picture_stem
from app.look.qimage import image_for_screen
from app.run.job import Job
from core.files.reading import read_picture
from core.optimization.checkpoint.manifest import PREVIEW_NAME
from core.optimization.checkpoint.run_folders import discard_saved_run, saved_runs

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from app.run.queue import RunQueue
    from app.system.background_jobs import BackgroundJobs
    from core.optimization.checkpoint.run_folders import SavedRun
    from core.recipe.recipe import Recipe


@dataclass(frozen=True, slots=True, eq=False)
class InterruptedRun:
    """A run that can be gone on with.

    Attributes:
        folder: Where everything lies that is needed for it.
        recipe: What it paints.
        progress: How far it is, 0 to 1.
        picture: The picture so far; null where there is none to show.
    """

    folder: Path
    recipe: Recipe
    progress: float
    picture: QImage


class InterruptedRuns(QObject):
    """Looks for a run that was interrupted, and does with it what the person wants.

    Signals:
        found(InterruptedRun): The newest of them.
        settled(): The one that was found has been decided about.
        failed(Exception): It cannot be gone on with.
    """

    found = Signal(object)
    settled = Signal()
    failed = Signal(object)

    def __init__(
        self, queue: RunQueue, background: BackgroundJobs, folder: Path, parent: QObject | None = None
    ) -> None:
        """Find runs in a folder, in the background."""
        super().__init__(parent)
        self._queue = queue
        self._background = background
        self._folder = folder
        self._run: InterruptedRun | None = None

    def look(self, but_for: Collection[Path] = ()) -> None:
        """Look for one, as after a crash; ``found`` tells of it.

        Args:
            but_for: The folders of runs that are gone on with anyway.
        """
        newest = partial(_newest, self._folder, tuple(but_for))
        self._background.send(newest, on_done=self._offer, on_failed=_look_next_time)

    def _offer(self, run: InterruptedRun | None) -> None:
        self._run = run
        if run is not None:
            self.found.emit(run)

    @Slot()
    def go_on(self) -> None:
        """Go on with the one that was found."""
        run = self._settle()
        if run is not None:
            photo = partial(photo_of, run.recipe)
            self._background.send(photo, on_done=partial(self._begin, run), on_failed=self._give_up)

    @Slot()
    def discard(self) -> None:
        """Remove the one that was found: nobody wants it any more."""
        run = self._settle()
        if run is not None:
            remove = partial(discard_saved_run, run.folder)
            self._background.send(remove, on_done=_look_next_time, on_failed=_look_next_time)
            self._queue.release()

    @Slot()
    def leave(self) -> None:
        """Leave the one that was found as it is, to be offered again at the next start."""
        self._settle()
        self._queue.release()

    def _settle(self) -> InterruptedRun | None:
        run, self._run = self._run, None
        self.settled.emit()
        return run

    def _begin(self, run: InterruptedRun, photo: QImage) -> None:
        recipe = run.recipe
        name = picture_stem(recipe.photo.stem, *(style.path.stem for style in recipe.styles))
        preview = None if run.picture.isNull() else run.picture
        # Before those that waited for it.
        self._queue.put_back(Job(0, recipe, name, photo, preview=preview, resume_from=run.folder), place=0)
        self._queue.release()

    def _give_up(self, error: Exception) -> None:
        self.failed.emit(error)
        self._queue.release()


def _newest(folder: Path, but_for: Collection[Path]) -> InterruptedRun | None:
    runs = (run for run in saved_runs(folder) if run.was_interrupted and run.path not in but_for)
    return next((_opened(run) for run in runs), None)


def _opened(run: SavedRun) -> InterruptedRun:
    assert run.manifest is not None  # noqa: S101 - one that was interrupted can be read
    picture = QImage(str(run.path / PREVIEW_NAME))
    return InterruptedRun(run.path, run.manifest.recipe, run.manifest.progress, picture)


def photo_of(recipe: Recipe) -> QImage:
    """What is painted of a recipe's photo, ready for the screen.

    Raises:
        ImageFileError: If it cannot be read.
    """
    return image_for_screen(read_picture(recipe.photo, recipe.size_px, recipe.shape).rgb)


def _look_next_time(_outcome: object) -> None:
    """Nothing depends on it; the next start looks again, and the log tells what was wrong."""
