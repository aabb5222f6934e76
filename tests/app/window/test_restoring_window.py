"""A painted picture, dropped on the window or chosen from its menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFileDialog

from app.studio.notices import NoticeAction
from app.studio.picture_roles import Role
from core.recipe.choices import NetworkName
from core.recipe.provenance import Provenance, encode_provenance
from core.recipe.recipe import Recipe, StyleSource
from tests.app.fake_engine import inputs_of
from tests.app.pointing import drop, files, middle_of
from tests.app.studio.test_restoring import carrying
from tests.app.window.test_main_window import path_in, run_button, well, words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.studio.studio import Studio
    from app.window.main_window import MainWindow


@pytest.fixture
def recipe(make_picture: Callable[..., Path]) -> Recipe:
    return Recipe(
        make_picture("then/photo.png"),
        (StyleSource(make_picture("then/a.png", colour=(1, 2, 3))),),
        size_px=640,
        style_strength=62.5,
        network=NetworkName.VGG16,
        seed=2**40,
    )


@pytest.fixture
def result(recipe: Recipe, tmp_path: Path) -> Path:
    return carrying(tmp_path / "then" / "result.png", encode_provenance(Provenance(recipe, inputs_of(recipe))))


def settle(qtbot: QtBot, studio: Studio) -> None:
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)


def press(window: MainWindow, action: NoticeAction) -> None:
    button = window.stage.banner.button(action)
    assert button.isVisible()
    button.click()


def answer(window: MainWindow, path: Path) -> str:
    dialog = window.dialogs.dialog
    assert isinstance(dialog, QFileDialog)
    title = dialog.windowTitle()
    dialog.fileSelected.emit(str(path))
    dialog.close()
    return title


def test_dropped_on_the_picture_it_is_restored_and_can_be_undone(
    qtbot: QtBot, window: MainWindow, studio: Studio, recipe: Recipe, result: Path
) -> None:
    before = studio.draft.recipe()
    drop(window, files(result), middle_of(window.stage.preview, window))
    settle(qtbot, studio)
    # Through all controls, none of which can show 62.5 or a number of thirteen digits.
    assert studio.draft.recipe() == recipe
    assert window.panel.controls._strength.slider.value() == 62
    assert window.panel.more.body.isVisible()
    assert window.stage.banner.text == "Everything is set as “result.png” was painted."
    press(window, NoticeAction.GO_BACK)
    settle(qtbot, studio)
    assert studio.draft.recipe() == before
    assert window.stage.banner.isHidden()


def test_dropped_on_a_well_it_is_a_picture_and_more_is_offered(
    qtbot: QtBot, window: MainWindow, studio: Studio, recipe: Recipe, result: Path
) -> None:
    drop(window, files(result), middle_of(well(window, Role.PAINTING), window))
    settle(qtbot, studio)
    assert path_in(studio, Role.PAINTING) == result
    assert path_in(studio, Role.PHOTO) == studio.imports.samples[0].path
    press(window, NoticeAction.USE_RECIPE)
    settle(qtbot, studio)
    assert studio.draft.recipe() == recipe


def test_what_is_gone_leaves_its_place_empty_and_is_asked_for(
    qtbot: QtBot, window: MainWindow, studio: Studio, recipe: Recipe, result: Path, tmp_path: Path
) -> None:
    moved = recipe.photo.rename(tmp_path / "moved.png")
    drop(window, files(result), QPoint(700, 300))
    settle(qtbot, studio)
    assert not well(window, Role.PHOTO)._pictures
    assert not run_button(window).isEnabled()
    assert words(window) == "The photo is missing | Choose one at the top left."
    assert "Not found: photo.png." in window.stage.banner.text
    press(window, NoticeAction.FIND_PICTURE)
    assert answer(window, moved) == "Find photo.png"
    settle(qtbot, studio)
    assert path_in(studio, Role.PHOTO) == moved
    assert run_button(window).isEnabled()
    assert not window.stage.banner.button(NoticeAction.FIND_PICTURE).isVisible()


def test_what_is_gone_can_be_replaced_by_choosing_another(
    qtbot: QtBot, window: MainWindow, studio: Studio, recipe: Recipe, result: Path, painting: Path
) -> None:
    recipe.styles[0].path.unlink()
    drop(window, files(result), QPoint(700, 300))
    settle(qtbot, studio)
    assert not well(window, Role.PAINTING)._pictures
    drop(window, files(painting), middle_of(well(window, Role.PAINTING), window))
    settle(qtbot, studio)
    assert path_in(studio, Role.PAINTING) == painting
    assert run_button(window).isEnabled()
    assert window.stage.banner.isHidden()


def test_a_result_can_be_chosen_from_the_menu(
    qtbot: QtBot, window: MainWindow, studio: Studio, recipe: Recipe, result: Path, photo: Path
) -> None:
    window.menus._recipe.trigger()
    assert answer(window, result) == "Paint again"
    settle(qtbot, studio)
    assert studio.draft.recipe() == recipe
    window.menus._recipe.trigger()
    answer(window, photo)
    settle(qtbot, studio)
    assert "carries no recipe of Impasto's" in window.stage.banner.text
    assert studio.draft.recipe() == recipe


def test_a_name_is_never_taken_for_markup(
    qtbot: QtBot, window: MainWindow, studio: Studio, recipe: Recipe, tmp_path: Path
) -> None:
    text = encode_provenance(Provenance(recipe, inputs_of(recipe)))
    text = text.replace("photo.png", "<img src='file:nowhere'><h1>.png")
    drop(window, files(carrying(tmp_path / "apart.png", text)), QPoint(700, 300))
    settle(qtbot, studio)
    assert "Not found: <img src='file:nowhere'><h1>.png" in window.stage.banner.text.replace("/", "")
