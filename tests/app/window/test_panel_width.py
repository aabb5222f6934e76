"""The side panel holds whatever the language and the size of the letters: no word is cut, no control squeezed."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QSlider, QToolButton, QWidget

from app.look.appearance import Appearance
from app.look.theme import apply
from app.system.languages import SpokenLanguage
from app.widgets.labels import ElidedLabel
from app.window import panel_width
from app.window.main_window import MainWindow
from app.window.panel_width import USUAL_PX
from core.recipe.choices import Preset, StartFrom
from tests.apart import apart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from app.studio.studio import Studio
    from app.system.background_jobs import BackgroundJobs
    from app.window.side_panel import SidePanel


@contextmanager
def letters(qapp: QApplication, factor: float) -> Iterator[None]:
    """All letters of the program so many times as large."""
    before = qapp.font()
    larger = QFont(before)
    larger.setPointSizeF(factor * before.pointSizeF())
    qapp.setFont(larger)
    try:
        yield
    finally:
        qapp.setFont(before)


@pytest.fixture
def open_window(
    qtbot: QtBot, qapp: QApplication, studio: Studio, background: BackgroundJobs, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[str, float], MainWindow]]:
    """Opens a window that speaks a language in letters of some size, on a screen that is wide enough."""
    # The tests' screen is narrower than any on which letters are twice as large.
    monkeypatch.setattr(panel_width, "_MOST_OF_SCREEN", 0.75)
    apply(qapp, Appearance.DARK)
    spoken, ended = [], []

    def opened(code: str, factor: float) -> MainWindow:
        spoken.append(SpokenLanguage(qapp, code))
        context = letters(qapp, factor)
        context.__enter__()
        ended.append(context)
        window = MainWindow(studio, background)
        qtbot.addWidget(window)
        window.resize(1280, 720)
        window.show()
        qtbot.waitExposed(window)
        settle()
        return window

    yield opened
    for context in ended:
        context.__exit__(None, None, None)
    for language in spoken:
        language.end()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def settle() -> None:
    """Let all that was asked for be laid out."""
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def words_in(panel: QWidget) -> list[QLabel | QAbstractButton]:
    """Everything in it that says something."""
    widgets: list[QLabel | QAbstractButton] = [*panel.findChildren(QLabel), *panel.findChildren(QAbstractButton)]
    return [widget for widget in widgets if widget.isVisibleTo(panel) and widget.text()]


def cut(panel: SidePanel) -> list[str]:
    """What is not said whole, is squeezed, lies beside the panel's page or upon something else."""
    page = panel._page
    found = []
    shown = words_in(page)
    places = {widget: QRect(widget.mapTo(page, QPoint()), widget.size()) for widget in shown}
    for widget in shown:
        words = widget.text().replace("&", "")
        needed_px = widget.fontMetrics().horizontalAdvance(words)
        if isinstance(widget, QLabel) and widget.wordWrap():
            needed_px = 0
            if widget.heightForWidth(widget.width()) > widget.height():
                found.append(f"{words}: too low")
        if isinstance(widget, QPushButton):
            needed_px += 8
        if isinstance(widget, QToolButton):
            needed_px = widget.minimumSizeHint().width()
        if widget.width() < needed_px and not isinstance(widget, ElidedLabel):
            found.append(f"{words}: {widget.width()} px of {needed_px}")
        if widget.height() < widget.fontMetrics().height():
            found.append(f"{words}: {widget.height()} px high")
        if not page.rect().contains(places[widget]):
            found.append(f"{words}: beside the page")
    upon = [(a.text(), b.text()) for a in shown for b in shown if a is not b and places[a].intersects(places[b])]
    sliders = [slider for slider in page.findChildren(QSlider) if slider.isVisibleTo(page)]
    found += [f"a slider of {slider.width()} px" for slider in sliders if slider.width() < 60]
    return found + [f"{first} upon {second}" for first, second in upon]


@pytest.mark.parametrize(
    "speech",
    [("de", 2.0), *apart(("en", 1.0), ("de", 1.0), ("fr", 1.0), ("ja", 1.0), ("fr", 2.0), ("ja", 2.0))],
    ids=str,
)
def test_every_word_is_whole_folded_and_unfolded(
    open_window: Callable[[str, float], MainWindow], speech: tuple[str, float]
) -> None:
    window = open_window(*speech)
    panel = window.panel
    assert cut(panel) == []
    width_px = panel.width()
    panel.more._fold.setChecked(True)
    settle()
    assert cut(panel) == []
    for preset in Preset:
        window._studio.draft.set(preset=preset)
        settle()
        assert cut(panel) == []
    # Whatever is unfolded or said, nothing moves.
    assert panel.width() == width_px
    window._studio.draft.set(start_from=StartFrom.NOISE)
    settle()
    assert cut(panel) == []


def test_words_are_whole_from_right_to_left(
    qapp: QApplication, open_window: Callable[[str, float], MainWindow]
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window = open_window("de", 1.5)
    window.panel.more._fold.setChecked(True)
    settle()
    assert cut(window.panel) == []
    assert window.panel.mapTo(window, QPoint()).x() > window.stage.mapTo(window, QPoint()).x()


def test_the_panel_is_as_it_was_where_it_need_not_be_wider(window: MainWindow) -> None:
    assert window.panel.width() == USUAL_PX


def test_on_a_narrow_screen_the_panel_scrolls_to_what_it_has_no_room_for(
    open_window: Callable[[str, float], MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(panel_width, "_MOST_OF_SCREEN", 0.46)
    window = open_window("de", 2.0)
    screen_px = window.screen().availableSize().width()
    assert window.panel.width() == round(0.46 * screen_px)
    assert cut(window.panel) == []
    bar = window.panel.horizontalScrollBar()
    assert bar.isVisible()
    assert window.panel._page.width() <= window.panel.viewport().width() + bar.maximum()
