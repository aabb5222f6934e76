"""What the command line understands."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.words.translation import Words
from core.errors import RecipeError, RecipeProblem
from core.files.reading import read_size
from core.recipe.choices import ColorMode, DeviceName, NetworkName, Precision, Preset, StartFrom, StyleLossName
from core.recipe.recipe import DEPTHS_BITS, Recipe, StyleSource
from core.recipe.sheet import Fit, PrintFormat

if TYPE_CHECKING:
    from collections.abc import Sequence

usage: Final = Words("usage")


def recipe_from(arguments: argparse.Namespace) -> Recipe:
    """The recipe that parsed arguments ask for.

    Raises:
        RecipeError: If they make no sense together.
        ImageFileError: If a sheet is to be filled and the photo cannot be read.
    """
    start_from, start_picture = arguments.start
    recipe = Recipe(
        photo=arguments.photo,
        styles=_weighted(arguments.styles, arguments.style_weights),
        size_px=arguments.size,
        preset=arguments.preset,
        style_strength=arguments.style_strength,
        freedom=arguments.freedom,
        turned_strokes=arguments.turned_strokes,
        style_scale=arguments.style_scale,
        loss=arguments.loss,
        color=arguments.color,
        network=arguments.network,
        device=arguments.device,
        precision=arguments.precision,
        start_from=start_from,
        start_picture=start_picture,
        seed=arguments.seed,
        depth_bits=arguments.depth,
    )
    if arguments.sheet is None:
        if arguments.bleed is not None or arguments.fit is not None:
            raise RecipeError(RecipeProblem.NO_SHEET)
        return recipe
    fit = Fit.CROP if arguments.fit is None else arguments.fit
    return recipe.for_print(PrintFormat.parse(arguments.sheet, arguments.bleed), fit, read_size(arguments.photo))


def _weighted(paths: Sequence[Path], weights: Sequence[float] | None) -> tuple[StyleSource, ...]:
    if weights is None:
        weights = [1.0] * len(paths)
    if len(weights) != len(paths):
        raise RecipeError(RecipeProblem.NUM_STYLE_WEIGHTS, num_paintings=len(paths), num_weights=len(weights))
    return tuple(StyleSource(path, weight) for path, weight in zip(paths, weights, strict=True))


def _numbers(text: str) -> list[float]:
    """``2,1`` as a list."""
    return [float(number) for number in text.split(",")]


def _start(text: str) -> tuple[StartFrom, Path | None]:
    """``photo``, ``noise`` or the path of a picture; ``./noise`` is a picture of that name."""
    if text in {StartFrom.PHOTO, StartFrom.NOISE}:
        return StartFrom(text), None
    return StartFrom.PICTURE, Path(text)


def _bytes(text: str) -> int:
    """``4GB``, ``1.5 GB`` or ``800MB`` as a number of bytes."""
    found = re.fullmatch(r"([\d.]+)\s*([MG])i?B?", text.strip(), re.IGNORECASE)
    if found is None or float(found[1]) <= 0:
        words = usage.tr("{text!r} is not an amount of memory such as 4GB or 800MB")
        raise argparse.ArgumentTypeError(words.format(text=text))
    return int(float(found[1]) * (1 << (20 if found[2].upper() == "M" else 30)))


def parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    root = argparse.ArgumentParser(prog="impasto", description="Repaint a photo in the manner of paintings.")
    commands = root.add_subparsers(dest="command", required=True)
    stylize = commands.add_parser("stylize", help="paint a picture", description="Paint a picture.")
    _add_recipe(stylize)
    stylize.add_argument(
        "-o", "--output", metavar="OUT", type=Path, required=True, help="where to write it: .png, .jpg, .webp or .tif"
    )
    stylize.add_argument("--keep-gps", action="store_true", help="tell in the file where the photo was taken")
    _add_checkpoint_interval(stylize)
    estimate = commands.add_parser(
        "estimate",
        help="tell how long a picture would take, and how much memory",
        description="Tell how long a picture would take, and how much memory.",
    )
    _add_recipe(estimate)
    _add_resume(
        commands.add_parser(
            "resume",
            help="go on with a picture that was interrupted or stopped",
            description="Go on with a picture that was interrupted or stopped, as if it had never been.",
        )
    )
    return root


def _add_resume(resume: argparse.ArgumentParser) -> None:
    which = resume.add_mutually_exclusive_group(required=True)
    which.add_argument(
        "which", metavar="last|PATH", nargs="?", help="the one that was painted last, or one of those that --list names"
    )
    which.add_argument("--list", action="store_true", help="say which there are")
    resume.add_argument(
        "-o", "--output", metavar="OUT", type=Path, help="where to write it (where it would have been written)"
    )
    resume.add_argument("--json", action="store_true", help="report as one JSON object a line on standard output")
    _add_checkpoint_interval(resume)


def _add_checkpoint_interval(parser: argparse.ArgumentParser) -> None:
    """For tests: whoever names an interval gets it, whatever it costs."""
    parser.add_argument("--checkpoint-interval", metavar="S", type=float, help=argparse.SUPPRESS)


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
        "--freedom",
        metavar="0..100",
        type=float,
        default=defaults.freedom,
        help="0 keeps the photo's drawing, 100 redraws it in the painter's forms (%(default)g)",
    )
    parser.add_argument(
        "--turned-strokes",
        action="store_true",
        help="strokes may run other ways than in the paintings, which are turned and mirrored for it",
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
    parser.add_argument(
        "--start",
        metavar="photo|noise|PICTURE",
        type=_start,
        default=defaults.start_from.value,
        help="what the canvas shows before the first step (%(default)s)",
    )
    parser.add_argument(
        "--seed",
        metavar="N",
        type=int,
        default=defaults.seed,
        help="another number gives another noise to start from (%(default)s)",
    )
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
