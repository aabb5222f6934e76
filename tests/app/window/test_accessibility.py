"""Every page and dialog can be used by ear and by keyboard, in both looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from app.look.appearance import Appearance
from app.look.theme import apply
from app.studio.notices import NoticeAction
from app.studio.sheet_entries import SheetKind
from app.widgets.about import AboutDialog
from app.widgets.key_overview import KeyOverview
from app.widgets.print_dialog import PrintDialog
from app.window.settings_dialog import SettingsDialog
from tests.app.accessibility import out_of_sight_order, stops, unexplained, unseen_focus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from app.studio.studio import Studio
    from app.window.main_window import MainWindow
    from tests.app.fake_engine import FakeEngine
    from tests.app.finished_pictures import FinishedPictures


@pytest.fixture(autouse=True)
def _dark_again(qapp: QApplication) -> Iterator[None]:
    yield
    apply(qapp, Appearance.DARK)


def an_icon() -> QIcon:
    picture = QPixmap(64, 64)
    picture.fill(Qt.GlobalColor.red)
    return QIcon(picture)


def assert_usable(page: QWidget) -> None:
    """Named, explained, in order, and seen where the keyboard is, in both looks."""
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    assert len(stops(page)) > 0
    problems = unexplained(page) + out_of_sight_order(page)
    page.window().activateWindow()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    for look in (Appearance.LIGHT, Appearance.DARK):
        apply(app, look)
        problems += [f"{each} ({look.value})" for each in unseen_focus(page)]
    assert problems == [], "\n".join(problems)


def test_the_start(window: MainWindow) -> None:
    assert len(stops(window)) >= 20
    for part in (window.panel, window.stage):
        assert_usable(part)
    assert_usable(window.menuBar())
    # What is chosen comes before what becomes of it.
    assert stops(window) == stops(window.panel) + stops(window.stage) + stops(window.menuBar())


def test_the_start_with_everything_unfolded(window: MainWindow) -> None:
    window.resize(1200, 1100)
    window.panel.more._fold.setChecked(True)
    window.panel.more._seed.show()
    assert_usable(window.panel)


def test_a_mixture(window: MainWindow, studio: Studio, qtbot: QtBot) -> None:
    studio.draft.choose_paintings([starter.path for starter in studio.imports.starters], [2, 1])
    qtbot.waitUntil(lambda: studio.can_stylize)
    window.panel._weigh.setChecked(True)
    assert_usable(window.panel)


def test_a_run_and_its_end(window: MainWindow, studio: Studio, engine: FakeEngine, qtbot: QtBot) -> None:
    engine.hold_after, engine.keeps_timelines = 2, True
    studio.stylize()
    qtbot.waitUntil(lambda: studio.queue.active is not None and window.stage.preview.can_compare)
    studio.stylize()
    assert window.stage.run_bar.waiting.isVisible()
    assert_usable(window.stage)
    studio.queue.remove(studio.queue.waiting[0].number)
    engine.go_on.set()
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on and window.stage.timeline.isVisible())
    assert_usable(window.stage)


def test_what_is_told(window: MainWindow, studio: Studio) -> None:
    studio.notices.info("Something happened.", "Do something about it.")
    banner = window.stage.banner
    for button in (banner._save, *(banner.button(action) for action in NoticeAction)):
        button.show()
    window.stage.unfinished.offer("photo.jpg", 0.3, window.stage.preview.photo)
    assert_usable(window.stage)


def test_the_sheet(window: MainWindow, studio: Studio, qtbot: QtBot) -> None:
    studio.sheet.open(SheetKind.PAINTINGS)
    qtbot.waitUntil(lambda: studio.sheet.num_done > 0)
    assert_usable(window.stage.pages.sheet)


def test_the_gallery(window: MainWindow, studio: Studio, finished: FinishedPictures, qtbot: QtBot) -> None:
    for name in ("sea.png", "hill.png"):
        finished.add(name)
    studio.gallery.open()
    qtbot.waitUntil(lambda: not studio.gallery.is_looking and studio.gallery.model.is_settled)
    assert_usable(window.stage.pages.gallery)


def test_the_loupe(window: MainWindow, studio: Studio, qtbot: QtBot) -> None:
    studio.draft.set(size_px=4000)
    studio.loupe.look_at(0.5, 0.5)
    page = window.stage.pages.loupe
    qtbot.waitUntil(lambda: bool(page.tiles) and page.tiles[0].progress.value() == 1000)
    studio.draft.set(strength=10)
    qtbot.waitUntil(page.tiles[0].again.isVisible)
    assert_usable(page)


@pytest.mark.parametrize(
    "opened",
    [
        lambda window: PrintDialog(None, window._studio.draft.settings.fit, window),
        lambda window: KeyOverview([], window),
        lambda window: AboutDialog(an_icon(), window),
    ],
    ids=["print", "keys", "about"],
)
def test_dialogs(window: MainWindow, qtbot: QtBot, opened: Callable[[MainWindow], QWidget]) -> None:
    dialog = opened(window)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert_usable(dialog)
    dialog.close()


def test_the_settings(window: MainWindow, qtbot: QtBot) -> None:
    next(each for each in window.menus.edit.actions() if each.text() == "&Settings…").trigger()
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    qtbot.waitExposed(dialog)
    for number in range(dialog.tabs.count()):
        dialog.tabs.setCurrentIndex(number)
        assert_usable(dialog)
    dialog.close()


def test_the_question_before_closing(window: MainWindow) -> None:
    window._questions.ask_about_unkept(2)
    box = window._questions.box
    assert box is not None
    assert_usable(box)
    box.close()


class Blank(QPushButton):
    """Looks like nothing, and so the same with the keyboard in it."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Leave it as it is."""


def test_what_is_missing_is_found(qtbot: QtBot, window: MainWindow) -> None:
    """The tests above can fail."""
    page = QWidget()
    qtbot.addWidget(page)
    upper, lower = QPushButton(page), Blank("Lower", page)
    upper.setGeometry(0, 40, 80, 24)
    lower.setGeometry(0, 0, 80, 24)
    lower.setToolTip("What it does")
    page.resize(100, 80)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    assert [each for each in unexplained(page) if "Lower" in each] == []
    assert len(unexplained(page)) == 2
    assert out_of_sight_order(page) == ["QPushButton “” before Blank “Lower”"]
    assert unseen_focus(page) == ["Blank “Lower” looks as without it"]
    assert window.isVisible()


def test_the_picture_shows_the_keyboard_only_to_those_who_use_it(window: MainWindow) -> None:
    preview = window.stage.preview
    window.activateWindow()
    for reason, shown in ((Qt.FocusReason.MouseFocusReason, False), (Qt.FocusReason.TabFocusReason, True)):
        window.panel.strip.strip.setFocus()
        preview.setFocus(reason)
        assert preview.reached_by_key is shown
