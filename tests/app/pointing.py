"""Doing to a window what a person's hands do: dragging, dropping and pasting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QListView, QWidget

_COPY = Qt.DropAction.CopyAction
_LEFT = Qt.MouseButton.LeftButton
_NO_KEYS = Qt.KeyboardModifier.NoModifier


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drag_over(window: QWidget, mime: QMimeData, position: QPoint) -> bool:
    """Drag into the window and hold still; whether the window welcomes it."""
    QApplication.sendEvent(window, QDragEnterEvent(position, _COPY, mime, _LEFT, _NO_KEYS))
    move = QDragMoveEvent(position, _COPY, mime, _LEFT, _NO_KEYS)
    QApplication.sendEvent(window, move)
    return move.isAccepted()


def drag_away(window: QWidget) -> None:
    QApplication.sendEvent(window, QDragLeaveEvent())


def drop(window: QWidget, mime: QMimeData, position: QPoint) -> None:
    drag_over(window, mime, position)
    QApplication.sendEvent(window, QDropEvent(QPointF(position), _COPY, mime, _LEFT, _NO_KEYS))


def middle_of(widget: QWidget, window: QWidget) -> QPoint:
    return widget.mapTo(window, widget.rect().center())


def click_in_strip(strip: QListView, number: int, modifiers: Qt.KeyboardModifier = _NO_KEYS) -> None:
    """Click the middle of the painting of this number."""
    middle = strip.visualRect(strip.model().index(number, 0)).center()
    assert strip.viewport().rect().contains(middle), number
    QTest.mouseClick(strip.viewport(), _LEFT, modifiers, middle)
