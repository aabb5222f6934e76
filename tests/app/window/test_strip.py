"""The strip of paintings as a person uses it: dropping, choosing, renaming, ordering, removing, searching, looking."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu, QToolTip

from app.library.own_paintings import OwnPainting, read_list
from app.studio.picture_roles import Role
from app.studio.strip_model import StripRole
from app.studio.studio import Studio
from app.widgets.painting_strip import _MOVED, PaintingStrip
from tests.app.pointing import click_in_strip, drag_away, drag_over, drop, files, middle_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QSettings
    from pytestqt.qtbot import QtBot

    from app.run.compute_thread import ComputeThread
    from app.system.background_jobs import BackgroundJobs
    from app.window.main_window import MainWindow

STARTERS = ["Night Swirls", "Sunday Dots"]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def strip(window: MainWindow) -> PaintingStrip:
    return window.panel.strip.strip


@pytest.fixture
def works(make_picture: Callable[..., Path]) -> Path:
    """A folder of three paintings."""
    for name in ("alder", "birch", "cedar"):
        make_picture(f"works/{name}.png")
    return make_picture("works/inside/elm.png").parents[1]


def names(strip: PaintingStrip) -> list[str]:
    model = strip.model()
    return [model.index(number, 0).data() for number in range(model.rowCount())]


def keep(qtbot: QtBot, window: MainWindow, studio: Studio, *paths: Path) -> None:
    with qtbot.waitSignal(studio.own_paintings.edited):
        drop(window, files(*paths), middle_of(window.panel.strip, window))
    settle(qtbot, studio)


def settle(qtbot: QtBot, studio: Studio) -> None:
    qtbot.waitUntil(lambda: studio.own_paintings.entries == studio.own_paintings._written)


def test_a_folder_dropped_on_the_strip_is_kept(
    qtbot: QtBot, window: MainWindow, studio: Studio, strip: PaintingStrip, works: Path
) -> None:
    keep(qtbot, window, studio, works)
    assert names(strip) == ["alder", "birch", "cedar", "elm", *STARTERS]
    assert [each.name for each in read_list(studio.folders.own_paintings)] == names(strip)[:4]
    # What is there already, stays as it is.
    drop(window, files(works / "birch.png"), middle_of(window.panel.strip, window))
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)
    assert names(strip) == ["alder", "birch", "cedar", "elm", *STARTERS]
    with qtbot.waitSignal(studio.draft.paintings_loaded):
        click_in_strip(strip, 1)
    assert studio.draft.chosen_paintings == ((works / "birch.png", 1.0),)


def test_a_drag_over_the_strip_says_that_it_is_kept(window: MainWindow, photo: Path) -> None:
    panel = window.panel
    assert drag_over(window, files(photo), middle_of(panel.strip, window))
    assert panel.strip._invitation.isVisible()
    assert not any(well._awaiting_drop for well in panel._wells.values())
    drag_away(window)
    assert not panel.strip._invitation.isVisible()


def test_what_is_no_picture_is_told(qtbot: QtBot, window: MainWindow, studio: Studio, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no picture")
    with qtbot.waitSignal(studio.notices.posted):
        drop(window, files(tmp_path / "notes.txt"), middle_of(window.panel.strip, window))
    assert "notes.txt" in window.stage.banner.text


def test_the_strip_is_there_again_at_the_next_start(
    qtbot: QtBot, window: MainWindow, studio: Studio, works: Path, compute: ComputeThread,
    background: BackgroundJobs, store: QSettings,
) -> None:  # fmt: skip
    keep(qtbot, window, studio, works)
    again = Studio(compute, background, store, studio.folders, starters=studio.imports.starters)
    again.open_first()
    qtbot.waitUntil(lambda: again.strip.rowCount() == 6 and again.draft.paintings.ready)
    assert again.own_paintings.entries == studio.own_paintings.entries
    assert not again.history.undo_words


def test_removing_asks_nothing_and_can_be_undone(
    qtbot: QtBot, window: MainWindow, studio: Studio, strip: PaintingStrip, works: Path
) -> None:
    keep(qtbot, window, studio, works)
    strip.setFocus()
    strip.setCurrentIndex(strip.index_of(works / "birch.png"))
    QTest.keyClick(strip, Qt.Key.Key_Delete)
    assert names(strip) == ["alder", "cedar", "elm", *STARTERS]
    assert (works / "birch.png").is_file()
    settle(qtbot, studio)
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert names(strip) == ["alder", "birch", "cedar", "elm", *STARTERS]
    settle(qtbot, studio)
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert names(strip) == STARTERS
    settle(qtbot, studio)
    assert read_list(studio.folders.own_paintings) == ()


def test_a_starter_stays(window: MainWindow, strip: PaintingStrip) -> None:
    strip.setFocus()
    strip.setCurrentIndex(strip.model().index(0, 0))
    QTest.keyClick(strip, Qt.Key.Key_Delete)
    assert names(strip) == STARTERS
    assert not window.findChildren(QInputDialog)


def test_a_painting_is_renamed(
    qtbot: QtBot, window: MainWindow, studio: Studio, strip: PaintingStrip, works: Path
) -> None:
    keep(qtbot, window, studio, works)
    strip.setFocus()
    strip.setCurrentIndex(strip.index_of(works / "inside" / "elm.png"))
    QTest.keyClick(strip, Qt.Key.Key_F2)
    dialog = window.findChild(QInputDialog)
    assert isinstance(dialog, QInputDialog)
    assert dialog.textValue() == "elm"
    dialog.setTextValue(" Old elm ")
    dialog.accept()
    assert names(strip)[3] == "Old elm"
    settle(qtbot, studio)
    with qtbot.waitSignal(studio.draft.paintings_loaded):
        click_in_strip(strip, 3)
    assert "Old elm" in window.panel._wells[Role.PAINTING]._caption


def test_the_menu_offers_what_can_be_done(
    qtbot: QtBot, window: MainWindow, studio: Studio, strip: PaintingStrip, works: Path
) -> None:
    keep(qtbot, window, studio, works)
    strip.menu_wanted.emit(works / "alder.png", QPoint(5, 5))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entries = {action.text(): action for action in menu.actions() if action.text()}
    assert list(entries) == ["Mix in (Ctrl-click)", "Rename…", "Remove from here", "Add paintings…"]
    with qtbot.waitSignal(studio.draft.paintings_loaded):
        entries["Mix in (Ctrl-click)"].trigger()
    menu.close()
    assert len(studio.draft.chosen_paintings) == 2


def test_an_own_painting_is_dragged_to_another_place(
    qtbot: QtBot, window: MainWindow, studio: Studio, strip: PaintingStrip, works: Path
) -> None:
    keep(qtbot, window, studio, works)
    mime = QMimeData()
    mime.setData(_MOVED, str(works / "inside" / "elm.png").encode())
    place = strip.visualRect(strip.model().index(1, 0)).center()
    event = QDropEvent(
        QPointF(place), Qt.DropAction.MoveAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    strip.dropEvent(event)
    assert event.isAccepted()
    assert names(strip) == ["alder", "elm", "birch", "cedar", *STARTERS]
    settle(qtbot, studio)
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert names(strip) == ["alder", "birch", "cedar", "elm", *STARTERS]
    settle(qtbot, studio)


def test_a_missing_file_is_marked(
    qtbot: QtBot, window: MainWindow, studio: Studio, strip: PaintingStrip, tmp_path: Path
) -> None:
    gone = tmp_path / "gone.png"
    studio.own_paintings.put([OwnPainting(gone, "Gone")])
    settle(qtbot, studio)
    qtbot.waitUntil(lambda: bool(strip.index_of(gone).data(StripRole.MISSING)))
    with qtbot.waitSignal(studio.notices.posted):
        click_in_strip(strip, 0)
    assert "gone.png" in window.stage.banner.text


def test_many_are_searched_by_name_and_only_what_is_seen_is_read(
    qtbot: QtBot, window: MainWindow, studio: Studio, strip: PaintingStrip, works: Path
) -> None:
    panel = window.panel.strip
    assert not panel.search.isVisible()
    many = [OwnPainting(works / f"{number}.png", f"Painting {number}") for number in range(800)]
    studio.own_paintings.put([*many, OwnPainting(works / "elm.png", "Old Elm")])
    settle(qtbot, studio)
    assert panel.search.isVisible()
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)
    assert 0 < len(studio.strip._asked_for) < 60
    QTest.keyClicks(panel.search, "ELM")
    assert names(strip) == ["Old Elm"]
    with qtbot.waitSignal(studio.draft.failed):
        click_in_strip(strip, 0)
    panel.search.clear()
    assert len(names(strip)) == 803


def test_the_pointer_at_rest_gets_a_larger_look(qtbot: QtBot, strip: PaintingStrip) -> None:
    qtbot.waitUntil(lambda: not strip.model().index(1, 0).data(Qt.ItemDataRole.DecorationRole).isNull())
    place = strip.visualRect(strip.model().index(1, 0)).center()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, strip.viewport().mapToGlobal(place))
    QApplication.sendEvent(strip.viewport(), event)
    assert "Sunday Dots" in QToolTip.text()
    assert "data:image/png;base64," in QToolTip.text()
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_paintings_can_be_added_without_dragging(
    qtbot: QtBot, window: MainWindow, studio: Studio, strip: PaintingStrip, painting: Path, photo: Path
) -> None:
    strip.menu_wanted.emit(None, QPoint(5, 5))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (add,) = menu.actions()
    add.trigger()
    menu.close()
    dialog = window.dialogs.dialog
    assert dialog is not None
    with qtbot.waitSignal(studio.own_paintings.edited):
        dialog.filesSelected.emit([str(painting), str(photo)])
    dialog.close()
    settle(qtbot, studio)
    assert names(strip) == ["painting", "photo", *STARTERS]


def test_what_is_chosen_is_in_view_among_many(
    qtbot: QtBot, window: MainWindow, studio: Studio, strip: PaintingStrip, works: Path
) -> None:
    studio.own_paintings.put([OwnPainting(works / f"{number}.png", f"Painting {number}") for number in range(100)])
    settle(qtbot, studio)
    chosen = strip.index_of(studio.imports.starters[0].path)
    qtbot.waitUntil(lambda: strip.viewport().rect().contains(strip.visualRect(chosen).center()))
    assert window.panel.isVisible()


def test_rows_fill_the_width_whether_or_not_there_is_a_scroll_bar(
    qtbot: QtBot, studio: Studio, strip: PaintingStrip, works: Path
) -> None:
    for num_own in (10, 100):
        own = [OwnPainting(works / f"{number}.png", f"Painting {number}") for number in range(num_own)]
        studio.own_paintings.put(own)
        settle(qtbot, studio)
        tops = {strip.visualRect(strip.model().index(number, 0)).top() for number in range(7)}
        assert len(tops) == 2, f"{num_own} paintings: six in a row, and the seventh below"
        last = strip.visualRect(strip.model().index(5, 0))
        assert strip.viewport().width() - 8 < last.right() < strip.viewport().width()


def test_letters_are_the_windows_while_the_strip_has_the_focus(
    qtbot: QtBot, window: MainWindow, studio: Studio, strip: PaintingStrip
) -> None:
    studio.stylize()
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on and window.stage.preview.can_compare)
    strip.setFocus()
    strip.setCurrentIndex(strip.model().index(0, 0))
    compared: list[bool] = []
    window.stage.preview.compared.connect(compared.append)
    QTest.keyPress(strip, Qt.Key.Key_X)
    QTest.keyRelease(strip, Qt.Key.Key_X)
    assert compared == [True, False]
    QTest.keyClick(strip, Qt.Key.Key_S)
    assert strip.currentIndex().row() == 0


def test_a_list_that_cannot_be_written_is_told_and_the_next_change_tries_again(
    qtbot: QtBot, window: MainWindow, studio: Studio, strip: PaintingStrip, works: Path
) -> None:
    folder = studio.folders.own_paintings.parent
    folder.mkdir(exist_ok=True)
    studio.folders.own_paintings.mkdir()  # in the way
    with qtbot.waitSignal(studio.notices.posted):
        drop(window, files(works), middle_of(window.panel.strip, window))
    assert window.stage.banner.text.startswith("The list of your paintings could not be written down.")
    assert names(strip) == ["alder", "birch", "cedar", "elm", *STARTERS]
    studio.folders.own_paintings.rmdir()
    studio.own_paintings.remove({works / "alder.png"})
    settle(qtbot, studio)
    assert [each.name for each in read_list(studio.folders.own_paintings)] == ["birch", "cedar", "elm"]
