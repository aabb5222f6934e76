"""How much memory painting takes, by the size of the picture, and what tiling costs in time.

    python -m tests.benchmarks.memory [--megapixels 1,4,16,36] [--max-memory-mib 2600] [--steps 2]
    python -m tests.benchmarks.memory --tiling

Each figure is a process of its own: a square picture painted at one scale, started from a photo of that size. The
engine's own share is the peak of the resident memory less what the process had before the run, with Python, torch and
the network's weights loaded. ``--tiling`` times one evaluation of the loss at one megapixel, tiled and whole in turn.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final
from unittest import mock

import numpy as np
import psutil
import torch

from app.system import paths
from core.files.writing import write_picture
from core.loss.objective import LossWeights, Objective
from core.loss.tile_plan import TilePlan
from core.loss.vgg import load_vgg
from core.machine.store_folders import free_disk_bytes
from core.optimization import engine
from core.optimization.events import Finished
from core.optimization.memory_plan import plan_memory
from core.optimization.schedule import Scale
from core.picture import Picture
from core.recipe.choices import NetworkName, Precision, StyleLossName
from core.recipe.recipe import Recipe, StyleSource
from tests.benchmarks.engine import ROOT, say

MIB: Final = 1 << 20


def clouds(side_px: int) -> Picture:
    """A square picture with shapes of many sizes."""
    random = np.random.default_rng(0)
    coarse = Picture(random.integers(0, 256, (24, 24, 3), dtype=np.uint8)).resized(side_px)
    return Picture(coarse.rgb // 2 + random.integers(0, 128, coarse.rgb.shape, dtype=np.uint8))


def child(side_px: int, num_steps: int, max_memory_bytes: int, folder: Path) -> None:
    """Paint one picture and print what it took."""
    photo, painting = folder / f"{side_px}.png", folder / "painting.png"
    write_picture(photo, clouds(side_px))
    write_picture(painting, clouds(512))
    recipe = Recipe(photo, (StyleSource(painting),), size_px=side_px, precision=Precision.FULL)
    # Loaded once before, so that their memory counts as the program's.
    load_vgg(paths.networks(), NetworkName.VGG19)
    torch.nn.functional.conv2d(torch.rand(1, 8, 64, 64), torch.rand(8, 8, 3, 3))
    before_bytes = psutil.Process().memory_info().rss
    peak_before_bytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    started_s = time.perf_counter()
    with mock.patch("core.optimization.schedule.schedule", lambda size_px, _preset: (Scale(size_px, num_steps),)):
        *_, last = engine.stylize(recipe, networks_folder=paths.networks(), max_memory_bytes=max_memory_bytes)
    assert isinstance(last, Finished)
    peak_bytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    memory_plan = plan_memory(side_px, side_px, num_steps, max_memory_bytes, free_disk_bytes())
    figures = {
        "before": before_bytes,
        "peak_before": peak_before_bytes,
        "peak": peak_bytes,
        "seconds": time.perf_counter() - started_s,
        "expected": memory_plan.expected_bytes,
        "sides": memory_plan.tile_plan.sides_px,
    }
    say(json.dumps(figures))


def memory(megapixels: list[float], num_steps: int, max_memory_bytes: int) -> None:
    """A row a size, and the straight line through them."""
    say("megapixels   peak MiB  program's  engine's  expected  bytes/px   seconds  tiles")
    points = []
    with tempfile.TemporaryDirectory() as folder:
        for size in megapixels:
            side_px = round((size * 1e6) ** 0.5)
            command = [sys.executable, "-m", "tests.benchmarks.memory", "--child", str(side_px), folder]
            command += ["--steps", str(num_steps), "--max-memory-mib", str(max_memory_bytes // MIB)]
            done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
            found = json.loads(done.stdout.splitlines()[-1])
            own_bytes = found["peak"] - found["before"]
            points.append((side_px * side_px, own_bytes))
            say(
                f"{size:10g}{found['peak'] / MIB:11.0f}{found['before'] / MIB:11.0f}{own_bytes / MIB:10.0f}"
                f"{found['expected'] / MIB:10.0f}{own_bytes / side_px**2:10.0f}{found['seconds']:10.1f}"
                f"  {found['sides']}"
            )
    if len(points) > 1:
        pixels, own = np.array(points, dtype=float).T
        slope, intercept = np.polyfit(pixels, own, 1)
        say(f"engine's share: {intercept / MIB:.0f} MiB and {slope:.0f} bytes a pixel")


def tiling(num_repeats: int = 3) -> None:
    """The time of one evaluation at one megapixel, tiled as a small memory would have it, relative to whole."""
    network = load_vgg(paths.networks(), NetworkName.VGG19).to(memory_format=torch.channels_last)
    photo, painting, canvas = (torch.rand(1, 3, side_px, side_px) for side_px in (1000, 512, 1000))
    weights = LossWeights.of(StyleLossName.WASSERSTEIN, 50, 50)
    plans = {
        "whole": TilePlan.whole(3),
        "first stage in tiles of 512": TilePlan((512, None, None)),
        "all stages in tiles of 512": TilePlan((512, 512, 512)),
        "all stages in tiles of 256": TilePlan((256, 256, 256)),
    }
    objectives = {
        name: Objective(network, photo, [(painting, 1.0)], StyleLossName.WASSERSTEIN, weights, plan=plan)
        for name, plan in plans.items()
    }
    seconds: dict[str, list[float]] = {name: [] for name in plans}
    for _ in range(num_repeats):
        for name, objective in objectives.items():
            started_s = time.perf_counter()
            objective.evaluate(canvas)
            seconds[name].append(time.perf_counter() - started_s)
    whole_s = statistics.median(seconds["whole"])
    for name, found in seconds.items():
        say(f"{name:32}{statistics.median(found):8.2f} s   {statistics.median(found) / whole_s:5.2f}")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megapixels", default="1,4,16,36")
    parser.add_argument("--steps", type=int, default=2)
    parser.add_argument("--max-memory-mib", type=int, default=2600)
    parser.add_argument("--tiling", action="store_true")
    parser.add_argument("--child", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    max_memory_bytes = options.max_memory_mib * MIB
    if options.child is not None:
        child(int(options.child[0]), options.steps, max_memory_bytes, Path(options.child[1]))
    elif options.tiling:
        tiling()
    else:
        memory([float(each) for each in options.megapixels.split(",")], options.steps, max_memory_bytes)
    return 0


if __name__ == "__main__":
    sys.exit(main())
