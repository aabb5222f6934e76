"""Paints thumbnails, in the thread of everything that needs torch."""

from __future__ import annotations

import logging
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from app.look.qimage import image_of_pixels
from core.machine.tracebacks import without_tracebacks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.run.engine_access import PaintThumbnail, ThumbnailLoader
    from core.recipe.recipe import Recipe

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class ThumbnailOrder:
    """A thumbnail that is to be painted.

    Attributes:
        number: Tells it from others.
        recipe: What to paint.
        is_wanted: Asked between two steps, in the compute thread.
    """

    number: int
    recipe: Recipe
    is_wanted: Callable[[], bool]


class ThumbnailWorker(QObject):
    """Paints one thumbnail after the other, as the orders come; each of them ends in exactly one ``ended``.

    Signals:
        painted(int, QImage, bool): The thumbnail of that order as it stands, and whether it is done.
        ended(int, Exception): Nothing more comes of that order; why it failed, None where it did not.
    """

    painted = Signal(int, QImage, bool)
    ended = Signal(int, object)

    def __init__(self, networks_folder: Path, load: ThumbnailLoader) -> None:
        super().__init__()
        self._networks_folder = networks_folder
        self._load = load
        self._paint: PaintThumbnail | None = None

    @Slot(object)
    def paint(self, order: ThumbnailOrder) -> None:
        """Paint a thumbnail to its end, or until it is no longer wanted."""
        failure: Exception | None = None
        try:
            if order.is_wanted():
                self._painted(order)
        except BaseException as error:  # noqa: BLE001 - whatever it is, somebody waits for the end
            _log.error("A thumbnail could not be painted\n%s", "".join(traceback.format_exception(error)))
            failure = without_tracebacks(error if isinstance(error, Exception) else RuntimeError(repr(error)))
        self.ended.emit(order.number, failure)

    def _painted(self, order: ThumbnailOrder) -> None:
        if self._paint is None:
            self._paint = self._load(self._networks_folder)
        for view in self._paint(order.recipe, order.is_wanted):
            self.painted.emit(order.number, image_of_pixels(view.pixels), view.is_done)

    @Slot()
    def let_go(self) -> None:
        """Leave the memory to a run that is about to begin."""
        self._paint = None
