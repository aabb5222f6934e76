"""A page of settings: names on the left, controls on the right, and here and there a word about one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from app.widgets.labels import explanation

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

_NOTE_PX: Final = 380


class SettingsForm(QWidget):
    """Rows that are added one after the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(18)
        self.form.setVerticalSpacing(10)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 12)
        column.addLayout(self.form)
        column.addStretch(1)

    def add(self, name: str, control: QWidget | QLayout, tip: str = "") -> None:
        """Add a control under its name.

        Args:
            name: What it sets.
            control: What sets it.
            tip: What that does.
        """
        if isinstance(control, QWidget):
            control.setToolTip(tip)
        self.form.addRow(name, control)

    def add_note(self, text: str = "") -> QLabel:
        """Add a word about the row above."""
        note = explanation(text, self, small=True)
        note.setWordWrap(True)
        note.setMinimumWidth(_NOTE_PX)
        self.form.addRow("", note)
        return note
