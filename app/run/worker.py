"""Runs the engine in a thread of its own and turns its events into signals."""

from __future__ import annotations

import logging
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from app.look.qimage import image_for_screen
from core.errors import InterruptedRunError
from core.machine.threads import lower_thread_priority
from core.optimization.events import Finished, PreviewReady, ScaleStarted, StepDone
from core.picture import Picture

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from app.run.engine_access import EngineLoader
    from app.run.preview_gate import PreviewGate
    from core.optimization.control import RunControl
    from core.recipe.recipe import Recipe

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class RunResult:
    """What a run that did not fail leaves behind.

    Attributes:
        finished: The engine's last event, with the picture.
        image: The picture made ready for the screen.
    """

    finished: Finished
    image: QImage


@dataclass(frozen=True, slots=True, eq=False)
class RunFailure:
    """Why a run broke off, and what it had painted by then.

    Attributes:
        error: The reason, free of tracebacks.
        picture: The last good picture; None when no step had been done yet.
        image: The same made ready for the screen.
    """

    error: Exception
    picture: Picture | None
    image: QImage | None


class StylizeWorker(QObject):
    """One run: iterates the engine to its end and emits exactly one of ``succeeded`` and ``failed``.

    Signals:
        scale_started(ScaleStarted), step_done(StepDone): The engine's events as they are.
        preview_rendered(QImage): The picture as it stands, made ready for the screen.
        succeeded(RunResult): The run is over, complete or stopped.
        failed(RunFailure): The run broke off.
    """

    scale_started = Signal(object)
    step_done = Signal(object)
    preview_rendered = Signal(QImage)
    succeeded = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        recipe: Recipe,
        *,
        load_engine: EngineLoader,
        networks_folder: Path,
        control: RunControl,
        gate: PreviewGate,
    ) -> None:
        super().__init__()
        self._recipe = recipe
        self._load_engine = load_engine
        self._networks_folder = networks_folder
        self._control = control
        self._gate = gate
        self._last_pixels: NDArray[np.uint8] | None = None
        self._num_steps = 0

    @Slot()
    def run(self) -> None:
        """Run to the end. Meant for the worker's own thread, callable from any."""
        lower_thread_priority()
        try:
            finished = self._iterate()
            result = RunResult(finished, image_for_screen(finished.picture.rgb))
        except Exception as error:  # noqa: BLE001 - beyond this slot only sys.excepthook would hear of it
            # As text: a log record that holds the error would hold its frames, and with them the engine's tensors.
            _log.error("The run broke off\n%s", "".join(traceback.format_exception(error)))
            self.failed.emit(self._failure(error))
        else:
            self.succeeded.emit(result)

    def _iterate(self) -> Finished:
        stylize = self._load_engine()
        events = stylize(
            self._recipe, networks_folder=self._networks_folder, control=self._control, preview_due=self._gate.due
        )
        for event in events:
            match event:
                case ScaleStarted():
                    self.scale_started.emit(event)
                case StepDone():
                    self._num_steps += 1
                    self.step_done.emit(event)
                case PreviewReady(pixels):
                    self._last_pixels = pixels
                    self.preview_rendered.emit(image_for_screen(pixels))
                case Finished():
                    return event
        msg = "The engine ended without a result."
        raise RuntimeError(msg)

    def _failure(self, error: Exception) -> RunFailure:
        picture = self._last_picture(error) if self._num_steps > 0 else None
        image = None if picture is None else image_for_screen(picture.rgb)
        return RunFailure(_without_tracebacks(error), picture, image)

    def _last_picture(self, error: Exception) -> Picture | None:
        if isinstance(error, InterruptedRunError) and error.picture is not None:
            return error.picture
        return None if self._last_pixels is None else Picture(self._last_pixels)


def _without_tracebacks(error: Exception) -> Exception:
    """The error with the frames of its whole chain let go; they would keep the engine's tensors alive."""
    link: BaseException | None = error
    seen: set[int] = set()
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        link.__traceback__ = None
        link = link.__cause__ or link.__context__
    return error.with_traceback(None)
