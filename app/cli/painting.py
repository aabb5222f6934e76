"""One run of the command line, from its order to the picture on the disk."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from app.cli.ending import AbruptEnd
from app.cli.exit_codes import ExitCode, exit_code_of
from app.cli.heard import Heard
from app.cli.stopping import stopping_on_signals
from app.library.carried_recipe import CarriedRecipe
from app.library.delivery import write_result
from app.library.gallery.arrivals import note_arrival
from app.library.rescue import Delivery, deliver
from app.system import paths
from app.system.pictures_folder import kept_folder
from core.errors import ImageFileError, InterruptedRunError, StyleTransferError
from core.files.writing import write_picture
from core.optimization.control import RunControl
from core.optimization.events import Finished, InputsRead

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.cli.reports import Report
    from app.run.kept_run import KeptRun
    from core.optimization.checkpoint.manifest import Destination
    from core.optimization.checkpoint.pacing import Pacing
    from core.optimization.checkpoint.plan import Checkpoints
    from core.optimization.run_state import RunState
    from core.picture import Picture
    from core.recipe.recipe import Recipe

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PaintOrder:
    """A run that is to be made.

    Attributes:
        recipe: What to paint.
        output: The file to write, as the person has spelt it.
        destination: The same for whoever goes on with the run, and what else shall become of the picture.
        max_memory_bytes: How much memory painting may take; None for as much as is free.
        resume_from: The state to go on from; None to begin.
    """

    recipe: Recipe
    output: Path
    destination: Destination
    max_memory_bytes: int | None
    resume_from: RunState | None = None


def run(order: PaintOrder, report: Report, kept: KeptRun | None, pacing: Pacing) -> int:
    """Paint a recipe, write the picture, and report on the way.

    A first Ctrl-C, SIGTERM or SIGHUP ends the run within one step and keeps the picture so far; a second Ctrl-C ends
    the program. Unless the picture is done and where it was wanted, the run can be gone on with.

    Args:
        order: What to paint.
        report: Tells how it goes.
        kept: Where to keep what is needed to go on, and how it came about; None for nowhere.
        pacing: How often the former is kept.

    Returns:
        An exit code for the shell.
    """
    end = AbruptEnd(order.output, report)
    try:
        return _run(order, report, end, kept, pacing)
    except KeyboardInterrupt:
        end.tell()
        return ExitCode.INTERRUPTED


def _run(order: PaintOrder, report: Report, end: AbruptEnd, kept: KeptRun | None, pacing: Pacing) -> int:
    control, heard = RunControl(), Heard()
    delivery: Delivery | None = None
    delivered = partial(_delivered, order, heard)
    checkpoints = None if kept is None else kept.checkpoints(order.destination, pacing)
    with stopping_on_signals(control, end.force) as signals:
        try:
            finished = _paint(order, control, report, heard, checkpoints=checkpoints)
            if finished.num_steps > 0 or not finished.stopped:
                delivery = delivered(finished.picture)
                note_arrival(delivery.path, None if kept is None else kept.timeline)
        except InterruptedRunError as error:
            report.failed(error, _keep(error.picture or heard.seen, delivered, report), _checkpoint_of(kept))
            return exit_code_of(error, order.output)
        except StyleTransferError as error:
            report.failed(error, checkpoint=_checkpoint_of(kept))
            return exit_code_of(error, order.output)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told, and what was seen of the picture kept
            _log.info("The run broke off", exc_info=error)
            report.failed(error, _keep(heard.seen, delivered, report), _checkpoint_of(kept))
            return ExitCode.FAILED
        rescued = delivery is not None and delivery.rescued
        if kept is not None and not finished.stopped and not rescued:
            kept.folder.discard()
        report.finished(finished, delivery, _checkpoint_of(kept))
    if finished.stopped:
        return signals.exit_code
    return ExitCode.KEPT_ELSEWHERE if rescued else ExitCode.DONE


def _checkpoint_of(kept: KeptRun | None) -> Path | None:
    return None if kept is None else kept.checkpoint


def _paint(
    order: PaintOrder, control: RunControl, report: Report, heard: Heard, *, checkpoints: Checkpoints | None
) -> Finished:
    # Here and not above, so that a mistake in the arguments is answered before the seconds that loading torch takes.
    from core.optimization.engine import stylize  # noqa: PLC0415

    finished: Finished | None = None
    events = stylize(
        order.recipe,
        networks_folder=paths.networks(),
        control=control,
        preview_due=heard.preview_due,
        max_memory_bytes=order.max_memory_bytes,
        checkpoints=checkpoints,
        resume_from=order.resume_from,
    )
    for event in events:
        heard.take(event)
        match event:
            case Finished():
                finished = event
            case InputsRead():
                pass
            case _:
                report.event(event)
    assert finished is not None  # noqa: S101 - the engine's contract: a run that does not raise ends in Finished
    return finished


def _delivered(order: PaintOrder, heard: Heard, picture: Picture) -> Delivery:
    """Write a picture to where it is wanted; where that fails, elsewhere."""
    write = partial(
        write_result,
        picture=picture,
        recipe=order.recipe,
        inputs=heard.inputs,
        carried=CarriedRecipe(order.destination.carried_recipe),
        keep_gps=order.destination.keep_gps,
    )
    return deliver(write, partial(write_picture, picture=picture), order.output, kept_folder())


def _keep(picture: Picture | None, delivered: Callable[[Picture], Delivery], report: Report) -> Delivery | None:
    """Write what a broken-off run left; a failure to do so must not hide why it broke off."""
    if picture is None:
        return None
    try:
        return delivered(picture)
    except ImageFileError as error:
        report.failed(error)
        return None
