"""The finished pictures side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from app.look import theme
from app.widgets.gallery_delegate import BOX, GalleryDelegate
from app.widgets.star_rating import NUM_STARS

if TYPE_CHECKING:
    from PySide6.QtCore import QItemSelection
    from PySide6.QtGui import QContextMenuEvent, QPaintEvent, QResizeEvent

    from app.library.gallery.entry import GalleryEntry
    from app.studio.gallery_model import GalleryModel

_STARS_OF_KEYS: Final = {Qt.Key(Qt.Key.Key_0.value + stars): stars for stars in range(NUM_STARS + 1)}
_LOOK_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_MARGIN_PX: Final = 14


class GalleryGrid(QListView):
    """Shows a `GalleryModel`; several pictures can be chosen, and dragged into other programs.

    Signals:
        chosen_changed(): Others are chosen.
        look_wanted(): Those that are chosen are to be seen large.
        rated(int): They are to have so many stars.
        menu_wanted(QPoint): Their menu is wanted at this place of the screen.
    """

    chosen_changed = Signal()
    look_wanted = Signal()
    rated = Signal(int)
    menu_wanted = Signal(QPoint)

    def __init__(self, model: GalleryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words_for_none = ""
        self._pictures = model
        self.setModel(model)
        self._delegate = GalleryDelegate(self.font(), self)
        self.setItemDelegate(self._delegate)
        self.setObjectName("galleryGrid")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Finished pictures"))
        self.setAccessibleDescription(self.tr("Choose one to see how it was painted, or two to compare them."))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # Always: so that nothing moves when there are more pictures than find room.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(_MARGIN_PX, 0, 0, 0)
        self.setMouseTracking(True)
        self.doubleClicked.connect(self._on_double_clicked)

    @property
    def chosen(self) -> tuple[GalleryEntry, ...]:
        """The pictures that are chosen, in their order."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return tuple(self._pictures.entries[row] for row in rows)

    def choose(self, entry: GalleryEntry) -> None:
        """Choose one picture, and no other, and scroll to it."""
        index = self._pictures.index_of(entry.path)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def say_for_none(self, words: str) -> None:
        """What is to be read where there are no pictures."""
        if words != self._words_for_none:
            self._words_for_none = words
            self.viewport().update()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:  # noqa: N802 - Qt's name
        """Tell of it."""
        super().selectionChanged(selected, deselected)
        self.chosen_changed.emit()

    @Slot(QModelIndex)
    def _on_double_clicked(self, _index: QModelIndex) -> None:
        self.look_wanted.emit()

    def event(self, event: QEvent) -> bool:
        """Keep the digits, which rate, from the window, to which they mean sizes."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._stars(event) >= 0:
            event.accept()
            return True
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._pictures.set_box(BOX, self.devicePixelRatioF())
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rate, and look closer; the arrows go to other pictures."""
        stars = self._stars(event)
        if stars >= 0:
            self.rated.emit(stars)
        elif event.key() in _LOOK_KEYS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.look_wanted.emit()
        elif event.text().isalnum():
            event.ignore()  # letters are the window's
        else:
            super().keyPressEvent(event)

    def _stars(self, event: QKeyEvent) -> int:
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        return _STARS_OF_KEYS.get(Qt.Key(event.key()), -1) if plain else -1

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is chosen."""
        index = self.currentIndex()
        if event.reason() is event.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(index).center())
        else:
            place, index = event.globalPos(), self.indexAt(event.pos())
        if index.isValid():
            self.menu_wanted.emit(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among as many pictures as there is room for."""
        super().resizeEvent(event)
        self._pictures.set_box(BOX, self.devicePixelRatioF())
        size, width = self._delegate.size, self.viewport().width()
        num_columns = max(1, width // size.width())
        self.setGridSize(QSize(width // num_columns, size.height() + 4))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pictures, or say why there are none."""
        super().paintEvent(event)
        if self._words_for_none and not self._pictures.entries:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(theme.tokens().quiet))
            area = self.viewport().rect().adjusted(20, 20, -20, -20)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words_for_none)
