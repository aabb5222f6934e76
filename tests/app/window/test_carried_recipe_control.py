from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.library.carried_recipe import CarriedRecipe
from app.studio.preferences import Preferences
from app.window.carried_recipe_control import CarriedRecipeControl

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("carried", CarriedRecipe)
def test_the_choice_is_shown_and_remembered(qtbot: QtBot, store: QSettings, carried: CarriedRecipe) -> None:
    preferences = Preferences(store)
    control = CarriedRecipeControl(preferences)
    qtbot.addWidget(control)
    assert control._choices.button(0).isChecked()
    order = [CarriedRecipe.NAMES, CarriedRecipe.PATHS, CarriedRecipe.NOTHING]
    control._choices.button(order.index(carried)).click()
    assert preferences.carried is carried
    assert control.is_usual() == (carried is CarriedRecipe.NAMES)
    again = CarriedRecipeControl(Preferences(store))
    qtbot.addWidget(again)
    assert again._choices.button(order.index(carried)).isChecked()
