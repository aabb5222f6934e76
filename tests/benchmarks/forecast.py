"""Forecast against fact: what ``impasto estimate`` says of five recipes, and what they then take.

    python -m tests.benchmarks.forecast PHOTO STYLE [--only 0,3]

Every figure comes from a process of its own, as a person would start it. Time is the run's own, from reading the
pictures to the finished one; memory is the peak of the process's resident memory.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tests.benchmarks.engine import ROOT, say

if TYPE_CHECKING:
    from collections.abc import Sequence

RECIPES: Final = (
    ("--size", "512", "--preset", "draft"),
    ("--size", "384", "--preset", "standard"),
    ("--size", "512", "--preset", "draft", "--loss", "gram", "--network", "vgg16"),
    ("--size", "900", "--preset", "draft", "--color", "match", "--style-scale", "0.5"),
    ("--size", "1024", "--preset", "draft", "--max-memory", "900MB"),
)


def last_line(arguments: Sequence[str]) -> tuple[dict[str, Any], int]:
    """The last JSON object that a command of the program prints, and its peak memory in bytes."""
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen([sys.executable, "-m", "app", *arguments, "--json"], cwd=ROOT, stdout=output)
        _, status, usage = os.wait4(process.pid, 0)
        assert os.waitstatus_to_exitcode(status) == 0, arguments
        output.seek(0)
        found: dict[str, Any] = json.loads(output.read().splitlines()[-1])
    return found, usage.ru_maxrss * 1024


def main() -> int:
    """Forecast, paint, compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photo", type=Path)
    parser.add_argument("style", type=Path)
    parser.add_argument("--only", default=",".join(map(str, range(len(RECIPES)))))
    options = parser.parse_args()
    pictures = [str(options.photo.resolve()), str(options.style.resolve())]
    say("seconds: said    took  ratio   MiB: said  took  ratio   recipe")
    for options_of_run in (RECIPES[int(number)] for number in options.only.split(",")):
        said, _ = last_line(["estimate", *pictures, *options_of_run])
        with tempfile.TemporaryDirectory() as folder:
            took, peak_bytes = last_line(["stylize", *pictures, *options_of_run, "-o", f"{folder}/out.png"])
        seconds, said_bytes = took["seconds"], said["peak_bytes"]
        say(
            f"{said['seconds']:13.1f}{seconds:8.1f}{said['seconds'] / seconds:7.2f}"
            f"{said_bytes / 2**20:12.0f}{peak_bytes / 2**20:6.0f}{said_bytes / peak_bytes:7.2f}   "
            + " ".join(options_of_run)
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
