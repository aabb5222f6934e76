"""Everything that needs torch, in the slots of one object that lives in the compute thread."""

from __future__ import annotations

import contextlib
import logging
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from app.look.qimage import image_for_screen
from app.run.engine_access import read_branch, read_state
from app.run.kept_run import kept_run
from app.run.outcome import RunFailure, RunResult
from app.run.warm_up import warm_up
from core.errors import InterruptedRunError
from core.machine.courtesy import ThreadShare
from core.machine.threads import lower_thread_priority
from core.machine.tracebacks import without_tracebacks
from core.optimization.checkpoint.inputs import check_inputs, manifest_to_go_on_with
from core.optimization.checkpoint.manifest import Destination
from core.optimization.events import (
    Event,
    Finished,
    Held,
    InputsRead,
    PreviewReady,
    Resumed,
    ScaleStarted,
    SettingsRefused,
    SettingsTaken,
    StepDone,
    TimelineGrown,
)
from core.picture import Picture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from app.run.engine_access import EngineLoader, PaceMeter
    from app.run.kept_run import KeptRun, RunFolders
    from app.run.preview_gate import PreviewGate
    from core.optimization.checkpoint.manifest import FileAtPath
    from core.optimization.control import RunControl
    from core.recipe.inputs import Inputs
    from core.recipe.recipe import Recipe

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class RunOrder:
    """A run that is to be made.

    Attributes:
        recipe: What to paint.
        control: Takes commands while the run goes on.
        gate: Says when a preview is wanted.
        folders: For what is needed to go on with runs, and how they came about; None keeps nothing.
        resume_from: The folder of the run to go on with; None to begin.
        branch_from: The end of a scale of another run to begin with; None for the beginning.
        expected_inputs: Files that must be what they were when the run was asked for.
        max_memory_bytes: How much memory painting may take; None for as much as is free. A run that is gone on with
            has its own.
    """

    recipe: Recipe
    control: RunControl
    gate: PreviewGate
    folders: RunFolders | None = None
    resume_from: Path | None = None
    branch_from: Path | None = None
    expected_inputs: tuple[FileAtPath, ...] = ()
    max_memory_bytes: int | None = None


class ComputeWorker(QObject):
    """Loads the engine, measures how fast it is, and paints: one after the other, as the orders come.

    Every run emits exactly one of ``succeeded`` and ``failed``, whatever happens.

    Attributes:
        share: How much of the processor computes; what is wanted of it may be set in any thread.

    Signals:
        engine_loaded(): The engine is there; what comes next need not wait for it.
        measured(Pace): How fast this computer paints; None where that could not be found out.
        scale_started(ScaleStarted), step_done(StepDone): The engine's events as they are.
        timeline_grown(Timeline): There is more of how the picture came about.
        held(), resumed(): The run really holds now, or goes on.
        settings_taken(Recipe): The run follows other settings from now on.
        settings_refused(SettingsRefused): It cannot follow them.
        preview_rendered(QImage): The picture as it stands, made ready for the screen.
        succeeded(RunResult): The run is over, complete or stopped.
        failed(RunFailure): The run broke off.
    """

    engine_loaded = Signal()
    measured = Signal(object)
    scale_started = Signal(object)
    step_done = Signal(object)
    timeline_grown = Signal(object)
    held = Signal()
    resumed = Signal()
    settings_taken = Signal(object)
    settings_refused = Signal(object)
    preview_rendered = Signal(QImage)
    succeeded = Signal(object)
    failed = Signal(object)

    def __init__(self, networks_folder: Path, *, load_engine: EngineLoader, meter: PaceMeter) -> None:
        super().__init__()
        self.share = ThreadShare()
        self._networks_folder = networks_folder
        self._load_engine = load_engine
        self._meter = meter

    @Slot()
    def begin(self) -> None:
        """Prepare the thread; before its first computation, whose helping threads inherit the priority."""
        lower_thread_priority()

    @Slot()
    def load(self) -> None:
        """Get the engine ready, so that the first run begins at once."""
        if warm_up(self._load_engine):
            self.engine_loaded.emit()

    @Slot(object, object)
    def measure(self, probe: Recipe, is_wanted: Callable[[], bool]) -> None:
        """Find out how fast this computer paints; given up once it is no longer wanted."""
        pace = None
        try:
            pace = self._meter(probe, is_wanted)
        except Exception as error:  # noqa: BLE001 - a picture can be painted without; what is wrong, its run will tell
            _log.error("There is no forecast\n%s", _traceback_of(error))
        self.measured.emit(pace)

    @Slot(object)
    def run(self, order: RunOrder) -> None:
        """Paint a picture to its end."""
        run = _Run(self, order)
        try:
            with run.folders_held() as kept:
                finished = run.iterate(self._load_engine, self._networks_folder, kept)
        except BaseException as error:  # noqa: BLE001 - whatever it is, the run is over, and somebody waits for its end
            # As text: a log record that holds the error would hold its frames, and with them the engine's tensors.
            _log.error("The run broke off\n%s", _traceback_of(error))
            self.failed.emit(run.failure(error))
        else:
            image = _image_or_none(finished.picture.rgb)
            self.succeeded.emit(RunResult(finished, image, run.inputs, run.checkpoint))


