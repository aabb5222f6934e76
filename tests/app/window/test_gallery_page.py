"""The gallery in the window, as a person uses it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from PySide6.QtCore import QFile, QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest

from app.studio.picture_roles import Role
from app.widgets.print_dialog import PrintDialog
from core.recipe.choices import Preset

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from app.studio.gallery import Gallery
    from app.studio.studio import Studio
    from app.window.gallery_actions import GalleryActions
    from app.window.gallery_page import GalleryPage
    from app.window.main_window import MainWindow
    from tests.app.fake_engine import FakeEngine
    from tests.app.finished_pictures import FinishedPictures

LEFT = Qt.MouseButton.LeftButton
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, studio: Studio, finished: FinishedPictures) -> GalleryPage:
    """The gallery with three pictures, opened by its button."""
    finished.add("sea.png", preset=Preset.DRAFT, style_strength=75.0)
    finished.add("hill.png", 30, 24)
    finished.add("wood.png", 24, 30)
    press(window._gallery.button)
    settled(qtbot, studio.gallery)
    return window.stage.pages.gallery


@pytest.fixture
def actions(window: MainWindow) -> GalleryActions:
    return window._gallery.of_pictures


def press(widget: QWidget) -> None:
    QTest.mouseClick(widget, LEFT)


def settled(qtbot: QtBot, gallery: Gallery) -> None:
    """Wait until it is known which pictures there are, and all that are seen have thumbnails."""
    qtbot.waitUntil(lambda: not gallery.is_looking and gallery.model.is_settled)


def titles(page: GalleryPage) -> list[str]:
    model = page.grid.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def place_of(page: GalleryPage, row: int) -> QPoint:
    return page.grid.visualRect(page.grid.model().index(row, 0)).center()


def choose(page: GalleryPage, row: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.mouseClick(page.grid.viewport(), LEFT, modifiers, place_of(page, row))


def look_at(qtbot: QtBot, page: GalleryPage, row: int) -> None:
    choose(page, row)
    QTest.keyClick(page.grid, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.pane.views[0].image.isNull())


def test_a_button_shows_all_pictures_and_hides_them_again(qtbot: QtBot, window: MainWindow, page: GalleryPage) -> None:
    assert page.isVisible()
    assert not window.stage.preview.isVisible()
    assert titles(page) == ["sea", "hill", "wood"]
    assert page.words == "3 pictures"
    rows = [page.grid.model().index(row, 0) for row in range(3)]
    qtbot.waitUntil(lambda: not any(row.data(Qt.ItemDataRole.DecorationRole).isNull() for row in rows))
    assert window._gallery.action.isChecked()
    press(window._gallery.button)
    assert window.stage.preview.isVisible()
    assert not window._gallery.button.isChecked()


def test_the_keyboard_opens_and_closes_it(window: MainWindow, page: GalleryPage, studio: Studio) -> None:
    QTest.keyClick(page.grid, Qt.Key.Key_Escape)
    assert not studio.gallery.is_open
    QTest.keyClick(window, Qt.Key.Key_G, CTRL)
    assert page.isVisible()
    QTest.keyClick(window, Qt.Key.Key_G, CTRL)
    assert not page.isVisible()


def test_other_pages_take_its_place(window: MainWindow, page: GalleryPage, studio: Studio) -> None:
    press(window.panel.sheet_button)
    assert not studio.gallery.is_open
    assert window.stage.pages.sheet.isVisible()
    press(window._gallery.button)
    assert studio.sheet.kind is None
    assert page.isVisible()


def test_without_pictures_it_says_what_will_be_there(qtbot: QtBot, window: MainWindow, studio: Studio) -> None:
    press(window._gallery.button)
    settled(qtbot, studio.gallery)
    page = window.stage.pages.gallery
    assert page.grid._words_for_none == "Every picture that you paint will be found here."
    assert page.words == ""
    assert not page.details.look.isEnabled()


def test_what_is_chosen_tells_how_it_was_painted(page: GalleryPage) -> None:
    assert page.details.facts.whole_text == "Choose a picture to see how it was painted."
    choose(page, 0)
    assert page.details.name.whole_text == "sea"
    facts = page.details.facts.whole_text
    assert "24 × 18 px · photo – painting · Draft · strength 75, freedom 50" in facts


def test_a_picture_without_recipe_says_so(
    qtbot: QtBot, page: GalleryPage, studio: Studio, finished: FinishedPictures, actions: GalleryActions
) -> None:
    Image.new("RGB", (40, 30)).save(finished.folder / "bare.png")
    qtbot.waitUntil(lambda: titles(page) == ["bare", "sea", "hill", "wood"])
    settled(qtbot, studio.gallery)
    choose(page, 0)
    assert page.details.facts.whole_text.endswith("40 × 30 px · does not tell how it was painted")
    assert not page.details.use_settings.isEnabled()
    assert not actions.larger.isEnabled()
    assert actions.trash.isEnabled()


def test_a_picture_that_is_painted_is_there_when_it_is_opened_next(
    qtbot: QtBot, window: MainWindow, page: GalleryPage, studio: Studio
) -> None:
    studio.stylize()
    assert not studio.gallery.is_open  # whoever has something painted wants to see it
    qtbot.waitUntil(lambda: studio.queue.is_idle and studio.shutdown.nothing_goes_on)
    press(window._gallery.button)
    settled(qtbot, studio.gallery)
    assert titles(page)[0].startswith("Cat – Night Swirls – ")
    choose(page, 0)
    assert page.details.name.whole_text == "Cat – Night Swirls"


def test_a_picture_saved_elsewhere_is_there_as_well(
    qtbot: QtBot, window: MainWindow, page: GalleryPage, studio: Studio, tmp_path: Path
) -> None:
    studio.stylize()
    qtbot.waitUntil(lambda: studio.queue.is_idle and studio.shutdown.nothing_goes_on)
    (tmp_path / "exhibition").mkdir()
    studio.save(tmp_path / "exhibition" / "mine.jpg", ".png")
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)
    press(window._gallery.button)
    settled(qtbot, studio.gallery)
    assert "mine" in titles(page)
    assert len(titles(page)) == 5


def test_what_other_programs_do_is_seen_at_once(
    qtbot: QtBot, page: GalleryPage, studio: Studio, finished: FinishedPictures
) -> None:
    choose(page, 1)
    finished.paths[0].unlink()
    shutil.copy2(finished.paths[2], finished.folder / "copy.png")
    qtbot.waitUntil(lambda: titles(page) == ["hill", "copy", "wood"])
    settled(qtbot, studio.gallery)
    assert [entry.name for entry in page.chosen] == ["hill"]


def test_pictures_are_found_by_their_names_and_those_of_their_paintings(page: GalleryPage) -> None:
    page.search.setText("HI")
    assert titles(page) == ["hill"]
    assert page.words == "1 of 3"
    page.search.setText("paint")
    assert titles(page) == ["sea", "hill", "wood"]
    page.search.setText("nothing")
    assert titles(page) == []
    assert page.grid._words_for_none == "No picture has that name."
    page.search.clear()
    assert titles(page) == ["sea", "hill", "wood"]


# Looking.


def test_a_picture_is_looked_at_large_and_escape_goes_back_in_steps(
    qtbot: QtBot, page: GalleryPage, studio: Studio
) -> None:
    choose(page, 1)
    QTest.mouseDClick(page.grid.viewport(), LEFT, NONE, place_of(page, 1))
    view = page.pane.views[0]
    qtbot.waitUntil(lambda: not view.image.isNull())
    assert (view.image.width(), view.image.height()) == (30, 24)
    assert not page.pane.views[1].isVisible()
    QTest.keyClick(view, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: view.image.height() == 30)
    assert [entry.name for entry in page.chosen] == ["wood"]
    QTest.keyClick(view, Qt.Key.Key_Right)  # there is no further one
    assert [entry.name for entry in studio.gallery.look.entries] == ["wood"]
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert page.grid.isVisible()
    assert [entry.name for entry in page.grid.chosen] == ["wood"]
    QTest.keyClick(page.grid, Qt.Key.Key_Escape)
    assert not studio.gallery.is_open


def test_two_are_compared_and_zoomed_together(qtbot: QtBot, page: GalleryPage) -> None:
    choose(page, 0)
    choose(page, 1, CTRL)
    assert page.details.look.text() == "Compare"
    press(page.details.look)
    left, right = page.pane.views
    qtbot.waitUntil(lambda: not (left.image.isNull() or right.image.isNull()))
    assert left.isVisible()
    assert right.isVisible()
    QTest.keyClick(left, Qt.Key.Key_2)
    assert left.transform.scale == 2
    assert left.transform.scale * 24 == pytest.approx(right.transform.scale * 30)
    right.zoom_to(8.0)
    right.set_transform(right.transform.moved(200, 0))
    assert left.transform.centre == right.transform.centre
    QTest.keyClick(right, Qt.Key.Key_0)
    assert left.transform.fits
    assert right.transform.fits


def test_more_than_two_are_not_looked_at(page: GalleryPage, actions: GalleryActions) -> None:
    page.grid.selectAll()
    assert page.details.name.whole_text == "3 pictures are chosen"
    assert not page.details.look.isEnabled()
    assert not actions.look.isEnabled()
    QTest.keyClick(page.grid, Qt.Key.Key_Return)
    assert not page.is_looking_closer


def test_how_an_older_picture_came_about_is_looked_back_at(
    qtbot: QtBot, window: MainWindow, studio: Studio, engine: FakeEngine
) -> None:
    engine.keeps_timelines = True
    studio.stylize()
    qtbot.waitUntil(lambda: studio.queue.is_idle and studio.shutdown.nothing_goes_on)
    studio.results.put_away()
    press(window._gallery.button)
    settled(qtbot, studio.gallery)
    page = window.stage.pages.gallery
    look_at(qtbot, page, 0)
    strip, view = page.pane.timeline, page.pane.views[0]
    qtbot.waitUntil(strip.isVisible)
    assert not window.stage.timeline.isVisible()
    assert not strip.go_on.isVisible()
    finished = view.image
    strip.slider.setValue(1)
    qtbot.waitUntil(lambda: view.image.cacheKey() != finished.cacheKey())
    assert "step 2" in strip.caption.text()
    press(strip.now)
    assert view.image.cacheKey() == finished.cacheKey()


def test_a_picture_whose_timeline_is_not_kept_shows_none(qtbot: QtBot, page: GalleryPage) -> None:
    look_at(qtbot, page, 0)
    assert not page.pane.timeline.isVisible()


# Painting again.


def test_its_settings_are_used_for_the_photo_that_is_chosen(
    qtbot: QtBot, window: MainWindow, page: GalleryPage, studio: Studio, finished: FinishedPictures
) -> None:
    other = studio.draft.chosen_photo
    assert other not in {None, finished.photo}
    choose(page, 0)
    press(page.details.use_settings)
    qtbot.waitUntil(lambda: not studio.gallery.is_open and studio.can_stylize)
    assert studio.draft.chosen_photo == other
    assert [path for path, _ in studio.draft.chosen_paintings] == [finished.painting]
    assert (studio.draft.settings.preset, studio.draft.settings.strength) == (Preset.DRAFT, 75)
    assert window.stage.banner.text.startswith("The paintings and the settings are those of “sea.png” now.")
    studio.restoring.go_back()
    qtbot.waitUntil(lambda: studio.can_stylize)
    assert [path.name for path, _ in studio.draft.chosen_paintings] == ["swirls.png"]


def test_without_a_photo_its_own_is_used(
    qtbot: QtBot, page: GalleryPage, studio: Studio, finished: FinishedPictures
) -> None:
    studio.draft.clear(Role.PHOTO)
    choose(page, 0)
    press(page.details.use_settings)
    qtbot.waitUntil(lambda: not studio.gallery.is_open and studio.can_stylize)
    assert studio.draft.chosen_photo == finished.photo


def test_it_is_painted_again_with_all_that_belongs_to_it(
    qtbot: QtBot, page: GalleryPage, studio: Studio, finished: FinishedPictures, actions: GalleryActions
) -> None:
    choose(page, 0)
    actions.again.trigger()
    qtbot.waitUntil(lambda: not studio.gallery.is_open and studio.can_stylize)
    assert studio.draft.chosen_photo == finished.photo
    assert studio.draft.settings.size_px == 64


def test_the_same_is_painted_twice_as_large(
    qtbot: QtBot, page: GalleryPage, studio: Studio, finished: FinishedPictures, actions: GalleryActions
) -> None:
    choose(page, 0)
    actions.larger.trigger()
    qtbot.waitUntil(lambda: not studio.gallery.is_open and studio.can_stylize)
    assert studio.draft.chosen_photo == finished.photo
    assert (studio.draft.settings.size_px, studio.draft.settings.strength) == (128, 75)


def test_the_same_for_print_asks_for_the_sheet(
    qtbot: QtBot, window: MainWindow, page: GalleryPage, studio: Studio, actions: GalleryActions
) -> None:
    choose(page, 0)
    actions.for_print.trigger()
    qtbot.waitUntil(lambda: bool(window.findChildren(PrintDialog)))
    assert not studio.gallery.is_open
    window.findChildren(PrintDialog)[0].reject()
    qtbot.waitUntil(lambda: studio.can_stylize)
    assert studio.draft.settings.strength == 75


def test_a_picture_that_has_gone_says_so_and_the_gallery_stays(
    qtbot: QtBot, window: MainWindow, page: GalleryPage, studio: Studio, finished: FinishedPictures
) -> None:
    choose(page, 0)
    finished.paths[0].unlink()
    press(page.details.use_settings)
    qtbot.waitUntil(window.stage.banner.isVisible)
    assert studio.gallery.is_open


# Files.


def test_a_picture_is_renamed(
    qtbot: QtBot, page: GalleryPage, studio: Studio, finished: FinishedPictures, actions: GalleryActions
) -> None:
    choose(page, 1)
    QTest.keyClick(page.grid, Qt.Key.Key_F2)
    dialog = actions.dialog
    assert dialog is not None
    assert dialog.textValue() == "hill"
    dialog.setTextValue("mountain")
    dialog.accept()
    qtbot.waitUntil(lambda: titles(page) == ["sea", "mountain", "wood"])
    assert [entry.name for entry in page.chosen] == ["mountain"]
    assert (finished.folder / "mountain.png").is_file()
    assert actions.dialog is None
    qtbot.waitUntil(lambda: not studio.gallery.is_looking)
    assert titles(page) == ["sea", "mountain", "wood"]


def test_a_picture_is_renamed_while_it_is_looked_at(
    qtbot: QtBot, page: GalleryPage, studio: Studio, actions: GalleryActions
) -> None:
    look_at(qtbot, page, 1)
    image = page.pane.views[0].image
    actions.rename.trigger()
    assert actions.dialog is not None
    actions.dialog.setTextValue("mountain")
    actions.dialog.accept()
    qtbot.waitUntil(lambda: [entry.name for entry in studio.gallery.look.entries] == ["mountain"])
    assert page.details.name.whole_text == "mountain"
    assert page.pane.views[0].image.cacheKey() == image.cacheKey()


def test_a_name_that_is_refused_is_told(
    qtbot: QtBot, window: MainWindow, page: GalleryPage, studio: Studio, finished: FinishedPictures
) -> None:
    choose(page, 0)
    finished.paths[0].unlink()
    studio.gallery_commands.rename(finished.paths[0], "other")
    qtbot.waitUntil(window.stage.banner.isVisible)


def test_pictures_are_rated_by_keys_and_by_stars(
    qtbot: QtBot, window: MainWindow, page: GalleryPage, studio: Studio
) -> None:
    choose(page, 1)
    QTest.keyClick(page.grid, Qt.Key.Key_4)
    assert [entry.rating for entry in studio.gallery.model.entries] == [0, 4, 0]
    assert page.details.stars.value() == 4
    choose(page, 2, CTRL)
    assert page.details.stars.value() == 0  # they differ
    stars = page.details.stars
    QTest.mouseClick(stars, LEFT, NONE, QPoint(round(stars.width() * 0.5), stars.height() // 2))
    assert [entry.rating for entry in studio.gallery.model.entries] == [0, 3, 3]
    QTest.mouseClick(stars, LEFT, NONE, QPoint(round(stars.width() * 0.5), stars.height() // 2))
    assert [entry.rating for entry in studio.gallery.model.entries] == [0, 0, 0]
    QTest.keyClick(page.grid, Qt.Key.Key_5)
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)
    # As the next start finds them.
    entries = studio.gallery._catalogue.read().values()
    assert sorted((entry.name, entry.rating) for entry in entries) == [("hill", 5), ("sea", 0), ("wood", 5)]
    assert window.stage.preview.transform.fits  # 1 and 2 zoom elsewhere


def test_a_rating_that_cannot_be_written_is_told(
    qtbot: QtBot, window: MainWindow, page: GalleryPage, studio: Studio
) -> None:
    notes = studio.gallery._catalogue.notes
    for companion in ("", "-wal", "-shm"):
        notes.file.with_name(notes.file.name + companion).unlink(missing_ok=True)
    notes.file.mkdir()
    choose(page, 0)
    QTest.keyClick(page.grid, Qt.Key.Key_2)
    qtbot.waitUntil(window.stage.banner.isVisible)


def test_pictures_go_to_the_trash(
    qtbot: QtBot, page: GalleryPage, finished: FinishedPictures, monkeypatch: pytest.MonkeyPatch
) -> None:
    trash: list[str] = []

    def move(name: str) -> bool:
        trash.append(Path(name).name)
        Path(name).unlink()
        return True

    monkeypatch.setattr(QFile, "moveToTrash", move)
    choose(page, 0)
    choose(page, 2, CTRL)
    QTest.keyClick(page.grid, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: titles(page) == ["hill"])
    assert trash == ["sea.png", "wood.png"]
    assert finished.paths[1].is_file()


def test_where_there_is_no_trash_nothing_is_lost(
    qtbot: QtBot, window: MainWindow, page: GalleryPage, finished: FinishedPictures, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFile, "moveToTrash", lambda _name: False)
    choose(page, 0)
    QTest.keyClick(page.grid, Qt.Key.Key_Delete)
    qtbot.waitUntil(window.stage.banner.isVisible)
    assert titles(page) == ["sea", "hill", "wood"]
    assert finished.paths[0].is_file()


def test_a_picture_that_is_looked_at_and_thrown_away_is_seen_no_more(
    qtbot: QtBot, page: GalleryPage, actions: GalleryActions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFile, "moveToTrash", lambda name: bool(Path(name).rename(f"{name}.trash")))
    look_at(qtbot, page, 0)
    actions.trash.trigger()
    qtbot.waitUntil(lambda: titles(page) == ["hill", "wood"])
    assert page.grid.isVisible()


def test_a_picture_is_shown_in_its_folder(
    page: GalleryPage, finished: FinishedPictures, actions: GalleryActions, monkeypatch: pytest.MonkeyPatch
) -> None:
    revealed: list[Path] = []
    monkeypatch.setattr(actions._file_manager, "reveal", revealed.append)
    choose(page, 2)
    actions.reveal.trigger()
    assert revealed == [finished.paths[2]]


def test_pictures_are_dragged_out_as_files(page: GalleryPage, finished: FinishedPictures) -> None:
    choose(page, 0)
    choose(page, 1, CTRL)
    model = page.grid.model()
    mime = model.mimeData(page.grid.selectedIndexes())
    assert {Path(url.toLocalFile()) for url in mime.urls()} == set(finished.paths[:2])
    assert model.supportedDragActions() == Qt.DropAction.CopyAction
    assert model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsDragEnabled


def test_the_menu_of_a_picture_offers_all_of_it(qtbot: QtBot, page: GalleryPage) -> None:
    choose(page, 0)
    page.grid.menu_wanted.emit(page.mapToGlobal(QPoint(50, 50)))
    menu = page.details.menu
    qtbot.waitUntil(menu.isVisible)
    texts = [action.text().replace("&", "") for action in menu.actions() if action.text()]
    menu.close()
    assert texts == [
        "Look",
        "Use its settings",
        "Paint again",
        "Same, larger",
        "Same, for print…",
        "Rename…",
        "Show in folder",
        "Move to trash",
    ]
    assert not page.grid.model().index(0, 0, QModelIndex()).data(Qt.ItemDataRole.ToolTipRole)
