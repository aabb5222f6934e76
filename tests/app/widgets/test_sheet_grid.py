from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from app.widgets.sheet_grid import SheetGrid, grid_shape
from app.widgets.sheet_tile import CAPTION_PX

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def grid(qtbot: QtBot) -> SheetGrid:
    grid = SheetGrid()
    qtbot.addWidget(grid)
    grid.resize(1038, 600)
    grid.show()
    qtbot.waitExposed(grid)
    return grid


@pytest.mark.parametrize("proportion", [0.6, 1.0, 1.5])
@pytest.mark.parametrize("size", [QSize(1000, 560), QSize(1550, 900)])
def test_twelve_are_seen_at_once(size: QSize, proportion: float) -> None:
    shape = grid_shape(size, [12], proportion)
    num_rows = -(-12 // shape.num_columns)
    assert num_rows * (shape.tile[1] + 10) - 10 <= size.height()
    assert shape.num_columns * (shape.tile[0] + 10) - 10 <= size.width()


def test_tiles_are_no_larger_than_a_thumbnail_bears_and_no_smaller_than_can_be_seen() -> None:
    assert grid_shape(QSize(1500, 900), [1], 1.0).tile == (300, 300 + CAPTION_PX)
    assert grid_shape(QSize(1000, 560), [90], 1.0).tile[0] >= 150
    assert grid_shape(QSize(100, 100), [3], 1.0).num_columns == 1


def test_those_that_can_be_seen_are_told_also_after_scrolling(qtbot: QtBot, grid: SheetGrid) -> None:
    told: list[tuple[int, ...]] = []
    grid.visible_changed.connect(told.append)
    grid.show_entries([("", str(number)) for number in range(60)], 1.0)
    qtbot.waitUntil(lambda: len(told) == 1)
    assert told[0][0] == 0
    assert 5 < len(told[0]) < 60
    bar = grid.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert told[-1][-1] == 59
    assert 0 not in told[-1]


def test_a_tile_is_picked_by_mouse_and_by_keys(grid: SheetGrid) -> None:
    chosen: list[int] = []
    grid.chosen.connect(chosen.append)
    grid.show_entries([("A", "one"), ("A", "two"), ("B", "three")], 1.0)
    QTest.mouseClick(grid.tiles[1], Qt.MouseButton.LeftButton)
    QTest.keyClick(grid.tiles[2], Qt.Key.Key_Space)
    assert chosen == [1, 2]


def test_tiles_of_two_sections_lie_under_each_other(grid: SheetGrid) -> None:
    grid.show_entries([("A", "one"), ("A", "two"), ("B", "three")], 1.0)
    one, two, three = (tile.geometry() for tile in grid.tiles)
    assert one.top() == two.top() < three.top()
    assert one.left() == three.left() < two.left()


def test_a_tile_shows_its_picture(grid: SheetGrid) -> None:
    grid.show_entries([("", "one")], 1.0)
    (tile,) = grid.tiles
    image = QImage(16, 16, QImage.Format.Format_RGB32)
    image.fill(QColor(200, 30, 40))
    tile.show_image(image, is_done=True)
    middle = tile.grab().toImage().pixelColor(tile.width() // 2, tile.width() // 2)
    assert (middle.red(), middle.green(), middle.blue()) == (200, 30, 40)
    tile.show_failure("It is no picture.")
    assert tile.image.isNull()
    assert "It is no picture." in tile.toolTip()
    assert tile.accessibleDescription() == "It is no picture."


def test_what_is_selected_is_the_only_one(grid: SheetGrid) -> None:
    grid.show_entries([("", "one"), ("", "two")], 1.0)
    for number, checked in ((1, [False, True]), (0, [True, False]), (None, [False, False])):
        grid.select(number)
        assert [tile.isChecked() for tile in grid.tiles] == checked
