"""Mixing paintings as a person does: from the strip, from files, by drops, and while a picture is being painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.studio.picture_roles import Role
from app.studio.strip_model import StripRole
from app.studio.studio import Studio
from core.recipe.recipe import Recipe, StyleSource
from tests.app.pointing import click_in_strip, drop, files, middle_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QSettings
    from pytestqt.qtbot import QtBot

    from app.run.compute_thread import ComputeThread
    from app.system.background_jobs import BackgroundJobs
    from app.window.main_window import MainWindow
    from tests.app.fake_engine import FakeEngine

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


def press(window: MainWindow, number: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Click the starter of this number in the strip."""
    click_in_strip(window.panel.strip.strip, number, modifiers)


def marked(window: MainWindow) -> list[str]:
    model = window.panel.strip.strip.model()
    indexes = [model.index(number, 0) for number in range(model.rowCount())]
    return [index.data() for index in indexes if index.data(StripRole.CHOSEN)]


def mix_both(qtbot: QtBot, window: MainWindow, studio: Studio) -> None:
    """Choose the second starter beside the first."""
    with qtbot.waitSignal(studio.draft.paintings_loaded):
        press(window, 1, CTRL)


def names(studio: Studio) -> list[str]:
    return [path.name for path, _ in studio.draft.chosen_paintings]


def test_ctrl_click_mixes_and_takes_out_again(qtbot: QtBot, window: MainWindow, studio: Studio) -> None:
    panel = window.panel
    assert not panel._weigh.isVisible()
    mix_both(qtbot, window, studio)
    assert names(studio) == ["swirls.png", "dots.png"]
    assert studio.draft.weights == (1.0, 1.0)
    assert panel._wells[Role.PAINTING]._caption == "2 paintings"
    assert "swirls.png 50 %" in panel._wells[Role.PAINTING].accessibleDescription()
    assert marked(window) == ["Night Swirls", "Sunday Dots"]
    with qtbot.waitSignal(studio.draft.paintings_loaded):
        press(window, 0, CTRL)
    assert names(studio) == ["dots.png"]
    # The last one stays.
    press(window, 1, CTRL)
    assert not studio.draft.paintings.loading
    assert not panel._weigh.isVisible()


def test_a_click_chooses_one_in_place_of_several(qtbot: QtBot, window: MainWindow, studio: Studio) -> None:
    mix_both(qtbot, window, studio)
    with qtbot.waitSignal(studio.draft.paintings_loaded):
        press(window, 1)
    assert names(studio) == ["dots.png"]


def test_weights_are_chosen_beside_their_paintings(qtbot: QtBot, window: MainWindow, studio: Studio) -> None:
    mix_both(qtbot, window, studio)
    panel = window.panel
    heights = (panel._choices.height(), panel._wells[Role.PHOTO].height(), panel.controls.y())
    QTest.mouseClick(panel._weigh, LEFT)
    assert panel.mixture.isVisible()
    before = panel._wells[Role.PAINTING].grab().toImage()
    QTest.keyClick(panel.mixture._rows[0].slider, Qt.Key.Key_Home)
    assert studio.draft.weights == (0.0, 1.0)
    assert panel._wells[Role.PAINTING].grab().toImage() != before
    assert studio.draft.recipe().styles[0].weight == 0.0
    assert (panel._choices.height(), panel._wells[Role.PHOTO].height(), panel.controls.y()) == heights
    with qtbot.waitSignal(studio.draft.paintings_loaded):
        QTest.mouseClick(panel.mixture._rows[0].remove, LEFT)
    assert names(studio) == ["dots.png"]
    assert list(studio.draft.weights) == [1.0]
    assert panel.strip.isVisible()


