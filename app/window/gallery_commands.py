"""The gallery's ways in: its button beside the menus, and its entry in one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QToolButton

from app.window.gallery_actions import GalleryActions

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow, QMenu

    from app.studio.studio import Studio
    from app.window.gallery_page import GalleryPage


class GalleryCommands(QObject):
    """The same key and the same button open and close it.

    Attributes:
        action: The entry of the menu.
        button: In the corner of the menu bar.
        of_pictures: What can be done with the chosen pictures.
    """

    def __init__(self, studio: Studio, page: GalleryPage, window: QMainWindow, menu: QMenu) -> None:
        super().__init__(window)
        gallery = self._gallery = studio.gallery
        self.of_pictures = GalleryActions(studio.gallery_commands, page)
        self.action = QAction(self.tr("&Gallery"), self)
        self.action.setCheckable(True)
        self.action.setShortcut(QKeySequence("Ctrl+G"))
        menu.addSeparator()
        menu.addAction(self.action)
        self.button = QToolButton(window)
        self.button.setObjectName("galleryButton")
        self.button.setText(self.tr("Gallery"))
        self.button.setAccessibleName(self.button.text())
        self.button.setToolTip(self.tr("All finished pictures (Ctrl+G)"))
        self.button.setCheckable(True)
        window.menuBar().setCornerWidget(self.button, Qt.Corner.TopRightCorner)
        self.action.triggered.connect(self._on_wanted)
        self.button.clicked.connect(self._on_wanted)
        gallery.opened.connect(self._on_opened)
        gallery.closed.connect(self._on_opened)

    @Slot()
    def _on_wanted(self) -> None:
        if self._gallery.is_open:
            self._gallery.close()
        else:
            self._gallery.open()
        self._on_opened()

    @Slot()
    def _on_opened(self) -> None:
        self.action.setChecked(self._gallery.is_open)
        self.button.setChecked(self._gallery.is_open)
