"""Opening, closing and saving the sheet: from the menu, the panel and the sheet itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QKeySequence

from app.studio.sheet_entries import SheetKind

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from app.studio.studio import Studio
    from app.widgets.file_dialogs import FileDialogs
    from app.window.sheet_page import SheetPage
    from app.window.side_panel import SidePanel


class SheetCommands(QObject):
    """Two entries of a menu; the same keys open and close."""

    def __init__(
        self,
        studio: Studio,
        page: SheetPage,
        panel: SidePanel,
        dialogs: FileDialogs,
        menu: QMenu,
    ) -> None:
        super().__init__(menu)
        self._studio = studio
        self._panel = panel
        self._dialogs = dialogs
        self.paintings = QAction(self.tr("&All paintings"), self)
        self.paintings.setShortcut(QKeySequence("Ctrl+T"))
        self.variations = QAction(self.tr("&Variations"), self)
        self.variations.setShortcut(QKeySequence("Ctrl+Shift+T"))
        menu.addSeparator()
        menu.addActions([self.paintings, self.variations])
        self.paintings.triggered.connect(self._on_paintings_wanted)
        self.variations.triggered.connect(self._on_variations_wanted)
        panel.sheet_wanted.connect(self._on_paintings_wanted)
        page.save_wanted.connect(self._on_save_wanted)
        dialogs.sheet_target_picked.connect(studio.save_sheet)
        studio.readiness_changed.connect(self._on_readiness_changed)
        self._on_readiness_changed()

    @Slot()
    def _on_readiness_changed(self) -> None:
        available = self._studio.can_stylize
        for action in (self.paintings, self.variations):
            action.setEnabled(available)
        self._panel.set_sheet_available(available)

    @Slot()
    def _on_paintings_wanted(self) -> None:
        self._toggle(SheetKind.PAINTINGS)

    @Slot()
    def _on_variations_wanted(self) -> None:
        self._toggle(SheetKind.VARIATIONS)

    def _toggle(self, kind: SheetKind) -> None:
        sheet = self._studio.sheet
        if sheet.kind is kind:
            sheet.close()
        elif self._studio.can_stylize:
            sheet.open(kind)

    @Slot()
    def _on_save_wanted(self) -> None:
        self._dialogs.ask_for_sheet_target(self._studio.save_folder, self._studio.sheet.file_stem)
