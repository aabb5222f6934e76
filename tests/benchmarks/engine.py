"""What a picture costs and how good it is: each preset and loss, beside a plain reference, in one run.

    python -m tests.benchmarks.engine PHOTO STYLE [--size 512] [--out FOLDER] [--only draft:gram ...]
    python -m tests.benchmarks.engine PHOTO STYLE --strengths 0,25,50,75,100 --size 256 --only draft:wasserstein
    python -m tests.benchmarks.engine PHOTO STYLE --freedoms 0,25,50,75,100 --size 256 --only standard:wasserstein
    python -m tests.benchmarks.engine PHOTO STYLE --consistency --size 512 [--steps 100]

Optimised on VGG-19, judged on VGG-16 (``distances``). Times are in seconds and in passes (one forward and backward of
plain VGG-19 at SIZE x SIZE, measured in the same run before and after). The reference is single scale, L-BFGS, Gram,
float32, 500 steps at the final size: measured on a few steps and multiplied. Each run is a process of its own, so that
its peak memory is its own. Pictures and a contact sheet go to the folder of ``--out``.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Final
from unittest import mock

from PIL import Image

from app.system import paths
from core.files.reading import read_picture
from core.files.writing import write_picture
from core.optimization import engine
from core.optimization.events import Finished
from core.optimization.schedule import Scale
from core.picture import Picture
from core.recipe.choices import Precision, Preset, StyleLossName
from core.recipe.codec import decode, encode, whole_path
from core.recipe.recipe import Recipe, StyleSource
from tests.benchmarks.distances import Judge, seconds_of_a_pass

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT: Final = Path(__file__).parents[2]
REFERENCE_STEPS: Final = 500
REFERENCE_STEPS_MEASURED: Final = 6
SINGLE_SCALE_STEPS: Final = 100


def paint(recipe: Recipe) -> Finished:
    """Run a recipe to its end."""
    *_, last = engine.stylize(recipe, networks_folder=paths.networks())
    assert isinstance(last, Finished)
    return last


def paint_single_scale(recipe: Recipe, num_steps: int) -> Finished:
    """Run a recipe at its final size only."""
    with mock.patch("core.optimization.schedule.schedule", lambda size_px, _preset: (Scale(size_px, num_steps),)):
        return paint(recipe)


def measured(recipe: Recipe, out: Path, *, single_scale_steps: int = 0) -> dict[str, float]:
    """Run a recipe in a process of its own: seconds, steps and peak memory in MiB; the picture goes to ``out``."""
    command = [
        sys.executable,
        "-m",
        "tests.benchmarks.engine",
        "--child",
        encode(recipe, whole_path),
        "--out",
        str(out),
    ]
    command += ["--steps", str(single_scale_steps)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def child(recipe: Recipe, out: Path, single_scale_steps: int) -> None:
    """What ``measured`` runs."""
    finished = paint_single_scale(recipe, single_scale_steps) if single_scale_steps else paint(recipe)
    peak_mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    write_picture(out, finished.picture)
    figures = {"seconds": finished.seconds, "steps": finished.num_steps, "mib": peak_mib}
    say(json.dumps(figures))


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def table(
    recipe: Recipe, names: Sequence[str], strengths: Sequence[float], freedoms: Sequence[float], folder: Path
) -> list[Path]:
    """Print a row a run and return the pictures."""
    judge, size_px, painting = Judge(), recipe.size_px, recipe.styles[0].path
    pass_s = seconds_of_a_pass(size_px)
    say(f"one pass at {size_px} px: {pass_s:.2f} s")
    say("run                      strength  freedom  seconds  passes  steps  peak MiB  style  content")
    own = judge.distances(recipe.photo, painting, read_picture(recipe.photo, size_px), size_px)
    say(f"{'the photo itself':36}{'':37}{own.style:9.4f}{own.content:9.4f}")
    pictures = []
    for name in names:
        preset, loss = name.split(":")
        for strength, freedom in product(strengths, freedoms):
            out = folder / f"{preset}-{loss}-{strength:g}-{freedom:g}.png"
            this = replace(recipe, preset=Preset(preset), loss=StyleLossName(loss))
            this = replace(this, style_strength=strength, freedom=freedom)
            cost = measured(this, out)
            found = judge.distances(recipe.photo, painting, read_picture(out), size_px)
            passes = cost["seconds"] / pass_s
            say(
                f"{preset + ' ' + loss:24}{strength:9g}{freedom:9g}{cost['seconds']:9.1f}{passes:8.1f}"
                f"{cost['steps']:7.0f}{cost['mib']:10.0f}{found.style:7.4f}{found.content:9.4f}"
            )
            pictures.append(out)
    say(f"one pass afterwards: {seconds_of_a_pass(size_px):.2f} s")
    return pictures


def reference(recipe: Recipe, folder: Path, *, in_full: bool) -> None:
    """The plain method's cost, and its picture if it is to be computed in full."""
    plain = replace(recipe, loss=StyleLossName.GRAM, precision=Precision.FULL)
    if in_full:
        cost = measured(plain, folder / "reference.png", single_scale_steps=REFERENCE_STEPS)
        say(f"reference, in full: {cost['seconds']:.0f} s, {cost['mib']:.0f} MiB")
        return
    few, more = (
        measured(plain, folder / "reference-few.png", single_scale_steps=num_steps)
        for num_steps in (1, REFERENCE_STEPS_MEASURED)
    )
    per_step_s = (more["seconds"] - few["seconds"]) / (REFERENCE_STEPS_MEASURED - 1)
    seconds = few["seconds"] + (REFERENCE_STEPS - 1) * per_step_s
    how = f"{REFERENCE_STEPS} steps at {per_step_s:.2f} s, multiplied"
    say(f"reference, {how}: {seconds:.0f} s, {more['mib']:.0f} MiB")


