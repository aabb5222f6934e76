"""The command line: ``impasto stylize`` and its kin. Imports neither Qt nor, before a run starts, torch."""

from __future__ import annotations

import contextlib
import logging
import math
import sys
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from app.cli.arguments import parser, recipe_from
from app.cli.reports import JsonReport, ProgressReport, Report
from app.cli.resuming import PaintOrder, find_run_folder, output_of, state_in
from app.cli.stopping import stopping_on_signals
from app.cli.streams import LastingStream, settle_streams
from app.library.delivery import check_replaces_no_input, write_result
from app.system import paths
from app.system.data_folder import checkpoints_folder
from core.errors import (
    CheckpointError,
    CheckpointProblem,
    ImageFileError,
    InterruptedRunError,
    OutOfMemoryError,
    RecipeError,
    StyleTransferError,
)
from core.files.writing import check_writable
from core.optimization.checkpoint.inputs import manifest_to_go_on_with
from core.optimization.checkpoint.manifest import Delivery
from core.optimization.checkpoint.pacing import Pacing
from core.optimization.checkpoint.plan import Checkpoints
from core.optimization.checkpoint.run_folders import begin_run_folder, most_bytes, saved_runs
from core.optimization.control import RunControl
from core.optimization.events import Finished

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from pathlib import Path

    from core.optimization.checkpoint.run_folders import RunFolder
    from core.picture import Picture
    from core.recipe.recipe import Recipe

COMMANDS: Final = frozenset({"estimate", "resume", "stylize"})


