"""The command line: ``impasto stylize`` and its kin. Imports neither Qt nor, before a run starts, torch."""

from __future__ import annotations

import logging
import sys
from dataclasses import dataclass
from enum import IntEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.cli.arguments import parse
from app.cli.ending import AbruptEnd
from app.cli.heard import Heard
from app.cli.recipe_command import print_recipe
from app.cli.recipe_options import recipe_from
from app.cli.reports import JsonReport, ProgressReport, Report
from app.cli.stopping import stopping_on_signals
from app.cli.streams import LastingStream, settle_streams
from app.library.carried_recipe import CarriedRecipe
from app.library.delivery import check_replaces_no_input, write_result
from app.library.rescue import Delivery, deliver
from app.system import paths
from app.system.command_line_log import start_command_line_log
from app.system.pictures_folder import kept_folder
from core.errors import (
    ImageFileError,
    InputsError,
    InterruptedRunError,
    OutOfMemoryError,
    RecipeError,
    RecipeProblem,
    StyleTransferError,
)
from core.files.writing import check_writable, write_picture
from core.optimization.control import RunControl
from core.optimization.events import Finished, InputsRead

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from core.picture import Picture
    from core.recipe.recipe import Recipe

_log = logging.getLogger(__name__)

COMMANDS: Final = frozenset({"estimate", "recipe", "stylize"})

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
    KEPT_ELSEWHERE = 6
    HUNG_UP = 129
    INTERRUPTED = 130
    TERMINATED = 143


@dataclass(frozen=True, slots=True)
class Told:
    """What the written file tells besides its pixels.

    Attributes:
        keep_gps: Whether it tells where the photo was taken.
        carried: How much of the recipe.
    """

    keep_gps: bool = False
    carried: CarriedRecipe = CarriedRecipe.NAMES


def main(argv: Sequence[str]) -> int:
    """Run one command, such as ``["stylize", "photo.jpg", "painting.jpg", "-o", "out.png"]``.

    Returns:
        An exit code for the shell.
    """
    arguments = parse(argv)
    start_command_line_log()
    stream = LastingStream(sys.stdout if arguments.json else sys.stderr)
    report: Report = JsonReport(stream) if arguments.json else ProgressReport(stream)
    try:
        return _answer(arguments, report)
    except KeyboardInterrupt:
        # Before a run could be stopped, or where there is none.
        report.ended_at_once(None)
        return ExitCode.INTERRUPTED
    finally:
        settle_streams()


def _answer(arguments: argparse.Namespace, report: Report) -> int:
    if arguments.command == "estimate":
        return estimate(arguments, report)
    if arguments.command == "recipe":
        return _print_recipe(arguments.picture, report)
    output: Path = arguments.output
    try:
        recipe, matches = recipe_from(arguments)
        sheet = recipe.print_format
        longest_side_px = recipe.size_px if sheet is None else sheet.longest_side_px
        check_writable(output, longest_side_px, recipe.depth_bits)
        check_replaces_no_input(output, recipe)
    except StyleTransferError as error:
        report.failed(error)
        return ExitCode.USAGE if isinstance(error, ImageFileError) and error.path == output else _exit_code(error)
    if matches is not None:
        report.inputs_found(matches)
    told = Told(arguments.keep_gps, _carried(arguments))
    return run(recipe, output, report, told=told, max_memory_bytes=arguments.max_memory)


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


def run(
    recipe: Recipe, output: Path, report: Report, *, told: Told | None = None, max_memory_bytes: int | None = None
) -> int:
    """Paint a recipe, write the picture, and report on the way.

    A first Ctrl-C, SIGTERM or SIGHUP ends the run within one step and keeps the picture so far; a second Ctrl-C ends
    the program.

    Returns:
        An exit code for the shell.
    """
    end = AbruptEnd(output, report)
    try:
        return _run(recipe, output, report, end, told=told or Told(), max_memory_bytes=max_memory_bytes)
    except KeyboardInterrupt:
        end.tell()
        return ExitCode.INTERRUPTED


def _run(
    recipe: Recipe, output: Path, report: Report, end: AbruptEnd, *, told: Told, max_memory_bytes: int | None
) -> int:
    control, heard = RunControl(), Heard()
    delivery: Delivery | None = None
    delivered = partial(_delivered, output, recipe, heard, told)
    with stopping_on_signals(control, end.force) as signals:
        try:
            finished = _paint(recipe, control, report, max_memory_bytes, heard)
            if finished.num_steps > 0 or not finished.stopped:
                delivery = delivered(finished.picture)
        except InterruptedRunError as error:
            report.failed(error, _keep(error.picture or heard.seen, delivered, report))
            return ExitCode.OUT_OF_MEMORY if isinstance(error, OutOfMemoryError) else ExitCode.FAILED
        except StyleTransferError as error:
            report.failed(error)
            return _exit_code(error, output)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told, and what was seen of the picture kept
            _log.info("The run broke off", exc_info=error)
            report.failed(error, _keep(heard.seen, delivered, report))
            return ExitCode.FAILED
        report.finished(finished, delivery)
    if finished.stopped:
        return signals.exit_code
    return ExitCode.KEPT_ELSEWHERE if delivery is not None and delivery.rescued else ExitCode.DONE


def _exit_code(error: StyleTransferError, output: Path | None = None) -> ExitCode:
    if isinstance(error, RecipeError):
        return ExitCode.BAD_INPUT if error.problem in _BAD_RECIPE else ExitCode.USAGE
    if isinstance(error, InputsError) or (isinstance(error, ImageFileError) and error.path != output):
        return ExitCode.BAD_INPUT
    return ExitCode.FAILED


def _paint(recipe: Recipe, control: RunControl, report: Report, max_memory_bytes: int | None, heard: Heard) -> Finished:
    # Here and not above, so that a mistake in the arguments is answered before the seconds that loading torch takes.
    from core.optimization.engine import stylize  # noqa: PLC0415

    finished: Finished | None = None
    for event in stylize(
        recipe,
        networks_folder=paths.networks(),
        control=control,
        preview_due=heard.preview_due,
        max_memory_bytes=max_memory_bytes,
    ):
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


def _delivered(output: Path, recipe: Recipe, heard: Heard, told: Told, picture: Picture) -> Delivery:
    """Write a picture to where it is wanted; where that fails, elsewhere."""
    write = partial(
        write_result,
        picture=picture,
        recipe=recipe,
        inputs=heard.inputs,
        carried=told.carried,
        keep_gps=told.keep_gps,
    )
    return deliver(write, partial(write_picture, picture=picture), output, kept_folder())


def _keep(picture: Picture | None, delivered: Callable[[Picture], Delivery], report: Report) -> Delivery | None:
    """Write what a broken-off run left; a failure to do so must not hide why it broke off."""
    if picture is None:
        return None
    try:
        return delivered(picture)
    except ImageFileError as error:
        report.failed(error)
        return None
