"""A line for how pictures are called, with placeholders that are put in from a menu, and an example of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget

from app.library.name_template import LONGEST_TEMPLATE, USUAL_TEMPLATE, check_template
from core.errors import RecipeError

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


class NameField(QWidget):
    """Takes every text, and says whether names can be made of it.

    Signals:
        edited(str): There is another text that names can be made of.
        refused(RecipeError): There is one that none can be made of, and why.
    """

    edited = Signal(str)
    refused = Signal(object)

    def __init__(self, template: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit(template, self)
        self.line.setAccessibleName(self.tr("Names of the pictures"))
        self.line.setToolTip(self.tr("What the files of finished pictures are called"))
        self.line.setMaxLength(2 * LONGEST_TEMPLATE)
        self.line.textChanged.connect(self._on_text_changed)
        self._insert = QToolButton(self)
        self._insert.setText(self.tr("Insert"))
        self._insert.setAccessibleName(self.tr("Insert into the name"))
        self._insert.setToolTip(self.tr("Put in what differs from picture to picture, such as the name of the photo"))
        self._insert.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self._insert)
        for placeholder, name in {
            "photo": self.tr("Photo"),
            "painting": self.tr("Painting"),
            "date": self.tr("Date"),
            "time": self.tr("Time"),
            "number": self.tr("Number"),
            "size": self.tr("Size"),
        }.items():
            self.menu.addAction(name).setData(f"{{{placeholder}}}")
        self.menu.addSeparator()
        self._usual = self.menu.addAction(self.tr("The usual name"))
        self.menu.triggered.connect(self._on_triggered)
        self._insert.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self._insert)

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        try:
            check_template(text)
        except RecipeError as error:
            self.refused.emit(error)
        else:
            self.edited.emit(text)

    @Slot(object)
    def _on_triggered(self, action: QAction) -> None:
        if action is self._usual:
            self.line.setText(USUAL_TEMPLATE)
        else:
            self.line.insert(action.data())
        self.line.setFocus()
