from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.studio.draft import Draft
from app.studio.draft_settings import DraftSettings
from app.window.more_controls import MoreControls
from core.recipe.choices import ColorMode, StartFrom

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from app.system.background_jobs import BackgroundJobs

    ControlsWith = Callable[[DraftSettings], MoreControls]


@pytest.fixture
def controls_with(qtbot: QtBot, background: BackgroundJobs) -> ControlsWith:
    def make(settings: DraftSettings) -> MoreControls:
        controls = MoreControls(Draft(background, settings))
        qtbot.addWidget(controls)
        controls.show()
        return controls

    return make


def test_the_usual_is_folded_away(controls_with: ControlsWith) -> None:
    controls = controls_with(DraftSettings())
    assert not controls.body.isVisible()
    controls._fold.click()
    assert controls.body.isVisible()
    controls._fold.click()
    assert not controls.body.isVisible()


@pytest.mark.parametrize(
    "settings",
    [
        DraftSettings(style_scale=2.0),
        DraftSettings(turned_strokes=True),
        DraftSettings(color=ColorMode.PHOTO),
        DraftSettings(start_from=StartFrom.NOISE),
    ],
)
def test_what_differs_from_the_usual_does_not_hide(controls_with: ControlsWith, settings: DraftSettings) -> None:
    assert controls_with(settings).body.isVisible()


@pytest.mark.parametrize(("style_scale", "words"), [(0.25, "0.25 ×"), (1.0, "1 ×"), (2.0, "2 ×"), (4.0, "4 ×")])
def test_the_size_of_the_strokes_doubles_evenly_along_the_slider(
    controls_with: ControlsWith, style_scale: float, words: str
) -> None:
    controls = controls_with(DraftSettings(style_scale=style_scale))
    assert controls._strokes.words.text() == words
    told: list[float] = []
    controls._draft.settings_changed.connect(lambda: told.append(controls._draft.settings.style_scale))
    for notch in (1, controls._strokes.slider.minimum(), 0, controls._strokes.slider.maximum()):
        controls._strokes.slider.setValue(notch)
    assert told[-2:] == [1.0, 4.0]


def test_colours_by_name(controls_with: ControlsWith) -> None:
    controls = controls_with(DraftSettings(color=ColorMode.MATCH))
    controls._colors.button(1).click()
    assert controls._draft.settings.color is ColorMode.PHOTO
    assert controls._colors.button(1).isChecked()


def test_a_picture_to_paint_on_at_is_told_as_such(controls_with: ControlsWith) -> None:
    controls = controls_with(DraftSettings(start_from=StartFrom.FINISHED, start_picture=Path("cat.png")))
    assert [controls._starts.button(number).isChecked() for number in range(3)] == [False, False, True]
    assert controls._start_name.text() == "More steps: cat.png"
    controls._draft.set(start_from=StartFrom.PICTURE)
    assert controls._starts.button(2).isChecked()
    assert controls._start_name.text() == "cat.png"
