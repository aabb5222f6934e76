"""A few words beside what they speak of, which a click sends away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

_LETTERS: Final = 34
_INSET_PX: Final = 14


class Hint(QFrame):
    """Lies in the upper corner of a widget where reading begins.

    Signals:
        dismissed(): The person has read it.
    """

    dismissed = Signal()

    def __init__(self, words: str, beside: QWidget) -> None:
        """Make a hint that is not shown yet.

        Args:
            words: What it says.
            beside: What it lies upon.
        """
        super().__init__(beside)
        self.setObjectName("hint")
        self.setAccessibleName(words)
        self._beside = beside
        self._words = QLabel(words, self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setFixedWidth(_LETTERS * self._words.fontMetrics().averageCharWidth())
        self.close_button = QToolButton(self)
        self.close_button.setText("×")
        self.close_button.setProperty("bare", True)
        self.close_button.setAccessibleName(self.tr("Close this hint"))
        self.close_button.setToolTip(self.tr("Close this hint; it does not come back"))
        self.close_button.clicked.connect(self.dismissed)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 6, 8)
        row.setSpacing(6)
        row.addWidget(self._words)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        beside.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def appear(self) -> None:
        """Be seen."""
        self._place()
        self.show()
        self.raise_()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep to the corner."""
        if event.type() is QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go away, wherever it is clicked; what lies below does not hear of it."""
        event.accept()
        self.dismissed.emit()

    def _place(self) -> None:
        self.adjustSize()
        x = self._beside.width() - self.width() - _INSET_PX if self.isRightToLeft() else _INSET_PX
        self.move(x, _INSET_PX)
