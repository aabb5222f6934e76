"""Saving how a picture came about as a film."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from app.studio.studio import Studio
    from app.widgets.file_dialogs import FileDialogs
    from app.widgets.timeline_strip import TimelineStrip
    from app.window.menus import Menus


class FilmExport(QObject):
    """Asks for a name when a film is wanted, in the menu or below the preview."""

    def __init__(self, studio: Studio, dialogs: FileDialogs, menus: Menus, strip: TimelineStrip) -> None:
        super().__init__(dialogs)
        self._studio, self._dialogs, self._menus = studio, dialogs, menus
        menus.film_wanted.connect(self._on_film_wanted)
        strip.export_pressed.connect(self._on_film_wanted)
        dialogs.film_picked.connect(studio.export_timeline)
        studio.timeline.changed.connect(self._on_timeline_changed)
        self._on_timeline_changed()

    @Slot()
    def _on_timeline_changed(self) -> None:
        view = self._studio.timeline
        self._menus.set_film_available(film=view.timeline is not None and not view.writes_film)

    @Slot()
    def _on_film_wanted(self) -> None:
        job = self._studio.queue.current
        if job is not None and self._studio.timeline.timeline is not None:
            self._dialogs.ask_for_film(self._studio.save_folder, job.name)
