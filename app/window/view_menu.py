"""The menu of what the preview shows, and its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMainWindow

    from app.window.stage import Stage


class ViewMenu(QObject):
    """Stands before the last menu of the window; each entry acts on the preview.

    "Compare" is the same switch as the button of that name.

    Attributes:
        menu: The menu itself, which more can be put into.
    """

    def __init__(self, window: QMainWindow, stage: Stage) -> None:
        super().__init__(window)
        preview, self._buttons = stage.preview, stage.run_bar.buttons
        self.menu = QMenu(self.tr("&View"), window)
        last = window.menuBar().actions()[-1]
        window.menuBar().insertMenu(last, self.menu)
        self._add(self.tr("&Fit"), ["0"], preview.fit)
        self._add(self.tr("&Own pixels (1:1)"), ["1"], preview.show_actual_pixels)
        self._add(self.tr("&Twice as large (2:1)"), ["2"], preview.show_doubled_pixels)
        self._add(self.tr("La&rger"), ["+", "=", "Ctrl++", "Ctrl+="], preview.zoom_in)
        self._add(self.tr("&Smaller"), ["-", "Ctrl+-"], preview.zoom_out)
        self.menu.addSeparator()
        self._compare = self._add(self.tr("&Compare with the photo"), ["D"], self._buttons.toggle_compare)
        self._compare.setCheckable(True)
        self._compare.setEnabled(self._buttons.can_compare)
        self._buttons.compare_toggled.connect(self._compare.setChecked)
        self._buttons.compare_available.connect(self._compare.setEnabled)

        painting = self._add(self.tr("Show the &painting"), ["P"], None)
        painting.setCheckable(True)
        painting.toggled.connect(preview.corner.want)

    def _add(self, text: str, keys: Sequence[str], act: Callable[[], None] | None) -> QAction:
        action = self.menu.addAction(text)
        action.setShortcuts([QKeySequence(key) for key in keys])
        if act is not None:
            action.triggered.connect(act)
        return action
