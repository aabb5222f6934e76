"""The command line: ``impasto stylize`` and its kin. Imports neither Qt nor, before a run starts, torch."""

from __future__ import annotations

import argparse
import contextlib
import logging
import re
import signal
import sys
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app import paths
from app.keeping import write_result
from app.reports import JsonReport, ProgressReport, Report
from core.control import RunControl
from core.errors import ImageFileError, InterruptedRunError, OutOfMemoryError, RecipeError, StyleTransferError
from core.events import Finished
from core.images import Picture, check_writable, read_size
from core.printing import Fit, PrintFormat
from core.recipe import (
    DEPTHS_BITS,
    ColorMode,
    DeviceName,
    NetworkName,
    Precision,
    Preset,
    Recipe,
    StyleLossName,
    StyleSource,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import FrameType

COMMANDS: Final = frozenset({"estimate", "stylize"})


class ExitCode(IntEnum):
    """What the program returns to the shell; scripts rely on it."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    BAD_INPUT = 3
    OUT_OF_MEMORY = 4
    INTERRUPTED = 130


def main(argv: Sequence[str]) -> int:
    """Run one command, such as ``["stylize", "photo.jpg", "painting.jpg", "-o", "out.png"]``.

    Returns:
        An exit code for the shell.
    """
    arguments = _parser().parse_args(argv)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")
    recipe: Recipe | None = None
    report: Report = JsonReport(sys.stdout) if arguments.json else ProgressReport(sys.stderr)
    if arguments.command == "estimate":
        return estimate(arguments, report)
    output: Path = arguments.output
    try:
        recipe = recipe_from(arguments)
        sheet = recipe.print_format
        longest_side_px = recipe.size_px if sheet is None else sheet.longest_side_px
        check_writable(output, longest_side_px, recipe.depth_bits)
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
        from core import estimate as forecast  # noqa: PLC0415 - as in _paint

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

    A first Ctrl-C ends the run within one step and keeps the picture so far; a second one ends the program.

    Returns:
        An exit code for the shell.
    """
    control = RunControl()
    try:
        with _stopping_on_interrupt(control):
            finished = _paint(recipe, control, report, max_memory_bytes)
            write_result(output, finished.picture, recipe, keep_gps=keep_gps)
    except InterruptedRunError as error:
        kept = _keep(error.picture, recipe, output, report, keep_gps=keep_gps)
        report.failed(error, kept)
        return ExitCode.OUT_OF_MEMORY if isinstance(error, OutOfMemoryError) else ExitCode.FAILED
    except StyleTransferError as error:
        report.failed(error)
        return _exit_code(error, output)
    report.finished(finished, output)
    return ExitCode.INTERRUPTED if finished.stopped else ExitCode.DONE


def _exit_code(error: StyleTransferError, output: Path) -> ExitCode:
    if isinstance(error, RecipeError):
        return ExitCode.USAGE
    if isinstance(error, ImageFileError) and error.path != output:
        return ExitCode.BAD_INPUT
    return ExitCode.FAILED


def _paint(recipe: Recipe, control: RunControl, report: Report, max_memory_bytes: int | None) -> Finished:
    # Here and not above, so that a mistake in the arguments is answered before the seconds that loading torch takes.
    from core.engine import stylize  # noqa: PLC0415

    finished: Finished | None = None
    for event in stylize(recipe, networks_folder=paths.networks(), control=control, max_memory_bytes=max_memory_bytes):
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


@contextlib.contextmanager
def _stopping_on_interrupt(control: RunControl) -> Iterator[None]:
    def stop(_signal: int, _frame: FrameType | None) -> None:
        if control.stop_requested:
            raise KeyboardInterrupt
        control.stop()

    previous = signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, previous)


def recipe_from(arguments: argparse.Namespace) -> Recipe:
    """The recipe that parsed arguments ask for.

    Raises:
        RecipeError: If they make no sense together.
        ImageFileError: If a sheet is to be filled and the photo cannot be read.
    """
    recipe = Recipe(
        photo=arguments.photo,
        styles=_weighted(arguments.styles, arguments.style_weights),
        size_px=arguments.size,
        preset=arguments.preset,
        style_strength=arguments.style_strength,
        style_scale=arguments.style_scale,
        loss=arguments.loss,
        color=arguments.color,
        network=arguments.network,
        device=arguments.device,
        precision=arguments.precision,
        seed=arguments.seed,
        depth_bits=arguments.depth,
    )
    if arguments.sheet is None:
        if arguments.bleed is not None or arguments.fit is not None:
            msg = "--bleed and --fit go with --print: say how large the sheet is."
            raise RecipeError(msg)
        return recipe
    fit = Fit.CROP if arguments.fit is None else arguments.fit
    return recipe.for_print(PrintFormat.parse(arguments.sheet, arguments.bleed), fit, read_size(arguments.photo))


