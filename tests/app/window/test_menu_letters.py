"""No letter of a menu stands for two of its entries, in any language."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QMenu

from app.system.languages import SpokenLanguage, available_languages
from app.window.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from app.studio.studio import Studio
    from app.system.background_jobs import BackgroundJobs


def letter(text: str) -> str | None:
    """The letter that is marked in a text, where an ampersand that is meant stands twice."""
    found = re.search(r"&(.)", text.replace("&&", ""))
    return found.group(1).casefold() if found else None


def menus(actions: list[QAction], name: str) -> Iterator[tuple[str, list[QAction]]]:
    """A menu and all that open from it, with their entries."""
    yield name, actions
    for action in actions:
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from menus(inner.actions(), f"{name} > {action.text()}")


@pytest.mark.parametrize("code", [language.code for language in available_languages()])
def test_letters_are_unique_in_every_menu(
    qtbot: QtBot, qapp: QApplication, studio: Studio, background: BackgroundJobs, code: str
) -> None:
    language = SpokenLanguage(qapp, code)
    try:
        window = MainWindow(studio, background)
    finally:
        language.end()
    qtbot.addWidget(window)
    window.menus.set_history(undo="x", redo="x")
    twice, num_letters = [], 0
    for name, actions in menus(window.menuBar().actions(), code):
        counts = Counter(found for action in actions if (found := letter(action.text())) is not None)
        num_letters += counts.total()
        twice += [f"{name}: {found}" for found, count in counts.items() if count > 1]
    assert num_letters > 20
    assert twice == []


def test_letters_are_read_as_qt_reads_them() -> None:
    assert letter("Save &as…") == "a"
    assert letter("保存(&S)…") == "s"
    assert letter("Dots && &Lines") == "l"
    assert letter("Dots && Lines") is None
