from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.studio.draft import Draft
from app.studio.draft_settings import DraftSettings
from app.window.recipe_controls import RecipeControls
from core.forecast.forecast import Estimate
from core.recipe.choices import Preset
from core.recipe.sheet import PrintFormat

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from app.system.background_jobs import BackgroundJobs

    ControlsWith = Callable[[DraftSettings], RecipeControls]


@pytest.fixture
def controls_with(qtbot: QtBot, background: BackgroundJobs) -> ControlsWith:
    def make(settings: DraftSettings) -> RecipeControls:
        controls = RecipeControls(Draft(background, settings))
        qtbot.addWidget(controls)
        return controls

    return make


def chosen(controls: RecipeControls) -> list[str]:
    return [button.text() for button in controls.findChildren(QPushButton) if button.isChecked()]


def test_the_settings_are_shown(controls_with: ControlsWith) -> None:
    controls = controls_with(DraftSettings(768, Preset.HIGH, 33))
    assert chosen(controls) == ["Large", "High"]
    assert controls._size.value() == 768
    assert controls._strength.slider.value() == 33
    assert controls._strength.words.text() == "33"


@pytest.mark.parametrize(("label", "size_px"), [("Small", 384), ("Medium", 512), ("Large", 768), ("Extra large", 1024)])
def test_sizes_by_name(controls_with: ControlsWith, label: str, size_px: int) -> None:
    controls = controls_with(DraftSettings(640))
    assert chosen(controls) == ["Standard"]
    button = next(button for button in controls.findChildren(QPushButton) if button.text() == label)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert controls._draft.settings.size_px == size_px
    assert chosen(controls) == [label, "Standard"]


def test_a_size_of_ones_own_unselects_the_names(controls_with: ControlsWith) -> None:
    controls = controls_with(DraftSettings())
    controls._size.setValue(700)
    assert controls._draft.settings.size_px == 700
    assert chosen(controls) == ["Standard"]


def test_strength_and_quality_are_told(controls_with: ControlsWith) -> None:
    controls = controls_with(DraftSettings())
    controls._strength.slider.setValue(90)
    draft = next(button for button in controls.findChildren(QPushButton) if button.text() == "Draft")
    QTest.mouseClick(draft, Qt.MouseButton.LeftButton)
    assert (controls._draft.settings.strength, controls._draft.settings.preset) == (90, Preset.DRAFT)
    assert "quick" in controls._preset_words.text()


def test_the_forecast_is_put_into_words(controls_with: ControlsWith) -> None:
    controls = controls_with(DraftSettings(1024))
    controls.show_forecast(Estimate(41.0, 3 << 29, 5000))
    assert controls._forecast.whole_text == "Takes about 40 s and 1.5 GB of memory."
    controls.show_forecast(Estimate(41.0, 3 << 29, 1000, fits=False))
    assert controls._forecast.whole_text == "Too large for the memory: at most 1000 px."
    controls.show_forecast(Estimate(0.0, 3 << 29, 5000))
    assert controls._forecast.whole_text == ""
    controls.show_forecast(None)
    assert controls._forecast.whole_text == ""


def test_a_sheet_decides_the_size(controls_with: ControlsWith) -> None:
    controls = controls_with(DraftSettings(sheet=PrintFormat(210, 297)))
    assert not controls._size.isEnabled()
    assert controls._strength.slider.isEnabled()
    controls._draft.set(sheet=None)
    assert controls._size.isEnabled()
