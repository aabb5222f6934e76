"""Asks what something is to be called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable


def name_question(parent: QWidget, title: str, label: str, name: str, take: Callable[[str], object]) -> QInputDialog:
    """A dialog that asks for a name, to be opened; it is gone once it is closed.

    Args:
        parent: What it stands before.
        title: What is done.
        label: What the name is for.
        name: The one that it has now.
        take: What is done with the other one.
    """
    dialog = QInputDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setInputMode(QInputDialog.InputMode.TextInput)
    dialog.setWindowTitle(title)
    dialog.setLabelText(label)
    dialog.setTextValue(name)
    dialog.textValueSelected.connect(take)
    return dialog
