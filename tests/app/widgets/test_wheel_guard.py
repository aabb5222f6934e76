from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QDoubleSpinBox,
    QScrollArea,
    QScrollBar,
    QSlider,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.widgets.print_dialog import PrintDialog
from app.widgets.wheel_guard import WheelGuard
from core.optimization.timeline.timeline import Timeline
from core.recipe.sheet import Fit
from tests.core.optimization.timeline.frames import frames

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from app.window.main_window import MainWindow

NOTCH = 120


def turn_wheel(widget: QWidget) -> None:
    """Turn the wheel over the middle of a widget that is seen, by one notch towards the person."""
    assert not widget.visibleRegion().isEmpty(), widget.accessibleName()
    window = widget.window()
    handle = window.windowHandle()
    assert handle is not None
    # By way of the window, as from the system: Qt offers an event that is sent to a widget to that widget alone.
    QTest.wheelEvent(handle, QPointF(widget.mapTo(window, widget.rect().center())), QPoint(0, -NOTCH))


def value_of(control: QWidget) -> float:
    if isinstance(control, QComboBox):
        return control.currentIndex()
    assert isinstance(control, QSlider | QSpinBox | QDoubleSpinBox)
    return control.value()


def controls_of(window: QWidget) -> list[QWidget]:
    """Every control that a wheel could turn; what only scrolls may."""
    kinds = (QAbstractSlider, QAbstractSpinBox, QComboBox)
    return [
        control
        for control in window.findChildren(QWidget)
        if isinstance(control, kinds) and not isinstance(control, QScrollBar)
    ]


def make_slider() -> QWidget:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(0, 100)
    slider.setValue(50)
    return slider


def make_spin_box() -> QWidget:
    box = QSpinBox()
    box.setRange(0, 100)
    box.setValue(50)
    return box


def make_combo_box() -> QWidget:
    box = QComboBox()
    box.addItems(["first", "second", "third"])
    box.setCurrentIndex(1)
    return box


@pytest.mark.parametrize("make", [make_slider, make_spin_box, make_combo_box])
def test_the_wheel_scrolls_the_panel_unless_the_control_has_the_focus(
    qtbot: QtBot, make: Callable[[], QWidget]
) -> None:
    control, other, page, panel = make(), QSpinBox(), QWidget(), QScrollArea()
    qtbot.addWidget(panel)
    column = QVBoxLayout(page)
    column.addSpacing(100)
    column.addWidget(other)
    column.addWidget(control)
    column.addStretch()
    page.setFixedHeight(2000)
    panel.setWidget(page)
    panel.resize(200, 300)
    WheelGuard(control)
    panel.show()
    qtbot.waitActive(panel)
    other.setFocus()
    before = value_of(control)

    turn_wheel(control)
    assert value_of(control) == before
    assert panel.verticalScrollBar().value() > 0
    assert not control.hasFocus()

    control.setFocus()
    scrolled = panel.verticalScrollBar().value()
    turn_wheel(control)
    assert value_of(control) != before
    assert panel.verticalScrollBar().value() == scrolled


def test_no_control_of_the_window_turns_when_the_wheel_passes_over_it(window: MainWindow) -> None:
    for fold in window.panel.findChildren(QToolButton):
        fold.setChecked(True)
    # One that is there only for some settings.
    window.panel.more._starts.button(1).click()
    # And one that is there once something has been painted.
    window.stage.timeline.show_timeline(Timeline(Path("run"), frames(*range(9))), 4, writes_film=False)
    # Those of other pages are not there to be turned.
    controls = [control for control in controls_of(window) if control.isVisible()]
    values = [value_of(control) for control in controls]
    assert window.stage.timeline.slider in controls
    assert len(controls) >= 3
    window.panel.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.panel.setFocus()
    for control in controls:
        window.panel.ensureWidgetVisible(control)
        turn_wheel(control)
        assert not control.hasFocus()
    assert [value_of(control) for control in controls] == values


def test_no_control_of_the_gallery_turns_when_the_wheel_passes_over_it(window: MainWindow) -> None:
    page = window.stage.pages.gallery
    window._gallery.button.click()
    page.pane.timeline.show_timeline(Timeline(Path("run"), frames(*range(9))), 4, writes_film=False)
    page._stack.setCurrentWidget(page.pane)
    controls = controls_of(page)
    assert {page.details.stars, page.pane.timeline.slider} <= set(controls)
    for control in controls:
        before = value_of(control)
        turn_wheel(control)
        assert (value_of(control), control.hasFocus()) == (before, False)


def test_no_control_of_the_print_dialog_turns_when_the_wheel_passes_over_it(qtbot: QtBot) -> None:
    dialog = PrintDialog(None, Fit.CROP)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitActive(dialog)
    dialog._turn.setFocus()
    controls = controls_of(dialog)
    values = [value_of(control) for control in controls]
    assert len(controls) == 7
    for control in controls:
        turn_wheel(control)
        assert not control.hasFocus()
    assert [value_of(control) for control in controls] == values
