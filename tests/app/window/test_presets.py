"""Presets as a person uses them: choose, keep, rename, remove, share, import."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QMessageBox

from app.library.presets import PRESET_SUFFIX, KeptPreset, read_presets, write_preset
from app.studio.draft_settings import DraftSettings
from core.recipe.choices import ColorMode, Preset, StartFrom
from tests.app.pointing import drop, files

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu
    from pytestqt.qtbot import QtBot

    from app.studio.studio import Studio
    from app.system.user_folders import UserFolders
    from app.window.main_window import MainWindow
    from app.window.preset_menu import PresetMenu


_Dialog = TypeVar("_Dialog", bound=QDialog)


@pytest.fixture
def presets(window: MainWindow) -> PresetMenu:
    return window._presets


def action(menu: QMenu, *texts: str) -> QAction:
    """The entry of a menu, or of its submenus, by the texts on the way."""
    for text in texts[:-1]:
        submenu = action(menu, text).menu()
        assert submenu is not None
        menu = submenu  # type: ignore[assignment] # PySide calls it a QObject
    return next(each for each in menu.actions() if each.text().replace("&", "") == texts[-1])


def dialog(presets: PresetMenu, kind: type[_Dialog]) -> _Dialog:
    assert isinstance(presets.dialog, kind)
    return presets.dialog


def answer(presets: PresetMenu, name: str) -> None:
    asked = dialog(presets, QInputDialog)
    asked.setTextValue(name)
    asked.accept()


def keep(qtbot: QtBot, presets: PresetMenu, studio: Studio, name: str) -> None:
    action(presets.menu, "Keep these settings…").trigger()
    answer(presets, name)
    qtbot.waitUntil(lambda: name in [named.name for named in studio.presets.own])


def checked(menu: QMenu) -> list[str]:
    return [each.text() for each in menu.actions() if each.isChecked()]


def test_the_program_s_own_are_whole_sets_of_settings(presets: PresetMenu, studio: Studio) -> None:
    studio.draft.set(strength=90, color=ColorMode.PHOTO, preset=Preset.HIGH)
    action(presets.menu, "Draft").trigger()
    assert studio.draft.settings == DraftSettings(preset=Preset.DRAFT)
    action(presets.menu, "Print").trigger()
    assert studio.draft.settings.sheet is not None
    assert (studio.draft.settings.sheet.width_mm, studio.draft.settings.sheet.height_mm) == (300, 400)


def test_the_one_in_use_is_marked(presets: PresetMenu, studio: Studio) -> None:
    presets.fill()
    assert checked(presets.menu) == ["Standard"]
    studio.draft.set(strength=51)
    presets.fill()
    assert checked(presets.menu) == []


def test_the_artist_s_own_are_kept_and_brought_back_as_one_change(
    qtbot: QtBot, presets: PresetMenu, studio: Studio, folders: UserFolders
) -> None:
    studio.draft.set(strength=80, freedom=20, style_scale=2.0, start_from=StartFrom.NOISE)
    wanted = studio.draft.settings
    keep(qtbot, presets, studio, "Poster & bold")
    assert checked(presets.menu) == ["Poster && bold"]
    assert [preset.name for preset in read_presets(folders.presets)] == ["Poster & bold"]
    studio.draft.reset()
    qtbot.waitUntil(lambda: studio.history.settled)
    action(presets.menu, "Poster  bold").trigger()
    assert studio.draft.settings == wanted
    studio.history.undo()
    assert studio.draft.settings == DraftSettings()


def test_a_name_that_is_taken_is_replaced_only_when_that_is_confirmed(
    qtbot: QtBot, presets: PresetMenu, studio: Studio, folders: UserFolders
) -> None:
    keep(qtbot, presets, studio, "mine")
    studio.draft.set(strength=99)
    for role in (QMessageBox.ButtonRole.RejectRole, QMessageBox.ButtonRole.AcceptRole):
        assert read_presets(folders.presets)[0].recipe.style_strength == 50
        action(presets.menu, "Keep these settings…").trigger()
        answer(presets, "mine")
        question = dialog(presets, QMessageBox)
        next(each for each in question.buttons() if question.buttonRole(each) is role).click()
    qtbot.waitUntil(lambda: read_presets(folders.presets)[0].recipe.style_strength == 99)


def test_renamed_removed_and_shared(
    qtbot: QtBot, presets: PresetMenu, studio: Studio, folders: UserFolders, tmp_path: Path
) -> None:
    keep(qtbot, presets, studio, "mine")
    action(presets.menu, "Rename", "mine").trigger()
    answer(presets, "ours")
    qtbot.waitUntil(lambda: [named.name for named in studio.presets.own] == ["ours"])
    action(presets.menu, "Share…", "ours").trigger()
    asked = dialog(presets, QFileDialog)
    target = tmp_path / f"given{PRESET_SUFFIX}"
    asked.fileSelected.emit(str(target))
    asked.reject()
    qtbot.waitUntil(target.is_file)
    action(presets.menu, "Remove", "ours").trigger()
    qtbot.waitUntil(lambda: studio.presets.own == ())
    assert read_presets(folders.presets) == ()


def test_a_dropped_preset_is_kept_and_used(qtbot: QtBot, window: MainWindow, studio: Studio, tmp_path: Path) -> None:
    recipe = studio.presets.offered[0].settings
    studio.draft.set(strength=33)
    keep(qtbot, window._presets, studio, "theirs")
    (theirs,) = studio.presets.own
    assert theirs.kept is not None
    file = write_preset(tmp_path / "stick", KeptPreset("from a friend", theirs.kept.recipe))
    studio.draft.reset()
    assert studio.draft.settings.strength == recipe.strength
    drop(window, files(file), QPoint(700, 300))
    qtbot.waitUntil(lambda: len(studio.presets.own) == 2)
    assert studio.draft.settings.strength == 33
    assert "from a friend" in window.stage.banner.text


def test_of_a_preset_and_a_picture_that_are_dropped_together_both_are_taken(
    qtbot: QtBot, window: MainWindow, studio: Studio, photo: Path, tmp_path: Path
) -> None:
    file = write_preset(tmp_path / "stick", KeptPreset("both", studio.draft.recipe()))
    drop(window, files(file, photo), QPoint(700, 300))
    qtbot.waitUntil(lambda: len(studio.presets.own) == 1)
    qtbot.waitUntil(lambda: studio.draft.photo.picture is not None and studio.draft.photo.picture.path == photo)


def test_a_dropped_file_that_is_no_preset_is_told_and_changes_nothing(
    qtbot: QtBot, window: MainWindow, studio: Studio, tmp_path: Path
) -> None:
    file = tmp_path / f"bad{PRESET_SUFFIX}"
    file.write_text('{"impasto_preset": 1}')
    drop(window, files(file), QPoint(700, 300))
    qtbot.waitUntil(lambda: "preset" in window.stage.banner.text)
    assert studio.draft.settings == DraftSettings()
    assert studio.presets.own == ()


def test_a_folder_that_cannot_be_written_is_told(
    qtbot: QtBot, window: MainWindow, studio: Studio, folders: UserFolders
) -> None:
    folders.presets.parent.mkdir(parents=True, exist_ok=True)
    folders.presets.write_text("a file in its place")
    studio.presets.keep("mine")
    qtbot.waitUntil(lambda: "could not be changed" in window.stage.banner.text)
