"""Notices when pictures take so long to read that it has to be said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from app.studio.draft import Draft

# Most pictures are there sooner; words that come and go at once would only be unrest.
_PATIENCE_MS: Final = 400


class SlowLoading(QObject):
    """Watches the pictures of a draft.

    Signals:
        noticed(): Pictures have been read for a while, and are not there yet.
    """

    noticed = Signal()

    def __init__(self, draft: Draft, parent: QObject | None = None, *, patience_ms: int = _PATIENCE_MS) -> None:
        super().__init__(parent)
        self._draft = draft
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(patience_ms)
        self._timer.timeout.connect(self.noticed)
        draft.readiness_changed.connect(self._on_readiness_changed)

    @Slot()
    def _on_readiness_changed(self) -> None:
        if not (self._draft.photo.loading or self._draft.paintings.loading):
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()
