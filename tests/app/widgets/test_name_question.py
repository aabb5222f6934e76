from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QInputDialog, QLabel, QLineEdit, QWidget

from app.widgets.name_question import name_question

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_it_shows_the_name_and_gives_the_other_one(qtbot: QtBot) -> None:
    parent = QWidget()
    taken: list[str] = []
    qtbot.addWidget(parent)
    dialog = name_question(parent, "Rename", "Its name", "old", taken.append)
    dialog.open()
    assert dialog.windowTitle() == "Rename"
    assert "Its name" in [label.text() for label in dialog.findChildren(QLabel)]
    (line,) = dialog.findChildren(QLineEdit)
    assert line.text() == "old"
    line.setText("new")
    dialog.accept()
    assert taken == ["new"]
    qtbot.waitUntil(lambda: not parent.findChildren(QInputDialog))


def test_whoever_goes_back_gives_none(qtbot: QtBot) -> None:
    parent = QWidget()
    taken: list[str] = []
    qtbot.addWidget(parent)
    dialog = name_question(parent, "Rename", "Its name", "old", taken.append)
    dialog.open()
    dialog.reject()
    assert taken == []
