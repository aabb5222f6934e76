"""The order in which the tabulator goes through a part of the window."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable


def order_tabs(widgets: Iterable[QWidget]) -> None:
    """Have the tabulator go from each of these to the next; what follows the last stays as it was."""
    for before, after in itertools.pairwise(widgets):
        QWidget.setTabOrder(before, after)
