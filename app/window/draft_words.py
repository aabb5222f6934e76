"""What the run bar says of the draft while there is no job to tell of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.studio.slow_loading import SlowLoading

if TYPE_CHECKING:
    from app.studio.studio import Studio
    from app.widgets.run_bar import RunBar


class DraftWords(QObject):
    """Says that the draft is ready, is being loaded, or what it lacks."""

    def __init__(self, studio: Studio, bar: RunBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio, self._bar = studio, bar
        self._slow_loading = SlowLoading(studio.draft, self)
        self._slow_loading.noticed.connect(self._on_slow_loading)
        studio.draft.paintings_loaded.connect(self.say)
        studio.draft.failed.connect(self._on_draft_failed)
        bar.say(self.tr("Loading the pictures…"))

    @Slot()
    def say(self) -> None:
        """Say how things stand, unless there is a job, or the first photo is still on its way."""
        draft = self._studio.draft
        if self._studio.queue.current is not None or (draft.photo.picture is None and draft.photo.loading):
            return
        if draft.photo.picture is None:
            self._bar.say(self.tr("The photo is missing"), self.tr("Choose one at the top left."))
        elif draft.paintings.picture is None and not draft.paintings.loading:
            self._bar.say(self.tr("The painting is missing"), self.tr("Choose one at the left."))
        else:
            self._bar.say(self.tr("Ready"), self.tr("Press Stylize to paint the photo like the painting."))

    @Slot(object)
    def _on_draft_failed(self, _error: Exception) -> None:
        self.say()

    @Slot()
    def _on_slow_loading(self) -> None:
        if self._studio.queue.current is None:
            self._bar.say(self.tr("Loading the picture…"), self.tr("A large one takes a moment."))
