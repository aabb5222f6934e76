"""The loupe against the same part of the whole picture: how near it comes, and in what part of the time.

    python -m tests.benchmarks.loupe --photo PHOTO --painting PAINTING [--size 2048] [--max-memory GB] [--out FOLDER]

Paints the picture once, then three places of it. For each: the mean distance of pixels and of what is left of them
under a blur of 16 px, both of 255, beside that of the photo; the distance of the mean colours; and the seconds of
processor time. With --out, the picture is kept there, and both are written side by side.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

from app.system import paths
from core.files.reading import read_picture
from core.optimization import engine
from core.optimization.events import Finished
from core.optimization.loupe import LoupePainter
from core.optimization.loupe_plan import LoupePlan, Spot
from core.recipe.choices import Preset
from core.recipe.recipe import Recipe, StyleSource

SPOTS = (Spot(0.68, 0.3), Spot(0.2, 0.6), Spot(0.5, 0.1))
BLUR_PX = 16


def distances(found: Image.Image, expected: Image.Image) -> tuple[float, float, float]:
    """Mean distance of pixels, of blurred pixels, and of mean colours, of 255."""
    pairs = [(found, expected), tuple(each.filter(ImageFilter.GaussianBlur(BLUR_PX)) for each in (found, expected))]
    pixels, blurred = (float(np.abs(np.subtract(*(np.asarray(each, float) for each in pair))).mean()) for pair in pairs)
    means = (np.asarray(each, float).mean((0, 1)) for each in (found, expected))
    return pixels, blurred, float(np.abs(np.subtract(*means)).mean())


def main() -> None:
    """Print a row for each place."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--photo", type=Path, required=True)
    parser.add_argument("--painting", type=Path, required=True)
    parser.add_argument("--size", type=int, default=2048)
    parser.add_argument("--preset", type=Preset, default=Preset.STANDARD)
    parser.add_argument("--max-memory", type=float, metavar="GB")
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args()
    memory_bytes = None if arguments.max_memory is None else int(arguments.max_memory * 1e9)
    recipe = Recipe(
        arguments.photo, (StyleSource(arguments.painting),), size_px=arguments.size, preset=arguments.preset
    )
    began_s = time.process_time()
    *_, last = engine.stylize(recipe, networks_folder=paths.networks(), max_memory_bytes=memory_bytes)
    assert isinstance(last, Finished)
    whole = Image.fromarray(last.picture.rgb)
    if arguments.out is not None:
        arguments.out.mkdir(parents=True, exist_ok=True)
        whole.save(arguments.out / "picture.png")
    photo = Image.fromarray(read_picture(recipe.photo, recipe.size_px).rgb)
    say(f"the picture: {time.process_time() - began_s:.0f} s of processor time")
    painter = LoupePainter(paths.networks())
    for number, spot in enumerate(SPOTS):
        began_s = time.process_time()
        *_, view = painter.paint(recipe, spot, lambda: True)
        taken_s = time.process_time() - began_s
        crop = LoupePlan.of(recipe, whole.size, spot).crop
        box = crop.left, crop.top, crop.left + crop.width_px, crop.top + crop.height_px
        part, of_whole, of_photo = Image.fromarray(view.pixels), whole.crop(box), photo.crop(box)
        near, far = distances(part, of_whole), distances(of_photo, of_whole)
        figures = ", ".join(f"{a:.1f} (photo {b:.1f})" for a, b in zip(near, far, strict=True))
        say(f"{spot}: {figures}; {taken_s:.0f} s")
        if arguments.out is not None:
            both = Image.new("RGB", (2 * part.width, part.height))
            both.paste(of_whole, (0, 0))
            both.paste(part, (part.width, 0))
            both.save(arguments.out / f"loupe-{number}.png")


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
