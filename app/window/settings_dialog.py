"""The settings of the program. Each counts as soon as it is changed, so there is nothing to confirm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QVBoxLayout, QWidget

from app.window.painting_settings import PaintingSettings
from app.window.picture_settings import PictureSettings
from app.window.program_settings import ProgramSettings

if TYPE_CHECKING:
    from app.studio.studio import Studio


class SettingsDialog(QDialog):
    """Three pages.

    Attributes:
        pictures: How pictures are kept.
        painting: What of the computer is used.
        program: Language, look and notices.
    """

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Settings"))
        # First, as the eye meets them first.
        self.tabs = QTabWidget(self)
        self.pictures = PictureSettings(studio, self)
        self.painting = PaintingSettings(studio.preferences, self)
        self.program = ProgramSettings(studio.preferences, self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.pictures, self.tr("Pictures"))
        self.tabs.addTab(self.painting, self.tr("Painting"))
        self.tabs.addTab(self.program, self.tr("Program"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        page = QVBoxLayout(self)
        page.setContentsMargins(18, 18, 18, 14)
        page.setSpacing(14)
        page.addWidget(self.tabs)
        page.addWidget(buttons)
