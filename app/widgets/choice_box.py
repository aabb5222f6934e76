"""A list that unfolds, of which one value is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from app.widgets.wheel_guard import WheelGuard

if TYPE_CHECKING:
    from collections.abc import Sequence


_ROW_PX: Final = 30  # as high as other fields


class ChoiceBox(QComboBox):
    """Offers values by name.

    Signals:
        chosen(object): The person picked this value.
    """

    chosen = Signal(object)

    def __init__(self, name: str, options: Sequence[tuple[str, object]], parent: QWidget | None = None) -> None:
        """Offer some values.

        Args:
            name: What is chosen.
            options: Label and value of each.
            parent: The widget that holds it.
        """
        super().__init__(parent)
        self.setAccessibleName(name)
        # Qt would give back an enumeration's value as plain text.
        self._values: list[Any] = [value for _, value in options]
        self.addItems([label for label, _ in options])
        self.setMinimumHeight(_ROW_PX)
        WheelGuard(self)
        self.activated.connect(self._on_activated)

    def select(self, value: object) -> None:
        """Show a value as chosen; nothing where it is not among them."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    @Slot(int)
    def _on_activated(self, number: int) -> None:
        self.chosen.emit(self._values[number])
