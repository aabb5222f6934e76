"""The command line: ``impasto stylize`` and its kin. Imports neither Qt nor, before a run starts, torch."""

from __future__ import annotations

import math
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.cli.arguments import parse
from app.cli.exit_codes import ExitCode, exit_code_of, is_of_output
from app.cli.painting import PaintOrder, run
from app.cli.recipe_command import print_recipe
from app.cli.recipe_options import recipe_from
from app.cli.reports import JsonReport, ProgressReport, Report
from app.cli.resuming import destination_of, find_run_folder, state_in
from app.cli.streams import LastingStream, settle_streams
from app.cli.timelapse import write_timelapse
from app.library.carried_recipe import CarriedRecipe
from app.library.delivery import check_replaces_no_input
from app.run.kept_run import RunFolders, kept_run
from app.system import paths
from app.system.command_line_log import start_command_line_log
from app.system.data_folder import checkpoints_folder, timelines_folder
from core.errors import RunProblem, StyleTransferError
from core.files.writing import check_writable
from core.optimization.checkpoint.inputs import manifest_to_go_on_with
from core.optimization.checkpoint.manifest import Destination
from core.optimization.checkpoint.pacing import Pacing
from core.optimization.checkpoint.run_folders import most_bytes, saved_runs

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from core.recipe.recipe import Recipe

COMMANDS: Final = frozenset({"estimate", "recipe", "resume", "stylize", "timelapse"})


def main(argv: Sequence[str]) -> int:
    """Run one command, such as ``["stylize", "photo.jpg", "painting.jpg", "-o", "out.png"]``.

    Returns:
        An exit code for the shell.
    """
    arguments = parse(argv)
    start_command_line_log()
    to_read = arguments.json or getattr(arguments, "list", False)
    stream = LastingStream(sys.stdout if to_read else sys.stderr)
    report: Report = JsonReport(stream) if arguments.json else ProgressReport(stream)
    try:
        _check_working_folder()
        return _answer(arguments, report)
    except StyleTransferError as error:
        report.failed(error)
        return ExitCode.FAILED
    except KeyboardInterrupt:
        # Before a run could be stopped, or where there is none.
        report.ended_at_once(None)
        return ExitCode.INTERRUPTED
    finally:
        settle_streams()


def _check_working_folder() -> None:
    """Make sure that there is a folder that relative paths start from; torch cannot be loaded without one either.

    Raises:
        StyleTransferError: If there is none: it may have been deleted meanwhile.
    """
    try:
        Path.cwd()
    except OSError as error:
        raise StyleTransferError(RunProblem.NO_WORKING_FOLDER) from error


def _answer(arguments: argparse.Namespace, report: Report) -> int:
    if arguments.command == "estimate":
        return estimate(arguments, report)
    if arguments.command == "recipe":
        return _print_recipe(arguments.picture, report)
    if arguments.command == "resume":
        return resume(arguments, report)
    if arguments.command == "timelapse":
        return write_timelapse(arguments.which, arguments.output, report)
    output: Path = arguments.output
    try:
        recipe, matches = recipe_from(arguments)
        _check_output(output, recipe)
    except StyleTransferError as error:
        report.failed(error)
        return ExitCode.USAGE if is_of_output(error, output) else exit_code_of(error)
    if matches is not None:
        report.inputs_found(matches)
    destination = Destination(output.absolute(), arguments.keep_gps, _carried(arguments))
    order = PaintOrder(recipe, output, destination, arguments.max_memory)
    with kept_run(_run_folders()) as kept:
        return run(order, report, kept, _pacing(arguments))


def _run_folders() -> RunFolders:
    return RunFolders(checkpoints_folder(), timelines_folder())


def _carried(arguments: argparse.Namespace) -> CarriedRecipe:
    if arguments.no_recipe:
        return CarriedRecipe.NOTHING
    return CarriedRecipe.PATHS if arguments.keep_paths else CarriedRecipe.NAMES


def _print_recipe(path: Path, report: Report) -> int:
    try:
        print_recipe(path)
    except StyleTransferError as error:
        report.failed(error)
        return exit_code_of(error)
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
        folder = find_run_folder(arguments.which, root)
        with kept_run(_run_folders(), resume_from=folder) as kept:
            manifest = manifest_to_go_on_with(folder)
            output, destination = destination_of(manifest, output)
            _check_output(output, manifest.recipe)
            state = state_in(folder)
            order = PaintOrder(manifest.recipe, output, destination, manifest.max_memory_bytes, state)
            return run(order, report, kept, _pacing(arguments))
    except StyleTransferError as error:
        report.failed(error)
        return exit_code_of(error, output)


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
        return exit_code_of(error)
    report.estimated(found)
    return ExitCode.DONE
