"""A sheet: how long its thumbnails take, and whether each shows what its picture will look like.

    GOMP_SPINCOUNT=1000 python -m tests.benchmarks.sheet PHOTO [PAINTING ...] [--full FOLDER] [--out FOLDER]

Paints a thumbnail of the photo in each painting (the starter styles where none is named), as the window's sheet does,
and prints seconds and processor seconds: of the first view of the first, of the first, and of all. With --full it
compares each with the full pictures in that folder, NAME.png for the painting NAME.jpg, reduced to a thumbnail's size;
those that are not there are painted first, with the standard preset. A thumbnail is confused where another's picture is
nearer to it than its own, by one of three measures: Gram matrices (style), features (nearest), mean and covariance of
colours (palette).
"""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import torch

from app.library.bundled import starter_styles
from app.system import paths
from core.files.reading import read_picture
from core.files.writing import write_picture
from core.loss.tensors import to_tensor
from core.optimization.engine import stylize
from core.optimization.events import Finished
from core.optimization.thumbnails import ThumbnailPainter
from core.picture import Picture
from core.recipe.recipe import Recipe, StyleSource
from tests.benchmarks.distances import STYLE_LAYERS, Judge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from torch import Tensor

MEASURES: Final = ("style", "nearest", "palette")
_NEAREST_LAYERS: Final = ("relu2_1", "relu3_1", "relu4_1")


@dataclass(frozen=True, slots=True, eq=False)
class Traits:
    """What a picture looks like: to be compared with another of the same size."""

    grams: dict[str, Tensor]
    features: dict[str, Tensor]
    palette: tuple[Tensor, Tensor]


def traits_of(picture: Picture, judge: Judge) -> Traits:
    """Look at a picture once."""
    image = to_tensor(picture.rgb, torch.device("cpu"))
    flat = {name: found.flatten(2)[0] for name, found in judge.features(image, STYLE_LAYERS).items()}
    pixels = image[0].flatten(1)
    return Traits(
        {name: each @ each.T / each.shape[1] for name, each in flat.items()},
        {name: _directions(flat[name]) for name in _NEAREST_LAYERS},
        (pixels.mean(1), pixels.cov()),
    )


def _directions(flat: Tensor) -> Tensor:
    centred = (flat - flat.mean(1, keepdim=True)).T
    directions: Tensor = centred / centred.norm(dim=1, keepdim=True).clamp_min(1e-8)
    return directions


def distances(one: Traits, other: Traits) -> tuple[float, float, float]:
    """How far two pictures are apart, by each measure."""
    style = [(one.grams[name] - gram).norm() / gram.norm() for name, gram in other.grams.items()]
    nearest = [1 - (one.features[name] @ other.features[name].T).amax(1).mean() for name in _NEAREST_LAYERS]
    means, covariances = zip(one.palette, other.palette, strict=True)
    palette = (means[0] - means[1]).norm() + (covariances[0] - covariances[1]).norm() ** 0.5
    return float(torch.stack(style).mean()), float(torch.stack(nearest).mean()), float(palette)


def painted(recipes: Sequence[Recipe]) -> list[Picture]:
    """Paint the thumbnails and print what they take."""
    painter, thumbnails = ThumbnailPainter(paths.networks()), []
    began_s, began_cpu_s, told = time.perf_counter(), time.process_time(), False
    for recipe in recipes:
        for view in painter.paint(recipe, lambda: True):
            if not told:
                _print("first view", began_s, began_cpu_s)
                told = True
            if view.is_done:
                thumbnails.append(Picture(view.pixels))
        if len(thumbnails) == 1:
            _print("first thumbnail", began_s, began_cpu_s)
    _print(f"{len(recipes)} thumbnails", began_s, began_cpu_s)
    return thumbnails


def _print(what: str, began_s: float, began_cpu_s: float) -> None:
    seconds, cpu_seconds = time.perf_counter() - began_s, time.process_time() - began_cpu_s
    sys.stdout.write(f"{what}: {seconds:.2f} s, {cpu_seconds:.2f} processor s\n")
    sys.stdout.flush()


def full_picture(recipe: Recipe, folder: Path) -> Picture:
    """The full picture of a recipe, painted if it is not in the folder yet."""
    path = folder / f"{recipe.styles[0].path.stem}.png"
    if not path.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        for event in stylize(recipe, networks_folder=paths.networks()):
            if isinstance(event, Finished):
                write_picture(path, event.picture)
    return read_picture(path)


def compare(recipes: Sequence[Recipe], thumbnails: Sequence[Picture], folder: Path) -> None:
    """Print how near each thumbnail is to its own picture and to the nearest other one, and which are confused."""
    judge = Judge()
    pictures = [full_picture(recipe, folder) for recipe in recipes]
    side_px = max(thumbnails[0].width_px, thumbnails[0].height_px)
    goals = [traits_of(picture.resized(side_px), judge) for picture in pictures]
    found = np.array([[distances(traits_of(each, judge), goal) for goal in goals] for each in thumbnails])
    for number, measure in enumerate(MEASURES):
        table = found[:, :, number]
        own = table.diagonal()
        others = np.where(np.eye(len(table), dtype=bool), np.inf, table).min(1)
        confused = [recipe.styles[0].path.stem for recipe, a, b in zip(recipes, own, others, strict=True) if a >= b]
        sys.stdout.write(
            f"{measure}: own {own.mean():.3f}, nearest other {others.mean():.3f}, "
            f"confused {len(confused)} of {len(recipes)} {' '.join(confused)}\n"
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photo", type=Path)
    parser.add_argument("paintings", type=Path, nargs="*")
    parser.add_argument("--full", type=Path)
    parser.add_argument("--full-size", type=int, default=320)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args(arguments)
    chosen = options.paintings or [entry.path for entry in starter_styles(paths.resources())]
    recipes = [Recipe(options.photo, (StyleSource(path),), size_px=options.full_size) for path in chosen]
    thumbnails = painted(recipes)
    if options.out is not None:
        options.out.mkdir(parents=True, exist_ok=True)
        for recipe, thumbnail in zip(recipes, thumbnails, strict=True):
            write_picture(options.out / f"{recipe.styles[0].path.stem}.png", thumbnail)
    if options.full is not None:
        compare(recipes, thumbnails, options.full)
    return 0


if __name__ == "__main__":
    sys.exit(main())
