"""A row of buttons of which exactly one is chosen, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QWidget

from app.widgets.way_back import WayBack

if TYPE_CHECKING:
    from collections.abc import Sequence

# Around the words of a button.
_AROUND_PX: Final = 12


class ChoiceRow(QWidget):
    """Offers a few values by name.

    Signals:
        chosen(object): The person picked this value.
        default_wanted(): The person wants the default back.
    """

    chosen = Signal(object)
    default_wanted = Signal()

    def __init__(
        self,
        name: str,
        options: Sequence[tuple[str, object, str]],
        parent: QWidget | None = None,
        *,
        named_by: QWidget | None = None,
    ) -> None:
        """Offer a few values.

        Args:
            name: What is chosen.
            options: Label, value and tooltip of each.
            parent: The widget that holds it.
            named_by: Its heading, where it has one.
        """
        super().__init__(parent)
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._values: list[Any] = []
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._on_clicked)
        for label, value, tooltip in options:
            button = QPushButton(label, self)
            button.setCheckable(True)
            button.setProperty("segment", True)
            button.setToolTip(tooltip)
            #: A setting and one of its values, such as Size: Large
            button.setAccessibleName(self.tr("{setting}: {value}").format(setting=name, value=label))
            button.setMinimumWidth(button.fontMetrics().horizontalAdvance(label) + _AROUND_PX)
            self._group.addButton(button, len(self._values))
            self._values.append(value)
            row.addWidget(button, max(4, len(label)))
        way_back = WayBack(
            self, double_clicked=() if named_by is None else (named_by,), others=(self, *self._group.buttons())
        )
        way_back.wanted.connect(self.default_wanted)

    def select(self, value: object) -> None:
        """Show ``value`` as chosen; none of the buttons when it is not among them."""
        self._group.setExclusive(False)
        for number, known in enumerate(self._values):
            self.button(number).setChecked(known == value)
        self._group.setExclusive(True)

    def button(self, number: int) -> QAbstractButton:
        """The button of the option with this number, from 0."""
        return self._group.button(number)

    @Slot(int)
    def _on_clicked(self, number: int) -> None:
        self.chosen.emit(self._values[number])
