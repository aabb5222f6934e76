"""Settings by name: a menu under Edit, and a button beside "Reset all" where there is room for it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMenu, QMessageBox, QToolButton, QWidget

from app.library.output_names import legal_part
from app.library.presets import LONGEST_NAME, PRESET_SUFFIX, plain_name
from app.widgets.labels import menu_text
from app.widgets.name_question import name_question

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.library.presets import KeptPreset
    from app.studio.presets import NamedSettings, Presets
    from app.window.menus import Menus
    from app.window.more_controls import MoreControls


class PresetMenu(QObject):
    """Chooses, keeps, renames, removes and shares presets.

    Attributes:
        button: Opens the menu from the panel.
        menu: Made anew each time it is opened.
        dialog: What is asked at the moment; None for nothing.
    """

    def __init__(self, presets: Presets, more: MoreControls, menus: Menus, window: QWidget) -> None:
        super().__init__(window)
        self._presets = presets
        self._window = window
        self.dialog: QInputDialog | QFileDialog | QMessageBox | None = None
        self.menu = QMenu(self.tr("Prese&ts"), window)
        self._submenus: list[QMenu] = []
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self.fill)
        self.button = QToolButton(more)
        self.button.setText(self.tr("Presets"))
        self.button.setToolTip(self.tr("Whole sets of settings by name: choose one, or keep your own"))
        self.button.setAutoRaise(True)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setMenu(self.menu)
        more.add_to_head(self.button)
        menus.edit.addMenu(self.menu)
        presets.changed.connect(self.fill)
        self.fill()

    @Slot()
    def fill(self) -> None:
        """Show what there is now."""
        menu, presets = self.menu, self._presets
        menu.clear()
        for submenu in self._submenus:
            submenu.deleteLater()
        self._submenus = []
        current = presets.current
        for number, group in enumerate((presets.offered, presets.own)):
            if number and group:
                menu.addSeparator()
            for named in group:
                action = menu.addAction(menu_text(named.name))
                action.setCheckable(True)
                action.setChecked(named.name == current)
                action.triggered.connect(partial(self._on_chosen, named))
        menu.addSeparator()
        menu.addAction(self.tr("&Keep these settings…")).triggered.connect(self._on_keep_wanted)
        if presets.own:
            self._add_choice(self.tr("Re&name"), self._on_rename_wanted)
            self._add_choice(self.tr("&Remove"), self._on_remove_wanted)
            self._add_choice(self.tr("&Share…"), self._on_share_wanted)

    def _add_choice(self, title: str, act: Callable[[KeptPreset], None]) -> None:
        """A submenu that does something to one of the artist's own."""
        submenu = QMenu(title, self.menu)
        self.menu.addMenu(submenu)
        self._submenus.append(submenu)
        for named in self._presets.own:
            if named.kept is not None:
                submenu.addAction(menu_text(named.name)).triggered.connect(
                    partial(self._on_own_chosen, act, named.kept)
                )

    def _on_chosen(self, named: NamedSettings, _checked: bool = False) -> None:
        self._presets.apply(named)

    @staticmethod
    def _on_own_chosen(act: Callable[[KeptPreset], None], preset: KeptPreset, _checked: bool = False) -> None:
        act(preset)

    @Slot()
    def _on_keep_wanted(self) -> None:
        self._ask_for_name(self.tr("Keep these settings"), "", self._on_keep_named)

    def _on_keep_named(self, text: str) -> None:
        name = plain_name(text)
        if all(name != named.name for named in self._presets.own):
            self._presets.keep(name)
            return
        question = QMessageBox(self._window)
        question.setWindowTitle(self.tr("Keep these settings"))
        question.setText(self.tr("There is a preset of that name already. Replace it?"))
        replace = question.addButton(self.tr("Replace"), QMessageBox.ButtonRole.AcceptRole)
        question.addButton(QMessageBox.StandardButton.Cancel)
        replace.clicked.connect(partial(self._on_replace_confirmed, name))
        self._open(question)

    def _on_replace_confirmed(self, name: str, _checked: bool = False) -> None:
        self._presets.keep(name)

    def _on_rename_wanted(self, preset: KeptPreset) -> None:
        self._ask_for_name(self.tr("Rename preset"), preset.name, partial(self._presets.rename, preset))

    def _on_remove_wanted(self, preset: KeptPreset) -> None:
        self._presets.remove(preset)

    def _on_share_wanted(self, preset: KeptPreset) -> None:
        dialog = QFileDialog(self._window, self.tr("Share preset"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Impasto preset (*{suffix})").format(suffix=PRESET_SUFFIX))
        dialog.setDefaultSuffix(PRESET_SUFFIX.removeprefix("."))
        dialog.selectFile(f"{legal_part(preset.name)}{PRESET_SUFFIX}")
        dialog.fileSelected.connect(partial(self._on_share_target, preset))
        self._open(dialog)

    def _on_share_target(self, preset: KeptPreset, path: str) -> None:
        self._presets.share(preset, Path(path))

    def _ask_for_name(self, title: str, name: str, take: Callable[[str], None]) -> None:
        self._open(
            name_question(self._window, title, self.tr("Name (up to %n characters)", "", LONGEST_NAME), name, take)
        )

    def _open(self, dialog: QInputDialog | QFileDialog | QMessageBox) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._on_dialog_finished)
        self.dialog = dialog
        dialog.open()

    @Slot()
    def _on_dialog_finished(self) -> None:
        self.dialog = None
