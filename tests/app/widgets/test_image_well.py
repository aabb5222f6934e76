from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.studio.picture_slot import read_chosen
from app.widgets.image_well import ImageWell

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot


@pytest.fixture
def well(qtbot: QtBot) -> ImageWell:
    well = ImageWell("Photo", drop_text="Drop: this will be the photo")
    qtbot.addWidget(well)
    well.resize(280, well.sizeHint().height())
    well.show()
    qtbot.waitExposed(well)
    return well


def look(well: ImageWell) -> QImage:
    return well.grab().toImage()


def test_an_empty_well_invites(well: ImageWell) -> None:
    assert well.accessibleName() == "Photo"
    assert "Empty" in well.accessibleDescription()


def test_a_full_well_names_its_picture(well: ImageWell, photo: Path) -> None:
    empty = look(well)
    well.show_picture(read_chosen(photo), photo.name)
    assert look(well) != empty
    assert well.accessibleDescription() == "photo.png, 60 × 45 px. Press to choose another one."
    assert well.toolTip() == f"{photo}\n60 × 45 px"


def test_a_drag_above_is_seen(well: ImageWell, photo: Path) -> None:
    well.show_picture(read_chosen(photo), photo.name)
    before = look(well)
    well.set_awaiting_drop(True)
    assert look(well) != before
    well.set_awaiting_drop(False)
    assert look(well) == before


def test_a_drag_above_is_told_in_the_sentence_given(qtbot: QtBot, well: ImageWell) -> None:
    other = ImageWell("Photo", drop_text="Fallen lassen: Das wird das Foto")
    qtbot.addWidget(other)
    other.resize(well.size())
    for each in (well, other):
        each.set_awaiting_drop(True)
    assert look(well) != look(other)


def test_a_locked_well_stands_back(well: ImageWell, photo: Path) -> None:
    well.show_picture(read_chosen(photo), photo.name)
    before = look(well)
    well.setEnabled(False)
    assert look(well) != before


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_press_it(qtbot: QtBot, well: ImageWell, key: Qt.Key) -> None:
    with qtbot.waitSignal(well.clicked):
        QTest.keyClick(well, key)


def test_ctrl_return_is_left_to_the_window(qtbot: QtBot, well: ImageWell) -> None:
    with qtbot.assertNotEmitted(well.clicked):
        QTest.keyClick(well, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
