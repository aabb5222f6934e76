from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.studio.settings import Settings
from app.window.more_controls import MoreControls
from core.recipe.choices import ColorMode

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def controls_with(qtbot: QtBot, settings: Settings) -> MoreControls:
    controls = MoreControls(settings)
    qtbot.addWidget(controls)
    controls.show()
    return controls


def test_the_usual_is_folded_away(qtbot: QtBot) -> None:
    controls = controls_with(qtbot, Settings())
    assert not controls._body.isVisible()
    controls._fold.click()
    assert controls._body.isVisible()
    controls._fold.click()
    assert not controls._body.isVisible()


@pytest.mark.parametrize("settings", [Settings(style_scale=2.0), Settings(color=ColorMode.PHOTO)])
def test_what_differs_from_the_usual_does_not_hide(qtbot: QtBot, settings: Settings) -> None:
    assert controls_with(qtbot, settings)._body.isVisible()


@pytest.mark.parametrize(("style_scale", "words"), [(0.25, "0.25 ×"), (1.0, "1 ×"), (2.0, "2 ×"), (4.0, "4 ×")])
def test_the_size_of_the_strokes_doubles_evenly_along_the_slider(qtbot: QtBot, style_scale: float, words: str) -> None:
    controls = controls_with(qtbot, Settings(style_scale=style_scale))
    assert controls._strokes.words.text() == words
    told: list[float] = []
    controls.style_scale_changed.connect(told.append)
    for notch in (1, controls._strokes.slider.minimum(), 0, controls._strokes.slider.maximum()):
        controls._strokes.slider.setValue(notch)
    assert told[-2:] == [1.0, 4.0]


def test_colours_by_name(qtbot: QtBot) -> None:
    controls = controls_with(qtbot, Settings(color=ColorMode.MATCH))
    with qtbot.waitSignal(controls.color_changed) as caught:
        controls._colors.button(1).click()
    assert caught.args == [ColorMode.PHOTO]
    assert controls._colors.button(1).isChecked()


def test_the_strokes_can_be_changed_while_a_run_goes_on(qtbot: QtBot) -> None:
    controls = controls_with(qtbot, Settings(style_scale=2.0))
    controls.set_locked(True)
    assert controls._strokes.slider.isEnabled()
    assert not controls._colors.isEnabled()
