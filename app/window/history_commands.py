"""Undo and redo, in the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from app.studio.history import History
    from app.window.menus import Menus


class HistoryCommands(QObject):
    """Lets the menu say what would be undone and redone, and does it."""

    def __init__(self, history: History, menus: Menus) -> None:
        super().__init__(menus)
        self._history = history
        self._menus = menus
        menus.undo_wanted.connect(history.undo)
        menus.redo_wanted.connect(history.redo)
        history.changed.connect(self._on_history_changed)

    @Slot()
    def _on_history_changed(self) -> None:
        self._menus.set_history(undo=self._history.undo_words, redo=self._history.redo_words)
