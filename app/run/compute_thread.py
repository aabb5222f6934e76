"""The one thread in which everything that needs torch is computed, from the program's start to its end.

Torch's number of threads belongs to the process, and a thread takes it over when it computes for the first time. With
one long-lived thread there is no such moment but the first, and nothing that one computation sets can reach another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal, Slot

from app.run.engine_access import load_engine, load_loupe, load_thumbnails, measure_pace
from app.run.side_worker import SideWorker
from app.run.worker import ComputeWorker

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.run.engine_access import EngineLoader, LoupeLoader, PaceMeter, ThumbnailLoader
    from app.run.side_worker import SideOrder
    from app.run.worker import RunOrder
    from core.recipe.recipe import Recipe


class ComputeThread(QObject):
    """Takes orders in the thread of the window; its worker carries them out one after the other and tells of it.

    Attributes:
        worker: Its signals tell what comes of the orders. Connect them to slots of QObjects only.
        side: The same for what is painted aside: thumbnails, and parts of pictures.

    Signals:
        closed(): The thread has ended.
    """

    closed = Signal()
    _load_ordered = Signal()
    _measure_ordered = Signal(object, object)
    _run_ordered = Signal(object)
    _side_ordered = Signal(object)

    def __init__(
        self,
        networks_folder: Path,
        *,
        load_engine: EngineLoader = load_engine,
        meter: PaceMeter = measure_pace,
        thumbnails: ThumbnailLoader = load_thumbnails,
        loupe: LoupeLoader = load_loupe,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.worker = ComputeWorker(networks_folder, load_engine=load_engine, meter=meter)
        self.side = SideWorker(networks_folder, thumbnails, loupe)
        self._thread = QThread(self)
        self._thread.setObjectName("impasto-compute")
        self.worker.moveToThread(self._thread)
        self.side.moveToThread(self._thread)
        self._thread.started.connect(self.worker.begin)
        self._thread.finished.connect(self._on_finished)
        self._load_ordered.connect(self.worker.load)
        self._measure_ordered.connect(self.worker.measure)
        # First, for a run may need all the memory that there is.
        self._run_ordered.connect(self.side.let_go)
        self._run_ordered.connect(self.worker.run)
        self._side_ordered.connect(self.side.paint)
        self._thread.start(QThread.Priority.LowPriority)

    def load_engine(self) -> None:
        """Have the engine loaded, so that what comes next need not wait for it."""
        self._load_ordered.emit()

    def measure(self, probe: Recipe, is_wanted: Callable[[], bool]) -> None:
        """Have it measured how fast this computer paints, as long as that is wanted."""
        self._measure_ordered.emit(probe, is_wanted)

    def run(self, order: RunOrder) -> None:
        """Have a picture painted."""
        self._run_ordered.emit(order)

    def paint_aside(self, order: SideOrder) -> None:
        """Have a thumbnail, or a part of a picture, painted."""
        self._side_ordered.emit(order)

    def close(self) -> None:
        """End the thread once it has done what it is at; ``closed`` tells when."""
        if self._thread.isFinished():
            self.closed.emit()
        self._thread.quit()

    @Slot()
    def _on_finished(self) -> None:
        # The signal comes from the thread's last lines; this waits for the very end of them, some microseconds.
        self._thread.wait()
        self.closed.emit()
