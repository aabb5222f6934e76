"""The command line: ``impasto stylize`` and its kin. Imports neither Qt nor, before a run starts, torch."""

from __future__ import annotations

import logging
import sys
import time
from enum import IntEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.cli.arguments import parser, recipe_from
from app.cli.ending import AbruptEnd
from app.cli.reports import JsonReport, ProgressReport, Report
from app.cli.stopping import stopping_on_signals
from app.cli.streams import LastingStream, settle_streams
from app.library.delivery import check_replaces_no_input, write_result
from app.library.rescue import Delivery, deliver
from app.system import paths
from app.system.command_line_log import start_command_line_log
from app.system.pictures_folder import kept_folder
from core.errors import ImageFileError, InterruptedRunError, OutOfMemoryError, RecipeError, StyleTransferError
from core.files.writing import check_writable, write_picture
from core.optimization.control import RunControl
from core.optimization.events import Finished, PreviewReady, StepDone
from core.picture import Picture

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from core.optimization.events import Event
    from core.recipe.recipe import Recipe

_log = logging.getLogger(__name__)

# A run that breaks off without its picture has lost no more than this.
_PREVIEW_INTERVAL_S: Final = 10.0

COMMANDS: Final = frozenset({"estimate", "stylize"})


class ExitCode(IntEnum):
    """What the program returns to the shell; scripts rely on it."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    BAD_INPUT = 3
    OUT_OF_MEMORY = 4
    KEPT_ELSEWHERE = 5
    HUNG_UP = 129
    INTERRUPTED = 130
    TERMINATED = 143


class _Heard:
    """What a run has shown of its picture: all there is of it where the run cannot say any more what it has painted.

    Attributes:
        seen: The last preview after a step; None before there was one.
    """

    def __init__(self) -> None:
        self.seen: Picture | None = None
        self._painted = False
        self._seen_s = -_PREVIEW_INTERVAL_S

    def preview_due(self) -> bool:
        """Whether another preview is wanted; not so often that it would cost time."""
        return self._painted and time.monotonic() - self._seen_s >= _PREVIEW_INTERVAL_S

    def take(self, event: Event) -> None:
        """Note what an event shows."""
        if isinstance(event, StepDone):
            self._painted = True
        if isinstance(event, PreviewReady) and self._painted:
            self.seen, self._seen_s = Picture(event.pixels), time.monotonic()


def main(argv: Sequence[str]) -> int:
    """Run one command, such as ``["stylize", "photo.jpg", "painting.jpg", "-o", "out.png"]``.

    Returns:
        An exit code for the shell.
    """
    arguments = parser().parse_args(argv)
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
    output: Path = arguments.output
    try:
        recipe = recipe_from(arguments)
        sheet = recipe.print_format
        longest_side_px = recipe.size_px if sheet is None else sheet.longest_side_px
        check_writable(output, longest_side_px, recipe.depth_bits)
        check_replaces_no_input(output, recipe)
    except ImageFileError as error:
        report.failed(error)
        return ExitCode.USAGE if error.path == output else ExitCode.BAD_INPUT
    except RecipeError as error:
        report.failed(error)
        return ExitCode.USAGE
    return run(recipe, output, report, keep_gps=arguments.keep_gps, max_memory_bytes=arguments.max_memory)


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
        return _exit_code(error, Path())
    report.estimated(found)
    return ExitCode.DONE


def run(
    recipe: Recipe, output: Path, report: Report, *, keep_gps: bool = False, max_memory_bytes: int | None = None
) -> int:
    """Paint a recipe, write the picture, and report on the way.

    A first Ctrl-C, SIGTERM or SIGHUP ends the run within one step and keeps the picture so far; a second Ctrl-C ends
    the program.

    Returns:
        An exit code for the shell.
    """
    end = AbruptEnd(output, report)
    try:
        return _run(recipe, output, report, end, keep_gps=keep_gps, max_memory_bytes=max_memory_bytes)
    except KeyboardInterrupt:
        end.tell()
        return ExitCode.INTERRUPTED


def _run(
    recipe: Recipe, output: Path, report: Report, end: AbruptEnd, *, keep_gps: bool, max_memory_bytes: int | None
) -> int:
    control, heard = RunControl(), _Heard()
    delivery: Delivery | None = None
    with stopping_on_signals(control, end.force) as signals:
        try:
            finished = _paint(recipe, control, report, max_memory_bytes, heard)
            if finished.num_steps > 0 or not finished.stopped:
                delivery = _deliver(finished.picture, recipe, output, keep_gps=keep_gps)
        except InterruptedRunError as error:
            kept = _keep(error.picture or heard.seen, recipe, output, report, keep_gps=keep_gps)
            report.failed(error, kept)
            return ExitCode.OUT_OF_MEMORY if isinstance(error, OutOfMemoryError) else ExitCode.FAILED
        except StyleTransferError as error:
            report.failed(error)
            return _exit_code(error, output)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told, and what was seen of the picture kept
            _log.info("The run broke off", exc_info=error)
            report.failed(error, _keep(heard.seen, recipe, output, report, keep_gps=keep_gps))
            return ExitCode.FAILED
        report.finished(finished, delivery)
    if finished.stopped:
        return signals.exit_code
    return ExitCode.KEPT_ELSEWHERE if delivery is not None and delivery.rescued else ExitCode.DONE


def _exit_code(error: StyleTransferError, output: Path) -> ExitCode:
    if isinstance(error, RecipeError):
        return ExitCode.USAGE
    if isinstance(error, ImageFileError) and error.path != output:
        return ExitCode.BAD_INPUT
    return ExitCode.FAILED


def _paint(
    recipe: Recipe, control: RunControl, report: Report, max_memory_bytes: int | None, heard: _Heard
) -> Finished:
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
        if isinstance(event, Finished):
            finished = event
        else:
            report.event(event)
    assert finished is not None  # noqa: S101 - the engine's contract: a run that does not raise ends in Finished
    return finished


def _deliver(picture: Picture, recipe: Recipe, output: Path, *, keep_gps: bool) -> Delivery:
    """Write a picture to where it is wanted; where that fails, elsewhere."""
    write = partial(write_result, picture=picture, recipe=recipe, keep_gps=keep_gps)
    return deliver(write, partial(write_picture, picture=picture), output, kept_folder())


def _keep(picture: Picture | None, recipe: Recipe, output: Path, report: Report, *, keep_gps: bool) -> Delivery | None:
    """Write what a broken-off run left; a failure to do so must not hide why it broke off."""
    if picture is None:
        return None
    try:
        return _deliver(picture, recipe, output, keep_gps=keep_gps)
    except ImageFileError as error:
        report.failed(error)
        return None
