"""What can be done with the keyboard: read from the menus themselves, and what single parts of the window heed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QScrollArea,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from app.widgets.labels import explanation, heading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenuBar

_HEIGHT_PX: Final = 560
_COLUMNS_GAP_PX: Final = 28
_GROUPS_GAP_PX: Final = 8


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Keys that belong together.

    Attributes:
        name: Of the menu or the part of the window.
        keys: What each does, and the keys themselves.
    """

    name: str
    keys: tuple[tuple[str, str], ...]


def key_groups(bar: QMenuBar) -> list[KeyGroup]:
    """The keys of a window's menus, menu by menu."""
    groups = []
    for menu in bar.actions():
        keys = tuple((plain(action.text()), _native(action)) for action in _actions(menu) if action.shortcuts())
        if keys:
            groups.append(KeyGroup(plain(menu.text()), keys))
    return groups


def plain(text: str) -> str:
    """A menu's text without the mark of its letter, and without what says that a dialog follows."""
    without_letter = re.sub(r"\(&\w\)", "", text)
    return re.sub(r"&(.)", r"\1", without_letter).rstrip("… ")


def _actions(menu: QAction) -> Iterator[QAction]:
    inner = menu.menu()
    for action in inner.actions() if isinstance(inner, QWidget) else ():
        if action.menu() is not None:
            yield from _actions(action)
        elif not action.isSeparator():
            yield action


def _native(action: QAction) -> str:
    shown = (keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in action.shortcuts())
    return "   ".join(dict.fromkeys(each for each in shown if each))


class KeyOverview(QDialog):
    """A list of keys."""

    def __init__(self, groups: Sequence[KeyGroup], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys"))
        page = QWidget()
        page.setObjectName("panelPage")
        grid = QGridLayout(page)
        grid.setContentsMargins(24, 20, 24, 20)
        grid.setHorizontalSpacing(_COLUMNS_GAP_PX)
        for group in (*groups, *self._parts()):
            row = grid.rowCount()
            grid.addWidget(heading(group.name, page), row, 0, 1, 2)
            for what, keys in group.keys:
                row += 1
                grid.addWidget(QLabel(what, page), row, 0)
                grid.addWidget(explanation(keys, page), row, 1)
            grid.addItem(QSpacerItem(0, _GROUPS_GAP_PX), row + 1, 0)
        area = QScrollArea(self)
        area.setObjectName("keyList")
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setAccessibleName(self.tr("Keys"))
        area.setToolTip(self.tr("Everything that can be done with the keyboard"))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumWidth(page.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width() + 4)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setToolTip(self.tr("Back to the window (Esc)"))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 14)
        column.addWidget(area)
        row_of_buttons = QVBoxLayout()
        row_of_buttons.setContentsMargins(24, 0, 24, 0)
        row_of_buttons.addWidget(buttons)
        column.addLayout(row_of_buttons)
        self.resize(area.minimumWidth(), _HEIGHT_PX)

    def _parts(self) -> list[KeyGroup]:
        """What no menu tells."""
        arrows = "← → ↑ ↓"
        line = "   ".join(_named(key, Qt.KeyboardModifier.ShiftModifier) for key in (Qt.Key.Key_Left, Qt.Key.Key_Right))
        space = _named(Qt.Key.Key_Space)
        return [
            KeyGroup(
                self.tr("The picture"),
                (
                    (self.tr("See all of the photo while held"), "X"),
                    (self.tr("Move the picture"), arrows),
                    (self.tr("Move the line between photo and picture"), line),
                ),
            ),
            KeyGroup(
                self.tr("Paintings"),
                (
                    (self.tr("Go from one to another"), arrows),
                    (self.tr("Choose"), space),
                    (self.tr("Mix in"), _named(Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)),
                    (self.tr("Rename one of yours"), "F2"),
                    (self.tr("Remove one of yours"), _named(Qt.Key.Key_Delete)),
                ),
            ),
            KeyGroup(
                self.tr("How the picture came about"),
                (
                    (self.tr("Back and forth"), "← →"),
                    (self.tr("From dot to dot"), f"{_named(Qt.Key.Key_PageUp)}   {_named(Qt.Key.Key_PageDown)}"),
                ),
            ),
            KeyGroup(
                self.tr("Everywhere"),
                (
                    (self.tr("Go to the next control"), _named(Qt.Key.Key_Tab)),
                    (self.tr("Move a slider"), "← →"),
                    (self.tr("Press a button"), space),
                ),
            ),
        ]


def _named(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> str:
    """A key as it is called in the person's language."""
    return QKeySequence(modifier.value | key.value).toString(QKeySequence.SequenceFormat.NativeText)
