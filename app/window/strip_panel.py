"""The strip of paintings with its search field and its menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSortFilterProxyModel, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QVBoxLayout, QWidget

from app.studio.strip_model import StripRole
from app.widgets.name_question import name_question
from app.widgets.painting_strip import GRID_PX, PaintingStrip

if TYPE_CHECKING:
    from pathlib import Path

    from app.studio.own_paintings import OwnPaintings
    from app.studio.strip_model import StripModel

# With so many, finding one by its name is quicker than by looking.
_MANY: Final = 24
_GAP_PX: Final = 4


class StripPanel(QWidget):
    """Lets the person choose paintings, and keep those of their own.

    Attributes:
        strip: The paintings.
        search: The field for a part of a name; seen where there are many.

    Signals:
        chosen(Path), toggled(Path): As the strip's.
        add_wanted(): The person wants to keep more paintings here.
        height_changed(): It wants another height.
    """

    chosen = Signal(object)
    toggled = Signal(object)
    add_wanted = Signal()
    height_changed = Signal()

    def __init__(self, model: StripModel, own: OwnPaintings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._own = own
        self._shown: Path | None = None
        self._filter = QSortFilterProxyModel(self)
        self._filter.setSourceModel(model)
        self._filter.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search by name"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.setAcceptDrops(False)
        self.strip = PaintingStrip(self._filter, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP_PX)
        column.addWidget(self.search)
        column.addWidget(self.strip, 1)
        self._invitation = QLabel(self.tr("Drop: keep here, among your paintings"), self)
        self._invitation.setObjectName("dropInvitation")
        self._invitation.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._invitation.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._invitation.hide()
        self.search.textChanged.connect(self._filter.setFilterFixedString)
        self.strip.chosen.connect(self.chosen)
        self.strip.toggled.connect(self.toggled)
        self.strip.moved.connect(own.move)
        self.strip.menu_wanted.connect(self._on_menu_wanted)
        self.strip.remove_wanted.connect(self._on_remove_wanted)
        self.strip.rename_wanted.connect(self._on_rename_wanted)
        model.modelReset.connect(self._on_model_reset)
        self._on_model_reset()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the tabulator goes to, in the order of the eye."""
        return (self.search, self.strip)

    def height_of(self, num_rows: int) -> int:
        """Its height with so many rows of paintings."""
        search_px = self.search.sizeHint().height() + _GAP_PX if self.search.isVisibleTo(self) else 0
        return search_px + num_rows * GRID_PX

    def show_painting(self, path: Path | None) -> None:
        """Scroll to where this painting is."""
        self._shown = path
        if path is not None:
            self.strip.scrollTo(self.strip.index_of(path))

    def set_awaiting_drop(self, awaiting: bool) -> None:
        """Show, or no longer show, that what is being dragged would be kept here."""
        self._invitation.setGeometry(self.rect())
        self._invitation.setVisible(awaiting)

    @Slot()
    def _on_model_reset(self) -> None:
        self.show_painting(self._shown)
        many = self._model.rowCount() > _MANY
        if not many:
            self.search.clear()
        if many == self.search.isHidden():
            self.search.setVisible(many)
            self.height_changed.emit()

    @Slot(object, QPoint)
    def _on_menu_wanted(self, path: Path | None, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if path is not None:
            self._offer_for(menu, path)
            menu.addSeparator()
        menu.addAction(self.tr("Add paintings…")).triggered.connect(self.add_wanted)
        menu.popup(place)

    def _offer_for(self, menu: QMenu, path: Path) -> None:
        index = self.strip.index_of(path)
        mix = menu.addAction(
            self.tr("Take out of the mixture") if index.data(StripRole.CHOSEN) else self.tr("Mix in (Ctrl-click)")
        )
        mix.triggered.connect(lambda: self.toggled.emit(path))
        if index.data(StripRole.OWN):
            menu.addSeparator()
            menu.addAction(self.tr("Rename…")).triggered.connect(lambda: self._on_rename_wanted(path))
            menu.addAction(self.tr("Remove from here")).triggered.connect(lambda: self._on_remove_wanted(path))

    @Slot(object)
    def _on_remove_wanted(self, path: Path) -> None:
        self._own.remove({path})

    @Slot(object)
    def _on_rename_wanted(self, path: Path) -> None:
        title, label = self.tr("Rename painting"), self.tr("Its name here; the file keeps its own.")
        name_question(self, title, label, self._model.name_of(path) or "", partial(self._own.rename, path)).open()
