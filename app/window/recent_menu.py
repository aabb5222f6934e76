"""The menu of the last photos."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from app.studio.picture_roles import Role
from app.widgets.labels import menu_text

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QMenu

    from app.studio.studio import Studio

_MOST_DIGITS: Final = 9


class RecentMenu(QObject):
    """Stands below the first entry of the file menu; enabled while there is something in it."""

    def __init__(self, studio: Studio, file_menu: QMenu) -> None:
        super().__init__(file_menu)
        self._studio = studio
        self.menu = file_menu.addMenu(self.tr("Open &recent"))
        file_menu.insertMenu(file_menu.actions()[1], self.menu)
        self.menu.setToolTipsVisible(True)
        studio.recent.changed.connect(self._on_changed)
        # A stick may have been pulled, or put in, since.
        file_menu.aboutToShow.connect(studio.recent.look)
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        paths = self._studio.recent.paths
        self.menu.clear()
        for number, path in enumerate(paths, start=1):
            action = self.menu.addAction(_label(number, path, paths))
            action.setToolTip(str(path))
            action.setData(path)
            action.triggered.connect(self._on_triggered)
        self.menu.addSeparator()
        self.menu.addAction(self.tr("&Clear this list")).triggered.connect(self._studio.recent.clear)
        self.menu.setEnabled(bool(paths))

    @Slot()
    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._studio.imports.choose(Role.PHOTO, action.data())


def _label(number: int, path: Path, paths: tuple[Path, ...]) -> str:
    """Its name, with its folder where two have the same name; the first nine can be picked by their number."""
    is_alone = sum(other.name == path.name for other in paths) == 1
    name = path.name if is_alone else f"{path.name} – {path.parent.name}"
    return f"&{number}  {menu_text(name)}" if number <= _MOST_DIGITS else menu_text(name)
