"""The sheet in the window, as a person uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from app.run.job import JobState
from app.studio.sheet_entries import SheetKind
from core.errors import ImageFileError, ImageProblem

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.studio.studio import Studio
    from app.window.main_window import MainWindow
    from tests.app.fake_engine import FakeEngine, FakeThumbnails

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, studio: Studio) -> MainWindow:
    QTest.mouseClick(window.panel.sheet_button, LEFT)
    qtbot.waitUntil(lambda: studio.sheet.num_done == 2)
    return window


def test_one_press_shows_the_photo_in_every_painting(opened: MainWindow) -> None:
    page = opened.stage.pages.sheet
    assert page.isVisible()
    assert not opened.stage.preview.isVisible()
    assert [tile.text() for tile in page.grid.tiles] == ["Night Swirls", "Sunday Dots"]
    assert [tile.isChecked() for tile in page.grid.tiles] == [True, False]
    assert not any(tile.image.isNull() for tile in page.grid.tiles)


def test_a_click_takes_the_painting(qtbot: QtBot, opened: MainWindow, studio: Studio) -> None:
    tiles = opened.stage.pages.sheet.grid.tiles
    QTest.mouseClick(tiles[1], LEFT)
    qtbot.waitUntil(lambda: studio.sheet.taken == 1)
    assert studio.draft.paintings.picture is not None
    assert studio.draft.paintings.picture.path == studio.imports.starters[1].path
    qtbot.waitUntil(lambda: [tile.isChecked() for tile in opened.stage.pages.sheet.grid.tiles] == [False, True])


def test_escape_goes_back_to_the_picture(opened: MainWindow, studio: Studio) -> None:
    QTest.keyClick(opened.stage.pages.sheet.grid.tiles[0], Qt.Key.Key_Escape)
    assert studio.sheet.kind is None
    assert opened.stage.preview.isVisible()


def test_the_same_keys_open_and_close_it(window: MainWindow, studio: Studio) -> None:
    for kind, keys in ((SheetKind.PAINTINGS, "t"), (SheetKind.VARIATIONS, "T")):
        modifiers = Qt.KeyboardModifier.ControlModifier
        if keys == "T":
            modifiers |= Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(window, Qt.Key.Key_T, modifiers)
        assert studio.sheet.kind is kind
        QTest.keyClick(window, Qt.Key.Key_T, modifiers)
        assert studio.sheet.kind is None


def test_variations_are_a_click_away_and_one_is_taken(qtbot: QtBot, opened: MainWindow, studio: Studio) -> None:
    page = opened.stage.pages.sheet
    page.kinds.button(1).click()
    assert len(page.grid.tiles) == 27
    QTest.mouseClick(page.grid.tiles[8], LEFT)
    assert (studio.draft.settings.strength, studio.draft.settings.style_scale) == (75, 2)
    qtbot.waitUntil(lambda: studio.sheet.num_done == 27)
    assert page.grid.tiles[8].isChecked()


def test_stylize_shows_the_picture_while_thumbnails_wait(
    qtbot: QtBot, window: MainWindow, studio: Studio, engine: FakeEngine, thumbnails: FakeThumbnails
) -> None:
    thumbnails.hold_after = engine.hold_after = 1
    QTest.mouseClick(window.panel.sheet_button, LEFT)
    qtbot.waitUntil(lambda: len(thumbnails.recipes) == 1)
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: studio.queue.active is not None and studio.queue.active.progress is not None)
    assert window.stage.preview.isVisible()
    # Opened while a picture is painted, it waits, and Esc closes it instead of stopping the picture.
    QTest.mouseClick(window.panel.sheet_button, LEFT)
    assert "Goes on when the picture is done." in window.stage.pages.sheet.words
    QTest.keyClick(window.stage.pages.sheet, Qt.Key.Key_Escape)
    assert studio.sheet.kind is None
    assert [job.state for job in studio.queue.jobs] == [JobState.RUNNING]
    thumbnails.go_on.set()
    engine.go_on.set()
    qtbot.waitUntil(lambda: studio.queue.is_idle)
    assert studio.queue.current is not None
    assert studio.queue.current.state is JobState.DONE


def test_a_painting_that_cannot_be_painted_says_why(
    qtbot: QtBot, window: MainWindow, studio: Studio, thumbnails: FakeThumbnails
) -> None:
    path = studio.imports.starters[1].path
    thumbnails.errors[path.name] = ImageFileError(path, ImageProblem.FOLDER)
    QTest.mouseClick(window.panel.sheet_button, LEFT)
    qtbot.waitUntil(lambda: "folder" in window.stage.pages.sheet.grid.tiles[1].toolTip())


def test_the_sheet_is_saved_from_its_page(qtbot: QtBot, opened: MainWindow, studio: Studio, tmp_path: Path) -> None:
    QTest.mouseClick(opened.stage.pages.sheet.save, LEFT)
    dialog = opened.dialogs.dialog
    assert isinstance(dialog, QFileDialog)
    assert dialog.windowTitle() == "Save sheet as"
    assert dialog.selectedFiles()[0].endswith("Cat – all paintings.png")
    dialog.fileSelected.emit(str(tmp_path / "all.jpg"))
    dialog.reject()
    qtbot.waitUntil((tmp_path / "all.jpg").is_file)
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)
    with Image.open(tmp_path / "all.jpg") as image:
        assert image.format == "JPEG"