def test_a_running_picture_follows_the_weights(
    qtbot: QtBot, window: MainWindow, studio: Studio, engine: FakeEngine
) -> None:
    mix_both(qtbot, window, studio)
    engine.hold_after = 4
    studio.stylize()
    qtbot.waitUntil(lambda: window.stage.run_bar._progress.value() > 0)
    slider = window.panel.mixture._rows[1].slider
    for notch in (40, 30, 25):
        slider.setValue(notch)
    qtbot.waitUntil(lambda: bool(engine.changes))
    assert [change.style_weights for change in engine.changes] == [(1.0, 0.5)]
    engine.go_on.set()
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)
    assert studio.results.job is not None
    assert [style.weight for style in studio.results.job.recipe.styles] == [1.0, 0.5]


def test_several_files_dropped_on_the_painting_are_mixed(
    qtbot: QtBot, window: MainWindow, studio: Studio, photo: Path, painting: Path
) -> None:
    with qtbot.waitSignal(studio.draft.paintings_loaded):
        drop(window, files(painting, photo), middle_of(window.panel._wells[Role.PAINTING], window))
    assert names(studio) == ["painting.jpg", "photo.png"]
    assert studio.draft.chosen_photo == studio.imports.samples[0].path


def test_the_first_of_several_dropped_elsewhere_is_the_photo(
    qtbot: QtBot, window: MainWindow, studio: Studio, make_picture: Callable[..., Path]
) -> None:
    paths = [make_picture(f"{name}.png") for name in "abc"]
    drop(window, files(*paths), middle_of(window.stage.preview, window))
    qtbot.waitUntil(lambda: studio.can_stylize)
    assert studio.draft.chosen_photo == paths[0]
    assert [path for path, _ in studio.draft.chosen_paintings] == paths[1:]


def test_the_dialog_offers_to_choose_several(
    qtbot: QtBot, window: MainWindow, studio: Studio, photo: Path, painting: Path
) -> None:
    QTest.mouseClick(window.panel._wells[Role.PAINTING], LEFT)
    dialog = window.dialogs.dialog
    assert dialog is not None
    with qtbot.waitSignal(studio.draft.paintings_loaded):
        dialog.filesSelected.emit([str(painting), str(photo)])
        dialog.close()
    assert names(studio) == ["painting.jpg", "photo.png"]


def test_a_recipe_brings_its_weights(
    qtbot: QtBot, window: MainWindow, studio: Studio, photo: Path, painting: Path
) -> None:
    recipe = Recipe(photo, (StyleSource(painting, 0.123), StyleSource(photo, 7.0)))
    studio.draft.load(recipe)
    qtbot.waitUntil(lambda: studio.can_stylize)
    window.panel._weigh.setChecked(True)
    assert [row._share.text() for row in window.panel.mixture._rows] == ["2 %", "98 %"]
    assert studio.draft.recipe().styles == recipe.styles


def test_the_mixture_is_there_again_at_the_next_start(
    qtbot: QtBot,
    window: MainWindow,
    studio: Studio,
    store: QSettings,
    compute: ComputeThread,
    background: BackgroundJobs,
) -> None:
    mix_both(qtbot, window, studio)
    studio.draft.set_weights((1.0, 0.25))
    again = Studio(
        compute, background, store, studio.folders, samples=studio.imports.samples, starters=studio.imports.starters
    )
    again.open_first()
    qtbot.waitUntil(lambda: again.can_stylize)
    assert again.draft.chosen_paintings == studio.draft.chosen_paintings
    assert again.draft.weights == (1.0, 0.25)


@pytest.mark.parametrize("stored", [["1", "x"], ["-1", "2"], ["0", "0"], ["inf", "1"], "1"])
def test_weights_that_make_no_sense_are_even(
    qtbot: QtBot, store: QSettings, ready: Studio, compute: ComputeThread, background: BackgroundJobs, stored: object
) -> None:
    store.setValue("recipe/painting", [str(entry.path) for entry in ready.imports.starters])
    store.setValue("recipe/weights", stored)
    again = Studio(compute, background, store, ready.folders, samples=(), starters=ready.imports.starters)
    again.open_first()
    qtbot.waitUntil(lambda: again.draft.paintings.ready)
    assert again.draft.weights == (1.0, 1.0)
