"""The picture in a well: read in the background, and only the last choice counts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from app.look.qimage import image_of_pixels
from core.files.reading import read_size, read_thumbnail

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage

    from app.system.background_jobs import BackgroundJobs

SHOWN_SIDE_PX: Final = 1600


@dataclass(frozen=True, slots=True, eq=False)
class ChosenPicture:
    """A picture that has been read and can be painted from.

    Attributes:
        path: Its file.
        image: The picture at most ``SHOWN_SIDE_PX`` long.
        width_px: Width of the file's picture, upright.
        height_px: Height of the file's picture, upright.
    """

    path: Path
    image: QImage
    width_px: int
    height_px: int


def read_chosen(path: Path) -> ChosenPicture:
    """Read the picture at ``path`` for showing it.

    Raises:
        ImageFileError: If it cannot be read.
    """
    image = image_of_pixels(read_thumbnail(path, SHOWN_SIDE_PX).rgb)
    width_px, height_px = read_size(path)
    return ChosenPicture(path, image, width_px, height_px)


class PictureSlot(QObject):
    """What one well holds.

    A file that cannot be read leaves the former picture in place.

    Signals:
        loaded(ChosenPicture): A new picture is there.
        failed(Exception): The file last chosen cannot be read.
    """

    loaded = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: BackgroundJobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._picture: ChosenPicture | None = None
        self._wanted: Path | None = None

    @property
    def picture(self) -> ChosenPicture | None:
        """The picture that is there, the former one while another is being read."""
        return self._picture

    @property
    def loading(self) -> bool:
        """Whether a picture is being read."""
        return self._wanted is not None

    def choose(self, path: Path) -> None:
        """Read another picture; whatever was being read no longer counts."""
        self._wanted = path
        self._jobs.send(
            partial(read_chosen, path),
            on_done=self._take,
            on_failed=partial(self._refuse, path),
        )

    def _take(self, picture: ChosenPicture) -> None:
        if picture.path == self._wanted:
            self._wanted = None
            self._picture = picture
            self.loaded.emit(picture)

    def _refuse(self, path: Path, error: Exception) -> None:
        if path == self._wanted:
            self._wanted = None
            self.failed.emit(error)
