from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QSpinBox, QWidget

from app.widgets.captioned_slider import CaptionedSlider
from app.widgets.choice_row import ChoiceRow
from app.widgets.labels import heading
from app.widgets.way_back import WayBack

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton


def ask_for_menu(widget: QWidget) -> QMenu:
    middle = widget.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, widget.mapToGlobal(middle))
    QApplication.sendEvent(widget, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def slider(qtbot: QtBot) -> CaptionedSlider:
    made = CaptionedSlider("Strength", ("less", "more"), (0, 100), 30, page_step=10)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_double_click_on_the_handle_or_the_name_asks_for_the_default(qtbot: QtBot) -> None:
    control = slider(qtbot)
    for part in (control.slider, control.words):
        with qtbot.waitSignal(control.default_wanted):
            QTest.mouseDClick(part, LEFT)
    with qtbot.assertNotEmitted(control.default_wanted):
        QTest.mouseDClick(control.slider, Qt.MouseButton.RightButton)
        QTest.mouseClick(control.slider, LEFT, pos=QPoint(2, control.slider.height() // 2))


def test_the_menu_of_a_slider_asks_for_the_default(qtbot: QtBot) -> None:
    control = slider(qtbot)
    menu = ask_for_menu(control.slider)
    assert [action.text() for action in menu.actions()] == ["Back to the default"]
    with qtbot.waitSignal(control.default_wanted):
        menu.actions()[0].trigger()
    menu.close()


def test_a_quick_hand_on_a_choice_chooses_and_its_heading_leads_back(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    named = heading("Quality", page)
    row = ChoiceRow("Quality", [("Draft", 1, ""), ("High", 2, "")], page, named_by=named)
    row.move(0, 40)
    page.show()
    qtbot.waitExposed(page)
    with qtbot.assertNotEmitted(row.default_wanted):
        QTest.mouseDClick(row.button(1), LEFT)
    with qtbot.waitSignal(row.default_wanted):
        QTest.mouseDClick(named, LEFT)
    menu = ask_for_menu(row.button(1))
    with qtbot.waitSignal(row.default_wanted):
        menu.actions()[-1].trigger()
    menu.close()


def test_a_number_keeps_the_menu_of_its_text(qtbot: QtBot) -> None:
    box = QSpinBox()
    qtbot.addWidget(box)
    box.show()
    qtbot.waitExposed(box)
    way_back = WayBack(box, double_clicked=(), others=(box,))
    menu = ask_for_menu(box)
    assert len(menu.actions()) > 3
    with qtbot.waitSignal(way_back.wanted):
        menu.actions()[-1].trigger()
    menu.close()
