"""The painted picture: kept by itself, and written or copied wherever else it is wanted."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.library.delivery import keep, write_result
from app.look.qimage import image_of_picture

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage

    from app.system.background_jobs import BackgroundJobs
    from core.picture import Picture
    from core.recipe.recipe import Recipe


class Result(QObject):
    """Holds the picture of the last run, if there is one.

    Attributes:
        recipe: What it was painted from; None while there is none.
        name: A file name for it, without suffix; empty while there is none.

    Signals:
        kept(Path): The picture has been kept by itself.
        saved(Path): The picture has been saved where the person wanted it.
        failed(Exception): It could not be written.
    """

    kept = Signal(object)
    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: BackgroundJobs, folder: Path, parent: QObject | None = None) -> None:
        """Keep pictures in a folder, in the background."""
        super().__init__(parent)
        self._jobs = jobs
        self._folder = folder
        self._picture: Picture | None = None
        self.recipe: Recipe | None = None
        self.name = ""

    @property
    def is_there(self) -> bool:
        """Whether there is a picture."""
        return self._picture is not None

    def clear(self) -> None:
        """There is no picture any more; what has been kept of it stays."""
        self._picture, self.recipe, self.name = None, None, ""

    def keep(self, picture: Picture, recipe: Recipe, name: str) -> None:
        """Take the picture of a run, and write it into the folder under a name that is new."""
        self._picture, self.recipe, self.name = picture, recipe, name
        now = datetime.now(UTC).astimezone()
        self._jobs.send(
            partial(keep, picture, recipe, self._folder, name, now),
            on_done=self.kept.emit,
            on_failed=self.failed.emit,
        )

    def save(self, path: Path) -> None:
        """Write the picture to ``path``, in the background."""
        if self._picture is not None and self.recipe is not None:
            self._jobs.send(
                partial(_written, path, self._picture, self.recipe),
                on_done=self.saved.emit,
                on_failed=self.failed.emit,
            )

    def image(self) -> QImage | None:
        """The picture for the clipboard; None when there is none."""
        return None if self._picture is None else image_of_picture(self._picture)


def _written(path: Path, picture: Picture, recipe: Recipe) -> Path:
    write_result(path, picture, recipe)
    return path