def _weighted(paths: Sequence[Path], weights: Sequence[float] | None) -> tuple[StyleSource, ...]:
    if weights is None:
        weights = [1.0] * len(paths)
    if len(weights) != len(paths):
        msg = f"There are {len(paths)} paintings but {len(weights)} style weights."
        raise RecipeError(msg)
    return tuple(StyleSource(path, weight) for path, weight in zip(paths, weights, strict=True))


def _numbers(text: str) -> list[float]:
    """``2,1`` as a list."""
    return [float(number) for number in text.split(",")]


def _bytes(text: str) -> int:
    """``4GB``, ``1.5 GB`` or ``800MB`` as a number of bytes."""
    found = re.fullmatch(r"([\d.]+)\s*([MG])i?B?", text.strip(), re.IGNORECASE)
    if found is None or float(found[1]) <= 0:
        msg = f"{text!r} is not an amount of memory such as 4GB or 800MB"
        raise argparse.ArgumentTypeError(msg)
    return int(float(found[1]) * (1 << (20 if found[2].upper() == "M" else 30)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="impasto", description="Repaint a photo in the manner of paintings.")
    commands = parser.add_subparsers(dest="command", required=True)
    stylize = commands.add_parser("stylize", help="paint a picture", description="Paint a picture.")
    _add_recipe(stylize)
    stylize.add_argument(
        "-o", "--output", metavar="OUT", type=Path, required=True, help="where to write it: .png, .jpg, .webp or .tif"
    )
    stylize.add_argument("--keep-gps", action="store_true", help="tell in the file where the photo was taken")
    what_it_takes = "tell how long a picture would take, and how much memory"
    _add_recipe(commands.add_parser("estimate", help=what_it_takes, description=f"{what_it_takes.capitalize()}."))
    return parser


def _add_recipe(parser: argparse.ArgumentParser) -> None:
    defaults = Recipe(Path(), (StyleSource(Path()),))
    parser.add_argument("photo", metavar="PHOTO", type=Path, help="the photograph to repaint")
    parser.add_argument("styles", metavar="STYLE", type=Path, nargs="+", help="the paintings whose manner to take")
    _add_sizes(parser, defaults)
    parser.add_argument(
        "--preset", type=Preset, choices=list(Preset), default=defaults.preset, help="how much work (%(default)s)"
    )
    parser.add_argument(
        "--style-strength",
        metavar="0..100",
        type=float,
        default=defaults.style_strength,
        help="0 leaves the photo as it is, 100 keeps barely its outlines (%(default)g)",
    )
    parser.add_argument(
        "--style-weights", metavar="2,1", type=_numbers, help="the share of each painting (equal shares)"
    )
    parser.add_argument(
        "--style-scale",
        metavar="F",
        type=float,
        default=defaults.style_scale,
        help="size of the brush strokes, 0.25 to 4 (%(default)g)",
    )
    parser.add_argument(
        "--loss", type=StyleLossName, choices=list(StyleLossName), default=defaults.loss, help="(%(default)s)"
    )
    parser.add_argument(
        "--color",
        type=ColorMode,
        choices=list(ColorMode),
        default=defaults.color,
        help="whose colours: the painting's, the photo's, or the painting recoloured to match (%(default)s)",
    )
    parser.add_argument(
        "--network", type=NetworkName, choices=list(NetworkName), default=defaults.network, help="(%(default)s)"
    )
    parser.add_argument(
        "--device", type=DeviceName, choices=list(DeviceName), default=defaults.device, help="(%(default)s)"
    )
    parser.add_argument(
        "--precision",
        type=Precision,
        choices=list(Precision),
        default=defaults.precision,
        help="in what numbers the network computes; auto takes half where the device is made for it (%(default)s)",
    )
    parser.add_argument("--seed", metavar="N", type=int, default=defaults.seed, help="(%(default)s)")
    parser.add_argument(
        "--max-memory", metavar="4GB", type=_bytes, help="the memory that painting may take (what is free)"
    )
    parser.add_argument("--json", action="store_true", help="report as one JSON object a line on standard output")


def _add_sizes(parser: argparse.ArgumentParser, defaults: Recipe) -> None:
    sizes = parser.add_mutually_exclusive_group()
    sizes.add_argument(
        "--size", metavar="PX", type=int, default=defaults.size_px, help="longest side of the result (%(default)s)"
    )
    sizes.add_argument(
        "--print",
        dest="sheet",
        metavar="WxH@DPI",
        help="paint for a sheet of this width and height, such as 50x70cm@300; cm, mm or in; it is never turned",
    )
    parser.add_argument("--bleed", metavar="3mm", help="print this much beyond each edge of the sheet (none)")
    parser.add_argument(
        "--fit",
        type=Fit,
        choices=list(Fit),
        help="crop the photo to the sheet, pad it with white, or keep it inside without borders (crop)",
    )
    parser.add_argument(
        "--depth",
        type=int,
        choices=DEPTHS_BITS,
        default=defaults.depth_bits,
        help="bits of each channel; 16 for .png and .tif (%(default)s)",
    )
