"""What comes from other programs: drags onto the window and the clipboard."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QGuiApplication, QImage

from app.studio.offer import offer_of
from app.studio.picture_roles import Role

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData, QPoint
    from PySide6.QtWidgets import QWidget

    from app.studio.studio import Studio
    from app.window.side_panel import SidePanel


class DropHandler(QObject):
    """Takes pictures that are dropped anywhere on a window or pasted, and shows where a drag would land."""

    def __init__(self, window: QWidget, panel: SidePanel, studio: Studio) -> None:
        super().__init__(window)
        self._window = window
        self._panel = panel
        self._imports = studio.imports
        self._own = studio.own_paintings
        self._presets = studio.presets
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @Slot()
    def paste(self) -> None:
        """Take what lies on the clipboard, into the well with the focus or else as the photo."""
        mime = QGuiApplication.clipboard().mimeData()
        self._imports.accept(offer_of(mime), _image_of(mime), self._panel.focused_role() or Role.PHOTO)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle the drag events of the window."""
        match event.type():
            case QEvent.Type.DragEnter | QEvent.Type.DragMove if isinstance(event, QDragMoveEvent):
                self._follow(event)
            case QEvent.Type.DragLeave:
                self._panel.highlight(())
                self._panel.strip.set_awaiting_drop(False)
            case QEvent.Type.Drop if isinstance(event, QDropEvent):
                self._take(event)
            case _:
                return super().eventFilter(watched, event)
        return True

    def _follow(self, event: QDragMoveEvent) -> None:
        offer = offer_of(event.mimeData())
        if offer.empty and not offer.elsewhere:
            event.ignore()
            return
        event.acceptProposedAction()
        is_kept = bool(offer.paths) and self._is_over_strip(event)
        self._panel.strip.set_awaiting_drop(is_kept)
        self._panel.highlight(
            () if is_kept else self._imports.roles_for(offer, self._role_at(event.position().toPoint()))
        )

    def _take(self, event: QDropEvent) -> None:
        self._panel.highlight(())
        self._panel.strip.set_awaiting_drop(False)
        event.acceptProposedAction()
        mime = event.mimeData()
        offer = offer_of(mime)
        pictures = self._presets.take_from(offer.paths)
        if offer.paths and not pictures:
            return
        offer = replace(offer, paths=pictures)
        if offer.paths and self._is_over_strip(event):
            self._own.add(offer.paths)
            return
        self._imports.accept(offer, _image_of(mime), self._role_at(event.position().toPoint()))

    def _is_over_strip(self, event: QDropEvent) -> bool:
        return self._panel.is_over_strip(self._window.mapToGlobal(event.position().toPoint()))

    def _role_at(self, position: QPoint) -> Role | None:
        return self._panel.role_at(self._window.mapToGlobal(position))


def _image_of(mime: QMimeData) -> QImage | None:
    image = mime.imageData() if mime.hasImage() else None
    return image if isinstance(image, QImage) else None
