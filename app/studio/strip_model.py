"""The paintings to choose from: the artist's own and the starters, with their small pictures."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QImage

from app.library.thumbnails import thumbnail
from app.look.qimage import image_of_pixels
from core.errors import ImageFileError, ImageProblem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from PySide6.QtCore import QObject

    from app.library.bundled import BundledPicture
    from app.studio.own_paintings import OwnPaintings
    from app.system.background_jobs import BackgroundJobs

_Index = QModelIndex | QPersistentModelIndex
# About 50 MB of pictures.
_MOST_IMAGES: Final = 256


class StripRole(IntEnum):
    """What the model tells of a painting beside its name."""

    PATH = Qt.ItemDataRole.UserRole + 1
    DESCRIPTION = PATH + 1
    CHOSEN = PATH + 2
    OWN = PATH + 3
    MISSING = PATH + 4


@dataclass(frozen=True, slots=True)
class _Row:
    path: Path
    name: str
    description: str
    is_own: bool


class StripModel(QAbstractListModel):
    """One row for each painting; small pictures are read when they are first looked at, in the background."""

    def __init__(
        self,
        starters: Sequence[BundledPicture],
        own: OwnPaintings,
        background: BackgroundJobs,
        thumbnails: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._starters = [_Row(each.path, each.name, each.description, is_own=False) for each in starters]
        self._own = own
        self._background = background
        self._thumbnails = thumbnails
        self._rows = list(self._starters)
        self._chosen: frozenset[Path] = frozenset()
        self._images: OrderedDict[Path, QImage] = OrderedDict()
        self._asked_for: set[Path] = set()
        self._missing: set[Path] = set()
        own.changed.connect(self._on_own_changed)

    def rowCount(self, parent: _Index | None = None) -> int:  # noqa: N802 - Qt's name
        """How many paintings there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """What is known of a painting."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DecorationRole:
            return self._image(row.path)
        told: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: row.name,
            Qt.ItemDataRole.AccessibleTextRole: row.name,
            Qt.ItemDataRole.AccessibleDescriptionRole: row.description,
            StripRole.DESCRIPTION: row.description,
            StripRole.PATH: row.path,
            StripRole.CHOSEN: row.path in self._chosen,
            StripRole.OWN: row.is_own,
            StripRole.MISSING: row.path in self._missing,
        }
        return told.get(role)

    def choose(self, paths: Iterable[Path]) -> None:
        """Mark these as chosen, and no others."""
        self._chosen = frozenset(paths)
        self._tell(range(len(self._rows)))

    def name_of(self, path: Path) -> str | None:
        """What a painting of the strip is called."""
        return next((row.name for row in self._rows if row.path == path), None)

    def _image(self, path: Path) -> QImage:
        image = self._images.get(path)
        if image is not None:
            self._images.move_to_end(path)
            return image
        if path not in self._asked_for:
            self._asked_for.add(path)
            self._background.send(
                partial(_read, path, self._thumbnails),
                on_done=partial(self._take, path),
                on_failed=partial(self._take_failure, path),
            )
        return QImage()

    def _take(self, path: Path, image: QImage) -> None:
        self._asked_for.discard(path)
        self._missing.discard(path)
        self._images[path] = image
        while len(self._images) > _MOST_IMAGES:
            self._images.popitem(last=False)
        self._tell_of(path)

    def _take_failure(self, path: Path, error: Exception) -> None:
        # It stays asked for, so that it is not tried again with every drawing; choosing it says what is wrong.
        if isinstance(error, ImageFileError) and error.problem is ImageProblem.MISSING:
            self._missing.add(path)
            self._tell_of(path)

    def _tell_of(self, path: Path) -> None:
        self._tell(number for number, row in enumerate(self._rows) if row.path == path)

    def _tell(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            self.dataChanged.emit(self.index(number), self.index(number))

    @Slot()
    def _on_own_changed(self) -> None:
        self.beginResetModel()
        own = [_Row(each.path, each.name, str(each.path), is_own=True) for each in self._own.entries]
        known = {row.path for row in self._starters}
        self._rows = [*(row for row in own if row.path not in known), *self._starters]
        self.endResetModel()


def _read(path: Path, folder: Path) -> QImage:
    return image_of_pixels(thumbnail(path, folder))
