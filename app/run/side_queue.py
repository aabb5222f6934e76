"""The small pictures that are wanted: painted while no large one is, in the order in which they are looked at."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from itertools import chain, count
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from app.run.side_worker import SideOrder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.run.compute_thread import ComputeThread
    from app.run.queue import RunQueue
    from app.run.side_worker import Subject


@dataclass(frozen=True, slots=True, eq=False)
class _Active:
    """The picture that is being painted.

    Attributes:
        number: Of its order.
        subject: What it shows.
        given_up: Set once it is no longer wanted.
    """

    number: int
    subject: Subject
    given_up: threading.Event


class SideQueue(QObject):
    """Gives way to every run: what is being painted then is given up within a step, and begun again afterwards.

    Signals:
        painted(Subject, QImage, float): A picture as it stands, and how far it is, 0 to 1.
        failed(Subject, Exception): One that could not be painted; it is not tried again until it is wanted anew.
        idle(): None is wanted any more.
    """

    painted = Signal(object, QImage, float)
    failed = Signal(object, object)
    idle = Signal()

    def __init__(self, compute: ComputeThread, runs: RunQueue, parent: QObject | None = None) -> None:
        """Paint in the compute thread, whenever no run goes on there or waits."""
        super().__init__(parent)
        self._compute = compute
        self._runs = runs
        self._numbers = count(1)
        self._wanted: dict[object, list[Subject]] = {}
        self._active: _Active | None = None
        compute.side.painted.connect(self._on_painted)
        compute.side.ended.connect(self._on_ended)
        runs.added.connect(self._on_run_added)
        runs.idle.connect(self._start_next)

    @property
    def wanted(self) -> tuple[Subject, ...]:
        """Those that are not done yet, in their order."""
        return tuple(dict.fromkeys(chain.from_iterable(self._wanted.values())))

    @property
    def is_idle(self) -> bool:
        """Whether none is wanted, and none is being painted."""
        return self._active is None and not self.wanted

    def want(self, owner: object, subjects: Sequence[Subject]) -> None:
        """Have these painted for somebody, in this order, and none of those that they wanted before.

        The one that is under way goes on where it is still wanted. What is wanted by whom was first to want anything
        comes first.
        """
        self._wanted[owner] = list(dict.fromkeys(subjects))
        if self._active is not None and self._active.subject not in self.wanted:
            self._active.given_up.set()
        self._start_next()

    @Slot()
    def _start_next(self) -> None:
        wanted = self.wanted
        if self._active is not None or not wanted or not self._runs.is_idle:
            return
        active = self._active = _Active(next(self._numbers), wanted[0], threading.Event())
        given_up = active.given_up
        self._compute.paint_aside(
            SideOrder(active.number, active.subject, lambda: not given_up.is_set())  # read from the other thread
        )

    @Slot(object)
    def _on_run_added(self, _job: object) -> None:
        if self._active is not None:
            self._active.given_up.set()

    @Slot(int, QImage, float)
    def _on_painted(self, number: int, image: QImage, progress: float) -> None:
        active = self._active
        if active is None or active.number != number or active.subject not in self.wanted:
            return
        if progress >= 1:
            self._forget(active.subject)
        self.painted.emit(active.subject, image, progress)

    @Slot(int, object)
    def _on_ended(self, number: int, failure: Exception | None) -> None:
        active = self._active
        if active is None or active.number != number:
            return
        self._active = None
        if failure is not None and active.subject in self.wanted:
            self._forget(active.subject)
            self.failed.emit(active.subject, failure)
        self._start_next()
        if self.is_idle:
            self.idle.emit()

    def _forget(self, subject: Subject) -> None:
        for subjects in self._wanted.values():
            if subject in subjects:
                subjects.remove(subject)
