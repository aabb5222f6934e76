"""One run, from a recipe to a picture, as a generator of events."""

from __future__ import annotations

import logging
import traceback
from typing import TYPE_CHECKING

from core.errors import DeviceLostError, InterruptedRunError, OutOfMemoryError
from core.machine.devices import is_device_lost, repeatable
from core.machine.memory import is_out_of_memory
from core.machine.tracebacks import without_tracebacks
from core.optimization.control import RunControl
from core.optimization.events import Event, Finished, InputsRead
from core.optimization.records import Records
from core.optimization.run import Run
from core.optimization.sources import read_sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from core.optimization.checkpoint.plan import Checkpoints
    from core.optimization.run_state import RunState
    from core.picture import Picture
    from core.recipe.recipe import Recipe


_log = logging.getLogger(__name__)


def never() -> bool:
    """The answer of someone who wants no previews."""
    return False


def stylize(
    recipe: Recipe,
    *,
    networks_folder: Path,
    control: RunControl | None = None,
    preview_due: Callable[[], bool] = never,
    max_memory_bytes: int | None = None,
    checkpoints: Checkpoints | None = None,
    resume_from: RunState | None = None,
) -> Iterator[Event]:
    """Repaint a photo; the run advances as the events are consumed.

    InputsRead comes first. Each scale gives one ScaleStarted and then a StepDone after every step; a PreviewReady
    follows either whenever ``preview_due`` says so, and a TimelineGrown whenever the timeline has. Before a step, a
    pause gives Held and, if it is not ended by a stop, Resumed; settings that were asked for give SettingsTaken or
    SettingsRefused. Every run that does not raise ends in exactly one Finished, stopped or not.

    Args:
        recipe: What to paint.
        networks_folder: Where the network files lie.
        control: Takes commands while the run goes on; polled at each step.
        preview_due: Asked before a preview is made, so that one nobody waits for costs nothing.
        max_memory_bytes: How much memory painting may take, beside what the program itself needs; None for as much as
            is free. The less there is, the smaller the tiles that the picture is computed in, and the slower.
        checkpoints: Where the run is written to while it goes on, so that it can be gone on with, and its timeline;
            None for nowhere. A stop writes a last one. What becomes of them in the end is the caller's business.
        resume_from: The state of an interrupted run of this recipe, to go on from, or one of another run that was
            made one of this recipe: `core.optimization.timeline.branching`. On the same computer the picture
            gets the bytes that it would have got without the interruption.

    Raises:
        CheckpointError: If the run to go on from cannot be read, or is none of this recipe's.
        ImageFileError: If the photo or a painting cannot be read.
        NetworkFileError: If the network's file is not the one that was shipped.
        DeviceError: If this computer lacks the device.
        OutOfMemoryError: If memory does not suffice; carries the last good picture, a smaller one if need be. This and
            the two below carry none before the first step is done.
        DiskFullError: If a large picture leaves no room on the disk; carries the last good picture.
        DivergedError: If the optimisation broke down; carries the last good picture.
        DeviceLostError: If the device failed; carries the last good picture, where it is not lost with the device.
    """
    run: Run | None = None
    interruption: InterruptedRunError | None = None
    try:
        run = Run(
            recipe,
            read_sources(recipe, None if resume_from is None else resume_from.painting_sizes_px),
            control or RunControl(),
            preview_due,
            max_memory_bytes,
            records=Records(checkpoints, max_memory_bytes, 0 if resume_from is None else resume_from.num_steps),
            resume_from=resume_from,
        )
        yield InputsRead(run.sources.inputs)
        with repeatable():
            yield from run.events(networks_folder)
    except (InterruptedRunError, RuntimeError, MemoryError) as error:
        interruption = _interruption(error, recipe)
    # Outside of the except clause: the picture needs the room of what the error's frames keep alive.
    # What broke off before its first step shows nothing but where it began, which must replace no picture.
    unpainted = run is None or (interruption is not None and run.position.num_steps == 0)
    picture = None if run is None or unpainted else _last_picture(run, interruption)
    if interruption is not None:
        interruption.picture = picture
        raise interruption
    assert run is not None  # noqa: S101 - else there was an error
    if picture is None or max(picture.width_px, picture.height_px) < recipe.size_px:
        raise OutOfMemoryError(recipe.size_px, picture)
    yield Finished(
        picture=picture,
        stopped=run.stopped,
        seconds=run.seconds,
        num_steps=run.position.num_steps,
        recipe=run.recipe,
    )


def _last_picture(run: Run, interruption: InterruptedRunError | None) -> Picture | None:
    """The last good picture; None where it was on a device that is lost."""
    try:
        return run.last_picture()
    except RuntimeError as error:
        if not isinstance(interruption, DeviceLostError) or not is_device_lost(error):
            raise
        _log.warning("The picture was lost with the device: %s", error)
        return None


def _interruption(error: Exception, recipe: Recipe) -> InterruptedRunError:
    """What a run that broke off with an error raises; one that nobody expects is raised again."""
    lost = not is_out_of_memory(error) and is_device_lost(error)
    if not isinstance(error, InterruptedRunError) and not is_out_of_memory(error) and not lost:
        raise error
    # As text: a log record that holds the error would hold its frames, and with them every tensor of the run.
    _log.info("The run broke off\n%s", "".join(traceback.format_exception(error)))
    without_tracebacks(error)
    if isinstance(error, InterruptedRunError):
        return error
    interruption: InterruptedRunError = DeviceLostError() if lost else OutOfMemoryError(recipe.size_px)
    interruption.__cause__ = error
    return interruption
