"""What the preview shows beside the picture in the making: the photo in all its detail, and the painting."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QImage
from shiboken6 import isValid

from app.look.qimage import image_for_screen
from app.studio.picture_slot import read_chosen
from core.files.reading import read_picture

if TYPE_CHECKING:
    from pathlib import Path

    from app.run.job import Job
    from app.studio.picture_slot import ChosenPicture
    from app.studio.studio import Studio
    from app.system.background_jobs import BackgroundJobs
    from app.widgets.preview import Preview


class PreviewSources(QObject):
    """Reads in the background what the preview wants, and no sooner."""

    def __init__(
        self, preview: Preview, studio: Studio, background: BackgroundJobs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._preview, self._studio, self._background = preview, studio, background
        self._job: Job | None = None
        self._painting: Path | None = None
        self._detailed = QImage()
        studio.draft.paintings_loaded.connect(self._on_paintings_loaded)
        preview.detail_wanted.connect(self._on_detail_wanted)

    def follow_draft(self) -> None:
        """The preview shows the photo of the draft."""
        self._job = None
        self._on_paintings_loaded()

    def follow_job(self, job: Job) -> None:
        """The preview shows a job."""
        self._job = job
        self._show_painting(job.recipe.styles[0].path)

    @Slot()
    def _on_paintings_loaded(self) -> None:
        painting = self._studio.draft.paintings.picture
        if self._job is None and painting is not None:
            self._show_painting(painting.path)

    def _show_painting(self, path: Path) -> None:
        known = self._studio.draft.paintings.picture
        if path == self._painting:
            return
        self._painting = path
        if known is not None and known.path == path:
            self._preview.corner.show(known.image)
        else:
            self._background.send(
                partial(read_chosen, path),
                on_done=self._on_painting_read,
                on_failed=self._on_painting_unreadable,
                awaited=False,
            )

    def _on_painting_read(self, painting: ChosenPicture) -> None:
        if isValid(self._preview) and painting.path == self._painting:
            self._preview.corner.show(painting.image)

    def _on_painting_unreadable(self, _error: Exception) -> None:
        """Its file has gone meanwhile: rather none than another."""
        if isValid(self._preview):
            self._preview.corner.show(QImage())

    @Slot()
    def _on_detail_wanted(self) -> None:
        """Read the photo at the size of what is painted of it, once."""
        shown, photo = self._preview.photo, self._studio.draft.photo.picture
        if shown.cacheKey() == self._detailed.cacheKey():
            return
        self._detailed = shown
        longest_px = max(self._preview.transform.picture)
        if self._job is not None:
            read = partial(_read_whole, self._job.recipe.photo, longest_px, self._job.recipe.shape)
        elif photo is not None:
            read = partial(_read_whole, photo.path, longest_px, None)
        else:
            return
        self._background.send(
            read, on_done=partial(self._on_detail_read, shown), on_failed=self._on_detail_unreadable, awaited=False
        )

    def _on_detail_read(self, coarse: QImage, fine: QImage) -> None:
        if isValid(self._preview) and self._preview.photo.cacheKey() == coarse.cacheKey():
            self._detailed = fine
            self._preview.refine_photo(fine)

    def _on_detail_unreadable(self, _error: Exception) -> None:
        """The coarse one goes on serving."""


def _read_whole(path: Path, longest_px: int, shape: tuple[int, int] | None) -> QImage:
    return image_for_screen(read_picture(path, longest_px, shape).rgb)
