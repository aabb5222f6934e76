"""The few kinds of text in the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def heading(text: str, parent: QWidget | None = None) -> QLabel:
    """A label that names a part of the window."""
    label = QLabel(text, parent)
    label.setObjectName("heading")
    return label


def explanation(text: str, parent: QWidget | None = None, *, small: bool = False) -> QLabel:
    """A label that explains, and stands back."""
    label = QLabel(text, parent)
    label.setObjectName("quiet")
    label.setTextFormat(Qt.TextFormat.PlainText)
    if small:
        font = label.font()
        font.setPointSizeF(font.pointSizeF() * 0.92)
        label.setFont(font)
    return label
