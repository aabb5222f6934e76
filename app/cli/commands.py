"""The command line: ``impasto stylize`` and its kin. Imports neither Qt nor, before a run starts, torch."""

from __future__ import annotations

import contextlib
import logging
import math
import sys
from dataclasses import dataclass
from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING, Final

from app.cli.arguments import parse
from app.cli.recipe_command import print_recipe
from app.cli.recipe_options import recipe_from
from app.cli.reports import JsonReport, ProgressReport, Report
from app.cli.resuming import PaintOrder, delivery_of, find_run_folder, state_in
from app.cli.stopping import stopping_on_signals
from app.cli.streams import LastingStream, settle_streams
from app.library.carried_recipe import CarriedRecipe
from app.library.delivery import check_replaces_no_input, write_result
from app.system import paths
from app.system.data_folder import checkpoints_folder
from core.errors import (
    CheckpointError,
    CheckpointProblem,
    ImageFileError,
    InputsError,
    InterruptedRunError,
    OutOfMemoryError,
    RecipeError,
    RecipeProblem,
    StyleTransferError,
)
from core.files.writing import check_writable
from core.optimization.checkpoint.inputs import manifest_to_go_on_with
from core.optimization.checkpoint.manifest import Delivery
from core.optimization.checkpoint.pacing import Pacing
from core.optimization.checkpoint.plan import Checkpoints
from core.optimization.checkpoint.run_folders import begin_run_folder, most_bytes, saved_runs
from core.optimization.control import RunControl
from core.optimization.events import Finished, InputsRead

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from core.optimization.checkpoint.run_folders import RunFolder
    from core.optimization.events import Event
    from core.picture import Picture
    from core.recipe.inputs import Inputs
    from core.recipe.recipe import Recipe

COMMANDS: Final = frozenset({"estimate", "recipe", "resume", "stylize"})

# What is wrong with a recipe's file, and not with what was asked for.
_BAD_RECIPE: Final = frozenset({
    RecipeProblem.NOT_A_RECIPE, RecipeProblem.NO_RECIPE, RecipeProblem.NEWER_VERSION, RecipeProblem.FIELD_VALUE,
    RecipeProblem.MISSING_FIELD, RecipeProblem.UNKNOWN_FIELD,
})  # fmt: skip


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


@dataclass(slots=True)
class _Heard:
    """What a run has told on its way, and who is told of it.

    Attributes:
        report: Tells the person.
        inputs: The files that the run has read; None before it has.
    """

    report: Report
    inputs: Inputs | None = None

    def take(self, event: Event) -> None:
        """Take note of an event of the run, or pass it on."""
        if isinstance(event, InputsRead):
            self.inputs = event.inputs
        else:
            self.report.event(event)


def main(argv: Sequence[str]) -> int:
    """Run one command, such as ``["stylize", "photo.jpg", "painting.jpg", "-o", "out.png"]``.

    Returns:
        An exit code for the shell.
    """
    arguments = parse(argv)
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
    if arguments.command == "recipe":
        return _print_recipe(arguments.picture, report)
    if arguments.command == "resume":
        return resume(arguments, report)
    output: Path = arguments.output
    try:
        recipe, matches = recipe_from(arguments)
        _check_output(output, recipe)
    except StyleTransferError as error:
        report.failed(error)
        return ExitCode.USAGE if isinstance(error, ImageFileError) and error.path == output else _exit_code(error)
    if matches is not None:
        report.inputs_found(matches)
    delivery = Delivery(output.absolute(), arguments.keep_gps, _carried(arguments))
    order = PaintOrder(recipe, delivery, arguments.max_memory)
    with begin_run_folder(checkpoints_folder()) or contextlib.nullcontext() as folder:
        return run(order, output, report, folder, _pacing(arguments))


def _carried(arguments: argparse.Namespace) -> CarriedRecipe:
    if arguments.no_recipe:
        return CarriedRecipe.NOTHING
    return CarriedRecipe.PATHS if arguments.keep_paths else CarriedRecipe.NAMES


def _print_recipe(path: Path, report: Report) -> int:
    try:
        print_recipe(path)
    except StyleTransferError as error:
        report.failed(error)
        return _exit_code(error)
    return ExitCode.DONE


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
            output, delivery = delivery_of(manifest, output)
            _check_output(output, manifest.recipe)
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
        recipe, _ = recipe_from(arguments)
        from core.forecast import pace as forecast  # noqa: PLC0415 - as in _paint

        found = forecast.estimate(recipe, networks_folder=paths.networks(), max_memory_bytes=arguments.max_memory)
    except StyleTransferError as error:
        report.failed(error)
        return _exit_code(error)
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
    control, heard = RunControl(), _Heard(report)
    write = partial(_write, output, order, heard)
    with stopping_on_signals(control) as signals:
        try:
            finished = _paint(order, control, heard.take, folder, pacing)
            unpainted = finished.stopped and finished.num_steps == 0
            if not unpainted:
                write(finished.picture)
        except InterruptedRunError as error:
            kept = _keep(error.picture, write, report)
            report.failed(error, None if kept is None else output, _checkpoint_in(folder))
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


def _exit_code(error: StyleTransferError, output: Path | None = None) -> ExitCode:
    if isinstance(error, RecipeError):
        return ExitCode.BAD_INPUT if error.problem in _BAD_RECIPE else ExitCode.USAGE
    if isinstance(error, CheckpointError):
        return ExitCode.USAGE if error.problem is CheckpointProblem.NO_OUTPUT else ExitCode.BAD_INPUT
    if isinstance(error, InputsError) or (isinstance(error, ImageFileError) and error.path != output):
        return ExitCode.BAD_INPUT
    return ExitCode.FAILED


def _paint(
    order: PaintOrder, control: RunControl, tell: Callable[[Event], None], folder: RunFolder | None, pacing: Pacing
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
            tell(event)
    assert finished is not None  # noqa: S101 - the engine's contract: a run that does not raise ends in Finished
    return finished


def _write(output: Path, order: PaintOrder, heard: _Heard, picture: Picture) -> None:
    delivery = order.delivery
    carried = CarriedRecipe(delivery.carried_recipe)
    write_result(output, picture, order.recipe, inputs=heard.inputs, carried=carried, keep_gps=delivery.keep_gps)


def _keep(picture: Picture | None, write: Callable[[Picture], None], report: Report) -> Picture | None:
    """Write what a broken-off run left; a failure to do so must not hide why it broke off."""
    if picture is None:
        return None
    try:
        write(picture)
    except ImageFileError as error:
        report.failed(error)
        return None
    return picture
