"""How much of its recipe a picture carries: shows and changes the preference."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.library.carried_recipe import CarriedRecipe
from app.widgets.choice_row import ChoiceRow
from app.widgets.labels import heading

if TYPE_CHECKING:
    from app.studio.preferences import Preferences

_GAP_PX: Final = 6


class CarriedRecipeControl(QWidget):
    """Three choices; what is chosen holds for every picture that is written from then on."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        named = heading(self.tr("Recipe in the picture"), self)
        self._choices = ChoiceRow(
            self.tr("Recipe in the picture"),
            [
                (
                    self.tr("Yes"),
                    CarriedRecipe.NAMES,
                    self.tr("The file tells how it was painted, so that it can be painted again; it names no folders."),
                ),
                (
                    self.tr("With folders"),
                    CarriedRecipe.PATHS,
                    self.tr("The file also tells in which folders the photo and the paintings lie."),
                ),
                (self.tr("No"), CarriedRecipe.NOTHING, self.tr("The file does not tell how it was painted.")),
            ],
            self,
            named_by=named,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP_PX)
        column.addWidget(named)
        column.addWidget(self._choices)
        self._choices.select(preferences.carried)
        self._choices.chosen.connect(self._on_chosen)
        self._choices.default_wanted.connect(self._on_default_wanted)

    def is_usual(self) -> bool:
        """Whether it is as at the first start."""
        return self._preferences.carried is CarriedRecipe.NAMES

    @Slot(object)
    def _on_chosen(self, carried: CarriedRecipe) -> None:
        self._preferences.remember(carried=carried)

    @Slot()
    def _on_default_wanted(self) -> None:
        self._choices.select(CarriedRecipe.NAMES)
        self._on_chosen(CarriedRecipe.NAMES)
