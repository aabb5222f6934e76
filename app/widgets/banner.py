"""A strip that says what went wrong and what to do; it waits for nobody and blocks nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from app.studio.studio import Problem


class Banner(QFrame):
    """Hidden until there is a problem."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._what = self._make_label("bannerWhat")
        self._remedy = self._make_label("bannerRemedy")
        self._dismiss = QPushButton(self.tr("Dismiss"), self)
        self._dismiss.clicked.connect(self.clear)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._what)
        words.addWidget(self._remedy)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 14, 10)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(self._dismiss, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def _make_label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        return label

    @property
    def text(self) -> str:
        """What the banner says; empty while it is hidden."""
        return "" if self.isHidden() else f"{self._what.text()} {self._remedy.text()}".strip()

    def show_problem(self, problem: Problem) -> None:
        """Say what happened and what to do."""
        self._what.setText(problem.what)
        self._remedy.setText(problem.remedy)
        self._remedy.setVisible(bool(problem.remedy))
        self.setAccessibleName(f"{problem.what} {problem.remedy}".strip())
        self.show()

    @Slot()
    def clear(self) -> None:
        """Go away."""
        self.hide()
