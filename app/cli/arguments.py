"""What the command line understands."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.words.translation import Words
from core.recipe.choices import ColorMode, DeviceName, NetworkName, Precision, Preset, StartFrom, StyleLossName
from core.recipe.recipe import DEPTHS_BITS, Recipe, StyleSource
from core.recipe.sheet import Fit

if TYPE_CHECKING:
    from collections.abc import Sequence

usage: Final = Words("usage")

# What holds where nothing is said; the options themselves are None then, so that a recipe's own values can hold.
_USUAL: Final = Recipe(Path(), (StyleSource(Path()),))


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


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """What the arguments of a command say.

    Raises:
        SystemExit: If they cannot be understood, or ask for help, after that has been said.
    """
    repeats = any(text == "--recipe" or text.startswith("--recipe=") for text in argv)
    arguments = (root := parser(repeats=repeats)).parse_args(argv)
    if not repeats and arguments.command != "recipe" and (arguments.look_in or arguments.follow_paths):
        root.error(usage.tr("--look-in and --follow-paths go with --recipe"))
    return arguments


def parser(*, repeats: bool = False) -> argparse.ArgumentParser:
    """The parser of all commands.

    Args:
        repeats: Whether a recipe is given in place of the pictures; argparse has no way of saying "either, or".
    """
    root = argparse.ArgumentParser(prog="impasto", description="Repaint a photo in the manner of paintings.")
    commands = root.add_subparsers(dest="command", required=True)
    stylize = commands.add_parser("stylize", help="paint a picture", description="Paint a picture.")
    _add_recipe(stylize, repeats=repeats)
    stylize.add_argument(
        "-o", "--output", metavar="OUT", type=Path, required=True, help="where to write it: .png, .jpg, .webp or .tif"
    )
    _add_told(stylize)
    estimate = commands.add_parser(
        "estimate",
        help="tell how long a picture would take, and how much memory",
        description="Tell how long a picture would take, and how much memory.",
    )
    _add_recipe(estimate, repeats=repeats)
    recipe = commands.add_parser(
        "recipe",
        help="print the recipe that a picture carries",
        description="Print the recipe that a picture carries, as JSON; stylize --recipe paints it again.",
    )
    recipe.add_argument("picture", metavar="PICTURE", type=Path, help="a picture that Impasto has painted, or a recipe")
    recipe.add_argument("--json", action="store_true", help="report errors as JSON too, on standard output")
    return root


def _add_told(parser: argparse.ArgumentParser) -> None:
    """What the written file tells besides its pixels."""
    parser.add_argument("--keep-gps", action="store_true", help="tell in the file where the photo was taken")
    recipe = parser.add_mutually_exclusive_group()
    recipe.add_argument("--no-recipe", action="store_true", help="do not tell in the file how it was painted")
    recipe.add_argument(
        "--keep-paths",
        action="store_true",
        help="tell in the file in which folders the photo and the paintings lie, not their names alone",
    )


def _add_recipe(parser: argparse.ArgumentParser, *, repeats: bool) -> None:
    if not repeats:
        parser.add_argument("photo", metavar="PHOTO", type=Path, help="the photograph to repaint")
        parser.add_argument("styles", metavar="STYLE", type=Path, nargs="+", help="the paintings whose manner to take")
    _add_repeating(parser)
    _add_sizes(parser)
    _add_manner(parser)
    _add_computing(parser)
    parser.add_argument("--json", action="store_true", help="report as one JSON object a line on standard output")


def _add_repeating(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--recipe",
        metavar="RECIPE|PICTURE",
        type=Path,
        help="in place of PHOTO and STYLE: paint this recipe or picture again; other options override it",
    )
    parser.add_argument(
        "--look-in",
        metavar="FOLDER",
        type=Path,
        action="append",
        default=[],
        help="where else to look for the recipe's pictures; they are known by their content (can be repeated)",
    )
    parser.add_argument(
        "--follow-paths",
        action="store_true",
        help="look for them where a picture says that they lie, too; the paths of a recipe's file are always followed",
    )


def _add_manner(parser: argparse.ArgumentParser) -> None:
    usual = _USUAL
    parser.add_argument("--preset", type=Preset, choices=list(Preset), help=f"how much work ({usual.preset})")
    parser.add_argument(
        "--style-strength",
        metavar="0..100",
        type=float,
        help=f"0 leaves the photo as it is, 100 keeps barely its outlines ({usual.style_strength:g})",
    )
    parser.add_argument(
        "--freedom",
        metavar="0..100",
        type=float,
        help=f"0 keeps the photo's drawing, 100 redraws it in the painter's forms ({usual.freedom:g})",
    )
    parser.add_argument(
        "--turned-strokes",
        action=argparse.BooleanOptionalAction,
        help="strokes may run other ways than in the paintings, which are turned and mirrored for it",
    )
    parser.add_argument(
        "--style-weights", metavar="2,1", type=_numbers, help="the share of each painting (equal shares)"
    )
    parser.add_argument(
        "--style-scale",
        metavar="F",
        type=float,
        help=f"size of the brush strokes, 0.25 to 4 ({usual.style_scale:g})",
    )
    parser.add_argument("--loss", type=StyleLossName, choices=list(StyleLossName), help=f"({usual.loss})")
    parser.add_argument(
        "--color",
        type=ColorMode,
        choices=list(ColorMode),
        help=f"whose colours: the painting's, the photo's, or the painting recoloured to match ({usual.color})",
    )
    parser.add_argument(
        "--start",
        metavar="photo|noise|PICTURE",
        type=_start,
        help=f"what the canvas shows before the first step ({usual.start_from})",
    )
    parser.add_argument(
        "--seed",
        metavar="N",
        type=int,
        help=f"another number gives another noise to start from ({usual.seed})",
    )


def _add_computing(parser: argparse.ArgumentParser) -> None:
    usual = _USUAL
    parser.add_argument("--network", type=NetworkName, choices=list(NetworkName), help=f"({usual.network})")
    parser.add_argument("--device", type=DeviceName, choices=list(DeviceName), help=f"({usual.device})")
    parser.add_argument(
        "--precision",
        type=Precision,
        choices=list(Precision),
        help="in what numbers the network computes; auto takes half where the device is made for it "
        f"({usual.precision})",
    )
    parser.add_argument(
        "--max-memory", metavar="4GB", type=_bytes, help="the memory that painting may take (what is free)"
    )


def _add_sizes(parser: argparse.ArgumentParser) -> None:
    sizes = parser.add_mutually_exclusive_group()
    sizes.add_argument("--size", metavar="PX", type=int, help=f"longest side of the result ({_USUAL.size_px})")
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
        help=f"bits of each channel; 16 for .png and .tif ({_USUAL.depth_bits})",
    )
