"""What can be done with the chosen pictures of the gallery: entries of its menu, and their keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence

from app.studio.gallery_look import MOST_PICTURES
from app.system.file_manager import FileManager
from app.widgets.name_question import name_question

if TYPE_CHECKING:
    from PySide6.QtWidgets import QInputDialog

    from app.studio.gallery_commands import GalleryCommands
    from app.window.gallery_page import GalleryPage


class GalleryActions(QObject):
    """Enabled while they can be done."""

    def __init__(self, commands: GalleryCommands, page: GalleryPage, file_manager: FileManager | None = None) -> None:
        """Fill the menu of a page.

        Args:
            commands: What they do.
            page: Tells which are chosen.
            file_manager: Shows a file; None for the system's.
        """
        super().__init__(page)
        self._commands, self._page = commands, page
        self._file_manager = file_manager or FileManager(self)
        self.dialog: QInputDialog | None = None
        self.look = self._make(self.tr("&Look"), self.tr("See the picture large, or two side by side"))
        self.use_settings = self._make(
            self.tr("&Use its settings"), self.tr("Paint the photo on the left with the settings of this picture")
        )
        self.again = self._make(self.tr("&Paint again"), self.tr("Choose its photo, its paintings and its settings"))
        self.larger = self._make(self.tr("Same, l&arger"), self.tr("Choose all of it, for a picture twice as large"))
        self.for_print = self._make(self.tr("Same, &for print…"), self.tr("Choose all of it, and a sheet of paper"))
        self.rename = self._make(self.tr("&Rename…"), self.tr("Give the picture and its file another name"), "F2")
        self.reveal = self._make(self.tr("&Show in folder"), self.tr("Show the file where it lies on the disk"))
        self.trash = self._make(self.tr("&Move to trash"), self.tr("It can be taken out of the trash again"), "Del")
        menu = page.details.menu
        menu.addAction(self.look)
        menu.addSeparator()
        menu.addActions([self.use_settings, self.again, self.larger, self.for_print])
        menu.addSeparator()
        menu.addActions([self.rename, self.reveal])
        menu.addSeparator()
        menu.addAction(self.trash)
        self._follow()

    def _make(self, name: str, tip: str, key: str = "") -> QAction:
        action = QAction(name, self)
        action.setToolTip(tip)
        if key:
            action.setShortcut(QKeySequence(key))
            # Elsewhere in the window these keys mean other things.
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._page.addAction(action)
        return action

    def _follow(self) -> None:
        self.look.triggered.connect(self._page.look_closer)
        self.use_settings.triggered.connect(self._on_use_settings)
        self._page.details.use_settings.clicked.connect(self._on_use_settings)
        self.again.triggered.connect(self._on_again)
        self.larger.triggered.connect(self._on_larger)
        self.for_print.triggered.connect(self._on_for_print)
        self.rename.triggered.connect(self._on_rename)
        self.reveal.triggered.connect(self._on_reveal)
        self.trash.triggered.connect(self._on_trash)
        self._page.chosen_changed.connect(self._on_chosen_changed)
        self._on_chosen_changed()

    @Slot()
    def _on_chosen_changed(self) -> None:
        chosen = self._page.chosen
        is_one = len(chosen) == 1
        has_recipe = is_one and chosen[0].recipe is not None
        self.look.setEnabled(0 < len(chosen) <= MOST_PICTURES and not self._page.is_looking_closer)
        for action in (self.use_settings, self.again, self.larger, self.for_print):
            action.setEnabled(has_recipe)
        for action in (self.rename, self.reveal):
            action.setEnabled(is_one)
        self.trash.setEnabled(bool(chosen))

    @Slot()
    def _on_use_settings(self) -> None:
        self._commands.use_settings(self._page.chosen[0].path)

    @Slot()
    def _on_again(self) -> None:
        self._commands.paint_again(self._page.chosen[0].path)

    @Slot()
    def _on_larger(self) -> None:
        self._commands.paint_larger(self._page.chosen[0].path)

    @Slot()
    def _on_for_print(self) -> None:
        self._commands.paint_for_print(self._page.chosen[0].path)

    @Slot()
    def _on_reveal(self) -> None:
        self._file_manager.reveal(self._page.chosen[0].path)

    @Slot()
    def _on_trash(self) -> None:
        self._commands.move_to_trash([entry.path for entry in self._page.chosen])

    @Slot()
    def _on_rename(self) -> None:
        entry = self._page.chosen[0]
        title, label = self.tr("Rename picture"), self.tr("Its name, and that of its file")
        rename = partial(self._commands.rename, entry.path)
        dialog = self.dialog = name_question(self._page, title, label, entry.name, rename)
        dialog.resize(460, dialog.sizeHint().height())
        dialog.finished.connect(self._on_dialog_finished)
        dialog.open()

    @Slot()
    def _on_dialog_finished(self) -> None:
        self.dialog = None