class ExitCode(IntEnum):
    """What the program returns to the shell; scripts rely on it."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    BAD_INPUT = 3
    OUT_OF_MEMORY = 4
    HUNG_UP = 129
    INTERRUPTED = 130
    TERMINATED = 143


def main(argv: Sequence[str]) -> int:
    """Run one command, such as ``["stylize", "photo.jpg", "painting.jpg", "-o", "out.png"]``.

    Returns:
        An exit code for the shell.
    """
    arguments = parser().parse_args(argv)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")
    to_read = arguments.json or getattr(arguments, "list", False)
    stream = LastingStream(sys.stdout if to_read else sys.stderr)
    report: Report = JsonReport(stream) if arguments.json else ProgressReport(stream)
    try:
        return _answer(arguments, report)
    finally:
        settle_streams()


def _answer(arguments: argparse.Namespace, report: Report) -> int:
    if arguments.command == "estimate":
        return estimate(arguments, report)
    if arguments.command == "resume":
        return resume(arguments, report)
    output: Path = arguments.output
    try:
        recipe = recipe_from(arguments)
        _check_output(output, recipe)
    except ImageFileError as error:
        report.failed(error)
        return ExitCode.USAGE if error.path == output else ExitCode.BAD_INPUT
    except RecipeError as error:
        report.failed(error)
        return ExitCode.USAGE
    order = PaintOrder(recipe, Delivery(output.absolute(), arguments.keep_gps), arguments.max_memory)
    with begin_run_folder(checkpoints_folder()) or contextlib.nullcontext() as folder:
        return run(order, output, report, folder, _pacing(arguments))


def _check_output(output: Path, recipe: Recipe) -> None:
    sheet = recipe.print_format
    check_writable(output, recipe.size_px if sheet is None else sheet.longest_side_px, recipe.depth_bits)
    check_replaces_no_input(output, recipe)


def _pacing(arguments: argparse.Namespace) -> Pacing:
    interval_s = arguments.checkpoint_interval
    return Pacing() if interval_s is None else Pacing(interval_s, math.inf)


def resume(arguments: argparse.Namespace, report: Report) -> int:
    """Go on with a picture, or say which there are.

    Returns:
        An exit code for the shell.
    """
    root = checkpoints_folder()
    if arguments.list:
        report.saved_runs(saved_runs(root), most_bytes(root))
        return ExitCode.DONE
    output: Path | None = arguments.output
    try:
        with find_run_folder(arguments.which, root) as folder:
            manifest = manifest_to_go_on_with(folder.path)
            output = output_of(manifest, output)
            _check_output(output, manifest.recipe)
            delivery = Delivery(output.absolute(), manifest.delivery.keep_gps)
            state = state_in(folder.path)
            order = PaintOrder(manifest.recipe, delivery, manifest.max_memory_bytes, state)
            return run(order, output, report, folder, _pacing(arguments))
    except StyleTransferError as error:
        report.failed(error)
        return _exit_code(error, output)


def estimate(arguments: argparse.Namespace, report: Report) -> int:
    """Forecast what the recipe of the arguments would take.

    Returns:
        An exit code for the shell.
    """
    try:
        recipe = recipe_from(arguments)
        from core.forecast import pace as forecast  # noqa: PLC0415 - as in _paint

        found = forecast.estimate(recipe, networks_folder=paths.networks(), max_memory_bytes=arguments.max_memory)
    except StyleTransferError as error:
        report.failed(error)
        return _exit_code(error, None)
    report.estimated(found)
    return ExitCode.DONE


def run(order: PaintOrder, output: Path, report: Report, folder: RunFolder | None, pacing: Pacing) -> int:
    """Paint a recipe, write the picture, and report on the way.

    A first Ctrl-C, SIGTERM or SIGHUP ends the run within one step and keeps the picture so far; a second Ctrl-C ends
    the program. Unless the picture is done and on the disk, the run can be gone on with.

    Args:
        order: What to paint.
        output: The file to write, as the person has spelt it.
        report: Tells how it goes.
        folder: Where to keep what is needed to go on; None for nowhere.
        pacing: How often that is kept.

    Returns:
        An exit code for the shell.
    """
    control, recipe, keep_gps = RunControl(), order.recipe, order.delivery.keep_gps
    with stopping_on_signals(control) as signals:
        try:
            finished = _paint(order, control, report, folder, pacing)
            unpainted = finished.stopped and finished.num_steps == 0
            if not unpainted:
                write_result(output, finished.picture, recipe, keep_gps=keep_gps)
        except InterruptedRunError as error:
            kept = _keep(error.picture, recipe, output, report, keep_gps=keep_gps)
            report.failed(error, kept, _checkpoint_in(folder))
            return ExitCode.OUT_OF_MEMORY if isinstance(error, OutOfMemoryError) else ExitCode.FAILED
        except StyleTransferError as error:
            report.failed(error, checkpoint=_checkpoint_in(folder))
            return _exit_code(error, output)
        if folder is not None and not finished.stopped:
            folder.discard()
        report.finished(finished, None if unpainted else output, _checkpoint_in(folder))
    return signals.exit_code if finished.stopped else ExitCode.DONE


def _checkpoint_in(folder: RunFolder | None) -> Path | None:
    return folder.path if folder is not None and folder.has_checkpoint else None


def _exit_code(error: StyleTransferError, output: Path | None) -> ExitCode:
    if isinstance(error, RecipeError) or error.problem is CheckpointProblem.NO_OUTPUT:
        return ExitCode.USAGE
    if isinstance(error, CheckpointError) or (isinstance(error, ImageFileError) and error.path != output):
        return ExitCode.BAD_INPUT
    return ExitCode.FAILED


def _paint(
    order: PaintOrder, control: RunControl, report: Report, folder: RunFolder | None, pacing: Pacing
) -> Finished:
    # Here and not above, so that a mistake in the arguments is answered before the seconds that loading torch takes.
    from core.optimization.engine import stylize  # noqa: PLC0415

    finished: Finished | None = None
    events = stylize(
        order.recipe,
        networks_folder=paths.networks(),
        control=control,
        max_memory_bytes=order.max_memory_bytes,
        checkpoints=None if folder is None else Checkpoints(folder.path, order.delivery, pacing),
        resume_from=order.resume_from,
    )
    for event in events:
        if isinstance(event, Finished):
            finished = event
        else:
            report.event(event)
    assert finished is not None  # noqa: S101 - the engine's contract: a run that does not raise ends in Finished
    return finished


def _keep(picture: Picture | None, recipe: Recipe, output: Path, report: Report, *, keep_gps: bool) -> Path | None:
    """Write what a broken-off run left; a failure to do so must not hide why it broke off."""
    if picture is None:
        return None
    try:
        write_result(output, picture, recipe, keep_gps=keep_gps)
    except ImageFileError as error:
        report.failed(error)
        return None
    return output
