"""The finished pictures as a list, with their thumbnails."""

from __future__ import annotations

import time
from collections import OrderedDict
from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, QSize, Qt, QUrl
from PySide6.QtGui import QImage

from app.library.gallery.thumbnails import gallery_thumbnail
from app.look.qimage import image_of_pixels
from core.errors import ImageFileError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from PySide6.QtCore import QObject

    from app.library.gallery.entry import GalleryEntry
    from app.system.background_jobs import BackgroundJobs

_Index = QModelIndex | QPersistentModelIndex
# A few screens full of them, some 60 MB.
_MOST_IMAGES: Final = 400
# Whoever scrolls quickly wants those where the scrolling ends.
_MOST_WANTED: Final = 80
# How long the first ones may wait for others that are read with them.
_TURN_S: Final = 0.05
# With more gaps than this, the list is shown anew at once.
_MOST_RUNS: Final = 60


class GalleryRole(IntEnum):
    """What the model tells of a picture beside its name and its thumbnail."""

    ENTRY = Qt.ItemDataRole.UserRole + 1


class GalleryModel(QAbstractListModel):
    """One row for each picture; thumbnails are read when they are first looked at, in the background."""

    def __init__(self, background: BackgroundJobs, thumbnails: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._thumbnails = thumbnails
        self._entries: list[GalleryEntry] = []
        self._rows: dict[Path, int] = {}
        self._images: OrderedDict[str, QImage] = OrderedDict()
        self._wanted: OrderedDict[str, GalleryEntry] = OrderedDict()
        self._unreadable: set[str] = set()
        self._is_reading = False
        self._box, self._ratio = QSize(), 1.0

    @property
    def entries(self) -> Sequence[GalleryEntry]:
        """The pictures, in their order."""
        return self._entries

    @property
    def is_settled(self) -> bool:
        """Whether no thumbnail is being read."""
        return not self._is_reading

    def index_of(self, path: Path) -> QModelIndex:
        """Where a picture is; an invalid index where it is not."""
        row = self._rows.get(path)
        return QModelIndex() if row is None else self.index(row)

    def rowCount(self, parent: _Index | None = None) -> int:  # noqa: N802 - Qt's name
        """How many pictures there are."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """What is known of a picture."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        match role:
            case GalleryRole.ENTRY:
                return entry
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return entry.name
            case Qt.ItemDataRole.DecorationRole:
                return self._image(entry)
            case _:
                return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Every picture can be chosen, and dragged into other programs."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        """Files."""
        return ["text/uri-list"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        """The files of pictures, for other programs."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(self._entries[index.row()].path)) for index in indexes])
        return mime

    def supportedDragActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        """They stay where they are."""
        return Qt.DropAction.CopyAction

    # Which pictures.

    def show_entries(self, entries: Sequence[GalleryEntry]) -> None:
        """Show these, in this order; rows that stay keep their place and are not shown anew."""
        wanted = {entry.path for entry in entries}
        staying = [entry.path for entry in self._entries if entry.path in wanted]
        order = [entry.path for entry in entries if entry.path in self._rows]
        gone = _runs(row for row, entry in enumerate(self._entries) if entry.path not in wanted)
        new = _runs(row for row, entry in enumerate(entries) if entry.path not in self._rows)
        if not staying or staying != order or len(gone) + len(new) > _MOST_RUNS:
            self.beginResetModel()
            self._take(entries)
            self.endResetModel()
            return
        for first, last in reversed(gone):
            self.beginRemoveRows(QModelIndex(), first, last)
            self._take([*self._entries[:first], *self._entries[last + 1 :]])
            self.endRemoveRows()
        for first, last in new:
            self.beginInsertRows(QModelIndex(), first, last)
            self._take([*self._entries[:first], *entries[first : last + 1], *self._entries[first:]])
            self.endInsertRows()
        former = self._entries
        self._take(entries)
        self._tell(row for row, entry in enumerate(entries) if entry is not former[row] and entry != former[row])

    def _take(self, entries: Iterable[GalleryEntry]) -> None:
        self._entries = list(entries)
        self._rows = {entry.path: row for row, entry in enumerate(self._entries)}

    def _tell(self, rows: Iterable[int]) -> None:
        for row in rows:
            self.dataChanged.emit(self.index(row), self.index(row))

    # Thumbnails.

    def set_box(self, box: QSize, ratio: float) -> None:
        """Make thumbnails fit into a box.

        Args:
            box: Its size.
            ratio: The device's pixels for each of the box's.
        """
        if (box, ratio) != (self._box, self._ratio):
            self._box, self._ratio = box, ratio
            self._images.clear()

    def _image(self, entry: GalleryEntry) -> QImage:
        image = self._images.get(entry.fingerprint)
        if image is not None:
            self._images.move_to_end(entry.fingerprint)
            return image
        if entry.fingerprint not in self._unreadable:
            self._wanted[entry.fingerprint] = entry
            self._wanted.move_to_end(entry.fingerprint)
            while len(self._wanted) > _MOST_WANTED:
                self._wanted.popitem(last=False)
            self._read_next()
        return QImage()

    def _read_next(self) -> None:
        if self._is_reading or not self._wanted or self._box.isEmpty():
            return
        self._is_reading = True
        # In the order in which they are looked at: a view asks from its top to its bottom.
        job = partial(_read, tuple(self._wanted.values()), self._thumbnails, self._box, self._ratio)
        self._background.send(job, on_done=self._take_images, on_failed=self._give_up, awaited=False)

    def _take_images(self, images: dict[str, QImage | None]) -> None:
        self._is_reading = False
        shown: list[int] = []
        for fingerprint, image in images.items():
            entry = self._wanted.pop(fingerprint, None)
            if image is None:
                self._unreadable.add(fingerprint)
                continue
            self._images[fingerprint] = image
            row = None if entry is None else self._rows.get(entry.path)
            if row is not None:
                shown.append(row)
        while len(self._images) > _MOST_IMAGES:
            self._images.popitem(last=False)
        self._tell(shown)
        self._read_next()

    def _give_up(self, _error: Exception) -> None:
        """Whatever it is, the log tells; what is scrolled to next is tried again."""
        self._is_reading = False
        self._wanted.clear()


def _runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """The first and the last of rows that follow each other."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = runs[-1][0], row
        else:
            runs.append((row, row))
    return runs


def _read(entries: Sequence[GalleryEntry], folder: Path, box: QSize, ratio: float) -> dict[str, QImage | None]:
    """As many thumbnails as there is time for, at least one; None for what cannot be read."""
    images: dict[str, QImage | None] = {}
    ends_s = time.monotonic() + _TURN_S
    for entry in entries:
        try:
            pixels = gallery_thumbnail(entry, folder)
        except ImageFileError:
            images[entry.fingerprint] = None
        else:
            images[entry.fingerprint] = _fitting(image_of_pixels(pixels), box, ratio)
        if time.monotonic() >= ends_s:
            break
    return images


def _fitting(image: QImage, box: QSize, ratio: float) -> QImage:
    """In the format that is drawn fastest, and at the size that it is drawn at."""
    scaled = image.scaled(box * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    scaled = scaled.convertToFormat(QImage.Format.Format_RGB32)
    scaled.setDevicePixelRatio(ratio)
    return scaled
