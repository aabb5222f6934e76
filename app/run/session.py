"""One run at a time: owns the thread, the worker, the control and the preview gate of the run that goes on."""

from __future__ import annotations

import time
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal, Slot
from PySide6.QtGui import QImage

from app.run.engine_access import load_engine
from app.run.eta import EtaEstimator
from app.run.preview_gate import PreviewGate
from app.run.worker import StylizeWorker
from core.optimization.control import RunControl

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.run.engine_access import EngineLoader
    from app.run.worker import RunFailure, RunResult
    from core.optimization.control import StyleSettings
    from core.optimization.events import ScaleStarted, StepDone
    from core.recipe.recipe import Recipe


class RunState(Enum):
    """Whether a run goes on."""

    IDLE = auto()
    RUNNING = auto()
    PAUSED = auto()
    STOPPING = auto()


@dataclass(frozen=True, slots=True)
class RunProgress:
    """How far the run is.

    Attributes:
        scale: The present scale.
        step: Steps done within it.
        progress: Share of the whole work done, 0 to 1.
        remaining_s: Estimated seconds left; None while there is too little to judge by.
    """

    scale: ScaleStarted
    step: int
    progress: float
    remaining_s: float | None


@dataclass(slots=True)
class _Run:
    recipe: Recipe
    thread: QThread
    worker: StylizeWorker
    control: RunControl
    gate: PreviewGate
    eta: EtaEstimator
    scale: ScaleStarted | None = None
    progress: float = 0.0


class StylizeSession(QObject):
    """Starts and stops runs and reports how they go; lives in the GUI thread.

    Signals:
        state_changed(RunState): A run began, holds, goes on, is being stopped, or its thread has ended.
        progressed(RunProgress): A scale began or a step was done.
        previewed(QImage): The picture as it stands.
        succeeded(RunResult): The run ended, complete or stopped.
        failed(RunFailure): The run broke off.
    """

    state_changed = Signal(object)
    progressed = Signal(object)
    previewed = Signal(QImage)
    succeeded = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        networks_folder: Path,
        *,
        load_engine: EngineLoader = load_engine,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._networks_folder = networks_folder
        self._load_engine = load_engine
        self._clock = clock
        self._state = RunState.IDLE
        self._run: _Run | None = None

    @property
    def state(self) -> RunState:
        """Whether a run goes on."""
        return self._state

    def start(self, recipe: Recipe) -> bool:
        """Begin a run; refused with False while another one goes on."""
        if self._run is not None:
            return False
        thread, control, gate = QThread(self), RunControl(), PreviewGate()
        thread.setObjectName("impasto-run")
        worker = StylizeWorker(
            recipe, load_engine=self._load_engine, networks_folder=self._networks_folder, control=control, gate=gate
        )
        worker.moveToThread(thread)
        thread.started.connect(worker.run)
        thread.finished.connect(thread.deleteLater)
        thread.destroyed.connect(self._on_thread_destroyed)
        worker.scale_started.connect(self._on_scale_started)
        worker.step_done.connect(self._on_step_done)
        worker.preview_rendered.connect(self._on_preview_rendered)
        worker.succeeded.connect(self._on_succeeded)
        worker.failed.connect(self._on_failed)
        self._run = _Run(recipe, thread, worker, control, gate, EtaEstimator())
        self._change_state(RunState.RUNNING)
        thread.start(QThread.Priority.LowPriority)
        return True

    def stop(self) -> None:
        """Ask the run, if there is one, to end within a step and keep its picture."""
        if self._run is not None and self._state in {RunState.RUNNING, RunState.PAUSED}:
            self._run.control.stop()
            self._change_state(RunState.STOPPING)

    def pause(self) -> None:
        """Ask the run, if one goes on, to hold within a step."""
        if self._run is not None and self._state is RunState.RUNNING:
            self._run.control.pause()
            self._change_state(RunState.PAUSED)

    def resume(self) -> None:
        """Let a run that holds go on."""
        if self._run is not None and self._state is RunState.PAUSED:
            self._run.control.resume()
            self._change_state(RunState.RUNNING)

    def change(self, settings: StyleSettings) -> None:
        """Have the run, if there is one, go on from the present picture with other settings, within a step."""
        if self._run is not None:
            self._run.control.change(settings)

    def _change_state(self, state: RunState) -> None:
        self._state = state
        self.state_changed.emit(state)

    @Slot(object)
    def _on_scale_started(self, event: ScaleStarted) -> None:
        if self._run is None:
            return
        self._run.scale = event
        self._run.eta.add(self._run_clock(self._run), self._run.progress)
        self._report(step=0)

    @Slot(object)
    def _on_step_done(self, event: StepDone) -> None:
        if self._run is None:
            return
        self._run.progress = event.progress
        self._run.eta.add(self._run_clock(self._run), event.progress)
        self._report(step=event.step)

    def _report(self, *, step: int) -> None:
        run = self._run
        if run is None or run.scale is None:
            return
        remaining_s = run.eta.remaining_s(self._run_clock(run))
        self.progressed.emit(RunProgress(run.scale, step, run.progress, remaining_s))

    def _run_clock(self, run: _Run) -> float:
        """The time, but for that in which the run was paused: what it still takes does not depend on it."""
        return self._clock() - run.control.held_s

    @Slot(QImage)
    def _on_preview_rendered(self, image: QImage) -> None:
        self.previewed.emit(image)
        if self._run is not None:
            self._run.gate.shown()

    @Slot(object)
    def _on_succeeded(self, result: RunResult) -> None:
        self._quit_thread()
        self.succeeded.emit(result)

    @Slot(object)
    def _on_failed(self, failure: RunFailure) -> None:
        self._quit_thread()
        self.failed.emit(failure)

    def _quit_thread(self) -> None:
        if self._run is not None:
            self._run.thread.quit()

    @Slot()
    def _on_thread_destroyed(self) -> None:
        # Only now is it certain that nothing goes on in the thread, not even its own clearing up: the worker, which
        # belongs to Python, may go. Deleting it by a deleteLater in its own thread would race with that.
        self._run = None
        self._change_state(RunState.IDLE)
