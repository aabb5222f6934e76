"""The page with the gallery, in place of the preview."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.studio.gallery_look import MOST_PICTURES
from app.widgets.gallery_details import GalleryDetails
from app.widgets.gallery_grid import GalleryGrid
from app.widgets.labels import explanation, heading
from app.widgets.page import Page
from app.window.gallery_look_pane import GalleryLookPane

if TYPE_CHECKING:
    from app.library.gallery.entry import GalleryEntry
    from app.studio.studio import Studio
    from app.system.background_jobs import BackgroundJobs

_MARGIN_PX: Final = 24
_SEARCH_PX: Final = 220


class GalleryPage(Page):
    """Shows the studio's gallery: all pictures, or one or two of them large.

    Attributes:
        grid: All pictures.
        pane: One or two of them.
        details: What is known of what is chosen.
        search: The field for a part of a name.
        back: Closes what is open.

    Signals:
        chosen_changed(): ``chosen`` is something else.
    """

    chosen_changed = Signal()

    def __init__(self, studio: Studio, background: BackgroundJobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("galleryPage")
        self._studio, self._gallery = studio, studio.gallery
        self.setAccessibleName(self.tr("Gallery"))
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search by name"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(_SEARCH_PX)
        self.back = QPushButton(self)
        self.grid = GalleryGrid(self._gallery.model, self)
        self.pane = GalleryLookPane(self._gallery, background, self)
        self.details = GalleryDetails(self._gallery.name_of, self)
        self._heading, self._words = heading(self.tr("Gallery"), self), explanation("", self)
        row = QHBoxLayout()
        row.setContentsMargins(_MARGIN_PX, 12, _MARGIN_PX, 8)
        row.setSpacing(12)
        row.addWidget(self._heading)
        row.addWidget(self._words)
        row.addStretch()
        row.addWidget(self.search)
        row.addWidget(self.back)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self.pane)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        column.addWidget(self.details)
        self._follow()

    def _follow(self) -> None:
        gallery = self._gallery
        self.back.clicked.connect(self._on_back_wanted)
        self.back_wanted.connect(self._on_back_wanted)
        self.search.textChanged.connect(gallery.search)
        self.grid.chosen_changed.connect(self._on_chosen_changed)
        self.grid.look_wanted.connect(self.look_closer)
        self.grid.rated.connect(self._on_rated)
        self.details.rated.connect(self._on_rated)
        self.details.look.clicked.connect(self.look_closer)
        self.grid.menu_wanted.connect(self._on_menu_wanted)
        gallery.opened.connect(self._on_opened)
        gallery.changed.connect(self._on_gallery_changed)
        gallery.look.changed.connect(self._on_look_changed)
        self._studio.gallery_commands.renamed.connect(self._on_renamed)
        self._on_look_changed()
        self._on_gallery_changed()

    @property
    def chosen(self) -> tuple[GalleryEntry, ...]:
        """The pictures that something can be done with: those that are looked at, else those that are chosen."""
        entries = self._gallery.look.entries or self.grid.chosen
        known = (self._gallery.entry_of(entry.path) for entry in entries)
        return tuple(entry for entry in known if entry is not None)

    @property
    def words(self) -> str:
        """What it says of all pictures."""
        return self._words.text()

    @property
    def is_looking_closer(self) -> bool:
        """Whether one or two pictures are seen large."""
        return bool(self._gallery.look.entries)

    @Slot()
    def look_closer(self) -> None:
        """See the chosen picture large, or two side by side."""
        chosen = self.grid.chosen
        if 0 < len(chosen) <= MOST_PICTURES:
            self._gallery.look.look_at(chosen)

    @Slot()
    def _on_opened(self) -> None:
        self._gallery.look.look_at(())
        if not self.grid.chosen and self._gallery.model.entries:
            self.grid.scrollToTop()

    @Slot()
    def _on_back_wanted(self) -> None:
        if self.is_looking_closer:
            self._gallery.look.look_at(())
        else:
            self._gallery.close()

    @Slot()
    def _on_look_changed(self) -> None:
        entries = self._gallery.look.entries
        is_closer = bool(entries)
        if len(entries) == 1:
            # Whoever goes back finds the picture where it is.
            self.grid.choose(entries[0])
        self._stack.setCurrentWidget(self.pane if is_closer else self.grid)
        self.search.setVisible(not is_closer)
        self._words.setVisible(not is_closer)
        self.details.look.setVisible(not is_closer)
        self.back.setText(self.tr("All pictures") if is_closer else self.tr("Close"))
        self.back.setToolTip(
            self.tr("Back to all pictures (Esc)") if is_closer else self.tr("Back to what is being painted (Esc)")
        )
        if self._gallery.is_open:
            (self.pane.views[0] if is_closer else self.grid).setFocus()
        self._on_chosen_changed()

    @Slot()
    def _on_chosen_changed(self) -> None:
        self.details.show_entries(self.chosen, num_shown=self._gallery.model.rowCount())
        self.chosen_changed.emit()

    @Slot()
    def _on_gallery_changed(self) -> None:
        num_shown, num_known = self._gallery.model.rowCount(), self._gallery.num_known
        if num_shown < num_known:
            self._words.setText(self.tr("{shown} of {all}").format(shown=num_shown, all=num_known))
        else:
            self._words.setText(self.tr("%n pictures", "", num_known) if num_known else "")
        if num_known:
            self.grid.say_for_none(self.tr("No picture has that name."))
        elif self._gallery.is_looking:
            self.grid.say_for_none(self.tr("Looking for pictures…"))
        else:
            self.grid.say_for_none(self.tr("Every picture that you paint will be found here."))
        if self._gallery.look.entries and not self.chosen:
            self._gallery.look.look_at(())  # what was looked at is there no more
        self._on_chosen_changed()

    @Slot(int)
    def _on_rated(self, stars: int) -> None:
        chosen = self.chosen
        if chosen:
            self._gallery.rate([entry.path for entry in chosen], stars)

    @Slot(object)
    def _on_renamed(self, entry: GalleryEntry) -> None:
        # The row is a new one.
        self.grid.choose(entry)

    @Slot(QPoint)
    def _on_menu_wanted(self, place: QPoint) -> None:
        self.details.menu.popup(place)
