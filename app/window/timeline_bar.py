"""The timeline of the picture on the stage: connects the strip with what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from app.widgets.timeline_strip import TimelineStrip

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from app.studio.studio import Studio
    from app.widgets.preview import Preview


class TimelineBar(TimelineStrip):
    """Below the preview, which shows the past as long as one looks back.

    Signals:
        told(str, str): This is to be said of it, in two lines.
    """

    told = Signal(str, str)

    def __init__(self, studio: Studio, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._preview = preview
        view = self._view = studio.timeline
        for changed in (view.changed, studio.gallery.opened, studio.gallery.closed):
            changed.connect(self._on_changed)
        view.frame_shown.connect(self._on_frame_shown)
        view.returned.connect(self._on_returned)
        view.exported.connect(self._on_exported)
        self.moment_chosen.connect(view.look_at)
        self.go_on_pressed.connect(view.go_on)

    @property
    def looks_back(self) -> bool:
        """Whether the preview shows the past, and is not to show anything else."""
        return self._view.looks_back

    @Slot()
    def _on_changed(self) -> None:
        # The gallery shows other pictures, which may have timelines of their own.
        timeline = None if self._studio.gallery.is_open else self._view.timeline
        self.show_timeline(timeline, self._view.index, writes_film=self._view.writes_film)

    @Slot(object)
    def _on_frame_shown(self, image: QImage) -> None:
        self._preview.show_painted(image)

    @Slot()
    def _on_returned(self) -> None:
        job = self._studio.queue.current
        if job is not None and job.preview is not None:
            self._preview.show_painted(job.preview)

    @Slot(object)
    def _on_exported(self, path: Path) -> None:
        # While something is painted, the bar is for that.
        if self._studio.queue.active is None:
            self.told.emit(self.tr("Timelapse saved"), str(path))
        else:
            self._studio.notices.info(self.tr("The timelapse is saved."), str(path))
