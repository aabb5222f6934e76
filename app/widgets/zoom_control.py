"""A quiet row of buttons on the preview: how large the picture is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget


class ZoomControl(QFrame):
    """Says how large the picture is shown, and changes it.

    Signals:
        fit_pressed(), actual_pressed(), in_pressed(), out_pressed(), loupe_pressed(): The button of that name was
            pressed.
    """

    fit_pressed = Signal()
    actual_pressed = Signal()
    in_pressed = Signal()
    out_pressed = Signal()
    loupe_pressed = Signal()

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
        self._loupe = self._make_button(self.tr("Loupe"), "")
        self._percent = QLabel(self)
        self._percent.setObjectName("quiet")
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._percent.setMinimumWidth(self._percent.fontMetrics().horizontalAdvance("1600 %") + 4)
        row = QHBoxLayout(self)
        row.setContentsMargins(5, 3, 5, 3)
        row.setSpacing(2)
        for part in (self._fit, self._actual, self._out, self._percent, self._in, self._loupe):
            row.addWidget(part)
        self._fit.clicked.connect(self.fit_pressed)
        self._actual.clicked.connect(self.actual_pressed)
        self._in.clicked.connect(self.in_pressed)
        self._out.clicked.connect(self.out_pressed)
        self._loupe.clicked.connect(self.loupe_pressed)
        self.set_loupe_available(False)

    def _make_button(self, name: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(name)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        # The picture keeps the keys.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def set_loupe_available(self, available: bool) -> None:
        """Tell whether a loupe would show more than a small picture does."""
        self._loupe.setEnabled(available)
        tip = (
            self.tr("See a place as it will look in the finished picture (L)")
            if available
            else self.tr("For large pictures and prints: shows a place as it will look, before you wait for all of it")
        )
        self._loupe.setToolTip(tip)
        self._loupe.setAccessibleName(tip)

    def show_scale(self, scale: float) -> None:
        """Tell how many of the screen's pixels each of the picture's has."""
        self._percent.setText(self.tr("{percent} %").format(percent=max(1, round(100 * scale))))
