"""The pictures chosen for one purpose: read in the background, and only the last choice counts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from app.look.qimage import image_of_pixels
from core.files.reading import read_size, read_thumbnail

if TYPE_CHECKING:
    from collections.abc import Sequence
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
        lacks_end: Whether the file had lost its end, so that a part is grey or coarse.
    """

    path: Path
    image: QImage
    width_px: int
    height_px: int
    lacks_end: bool = False


def read_chosen(path: Path) -> ChosenPicture:
    """Read the picture at ``path`` for showing it.

    Raises:
        ImageFileError: If it cannot be read.
    """
    picture = read_thumbnail(path, SHOWN_SIDE_PX)
    width_px, height_px = read_size(path)
    return ChosenPicture(path, image_of_pixels(picture.rgb), width_px, height_px, picture.lacks_end)


class PictureSlot(QObject):
    """The photo, or the paintings, that the next run is made from.

    A file that cannot be read leaves the former pictures in place.

    Signals:
        loaded(): Other pictures are there, or none any more.
        failed(Exception): A file last chosen cannot be read.
    """

    loaded = Signal()
    failed = Signal(object)

    def __init__(self, background: BackgroundJobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._pictures: tuple[ChosenPicture, ...] = ()
        self._wanted: tuple[Path, ...] | None = None

    @property
    def pictures(self) -> tuple[ChosenPicture, ...]:
        """The pictures that are there, the former ones while others are being read."""
        return self._pictures

    @property
    def picture(self) -> ChosenPicture | None:
        """The first of them."""
        return self._pictures[0] if self._pictures else None

    @property
    def chosen(self) -> tuple[Path, ...]:
        """The files of the pictures that are being read, else of those that are there."""
        return tuple(picture.path for picture in self._pictures) if self._wanted is None else self._wanted

    @property
    def loading(self) -> bool:
        """Whether pictures are being read."""
        return self._wanted is not None

    @property
    def ready(self) -> bool:
        """Whether there are pictures, and none is being read."""
        return bool(self._pictures) and not self.loading

    def choose(self, paths: Sequence[Path]) -> None:
        """Read other pictures; whatever was being read no longer counts.

        Of several, those that are there already are not read again: adding one to many is quick.
        """
        wanted = self._wanted = tuple(paths)
        known = {picture.path: picture for picture in self._pictures} if len(wanted) > 1 else {}
        self._background.send(
            partial(_read_all, wanted, known),
            on_done=partial(self._take, wanted),
            on_failed=partial(self._refuse, wanted),
        )

    def clear(self) -> None:
        """Hold no picture; whatever was being read no longer counts."""
        self._wanted = None
        self._pictures = ()
        self.loaded.emit()

    def _take(self, wanted: tuple[Path, ...], pictures: tuple[ChosenPicture, ...]) -> None:
        if wanted is self._wanted:
            self._wanted = None
            self._pictures = pictures
            self.loaded.emit()

    def _refuse(self, wanted: tuple[Path, ...], error: Exception) -> None:
        if wanted is self._wanted:
            self._wanted = None
            self.failed.emit(error)


def _read_all(paths: tuple[Path, ...], known: dict[Path, ChosenPicture]) -> tuple[ChosenPicture, ...]:
    return tuple(known.get(path) or read_chosen(path) for path in paths)
