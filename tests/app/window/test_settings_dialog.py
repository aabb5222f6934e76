"""The settings as a person changes them: each counts at once, and is there at the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox

from app.library.name_template import USUAL_TEMPLATE
from app.look.appearance import Appearance
from app.look.theme import apply, tokens
from app.studio.preferences import Preferences
from app.window.settings_dialog import SettingsDialog
from core.machine.courtesy import Courtesy
from core.recipe.choices import DeviceName

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from app.studio.studio import Studio
    from app.window.main_window import MainWindow
    from tests.app.fake_engine import FakeEngine


@pytest.fixture
def dialog(qtbot: QtBot, qapp: QApplication, window: MainWindow) -> Iterator[SettingsDialog]:
    action = next(each for each in window.menus.edit.actions() if each.text() == "&Settings…")
    assert action.shortcut().toString() == "Ctrl+,"
    assert action.menuRole() is QAction.MenuRole.PreferencesRole
    action.trigger()
    (dialog,) = window.findChildren(SettingsDialog)
    qtbot.waitExposed(dialog)
    yield dialog
    dialog.close()
    apply(qapp, Appearance.SYSTEM)


def pick(box: QComboBox, label: str) -> None:
    """Choose an entry as the keyboard does."""
    box.setFocus()
    number = box.findText(label)
    assert number >= 0
    for _ in range(box.count()):
        QTest.keyClick(box, Qt.Key.Key_Up)
    for _ in range(number):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == label


def again(store: QSettings) -> Preferences:
    """What the next start remembers."""
    return Preferences(store)


def kept(qtbot: QtBot, studio: Studio) -> Path:
    with qtbot.waitSignal(studio.results.kept) as caught:
        studio.stylize()
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)
    path: Path = caught.args[1]
    return path


def test_folder_kind_and_name_hold_for_the_next_picture_and_the_next_start(
    qtbot: QtBot, dialog: SettingsDialog, studio: Studio, store: QSettings, tmp_path: Path
) -> None:
    page = dialog.pictures
    assert not page.form.isRowVisible(page.usual)
    page.take_folder(str(tmp_path / "mine"))
    pick(page.kind, "JPEG, small")
    page.quality.setValue(80)
    page.name.line.setText("")
    QTest.keyClicks(page.name.line, "{photo} like ")
    page.name.menu.actions()[1].trigger()
    assert page.name.line.text() == "{photo} like {painting}"
    assert page.example.text() == "For example: Cat like Night Swirls.jpg"
    assert kept(qtbot, studio) == tmp_path / "mine" / "Cat like Night Swirls.jpg"
    assert kept(qtbot, studio).name == "Cat like Night Swirls (2).jpg"
    later = again(store)
    assert (later.kept_folder, later.kept_suffix, later.jpeg_quality) == (tmp_path / "mine", ".jpg", 80)
    assert later.name_template == "{photo} like {painting}"
    page.usual.click()
    page.name.menu.actions()[-1].trigger()
    assert (studio.preferences.kept_folder, studio.preferences.name_template) == (None, USUAL_TEMPLATE)
    assert page.folder.text() == str(studio.folders.kept)


def test_a_name_that_cannot_be_is_explained_and_changes_nothing(dialog: SettingsDialog, studio: Studio) -> None:
    page = dialog.pictures
    for text, words in {
        "../{photo}": "No file name may have “/” in it.",
        "{who}": "Impasto does not know what to put for “who”.",
        "": "A name needs at least one letter or placeholder.",
    }.items():
        page.name.line.setText(text)
        assert page.example.text() == words
    assert studio.preferences.name_template == USUAL_TEMPLATE


def test_only_what_goes_with_the_kind_of_file_is_shown(dialog: SettingsDialog, studio: Studio) -> None:
    page = dialog.pictures
    shown = {}
    for label in ("PNG, without loss", "TIFF, for printing", "JPEG, small", "WebP, small and without loss"):
        pick(page.kind, label)
        shown[label[:4]] = (page.form.isRowVisible(page.quality), page.form.isRowVisible(page.bits))
    assert shown == {"PNG,": (False, True), "TIFF": (False, True), "JPEG": (True, False), "WebP": (False, False)}
    pick(page.kind, "PNG, without loss")
    pick(page.bits, "16 bits, to be worked on further")
    assert studio.draft.recipe().depth_bits == 16


def test_device_and_memory_hold_from_the_next_picture_on(
    qtbot: QtBot, dialog: SettingsDialog, studio: Studio, store: QSettings, engine: FakeEngine
) -> None:
    engine.hold_after = 1
    studio.stylize()
    qtbot.waitUntil(lambda: len(engine.recipes) == 1)
    pick(dialog.painting.device, "The processor")
    pick(dialog.painting.memory, "4 GB")
    studio.stylize()
    engine.go_on.set()
    qtbot.waitUntil(lambda: len(engine.recipes) == 2 and studio.shutdown.nothing_goes_on)
    assert [recipe.device for recipe in engine.recipes] == [DeviceName.AUTO, DeviceName.CPU]
    assert engine.memory_limits == [None, 4 << 30]
    later = again(store)
    assert (later.device, later.max_memory_bytes) == (DeviceName.CPU, 4 << 30)


def test_what_is_left_to_others_changes_while_a_picture_is_painted(
    qtbot: QtBot, dialog: SettingsDialog, studio: Studio, store: QSettings, engine: FakeEngine
) -> None:
    engine.hold_after = 1
    studio.stylize()
    qtbot.waitUntil(lambda: len(engine.recipes) == 1)
    pick(dialog.painting.courtesy, "Half of the processor")
    assert studio._applied._compute.worker.share.wanted is Courtesy.HALF
    engine.go_on.set()
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)
    assert again(store).courtesy is Courtesy.HALF


def test_the_look_changes_at_once_and_the_language_at_the_next_start(dialog: SettingsDialog, store: QSettings) -> None:
    pick(dialog.program.appearance, "Light")
    assert not tokens().is_dark
    pick(dialog.program.appearance, "Dark")
    assert tokens().is_dark
    pick(dialog.program.language, "Deutsch")
    dialog.program.notifies.click()
    later = again(store)
    assert (later.appearance, later.language, later.notifies) == (Appearance.DARK, "de", False)


def test_a_store_that_makes_no_sense_gives_the_usual(store: QSettings) -> None:
    for key, value in {
        "pictures/suffix": ".exe",
        "pictures/name": "../{photo}",
        "pictures/jpeg_quality": "1000",
        "painting/device": "toaster",
        "painting/memory": "-5",
        "painting/courtesy": "none",
        "window/notifies": "perhaps",
    }.items():
        store.setValue(key, value)
    usual = Preferences(store)
    assert (usual.kept_suffix, usual.name_template, usual.jpeg_quality) == (".png", USUAL_TEMPLATE, 95)
    assert (usual.device, usual.max_memory_bytes, usual.courtesy) == (DeviceName.AUTO, None, Courtesy.NOTHING)
    assert usual.notifies


def test_every_control_has_a_name(dialog: SettingsDialog) -> None:
    for page in (dialog.pictures, dialog.painting, dialog.program):
        for row in range(page.form.rowCount()):
            item = page.form.itemAt(row, page.form.ItemRole.FieldRole)
            assert item is not None
            widget = item.widget()
            if isinstance(widget, QComboBox | QAbstractSpinBox):
                assert widget.accessibleName()
