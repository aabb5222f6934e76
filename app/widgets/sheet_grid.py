"""Many thumbnails in rows, as large as lets all of them be seen at once where that is possible."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QLabel, QScrollArea, QWidget

from app.widgets.labels import heading
from app.widgets.sheet_tile import CAPTION_PX, SheetTile, caption_height

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

_MARGIN_PX: Final = 22
_GAP_PX: Final = 10
_HEADING_PX: Final = 30
# Of a tile: a thumbnail of 160 px is not enlarged beyond what it bears.
_WIDEST_PX: Final = 300
_NARROWEST_PX: Final = 150
_MOST_COLUMNS: Final = 12


@dataclass(frozen=True, slots=True)
class GridShape:
    """How tiles are laid out.

    Attributes:
        num_columns: Tiles side by side.
        tile: Width and height of each, in pixels.
    """

    num_columns: int
    tile: tuple[int, int]


def grid_shape(
    area: QSize, counts: Sequence[int], proportion: float, heading_px: int = 0, caption_px: int = CAPTION_PX
) -> GridShape:
    """The largest tiles that all fit into an area; where they cannot, some that are seen well, to be scrolled.

    Args:
        area: Width and height in pixels.
        counts: How many tiles each section has.
        proportion: Height of a picture over its width.
        heading_px: Height of what stands above each section.
        caption_px: Height of what stands below each picture.
    """
    shapes: list[GridShape] = []
    for num_columns in range(1, _MOST_COLUMNS + 1):
        width = min(_WIDEST_PX, (area.width() + _GAP_PX) // num_columns - _GAP_PX)
        if width < _NARROWEST_PX and shapes:
            break
        shape = GridShape(num_columns, (width, round(width * proportion) + caption_px))
        num_rows = sum(math.ceil(count / num_columns) for count in counts)
        if num_rows * (shape.tile[1] + _GAP_PX) + len(counts) * heading_px - _GAP_PX <= area.height():
            return shape
        shapes.append(shape)
    return shapes[-1]


class SheetGrid(QScrollArea):
    """Shows thumbnails under their captions, in sections.

    Signals:
        chosen(int): The person picked the one with this number, from 0.
        visible_changed(tuple): Others can be seen: their numbers.
    """

    chosen = Signal(int)
    visible_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheetGrid")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page = QWidget()
        self._page.setObjectName("sheetGridPage")
        self.setWidget(self._page)
        self._proportion = 1.0
        self._tiles: list[SheetTile] = []
        self._sections: list[tuple[QLabel | None, int]] = []
        self._group = QButtonGroup(self)
        self._visible: tuple[int, ...] = ()
        self._look_timer = QTimer(self, singleShot=True, interval=0)
        self._look_timer.timeout.connect(self._look)
        self._group.idClicked.connect(self.chosen)
        self.verticalScrollBar().valueChanged.connect(self._look)

    @property
    def tiles(self) -> tuple[SheetTile, ...]:
        """The thumbnails, in their order."""
        return tuple(self._tiles)

    def show_entries(self, entries: Sequence[tuple[str, str]], proportion: float) -> None:
        """Show so many thumbnails, blank at first.

        Args:
            entries: Section and caption of each; those of a section follow each other.
            proportion: Height of a picture over its width.
        """
        self._proportion = proportion
        for widget in (*self._tiles, *(label for label, _ in self._sections if label is not None)):
            widget.hide()
            widget.deleteLater()
        for button in self._group.buttons():
            self._group.removeButton(button)
        self._tiles, self._sections, self._visible = [], [], ()
        last: str | None = None
        for number, (section, caption) in enumerate(entries):
            if section != last:
                self._sections.append((heading(section, self._page) if section else None, 0))
                last = section
            label, num_tiles = self._sections[-1]
            self._sections[-1] = label, num_tiles + 1
            tile = SheetTile(caption, self._page)
            self._group.addButton(tile, number)
            self._tiles.append(tile)
        self._lay_out()
        for widget in (*self._tiles, *(label for label, _ in self._sections if label is not None)):
            widget.show()
        self.verticalScrollBar().setValue(0)

    def select(self, number: int | None) -> None:
        """Outline the thumbnail with this number; None for none."""
        self._group.setExclusive(False)
        for each, tile in enumerate(self._tiles):
            tile.setChecked(each == number)
        self._group.setExclusive(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the thumbnails out anew."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        area = self.maximumViewportSize()
        inner = QSize(area.width() - 2 * _MARGIN_PX, area.height() - 2 * _MARGIN_PX)
        has_headings = any(label is not None for label, _ in self._sections)
        counts = [num_tiles for _, num_tiles in self._sections]
        heading_px, caption_px = max(_HEADING_PX, self.fontMetrics().height() + 14), caption_height(self.fontMetrics())
        shape = grid_shape(inner, counts, self._proportion, heading_px if has_headings else 0, caption_px)
        (width, height), num_columns = shape.tile, min(shape.num_columns, max(counts, default=1))
        left = max(_MARGIN_PX, (area.width() - num_columns * (width + _GAP_PX) + _GAP_PX) // 2)
        top, tiles = _MARGIN_PX, iter(self._tiles)
        for label, num_tiles in self._sections:
            if label is not None:
                label.setGeometry(left + 4, top, area.width() - 2 * left, heading_px - 6)
                top += heading_px
            for place in range(num_tiles):
                row, column = divmod(place, num_columns)
                rect = QRect(left + column * (width + _GAP_PX), top + row * (height + _GAP_PX), width, height)
                next(tiles).setGeometry(rect)
            top += math.ceil(num_tiles / num_columns) * (height + _GAP_PX)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            for widget in (*self._tiles, *(label for label, _ in self._sections if label is not None)):
                shown = widget.geometry()
                widget.move(area.width() - shown.right() - 1, shown.top())
        self._page.resize(area.width(), max(area.height(), top - _GAP_PX + _MARGIN_PX))
        self._look_timer.start()

    @Slot()
    def _look(self) -> None:
        """Tell which of them can be seen."""
        seen = self.viewport().rect().translated(0, self.verticalScrollBar().value())
        visible = tuple(number for number, tile in enumerate(self._tiles) if tile.geometry().intersects(seen))
        if visible != self._visible:
            self._visible = visible
            self.visible_changed.emit(visible)

    @Slot(QAbstractButton)
    def scroll_to(self, tile: QAbstractButton) -> None:
        """Bring a thumbnail into sight."""
        self.ensureWidgetVisible(tile, 0, _MARGIN_PX)