class _Run:
    """One run's events on their way to the worker's signals, and what is known of it should it fail.

    Attributes:
        inputs: The files that it has read; None before it has.
        checkpoint: The folder from which it can be gone on with, once it is over; None where it cannot.
    """

    def __init__(self, worker: ComputeWorker, order: RunOrder) -> None:
        self.inputs: Inputs | None = None
        self._worker = worker
        self._order = order
        self._recipe = order.recipe
        self._last_pixels: NDArray[np.uint8] | None = None
        self._num_steps = 0
        self.checkpoint: Path | None = None

    @contextlib.contextmanager
    def folders_held(self) -> Iterator[KeptRun | None]:
        """The folders of the run, as long as the run goes on; None where there can be none.

        Raises:
            CheckpointError: If it is a run to go on with, and that cannot be.
        """
        order = self._order
        kept: KeptRun | None = None
        try:
            with kept_run(order.folders, order.resume_from, order.branch_from) as kept:
                yield kept
        finally:
            self.checkpoint = None if kept is None else kept.checkpoint

    def iterate(self, load_engine: EngineLoader, networks_folder: Path, kept: KeptRun | None) -> Finished:
        stylize, order = load_engine(), self._order
        check_inputs(order.expected_inputs)
        state, destination, max_memory_bytes = None, Destination(), order.max_memory_bytes
        if order.resume_from is not None:
            manifest = manifest_to_go_on_with(order.resume_from)
            destination, max_memory_bytes = manifest.destination, manifest.max_memory_bytes
            state = read_state(order.resume_from)
        elif order.branch_from is not None:
            state = read_branch(order.branch_from, order.recipe)
        events = stylize(
            order.recipe,
            networks_folder=networks_folder,
            control=order.control,
            preview_due=order.gate.due,
            max_memory_bytes=max_memory_bytes,
            checkpoints=None if kept is None else kept.checkpoints(destination),
            resume_from=state,
        )
        for event in events:
            self._worker.share.apply()
            if isinstance(event, Finished):
                return event
            self._pass_on(event)
        msg = "The engine ended without a result."
        raise RuntimeError(msg)

    def _pass_on(self, event: Event) -> None:
        worker = self._worker
        match event:
            case InputsRead(inputs):
                self.inputs = inputs
            case ScaleStarted():
                worker.scale_started.emit(event)
            case StepDone():
                self._num_steps += 1
                worker.step_done.emit(event)
            case TimelineGrown(timeline):
                worker.timeline_grown.emit(timeline)
            case PreviewReady(pixels):
                self._last_pixels = pixels
                self._send_preview(pixels)
            case Held():
                worker.held.emit()
            case Resumed():
                worker.resumed.emit()
            case SettingsTaken(recipe):
                self._recipe = recipe
                worker.settings_taken.emit(recipe)
            case SettingsRefused():
                worker.settings_refused.emit(event)

    def _send_preview(self, pixels: NDArray[np.uint8]) -> None:
        image = _image_or_none(pixels)
        if image is not None:
            self._order.gate.sent()
            self._worker.preview_rendered.emit(image)

    def failure(self, error: BaseException) -> RunFailure:
        """What is left of the run; whatever goes wrong here makes it less, and never nothing."""
        error = error if isinstance(error, Exception) else RuntimeError(repr(error))
        picture = image = None
        if self._num_steps > 0:
            with contextlib.suppress(Exception):
                picture = self._last_picture(error)
            image = None if picture is None else _image_or_none(picture.rgb)
        return RunFailure(without_tracebacks(error), self._recipe, picture, image, self.inputs, self.checkpoint)

    def _last_picture(self, error: Exception) -> Picture | None:
        if isinstance(error, InterruptedRunError) and error.picture is not None:
            return error.picture
        return None if self._last_pixels is None else Picture(self._last_pixels)


def _image_or_none(pixels: NDArray[np.uint8]) -> QImage | None:
    """The pixels made ready for the screen; None where that fails, for a run must not fail for its sake."""
    try:
        image = image_for_screen(pixels)
    except Exception as error:  # noqa: BLE001 - memory, above all; the picture itself is not touched by it
        _log.warning("A picture could not be made ready for the screen: %r", error)
        return None
    return None if image.isNull() else image


def _traceback_of(error: BaseException) -> str:
    return "".join(traceback.format_exception(error))
