"""The hint of the first start: how to begin with a photo of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.widgets.hint import Hint

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.studio.studio import Studio


class FirstHint(QObject):
    """Shown over the sample photo until the person has a photo of their own, has painted, or has clicked it away.

    Attributes:
        hint: What is seen of it.
    """

    def __init__(self, studio: Studio, preview: QWidget) -> None:
        super().__init__(preview)
        self._studio = studio
        words = self.tr("Begin with a photo of your own: click the small photo at the left, or drop one here.")
        self.hint = Hint(words, preview)
        self.hint.dismissed.connect(self._on_learnt)
        studio.draft.photo_loaded.connect(self._on_photo_loaded)
        studio.queue.added.connect(self._on_learnt)

    @Slot()
    def _on_photo_loaded(self) -> None:
        preferences, photo = self._studio.preferences, self._studio.draft.photo.picture
        if preferences.hint_learnt or photo is None:
            return
        if photo.path in {sample.path for sample in self._studio.imports.samples} and not preferences.recent_photos:
            self.hint.appear()
        else:
            self._on_learnt()

    @Slot()
    def _on_learnt(self) -> None:
        self.hint.hide()
        self._studio.preferences.remember(hint_learnt=True)
