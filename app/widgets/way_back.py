"""The way of a control back to its default."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractSpinBox, QMenu, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence


class WayBack(QObject):
    """Asks for the default when a control or its name is double-clicked, or from their context menus.

    Belongs to the control and goes with it.

    Signals:
        wanted(): The person wants the default.
    """

    wanted = Signal()

    def __init__(self, control: QWidget, *, double_clicked: Sequence[QWidget], others: Sequence[QWidget] = ()) -> None:
        """Watch the parts of a control.

        Args:
            control: What has a default.
            double_clicked: The parts of it where a double-click has no other meaning.
            others: Its further parts; a double-click on a button or into a text is no wish for the default.
        """
        super().__init__(control)
        self._double_clicked = tuple(double_clicked)
        for part in (*double_clicked, *others):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Heed double-clicks and context menus."""
        if isinstance(event, QContextMenuEvent) and isinstance(watched, QWidget) and watched.isEnabled():
            self._menu_of(watched).popup(event.globalPos())
            return True
        if (
            event.type() == QEvent.Type.MouseButtonDblClick
            and isinstance(event, QMouseEvent)
            and event.button() is Qt.MouseButton.LeftButton
            and watched in self._double_clicked
        ):
            self.wanted.emit()
            return True
        return super().eventFilter(watched, event)

    def _menu_of(self, part: QWidget) -> QMenu:
        menu = part.lineEdit().createStandardContextMenu() if isinstance(part, QAbstractSpinBox) else QMenu(part)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if menu.actions():
            menu.addSeparator()
        menu.addAction(self.tr("Back to the default")).triggered.connect(self.wanted)
        return menu
