"""The few kinds of text in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

SMALL: Final = 0.92


def menu_text(name: str) -> str:
    """A name as an entry of a menu shows it, where an ampersand would underline the next letter."""
    return name.replace("&", "&&")


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
        _make_small(label)
    return label


def _make_small(label: QLabel) -> None:
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * SMALL)
    label.setFont(font)


class ElidedLabel(QLabel):
    """One line of explanation that keeps its place and its height, whatever it says; the tooltip says all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setObjectName("quiet")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        _make_small(self)

    @property
    def whole_text(self) -> str:
        """What it would say if there were room."""
        return self._text

    def show_text(self, text: str) -> None:
        """Say this from now on, as much of it as there is room for."""
        self._text = text
        self._elide()

    def sizeHint(self) -> QSize:
        """A line."""
        return QSize(0, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """A line."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, max(0, self.width()))
        self.setText(shown)
        self.setToolTip("" if shown == self._text else self._text)
