"""One picture of the gallery, large, or two side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.studio.gallery_look import MOST_PICTURES
from app.widgets.labels import ElidedLabel
from app.widgets.picture_view import LinkedViews, PictureView
from app.widgets.timeline_strip import TimelineStrip

if TYPE_CHECKING:
    from app.studio.gallery import Gallery
    from app.system.background_jobs import BackgroundJobs

_GAP_PX: Final = 4


class GalleryLookPane(QWidget):
    """Shows what the gallery looks at. Two pictures are zoomed and moved together.

    Attributes:
        views: The first one alone, or both.
        timeline: How a single picture came about.
    """

    def __init__(self, gallery: Gallery, background: BackgroundJobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gallery = gallery
        self._look = gallery.look
        self.views = tuple(PictureView(background, self) for _ in range(MOST_PICTURES))
        self._captions = tuple(ElidedLabel(self) for _ in self.views)
        self._columns = tuple(QWidget(self) for _ in self.views)
        self._links = LinkedViews(self.views, self)
        self.timeline = TimelineStrip(self, looks_only=True)
        row = QHBoxLayout()
        row.setSpacing(_GAP_PX)
        for column, view, caption in zip(self._columns, self.views, self._captions, strict=True):
            caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout = QVBoxLayout(column)
            layout.setContentsMargins(0, 0, 0, _GAP_PX)
            layout.setSpacing(_GAP_PX)
            layout.addWidget(view, 1)
            layout.addWidget(caption)
            row.addWidget(column, 1)
        pane = QVBoxLayout(self)
        pane.setContentsMargins(0, 0, 0, 0)
        pane.setSpacing(0)
        pane.addLayout(row, 1)
        pane.addWidget(self.timeline)
        self._look.changed.connect(self._on_changed)
        self._look.picture_read.connect(self._on_picture_read)
        self._look.timeline_changed.connect(self._on_timeline_changed)
        self._look.frame_shown.connect(self.views[0].show_image)
        self.timeline.moment_chosen.connect(self._look.look_at_moment)
        for view in self.views:
            view.step_wanted.connect(self._on_step_wanted)
        self._keys = {
            "0": PictureView.fit,
            "1": lambda view: view.zoom_to(1.0),
            "2": lambda view: view.zoom_to(2.0),
            "+": PictureView.zoom_in,
            "=": PictureView.zoom_in,
            "-": PictureView.zoom_out,
        }
        self._shown: tuple[str, ...] = ()

    @Slot()
    def _on_changed(self) -> None:
        entries = self._look.entries
        shown = tuple(entry.fingerprint for entry in entries)
        for number, (view, caption) in enumerate(zip(self.views, self._captions, strict=True)):
            is_used = number < len(entries)
            self._columns[number].setVisible(is_used)
            caption.setVisible(is_used and len(entries) > 1)
            if is_used:
                caption.show_text(entries[number].title)
            if shown != self._shown:
                view.show_size(entries[number].size_px if is_used else (1, 1))
        self._shown = shown

    @Slot(int, QImage)
    def _on_picture_read(self, number: int, image: QImage) -> None:
        if self._look.index is None:
            self.views[number].show_image(image)

    @Slot()
    def _on_timeline_changed(self) -> None:
        self.timeline.show_timeline(self._look.timeline, self._look.index, writes_film=False)

    @Slot(int)
    def _on_step_wanted(self, step: int) -> None:
        """Go to the next picture of the gallery, where one alone is looked at."""
        entries, pictures = self._look.entries, self._gallery.model.entries
        index = self._gallery.model.index_of(entries[0].path) if len(entries) == 1 else None
        if index is not None and index.isValid() and 0 <= index.row() + step < len(pictures):
            self._look.look_at([pictures[index.row() + step]])

    def event(self, event: QEvent) -> bool:
        """Keep the keys that zoom from the window, whose preview is not to be seen now."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.text() in self._keys:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom; the other picture follows."""
        zoom = self._keys.get(event.text())
        if zoom is None:
            super().keyPressEvent(event)
        else:
            zoom(self.views[0])
