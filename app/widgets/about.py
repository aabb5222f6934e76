"""What the program is, and whose work it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.system.version import version
from app.widgets.labels import heading

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon


class AboutDialog(QDialog):
    """Name, version and licences."""

    def __init__(self, icon: QIcon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Impasto"))
        picture = QLabel(self)
        picture.setPixmap(icon.pixmap(QSize(72, 72)))
        # The program's own name, the same in every language.
        picture.setAccessibleName("Impasto")
        title = heading(self.tr("Impasto {version}").format(version=version()), self)
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        title.setFont(font)
        words = QLabel(self._words(), self)
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.RichText)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.setMinimumWidth(440)
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(title)
        column.addWidget(words)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 24, 24, 18)
        page.setSpacing(18)
        page.addLayout(row)
        page.addWidget(buttons)

    def _words(self) -> str:
        paragraphs = [
            self.tr("Repaints a photograph in the manner of a painting, on your own computer. It never goes online."),
            self.tr("Impasto itself is free software under the MIT licence."),
            self.tr(
                "The networks VGG-19 and VGG-16 were trained by Karen Simonyan and Andrew Zisserman, Visual Geometry "
                "Group, University of Oxford, and are licensed under CC BY 4.0. They were cut after relu5_1 and stored "
                "in half precision."
            ),
            self.tr(
                "The method is that of Leon Gatys, Alexander Ecker and Matthias Bethge, “Image Style Transfer Using "
                "Convolutional Neural Networks”, 2016."
            ),
            self.tr("Built with Qt (LGPL 3), PyTorch (BSD), NumPy (BSD) and Pillow (MIT-CMU)."),
        ]
        return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
