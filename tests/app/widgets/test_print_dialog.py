from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialogButtonBox

from app.widgets.print_dialog import PrintDialog
from core.recipe.sheet import MM_PER_UNIT, Fit, PrintFormat

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

A4 = PrintFormat(210.0, 297.0)


def dialog_with(qtbot: QtBot, sheet: PrintFormat | None = None, fit: Fit = Fit.CROP) -> PrintDialog:
    dialog = PrintDialog(sheet, fit)
    qtbot.addWidget(dialog)
    return dialog


def pick(dialog: PrintDialog, name: str) -> None:
    number = dialog._named.findText(name)
    dialog._named.setCurrentIndex(number)
    dialog._named.activated.emit(number)


def test_the_first_sheet_is_a4(qtbot: QtBot) -> None:
    dialog = dialog_with(qtbot)
    assert dialog.sheet == A4
    assert dialog._named.currentText() == "A4"
    assert dialog._pixels.text() == "2480 × 3508 pixels"
    assert not dialog._none.isVisibleTo(dialog)


def test_what_was_chosen_last_is_shown(qtbot: QtBot) -> None:
    sheet = PrintFormat(420.0, 297.0, 150.0, 3.0)
    dialog = dialog_with(qtbot, sheet, Fit.PAD)
    assert dialog.sheet == sheet
    assert dialog._named.currentText() == "A3"
    assert dialog.fit is Fit.PAD
    assert dialog._none.isVisibleTo(dialog)


def test_a_named_sheet_keeps_the_way_it_is_turned(qtbot: QtBot) -> None:
    dialog = dialog_with(qtbot)
    dialog._turn.click()
    assert [dialog._width.value(), dialog._height.value()] == pytest.approx([29.7, 21.0])
    pick(dialog, "50 × 70 cm")
    assert dialog.sheet == PrintFormat(700.0, 500.0)


def test_sides_of_ones_own_in_any_unit(qtbot: QtBot) -> None:
    dialog = dialog_with(qtbot)
    dialog._unit.setCurrentText("in")
    dialog._width.setValue(20.0)
    dialog._height.setValue(16.0)
    assert [dialog.sheet.width_mm, dialog.sheet.height_mm] == pytest.approx([508.0, 406.4])
    assert dialog._named.currentText() == "16 × 20 in"
    dialog._height.setValue(17.0)
    assert dialog._named.currentText() == "A size of your own"
    dialog._unit.setCurrentText("mm")
    assert dialog._height.value() == pytest.approx(431.8)


def test_a_change_of_unit_changes_no_size(qtbot: QtBot) -> None:
    dialog = dialog_with(qtbot)
    for unit in ("in", "mm", "cm", "in", "cm"):
        dialog._unit.setCurrentText(unit)
    assert dialog.sheet == A4


@pytest.mark.parametrize("unit", MM_PER_UNIT)
def test_an_edited_side_leaves_the_other_as_it_is(qtbot: QtBot, unit: str) -> None:
    dialog = dialog_with(qtbot)
    dialog._unit.setCurrentText(unit)
    dialog._height.setValue(400.0 / MM_PER_UNIT[unit])
    assert dialog.sheet.width_mm == 210.0
    assert dialog.sheet.height_mm == pytest.approx(400.0, abs=0.005 * MM_PER_UNIT[unit])
    height_mm = dialog.sheet.height_mm
    dialog._width.setValue(300.0 / MM_PER_UNIT[unit])
    assert dialog.sheet.width_mm == pytest.approx(300.0, abs=0.005 * MM_PER_UNIT[unit])
    assert dialog.sheet.height_mm == height_mm


def test_what_is_not_edited_keeps_its_exact_value(qtbot: QtBot) -> None:
    sheet = PrintFormat(210.123, 297.456, 150.5, 3.175)
    dialog = dialog_with(qtbot, sheet)
    assert dialog.sheet == sheet
    dialog._turn.click()
    assert dialog.sheet == PrintFormat(297.456, 210.123, 150.5, 3.175)
    dialog._dpi.setValue(300)
    assert dialog.sheet == PrintFormat(297.456, 210.123, 300.0, 3.175)


def test_a_sheet_beyond_the_fields_becomes_what_they_show(qtbot: QtBot) -> None:
    dialog = dialog_with(qtbot, PrintFormat(5.0, 4000.0, 20.0, 80.0))
    assert dialog.sheet == PrintFormat(10.0, 3000.0, 50.0, 50.0)
    assert [dialog._width.value(), dialog._height.value()] == pytest.approx([1.0, 300.0])
    assert [dialog._dpi.value(), dialog._bleed.value()] == pytest.approx([50, 50.0])


def test_more_pixels_than_can_be_painted_are_refused(qtbot: QtBot) -> None:
    dialog = dialog_with(qtbot)
    ok = dialog._buttons.button(QDialogButtonBox.StandardButton.Ok)
    pick(dialog, "50 × 70 cm")
    dialog._dpi.setValue(1200)
    assert not ok.isEnabled()
    assert "Lower the resolution" in dialog._pixels.text()
    dialog._dpi.setValue(300)
    assert ok.isEnabled()


def test_the_choice_is_told(qtbot: QtBot) -> None:
    dialog = dialog_with(qtbot)
    dialog._bleed.setValue(3.0)
    dialog._fit.setCurrentIndex(dialog._fit.findData(Fit.INSIDE))
    with qtbot.waitSignal(dialog.chosen) as caught:
        dialog._buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    assert caught.args[0] == PrintFormat(210.0, 297.0, 300.0, 3.0)
    assert caught.args[1] is Fit.INSIDE


def test_printing_can_be_given_up(qtbot: QtBot) -> None:
    dialog = dialog_with(qtbot, A4)
    with qtbot.waitSignal(dialog.chosen) as caught:
        dialog._none.click()
    assert caught.args[0] is None
