"""What the command line understands."""

from __future__ import annotations

import argparse
import re
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn, TypeVar

from app.words.plain_text import printable
from app.words.translation import Words
from core.recipe.choices import ColorMode, DeviceName, NetworkName, Precision, Preset, StartFrom, StyleLossName
from core.recipe.recipe import DEPTHS_BITS, Recipe, StyleSource
from core.recipe.sheet import Fit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

usage: Final = Words("usage")

_Choice = TypeVar("_Choice", bound=StrEnum)
# More than any computer has.
_MOST_BYTES: Final = 1 << 60
_MOST_CHARACTERS: Final = 40

# What holds where nothing is said; the options themselves are None then, so that a recipe's own values can hold.
# Commands that take a recipe.
_PAINTING: Final = frozenset({"estimate", "stylize"})
_USUAL: Final = Recipe(Path(), (StyleSource(Path()),))


def _numbers(text: str) -> list[float]:
    """``2,1`` as a list."""
    try:
        return [float(number) for number in text.split(",")]
    except ValueError as error:
        words = usage.tr("{text!r} is not numbers with commas between them, such as 2,1")
        raise argparse.ArgumentTypeError(words.format(text=text)) from error


def _start(text: str) -> tuple[StartFrom, Path | None]:
    """``photo``, ``noise`` or the path of a picture; ``./noise`` is a picture of that name."""
    if text in {StartFrom.PHOTO, StartFrom.NOISE}:
        return StartFrom(text), None
    return StartFrom.PICTURE, Path(text)


def _bytes(text: str) -> int:
    """``4GB``, ``1.5 GB`` or ``800MB`` as a number of bytes."""
    found = re.fullmatch(r"(\d+\.?\d*|\.\d+)\s*([MG])i?B?", text.strip(), re.IGNORECASE | re.ASCII)
    amount = 0.0 if found is None else float(found[1]) * (1 << (20 if found[2].upper() == "M" else 30))
    if not 1 <= amount <= _MOST_BYTES:
        words = usage.tr("{text!r} is not an amount of memory such as 4GB or 800MB")
        raise argparse.ArgumentTypeError(words.format(text=text[:_MOST_CHARACTERS]))
    return int(amount)


def _one_of(words: type[_Choice]) -> Callable[[str], _Choice]:
    """One of a closed list of words, and a sentence if it is none."""

    def chosen(text: str) -> _Choice:
        try:
            return words(text)
        except ValueError as error:
            sentence = usage.tr("{text!r} is none of {words}")
            listed = ", ".join(str(word) for word in words)
            raise argparse.ArgumentTypeError(sentence.format(text=text[:_MOST_CHARACTERS], words=listed)) from error

    return chosen


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints do nothing to a terminal, whatever the arguments hold."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments, and end."""
        super().error(printable(message))


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """What the arguments of a command say.

    Raises:
        SystemExit: If they cannot be understood, or ask for help, after that has been said.
    """
    repeats = any(text == "--recipe" or text.startswith("--recipe=") for text in argv)
    arguments = (root := parser(repeats=repeats)).parse_args(argv)
    if not repeats and arguments.command in _PAINTING and (arguments.look_in or arguments.follow_paths):
        root.error(usage.tr("--look-in and --follow-paths go with --recipe"))
    return arguments


def parser(*, repeats: bool = False) -> argparse.ArgumentParser:
    """The parser of all commands.

    Args:
        repeats: Whether a recipe is given in place of the pictures; argparse has no way of saying "either, or".
    """
    root = _Parser(prog="impasto", description="Repaint a photo in the manner of paintings.")
    commands = root.add_subparsers(dest="command", required=True)
    stylize = commands.add_parser("stylize", help="paint a picture", description="Paint a picture.")
    _add_recipe(stylize, repeats=repeats)
    stylize.add_argument(
        "-o", "--output", metavar="OUT", type=Path, required=True, help="where to write it: .png, .jpg, .webp or .tif"
    )
    _add_told(stylize)
    _add_checkpoint_interval(stylize)
    estimate = commands.add_parser(
        "estimate",
        help="tell how long a picture would take, and how much memory",
        description="Tell how long a picture would take, and how much memory.",
    )
    _add_recipe(estimate, repeats=repeats)
    _add_resume(
        commands.add_parser(
            "resume",
            help="go on with a picture that was interrupted or stopped",
            description="Go on with a picture that was interrupted or stopped, as if it had never been.",
        )
    )
    timelapse = commands.add_parser(
        "timelapse",
        help="make a film of how a picture came about",
        description="Make a film of how a picture came about.",
    )
    timelapse.add_argument(
        "which", metavar="last|NAME", help="the picture that was painted last, or the folder of a timeline"
    )
    timelapse.add_argument(
        "-o", "--output", metavar="OUT", type=Path, required=True, help="where to write it: .webp, or .mp4 with PyAV"
    )
    timelapse.add_argument("--json", action="store_true", help="report as one JSON object a line on standard output")
    recipe = commands.add_parser(
        "recipe",
        help="print the recipe that a picture carries",
        description="Print the recipe that a picture carries, as JSON; stylize --recipe paints it again.",
    )
    recipe.add_argument("picture", metavar="PICTURE", type=Path, help="a picture that Impasto has painted, or a recipe")
    recipe.add_argument("--json", action="store_true", help="report errors as JSON too, on standard output")
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
    parser.add_argument("--preset", type=_one_of(Preset), choices=list(Preset), help=f"how much work ({usual.preset})")
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
    parser.add_argument("--loss", type=_one_of(StyleLossName), choices=list(StyleLossName), help=f"({usual.loss})")
    parser.add_argument(
        "--color",
        type=_one_of(ColorMode),
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
    parser.add_argument("--network", type=_one_of(NetworkName), choices=list(NetworkName), help=f"({usual.network})")
    parser.add_argument("--device", type=_one_of(DeviceName), choices=list(DeviceName), help=f"({usual.device})")
    parser.add_argument(
        "--precision",
        type=_one_of(Precision),
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
        type=_one_of(Fit),
        choices=list(Fit),
        help="crop the photo to the sheet, pad it with white, or keep it inside without borders (crop)",
    )
    parser.add_argument(
        "--depth",
        type=int,
        choices=DEPTHS_BITS,
        help=f"bits of each channel; 16 for .png and .tif ({_USUAL.depth_bits})",
    )
