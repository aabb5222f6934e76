"""What becomes of every file of some collections of image files: loaded, refused, or worse.

    python -m tests.benchmarks.corpora FOLDER [FOLDER ...] [--list] [--longest 256]

Each file is read as the window does (`read_thumbnail`), in a process that is started anew after a hang, a crash or much
memory; the ten largest of all once more, each in a process of its own. Where pyvips is installed, as no part of the
program needs it, the thumbnails are compared with libvips': how many of the refused files it reads, and of which loaded
ones its picture is another.
"""

from __future__ import annotations

import argparse
import contextlib
import math
import multiprocessing
import resource
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from core.errors import ImageFileError
from core.files.reading import read_size, read_thumbnail

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from numpy.typing import NDArray

PATIENCE_S: Final = 60.0
_MIB: Final = 1024
_LARGE_MIB: Final = 800
# Half the levels that an eye would call another colour, in the mean of all pixels.
_ANOTHER_PICTURE: Final = 8.0


@dataclass(frozen=True)
class Outcome:
    """What became of a file.

    Attributes:
        what: "loaded", the name of the problem it was refused for, or of another exception.
        seconds: How long it took.
        peak_mib: The process's peak of memory afterwards.
        pixels: Of the whole picture, in the file; 0 where it was refused.
        vips: Whether libvips reads it; None where that was not asked.
        difference: The mean difference from libvips' picture, of 255; None where there is none to compare.
    """

    what: str
    seconds: float = 0.0
    peak_mib: float = 0.0
    pixels: int = 0
    vips: bool | None = None
    difference: float | None = None


def main() -> None:
    """Read all files of the folders and print a table for each, and one for all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", metavar="FOLDER", type=Path, nargs="+")
    parser.add_argument("--longest", type=int, default=256, help="longest side to read them at (%(default)s)")
    parser.add_argument("--list", action="store_true", help="name the files that are refused though libvips reads them")
    arguments = parser.parse_args()
    every: dict[Path, Outcome] = {}
    for folder in arguments.folders:
        files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
        outcomes = _tried(files, arguments.longest)
        every |= outcomes
        _print_table(folder.name, outcomes)
    if len(arguments.folders) > 1:
        _print_table("all", every)
    _print_largest(every, arguments.longest)
    if arguments.list:
        _print_suspects(every)


def _tried(files: list[Path], longest_px: int) -> dict[Path, Outcome]:
    outcomes: dict[Path, Outcome] = {}
    worker = _Worker(longest_px)
    for path in files:
        outcomes[path] = worker.outcome_of(path)
    worker.end()
    return outcomes


class _Worker:
    """A process that reads one file after another."""

    def __init__(self, longest_px: int) -> None:
        self._longest_px = longest_px
        self._begin()

    def _begin(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, other = context.Pipe()
        self._process = context.Process(target=_work, args=(other, self._longest_px), daemon=True)
        self._process.start()
        other.close()

    def outcome_of(self, path: Path) -> Outcome:
        """Have one file read; a process that hangs, dies or has grown large is replaced."""
        outcome: Outcome | None = None
        with contextlib.suppress(OSError, EOFError):
            self._pipe.send(path)
            outcome = Outcome("hang", PATIENCE_S) if not self._pipe.poll(PATIENCE_S) else self._pipe.recv()
        if outcome is None:
            outcome = Outcome("crash")
        if outcome.what in ("hang", "crash") or outcome.peak_mib > _LARGE_MIB:
            self.end()
            self._begin()
        return outcome

    def end(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.join()
        self._pipe.close()


def _work(pipe: Connection, longest_px: int) -> None:
    while True:
        path = pipe.recv()
        began_s = time.monotonic()
        pixels, what = _read(path, longest_px)
        seconds = time.monotonic() - began_s
        peak_mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MIB
        theirs = _by_libvips(path, longest_px)
        difference = None
        if pixels is not None and theirs is not None and theirs.shape == pixels.shape:
            difference = float(np.abs(pixels.astype(int) - theirs).mean())
        pixels_in_file = 0 if pixels is None else math.prod(read_size(path))
        vips = None if theirs is None else theirs.size > 0
        pipe.send(Outcome(what, seconds, peak_mib, pixels_in_file, vips, difference))


def _read(path: Path, longest_px: int) -> tuple[NDArray[np.uint8] | None, str]:
    try:
        return read_thumbnail(path, longest_px).rgb, "loaded"
    except ImageFileError as error:
        return None, error.problem.value
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        return None, f"exception: {type(error).__name__}"


def _by_libvips(path: Path, longest_px: int) -> NDArray[np.uint8] | None:
    """The picture over white as libvips has it; an empty one if it cannot; None where pyvips is not installed."""
    try:
        import pyvips  # noqa: PLC0415 - few have it
    except ImportError:
        return None
    nothing = np.zeros((0, 0, 3), np.uint8)
    try:
        image = pyvips.Image.thumbnail(str(path), longest_px, size="down", export_profile="srgb")
        image = image.flatten(background=[255]) if image.hasalpha() else image
        values: NDArray[np.uint8] = image.colourspace("srgb").cast("uchar").numpy()
    except pyvips.Error:
        return nothing
    return values if values.ndim == 3 and values.shape[2] == 3 else nothing


def _print_table(name: str, outcomes: dict[Path, Outcome]) -> None:
    kinds = Counter(outcome.what for outcome in outcomes.values())
    print(f"\n{name}: {len(outcomes)} files")  # noqa: T201 - it reports to the terminal
    for what, count in kinds.most_common():
        others = sum(outcome.what == what and outcome.vips is True for outcome in outcomes.values())
        print(f"  {what:<24} {count:6}   libvips reads {others}")  # noqa: T201
    different = sum((outcome.difference or 0) > _ANOTHER_PICTURE for outcome in outcomes.values())
    print(f"  {'another picture':<24} {different:6}   than libvips has")  # noqa: T201


def _print_largest(outcomes: dict[Path, Outcome], longest_px: int) -> None:
    print("\nthe ten largest")  # noqa: T201
    for path, known in sorted(outcomes.items(), key=lambda item: -item[1].pixels)[:10]:
        outcome = _tried([path], longest_px)[path]
        numbers = f"{known.pixels / 1e6:6.1f} megapixels {outcome.peak_mib:6.0f} MiB {outcome.seconds:6.2f} s"
        print(f"  {numbers}  {path.name}")  # noqa: T201


def _print_suspects(outcomes: dict[Path, Outcome]) -> None:
    for path, outcome in outcomes.items():
        if outcome.what != "loaded" and outcome.vips:
            print(f"refused ({outcome.what}), libvips reads it: {path}")  # noqa: T201
        elif outcome.what.startswith(("exception", "hang", "crash")):
            print(f"{outcome.what}: {path}")  # noqa: T201
        elif (outcome.difference or 0) > _ANOTHER_PICTURE:
            print(f"another picture by {outcome.difference:.1f}: {path}")  # noqa: T201


if __name__ == "__main__":
    main()
