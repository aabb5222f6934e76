"""Settings that the window offers no choice of, but that a recipe may have brought."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.studio.draft_settings import DraftSettings
from app.widgets.labels import explanation, heading
from core.recipe.choices import NetworkName, Precision, StyleLossName

if TYPE_CHECKING:
    from app.studio.draft import Draft

_GAP_PX: Final = 6
_NAMES: Final = ("loss", "network", "precision")


class ExpertSettings(QWidget):
    """Says which of them are not as usual, and gives them up at the press of a button; hidden where all are."""

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._words = explanation("", self, small=True)
        self._words.setWordWrap(True)
        self._give_up = QPushButton(self.tr("Use the usual ones"), self)
        self._give_up.clicked.connect(self._on_give_up)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP_PX)
        column.addWidget(heading(self.tr("From the recipe"), self))
        column.addWidget(self._words)
        column.addWidget(self._give_up)
        self._show_settings()
        draft.settings_changed.connect(self._show_settings)

    def is_usual(self) -> bool:
        """Whether all of them are as at the first start."""
        return not self._unusual()

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def _unusual(self) -> dict[str, Any]:
        now, usual = self._draft.settings, DraftSettings()
        return {name: getattr(now, name) for name in _NAMES if getattr(now, name) != getattr(usual, name)}

    @Slot()
    def _show_settings(self) -> None:
        worded = {
            StyleLossName.GRAM: self.tr("Gram matrices"),
            NetworkName.VGG16: self.tr("the network VGG-16"),
            Precision.FULL: self.tr("full precision"),
            Precision.HALF: self.tr("half precision"),
        }
        parts = [worded[value] for value in self._unusual().values()]
        self._words.setText(", ".join(parts))
        self.setVisible(bool(parts))

    @Slot()
    def _on_give_up(self) -> None:
        usual = DraftSettings()
        self._draft.set(**{name: getattr(usual, name) for name in _NAMES})
