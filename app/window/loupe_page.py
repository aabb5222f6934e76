"""The page with the places under the loupe, in place of the preview."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.widgets.labels import ElidedLabel, heading
from app.widgets.loupe_tile import LoupeTile
from app.widgets.page import Page
from app.words.errors import sentence
from core.optimization.loupe_plan import CROP_PX

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.studio.loupe import Place
    from app.studio.studio import Studio

_MARGIN_PX: Final = 24
_GAP_PX: Final = 18


class LoupePage(Page):
    """Shows the studio's loupe.

    Signals:
        place_wanted(): Another place is wanted.
    """

    place_wanted = Signal()

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("loupePage")
        self._studio = studio
        self._loupe = studio.loupe
        self.setAccessibleName(self.tr("Loupe"))
        self.tiles: list[LoupeTile] = []
        self._words = ElidedLabel(self)
        self.another = QPushButton(self.tr("Another place…"), self)
        self.another.setToolTip(self.tr("Choose another place of the picture"))
        self.back = QPushButton(self.tr("Close"), self)
        self.back.setToolTip(self.tr("Back to the picture (Esc)"))
        row = QHBoxLayout()
        row.setContentsMargins(_MARGIN_PX, 12, _MARGIN_PX, 8)
        row.setSpacing(12)
        row.addWidget(heading(self.tr("Loupe"), self))
        row.addWidget(self._words, 1)
        row.addWidget(self.another)
        row.addWidget(self.back)
        self._area = QScrollArea(self)
        self._area.setObjectName("sheetGrid")
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ground = QWidget()
        self._ground.setObjectName("sheetGridPage")
        self._grid = QGridLayout(self._ground)
        self._grid.setContentsMargins(_MARGIN_PX, 8, _MARGIN_PX, _MARGIN_PX)
        self._grid.setSpacing(_GAP_PX)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._area.setWidget(self._ground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._area, 1)
        self._follow()

    @property
    def words(self) -> str:
        """What it says of all places."""
        return self._words.whole_text

    def _follow(self) -> None:
        loupe = self._loupe
        self.another.clicked.connect(self.place_wanted)
        self.back.clicked.connect(loupe.close)
        self.back_wanted.connect(loupe.close)
        loupe.places_changed.connect(self._on_places_changed)
        loupe.place_changed.connect(self._on_place_changed)
        self._studio.queue.added.connect(self._tell)
        self._studio.queue.idle.connect(self._tell)
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place as many side by side as there is room for."""
        super().resizeEvent(event)
        self._lay_out()

    @Slot()
    def _on_places_changed(self) -> None:
        places = self._loupe.places
        while len(self.tiles) > len(places):
            tile = self.tiles.pop()
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        while len(self.tiles) < len(places):
            self.tiles.append(self._new_tile(len(self.tiles)))
        for number, place in enumerate(places):
            is_current = self._loupe.is_current(place)
            self.tiles[number].show_caption(self._caption(place, is_current=is_current), is_current=is_current)
            self._on_place_changed(number)
        self._lay_out()
        self._tell()

    def _new_tile(self, number: int) -> LoupeTile:
        tile = LoupeTile(CROP_PX, self._ground)
        tile.again_wanted.connect(partial(self._loupe.look_again, number))
        tile.remove_wanted.connect(partial(self._loupe.remove, number))
        return tile

    @Slot(int)
    def _on_place_changed(self, number: int) -> None:
        place, tile = self._loupe.places[number], self.tiles[number]
        if place.error is None:
            tile.show_image(place.image, place.progress)
        else:
            tile.show_failure(sentence(place.error))
        self._tell()

    def _lay_out(self) -> None:
        room = self._area.viewport().width() - 2 * _MARGIN_PX + _GAP_PX
        widest = max((tile.sizeHint().width() for tile in self.tiles), default=1)
        num_columns = max(1, room // (widest + _GAP_PX))
        for number, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, number // num_columns, number % num_columns)

    def _caption(self, place: Place, *, is_current: bool) -> str:
        recipe = place.part.recipe
        settings = self.tr("{size} px, strength {strength}, freedom {freedom}").format(
            size=recipe.size_px, strength=round(recipe.style_strength), freedom=round(recipe.freedom)
        )
        return settings if is_current else self.tr("Former settings: {settings}").format(settings=settings)

    @Slot()
    def _tell(self) -> None:
        """Say what there is to see."""
        waits = any(not place.is_done and place.error is None for place in self._loupe.places)
        self.another.setEnabled(self._loupe.available)
        if waits and not self._studio.queue.is_idle:
            self._words.show_text(self.tr("Goes on when the picture is done."))
        elif waits:
            self._words.show_text(self.tr("The first place takes longer: the whole picture is painted small for it."))
        else:
            self._words.show_text(
                self.tr("The picture's own pixels, nearly as they will be: strokes may lie otherwise.")
            )