def consistency(recipe: Recipe, single_scale_steps: int) -> None:
    """How much a render of twice the size looks like the small one, against single-scale optimisation."""
    judge, size_px = Judge(), recipe.size_px
    large = replace(recipe, size_px=2 * size_px)
    small_picture, large_picture = paint(recipe).picture, paint(large).picture
    ours = judge.relative_distance(large_picture.resized(size_px), small_picture, "relu3_1")
    say(f"relu3_1 distance of {2 * size_px} px reduced from {size_px} px, coarse to fine: {ours:.3f}")
    small_picture, large_picture = (paint_single_scale(each, single_scale_steps).picture for each in (recipe, large))
    single = judge.relative_distance(large_picture.resized(size_px), small_picture, "relu3_1")
    say(f"the same, single scale, {single_scale_steps} steps: {single:.3f}")


def contact_sheet(pictures: Sequence[Path], out: Path, columns: int = 3) -> None:
    """All pictures on one sheet."""
    images = [Picture(read_picture(path).rgb) for path in pictures]
    width_px, height_px = max(image.width_px for image in images), max(image.height_px for image in images)
    rows = -(-len(images) // columns)
    sheet = Image.new("RGB", (width_px * min(columns, len(images)), height_px * rows))
    for number, image in enumerate(images):
        sheet.paste(Image.fromarray(image.rgb), (width_px * (number % columns), height_px * (number // columns)))
    sheet.save(out)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photo", type=Path, nargs="?")
    parser.add_argument("style", type=Path, nargs="?")
    parser.add_argument("--size", type=int, default=512)
    parser.add_argument("--strengths", default="50")
    parser.add_argument("--freedoms", default="50")
    parser.add_argument("--precision", type=Precision, choices=list(Precision), default=Precision.AUTO)
    parser.add_argument("--only", nargs="+", default=[f"{p}:{loss}" for p in Preset for loss in StyleLossName])
    parser.add_argument("--out", type=Path, default=Path("out"))
    parser.add_argument("--consistency", action="store_true")
    parser.add_argument("--reference-in-full", action="store_true")
    parser.add_argument("--child", help=argparse.SUPPRESS)
    parser.add_argument("--steps", type=int, default=0, help="of the single scale that is compared with")
    options = parser.parse_args()
    if options.child is not None:
        child(decode(options.child), options.out, options.steps)
        return 0
    if options.photo is None or options.style is None:
        parser.error("a photo and a painting are needed")
    recipe = Recipe(
        options.photo.resolve(),
        (StyleSource(options.style.resolve()),),
        size_px=options.size,
        precision=options.precision,
    )
    if options.consistency:
        consistency(recipe, options.steps or SINGLE_SCALE_STEPS)
        return 0
    options.out.mkdir(parents=True, exist_ok=True)
    strengths = [float(each) for each in options.strengths.split(",")]
    freedoms = [float(each) for each in options.freedoms.split(",")]
    pictures = table(recipe, options.only, strengths, freedoms, options.out.resolve())
    contact_sheet(pictures, options.out / "contact-sheet.png")
    if len(strengths) == len(freedoms) == 1:
        reference(recipe, options.out.resolve(), in_full=options.reference_in_full)
    return 0


if __name__ == "__main__":
    sys.exit(main())
