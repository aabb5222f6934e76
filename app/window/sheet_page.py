"""The page with the sheet, in place of the preview."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.studio.sheet_entries import SheetKind
from app.widgets.choice_row import ChoiceRow
from app.widgets.labels import explanation, heading
from app.widgets.page import Page
from app.widgets.sheet_grid import SheetGrid
from app.words.errors import sentence

if TYPE_CHECKING:
    from app.studio.sheet import Sheet, SheetThumbnail
    from app.studio.studio import Studio
    from app.widgets.sheet_tile import SheetTile

_MARGIN_PX: Final = 24


class SheetPage(Page):
    """Shows the studio's sheet.

    Signals:
        save_wanted(): The person wants the sheet as a file.
    """

    save_wanted = Signal()

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheetPage")
        self.setAccessibleName(self.tr("Choose by looking"))
        self._studio = studio
        self._sheet: Sheet = studio.sheet
        self.kinds = ChoiceRow(
            self.tr("Sheet"),
            [
                (self.tr("Paintings"), SheetKind.PAINTINGS, self.tr("The photo in the manner of every painting.")),
                (
                    self.tr("Variations"),
                    SheetKind.VARIATIONS,
                    self.tr("The chosen painting with other strengths, brush strokes and colours."),
                ),
            ],
            self,
        )
        self.kinds.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._words = explanation("", self)
        self.save = QPushButton(self.tr("Save sheet…"), self)
        self.save.setToolTip(self.tr("Save all of them with their names as one picture"))
        self.back = QPushButton(self.tr("Close"), self)
        self.back.setToolTip(self.tr("Back to the picture (Esc)"))
        self.grid = SheetGrid(self)
        row = QHBoxLayout()
        row.setContentsMargins(_MARGIN_PX, 12, _MARGIN_PX, 0)
        row.setSpacing(12)
        row.addWidget(heading(self.tr("Choose by looking"), self))
        row.addWidget(self.kinds)
        row.addWidget(self._words)
        row.addStretch()
        row.addWidget(self.save)
        row.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.grid, 1)
        self._follow()

    @property
    def words(self) -> str:
        """How far it says the sheet is."""
        return self._words.text()

    def _follow(self) -> None:
        sheet = self._sheet
        self.kinds.chosen.connect(self._on_kind_chosen)
        self.back.clicked.connect(sheet.close)
        self.back_wanted.connect(sheet.close)
        self.save.clicked.connect(self.save_wanted)
        self.grid.chosen.connect(self._on_chosen)
        self.grid.visible_changed.connect(self._on_visible_changed)
        sheet.opened.connect(self._on_opened)
        sheet.entries_changed.connect(self._on_entries_changed)
        sheet.thumbnail_changed.connect(self._on_thumbnail_changed)
        sheet.taken_changed.connect(self._on_taken_changed)
        self._studio.queue.added.connect(self._tell)
        self._studio.queue.idle.connect(self._tell)

    @Slot(object)
    def _on_kind_chosen(self, kind: SheetKind) -> None:
        self._sheet.open(kind)

    @Slot(object)
    def _on_opened(self, kind: SheetKind) -> None:
        self.kinds.select(kind)

    @Slot()
    def _on_entries_changed(self) -> None:
        photo = self._studio.draft.photo.picture
        proportion = 1.0
        if photo is not None:
            shape = self._sheet.entries[0].recipe.shape if self._sheet.entries else None
            width, height = shape or (photo.width_px, photo.height_px)
            proportion = min(2.0, max(0.4, height / width))
        self.grid.show_entries([(entry.section, entry.caption) for entry in self._sheet.entries], proportion)
        for tile, thumbnail in zip(self.grid.tiles, self._sheet.thumbnails, strict=True):
            _show(tile, thumbnail)
        self._tell()

    @Slot(int)
    def _on_thumbnail_changed(self, number: int) -> None:
        _show(self.grid.tiles[number], self._sheet.thumbnails[number])
        self._tell()

    @Slot()
    def _on_taken_changed(self) -> None:
        self.grid.select(self._sheet.taken)

    @Slot(int)
    def _on_chosen(self, number: int) -> None:
        self._sheet.take(number)
        # The button is checked by the click itself; what is taken decides.
        self.grid.select(self._sheet.taken)

    @Slot(object)
    def _on_visible_changed(self, visible: tuple[int, ...]) -> None:
        self._sheet.look_at(visible)

    @Slot()
    def _tell(self) -> None:
        """Say how far the sheet is."""
        num_entries, num_done = len(self._sheet.entries), self._sheet.num_done
        self.save.setEnabled(num_done > 0)
        if num_done == num_entries:
            self._words.setText("" if num_entries else self.tr("Choose a photo and a painting first."))
        elif not self._studio.queue.is_idle:
            self._words.setText(self.tr("Goes on when the picture is done."))
        else:
            self._words.setText(self.tr("{done} of {all}").format(done=num_done, all=num_entries))


def _show(tile: SheetTile, thumbnail: SheetThumbnail) -> None:
    if thumbnail.error is None:
        tile.show_image(thumbnail.image, is_done=thumbnail.is_done)
    else:
        tile.show_failure(sentence(thumbnail.error))
