"""Says how many pictures wait to be painted; its menu lets each be painted next, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction


class WaitingButton(QToolButton):
    """Hidden while nothing waits.

    Signals:
        next_wanted(int): The picture of this number is to be painted next.
        remove_wanted(int): It is not to be painted.
    """

    next_wanted = Signal(int)
    remove_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs: list[tuple[int, str]] = []
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self._menu.triggered.connect(self._on_triggered)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolTip(self.tr("Pictures that will be painted after this one"))
        self.hide()

    def show_jobs(self, jobs: Sequence[tuple[int, str]]) -> None:
        """Show what waits: number and name of each, in their order."""
        self._jobs = list(jobs)
        self.setText(self.tr("%n waiting", "", len(self._jobs)))
        self.setAccessibleName(self.text())
        self.setVisible(bool(self._jobs))

    @Slot()
    def _fill(self) -> None:
        self._menu.clear()
        for place, (number, name) in enumerate(self._jobs):
            menu = self._menu.addMenu(name)
            if place > 0:
                self._add(menu, self.tr("Paint it next"), (number, True))
            self._add(menu, self.tr("Do not paint it"), (number, False))

    @staticmethod
    def _add(menu: QMenu, text: str, wanted: tuple[int, bool]) -> None:
        menu.addAction(text).setData(wanted)

    @Slot(object)
    def _on_triggered(self, action: QAction) -> None:
        number, is_next = action.data()
        (self.next_wanted if is_next else self.remove_wanted).emit(number)
