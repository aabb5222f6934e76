from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.studio.settings import Settings
from app.window.recipe_controls import RecipeControls
from core.forecast.forecast import Estimate
from core.recipe.choices import Preset

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def controls_with(qtbot: QtBot, settings: Settings) -> RecipeControls:
    controls = RecipeControls(settings)
    qtbot.addWidget(controls)
    return controls


def chosen(controls: RecipeControls) -> list[str]:
    return [button.text() for button in controls.findChildren(QPushButton) if button.isChecked()]


def test_the_settings_are_shown(qtbot: QtBot) -> None:
    controls = controls_with(qtbot, Settings(768, Preset.HIGH, 33))
    assert chosen(controls) == ["Large", "High"]
    assert controls._size.value() == 768
    assert controls._strength.slider.value() == 33
    assert controls._strength.words.text() == "33"


@pytest.mark.parametrize(("label", "size_px"), [("Small", 384), ("Medium", 512), ("Large", 768), ("Extra large", 1024)])
def test_sizes_by_name(qtbot: QtBot, label: str, size_px: int) -> None:
    controls = controls_with(qtbot, Settings(640))
    assert chosen(controls) == ["Standard"]
    button = next(button for button in controls.findChildren(QPushButton) if button.text() == label)
    with qtbot.waitSignal(controls.size_changed) as caught:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert caught.args == [size_px]
    assert chosen(controls) == [label, "Standard"]


def test_a_size_of_ones_own_unselects_the_names(qtbot: QtBot) -> None:
    controls = controls_with(qtbot, Settings())
    with qtbot.waitSignal(controls.size_changed) as caught:
        controls._size.setValue(700)
    assert caught.args == [700]
    assert chosen(controls) == ["Standard"]


def test_strength_and_quality_are_told(qtbot: QtBot) -> None:
    controls = controls_with(qtbot, Settings())
    with qtbot.waitSignal(controls.strength_changed) as strength:
        controls._strength.slider.setValue(90)
    draft = next(button for button in controls.findChildren(QPushButton) if button.text() == "Draft")
    with qtbot.waitSignal(controls.preset_changed) as preset:
        QTest.mouseClick(draft, Qt.MouseButton.LeftButton)
    assert strength.args == [90]
    assert preset.args == [Preset.DRAFT]
    assert "quick" in controls._preset_words.text()


def test_the_forecast_is_put_into_words(qtbot: QtBot) -> None:
    controls = controls_with(qtbot, Settings(1024))
    controls.show_forecast(Estimate(41.0, 3 << 29, 5000))
    assert controls._forecast.text() == "Takes about 40 s and 1.5 GB of memory."
    controls.show_forecast(Estimate(41.0, 3 << 29, 1000, fits=False))
    assert controls._forecast.text() == "More than this computer's memory allows: at most 1000 px."
    controls.show_forecast(Estimate(0.0, 3 << 29, 5000))
    assert controls._forecast.text() == ""
    controls.show_forecast(None)
    assert controls._forecast.text() == ""


def test_only_the_strength_can_be_changed_while_a_run_goes_on(qtbot: QtBot) -> None:
    controls = controls_with(qtbot, Settings())
    controls.set_locked(True)
    assert not controls._size.isEnabled()
    assert not any(button.isEnabled() for button in controls.findChildren(QPushButton))
    assert controls._strength.slider.isEnabled()
    controls.set_locked(False)
    assert controls._size.isEnabled()
