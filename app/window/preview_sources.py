"""What the preview shows beside the picture in the making: the photo in all its detail, and the paintings."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSize, Slot
from PySide6.QtGui import QImage
from shiboken6 import isValid

from app.look.qimage import image_for_screen
from app.studio.picture_slot import read_chosen
from app.widgets.collage import collage_image
from core.files.reading import read_picture

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from app.run.job import Job
    from app.studio.studio import Studio
    from app.system.background_jobs import BackgroundJobs
    from app.widgets.preview import Preview

_Paintings = tuple[tuple["Path", float], ...]
# Of several paintings as one; a corner of the view is smaller on every screen.
_COLLAGE: Final = QSize(900, 675)


class PreviewSources(QObject):
    """Reads in the background what the preview wants, and no sooner."""

    def __init__(
        self, preview: Preview, studio: Studio, background: BackgroundJobs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._preview, self._studio, self._background = preview, studio, background
        self._job: Job | None = None
        self._paintings: _Paintings = ()
        self._detailed = QImage()
        studio.draft.paintings_loaded.connect(self._on_paintings_loaded)
        studio.draft.weights_changed.connect(self._on_weights_changed)
        preview.detail_wanted.connect(self._on_detail_wanted)

    def follow_draft(self) -> None:
        """The preview shows the photo of the draft."""
        self._job = None
        self._on_paintings_loaded()

    def follow_job(self, job: Job) -> None:
        """The preview shows a job."""
        self._job = job
        self._show_paintings(tuple((style.path, style.weight) for style in job.recipe.styles))

    @Slot()
    def _on_paintings_loaded(self) -> None:
        if self._job is None and self._studio.draft.paintings.pictures:
            self._show_paintings(self._studio.draft.chosen_paintings)

    @Slot()
    def _on_weights_changed(self) -> None:
        """Follow the weights: of the draft, and of a run that follows it."""
        wanted = self._studio.draft.chosen_paintings
        same = [path for path, _ in wanted] == [path for path, _ in self._paintings]
        if self._job is None or (self._job.is_active and same):
            self._show_paintings(wanted)

    def _show_paintings(self, paintings: _Paintings) -> None:
        if paintings == self._paintings:
            return
        self._paintings = paintings
        known = {picture.path: picture.image for picture in self._studio.draft.paintings.pictures}
        path, _ = paintings[0]
        if len(paintings) == 1 and path in known:
            self._preview.corner.show(known[path])
            return
        self._background.send(
            partial(_as_one, paintings, known),
            on_done=partial(self._on_paintings_read, paintings),
            on_failed=self._on_painting_unreadable,
            awaited=False,
        )

    def _on_paintings_read(self, paintings: _Paintings, image: QImage) -> None:
        if isValid(self._preview) and paintings == self._paintings:
            self._preview.corner.show(image)

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


def _as_one(paintings: _Paintings, known: Mapping[Path, QImage]) -> QImage:
    """A painting as it is, several as a collage; those that are not known yet are read."""
    images = [known[path] if path in known else read_chosen(path).image for path, _ in paintings]
    return images[0] if len(images) == 1 else collage_image(images, [weight for _, weight in paintings], _COLLAGE)
