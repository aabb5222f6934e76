"""The thumbnails that are wanted: painted while nothing else is, in the order in which they are looked at."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from app.run.thumbnail_worker import ThumbnailOrder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.run.compute_thread import ComputeThread
    from app.run.queue import RunQueue
    from core.recipe.recipe import Recipe


@dataclass(frozen=True, slots=True, eq=False)
class _Active:
    """The thumbnail that is being painted.

    Attributes:
        number: Of its order.
        recipe: What it shows.
        given_up: Set once it is no longer wanted.
    """

    number: int
    recipe: Recipe
    given_up: threading.Event


class ThumbnailQueue(QObject):
    """Gives way to every picture: what is being painted then is given up within a step, and begun again afterwards.

    Signals:
        painted(Recipe, QImage, bool): A thumbnail as it stands, and whether it is done.
        failed(Recipe, Exception): One that could not be painted; it is not tried again until it is wanted anew.
        idle(): None is wanted any more.
    """

    painted = Signal(object, QImage, bool)
    failed = Signal(object, object)
    idle = Signal()

    def __init__(self, compute: ComputeThread, runs: RunQueue, parent: QObject | None = None) -> None:
        """Paint in the compute thread, whenever no picture is painted there or waits."""
        super().__init__(parent)
        self._compute = compute
        self._runs = runs
        self._numbers = count(1)
        self._wanted: list[Recipe] = []
        self._active: _Active | None = None
        compute.thumbnails.painted.connect(self._on_painted)
        compute.thumbnails.ended.connect(self._on_ended)
        runs.added.connect(self._on_run_added)
        runs.idle.connect(self._start_next)

    @property
    def wanted(self) -> tuple[Recipe, ...]:
        """Those that are not done yet, in their order."""
        return tuple(self._wanted)

    @property
    def is_idle(self) -> bool:
        """Whether none is wanted, and none is being painted."""
        return self._active is None and not self._wanted

    def want(self, recipes: Sequence[Recipe]) -> None:
        """Have these painted, in this order, and none of the others any more.

        The one that is under way goes on where it is among them.
        """
        self._wanted = list(dict.fromkeys(recipes))
        if self._active is not None and self._active.recipe not in self._wanted:
            self._active.given_up.set()
        self._start_next()

    @Slot()
    def _start_next(self) -> None:
        if self._active is not None or not self._wanted or not self._runs.is_idle:
            return
        active = self._active = _Active(next(self._numbers), self._wanted[0], threading.Event())
        given_up = active.given_up
        self._compute.paint_thumbnail(
            ThumbnailOrder(active.number, active.recipe, lambda: not given_up.is_set())  # read from the other thread
        )

    @Slot(object)
    def _on_run_added(self, _job: object) -> None:
        if self._active is not None:
            self._active.given_up.set()

    @Slot(int, QImage, bool)
    def _on_painted(self, number: int, image: QImage, is_done: bool) -> None:
        active = self._active
        if active is None or active.number != number or active.recipe not in self._wanted:
            return
        if is_done:
            self._wanted.remove(active.recipe)
        self.painted.emit(active.recipe, image, is_done)

    @Slot(int, object)
    def _on_ended(self, number: int, failure: Exception | None) -> None:
        active = self._active
        if active is None or active.number != number:
            return
        self._active = None
        if failure is not None and active.recipe in self._wanted:
            self._wanted.remove(active.recipe)
            self.failed.emit(active.recipe, failure)
        self._start_next()
        if self.is_idle:
            self.idle.emit()
