"""What can be done with a picture once more: entries of a menu and of a button, which mean the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QMenu, QWidget

    from app.studio.again import Again


class AgainActions(QObject):
    """Enabled while there is a picture for them."""

    def __init__(self, again: Again, menus: Iterable[QMenu], window: QWidget) -> None:
        """Put them at the end of some menus."""
        super().__init__(window)
        self._again = again
        self.more_steps = QAction(self.tr("&More steps"), self)
        self.more_steps.setToolTip(self.tr("Paint on at this picture, at its full size"))
        self.another = QAction(self.tr("&Another one, from noise"), self)
        self.another.setToolTip(self.tr("Paint the same once more; it comes out differently"))
        self.start_from_it = QAction(self.tr("Start the &next from it"), self)
        self.start_from_it.setToolTip(self.tr("Begin the next picture with this one"))
        self.use_as_photo = QAction(self.tr("Use it as the p&hoto"), self)
        self.use_as_photo.setToolTip(self.tr("Make this picture the photo"))
        self.more_steps.triggered.connect(again.more_steps)
        self.another.triggered.connect(again.another)
        self.start_from_it.triggered.connect(again.start_from_it)
        self.use_as_photo.triggered.connect(again.use_as_photo)
        for menu in menus:
            if not menu.isEmpty():
                menu.addSeparator()
            menu.addActions([self.more_steps, self.another])
            menu.addSeparator()
            menu.addActions([self.start_from_it, self.use_as_photo])
        again.changed.connect(self._on_changed)
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        self.another.setEnabled(self._again.can_paint_another)
        for action in (self.more_steps, self.start_from_it, self.use_as_photo):
            action.setEnabled(self._again.can_go_on)
