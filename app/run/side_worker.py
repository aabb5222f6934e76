"""Paints small pictures to choose by, in the thread of everything that needs torch."""

from __future__ import annotations

import logging
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from app.look.qimage import image_of_pixels
from core.machine.tracebacks import without_tracebacks
from core.recipe.recipe import Recipe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from app.run.engine_access import LoupeLoader, PaintPart, PaintThumbnail, ThumbnailLoader
    from core.optimization.loupe_plan import Spot
    from core.optimization.view import GrowingView

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a large picture, as it will look there.

    Attributes:
        recipe: Of the picture.
        spot: Its middle.
    """

    recipe: Recipe
    spot: Spot


# What can be painted: a recipe as a thumbnail, or a part of a picture.
Subject = Recipe | Part


@dataclass(frozen=True, slots=True, eq=False)
class SideOrder:
    """A small picture that is to be painted.

    Attributes:
        number: Tells it from others.
        subject: What to paint.
        is_wanted: Asked between two steps, in the compute thread.
    """

    number: int
    subject: Subject
    is_wanted: Callable[[], bool]


class SideWorker(QObject):
    """Paints one picture after the other, as the orders come; each of them ends in exactly one ``ended``.

    Signals:
        painted(int, QImage, float): The picture of that order as it stands, and how far it is, 0 to 1.
        ended(int, Exception): Nothing more comes of that order; why it failed, None where it did not.
    """

    painted = Signal(int, QImage, float)
    ended = Signal(int, object)

    def __init__(self, networks_folder: Path, thumbnails: ThumbnailLoader, loupe: LoupeLoader) -> None:
        super().__init__()
        self._networks_folder = networks_folder
        self._load_thumbnails, self._load_loupe = thumbnails, loupe
        self._paint_thumbnail: PaintThumbnail | None = None
        self._paint_part: PaintPart | None = None

    @Slot(object)
    def paint(self, order: SideOrder) -> None:
        """Paint a picture to its end, or until it is no longer wanted."""
        failure: Exception | None = None
        try:
            if order.is_wanted():
                for view in self._views(order):
                    self.painted.emit(order.number, image_of_pixels(view.pixels), view.progress)
        except BaseException as error:  # noqa: BLE001 - whatever it is, somebody waits for the end
            _log.error("A small picture could not be painted\n%s", "".join(traceback.format_exception(error)))
            failure = without_tracebacks(error if isinstance(error, Exception) else RuntimeError(repr(error)))
        self.ended.emit(order.number, failure)

    def _views(self, order: SideOrder) -> Iterator[GrowingView]:
        if isinstance(order.subject, Part):
            if self._paint_part is None:
                self._paint_part = self._load_loupe(self._networks_folder)
            return self._paint_part(order.subject.recipe, order.subject.spot, order.is_wanted)
        if self._paint_thumbnail is None:
            self._paint_thumbnail = self._load_thumbnails(self._networks_folder)
        return self._paint_thumbnail(order.subject, order.is_wanted)

    @Slot()
    def let_go(self) -> None:
        """Leave the memory to a run that is about to begin."""
        self._paint_thumbnail = self._paint_part = None
