"""How wide the side panel is: as its words need in their language and letters, and no wider than the screen bears."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

USUAL_PX: Final = 328
_MOST_OF_SCREEN: Final = 0.46


class PanelWidth(QObject):
    """Keeps a scroll area, and the page in it, as wide as the page needs.

    It only grows: nothing moves to and fro while settings change.
    """

    def __init__(self, area: QScrollArea, page: QWidget, column: QLayout, folded: Sequence[QLayout]) -> None:
        """Watch the page of an area.

        Args:
            area: The area; what its page needs is shown, by a horizontal scroll bar where the screen is narrow.
            page: What it shows.
            column: The layout of the page.
            folded: Layouts in it that may be hidden now, and get their room nevertheless.
        """
        super().__init__(area)
        self._area, self._page, self._column, self._folded = area, page, column, tuple(folded)
        self._needed_px = 0
        page.installEventFilter(self)
        self._look()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Hear that something in the page needs other room."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._look()
        return False

    def _look(self) -> None:
        margins = self._column.contentsMargins()
        beside_px = margins.left() + margins.right()
        inner = [self._column.minimumSize().width()]
        inner += [part.minimumSize().width() + beside_px for part in self._folded]
        needed_px = max(*inner, USUAL_PX - 1)
        if needed_px <= self._needed_px:
            return
        self._needed_px = needed_px
        most_px = max(USUAL_PX, round(_MOST_OF_SCREEN * self._area.screen().availableSize().width()))
        # As wide whether or not there is a scroll bar, which then lies upon the margin: nothing moves when it comes.
        self._page.setMinimumWidth(needed_px)
        self._area.setHorizontalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if needed_px >= most_px else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self._area.setFixedWidth(min(needed_px + 1, most_px))
