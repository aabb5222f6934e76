"""A quiet row of buttons on the preview: how large the picture is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget


class ZoomControl(QFrame):
    """Says how large the picture is shown, and changes it.

    Signals:
        fit_pressed(), actual_pressed(), in_pressed(), out_pressed(): The button of that name was pressed.
    """

    fit_pressed = Signal()
    actual_pressed = Signal()
    in_pressed = Signal()
    out_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("zoomControl")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._fit = self._make_button(self.tr("Fit"), self.tr("Show all of the picture (0)"))
        self._actual = self._make_button(
            self.tr("1:1"), self.tr("Show the picture's own pixels (1), or twice as large (2)")
        )
        self._out = self._make_button("\N{MINUS SIGN}", self.tr("Smaller (-)"))
        self._in = self._make_button("+", self.tr("Larger (+)"))
        self._percent = QLabel(self)
        self._percent.setObjectName("quiet")
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._percent.setMinimumWidth(self._percent.fontMetrics().horizontalAdvance("1600 %") + 4)
        row = QHBoxLayout(self)
        row.setContentsMargins(5, 3, 5, 3)
        row.setSpacing(2)
        for part in (self._fit, self._actual, self._out, self._percent, self._in):
            row.addWidget(part)
        self._fit.clicked.connect(self.fit_pressed)
        self._actual.clicked.connect(self.actual_pressed)
        self._in.clicked.connect(self.in_pressed)
        self._out.clicked.connect(self.out_pressed)

    def _make_button(self, name: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(name)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        # The picture keeps the keys.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def show_scale(self, scale: float) -> None:
        """Tell how many of the screen's pixels each of the picture's has."""
        self._percent.setText(self.tr("{percent} %").format(percent=max(1, round(100 * scale))))
