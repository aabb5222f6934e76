"""What a recipe will take, in seconds and bytes, from a probe of a few seconds on the device itself."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import psutil

from core.devices import choose_device, free_memory_bytes, repeatable
from core.engine import network_for, scales_for
from core.footprint import History, allot
from core.images import read_picture, read_size
from core.objective import LossWeights, Objective
from core.optimizers import make_optimizer
from core.recipe import MAX_SIZE_PX, MIN_SIZE_PX, Recipe
from core.scale_painter import at_scale
from core.scales import canvas_size
from core.shelf import free_disk_bytes
from core.tensors import to_tensor

if TYPE_CHECKING:
    from pathlib import Path

    import torch

    from core.images import Picture
    from core.tiling import TilePlan
    from core.vgg import VggFeatures

# Two sizes: what a step costs grows with the canvas, from something that every step costs.
_PROBES_PX: Final = (128, 256)
# Share of each stage in the work of a pass, and what its tiles see beside their own, in pixels; see core.vgg.Stage.
_STAGE_SHARES: Final = (0.26, 0.36, 0.38)
_MARGINS_PX: Final = (8, 16, 48)
# Looking again without remembering is half of looking and sending back.
_SECOND_LOOK: Final = 1.5


@dataclass(frozen=True, slots=True)
class Estimate:
    """A forecast.

    Attributes:
        seconds: From the press of the button to the picture.
        peak_bytes: Of memory that the program will hold at once.
        largest_size_px: Longest side of the largest picture for which there is memory.
    """

    seconds: float
    peak_bytes: int
    largest_size_px: int


@dataclass(frozen=True, slots=True)
class _Line:
    """Seconds as a linear function of the canvas's pixels."""

    fixed_s: float
    per_pixel_s: float

    @classmethod
    def through(cls, small: tuple[int, float], large: tuple[int, float]) -> _Line:
        slope = max(0.0, (large[1] - small[1]) / (large[0] - small[0]))
        return cls(max(0.0, small[1] - slope * small[0]), slope)

    def __call__(self, pixels: int) -> float:
        return self.fixed_s + self.per_pixel_s * pixels


def estimate(recipe: Recipe, *, networks_folder: Path, max_memory_bytes: int | None = None) -> Estimate:
    """Forecast a run by taking a few steps of it on small canvases.

    Args:
        recipe: What would be painted.
        networks_folder: Where the network files lie.
        max_memory_bytes: What the run would be allowed; None for as much as is free.

    Raises:
        RecipeError: If the picture would be too narrow for the network to see.
        ImageFileError: If the photo or a painting cannot be read.
        NetworkFileError: If the network's file is not the one that was shipped.
        DeviceError: If this computer lacks the device.
    """
    began_s = time.perf_counter()
    device = choose_device(recipe.device)
    network = network_for(recipe, networks_folder, device)
    photo = read_picture(recipe.photo, _PROBES_PX[-1], recipe.shape)
    paintings = [(read_picture(style.path, _PROBES_PX[-1]), style.weight) for style in recipe.styles]
    seconds = time.perf_counter() - began_s
    # Before the probe: what that leaves behind, the run uses again.
    own_bytes = _own_bytes(device)
    memory_bytes = free_memory_bytes(device) if max_memory_bytes is None else max_memory_bytes
    disk_bytes, expected_bytes = free_disk_bytes(), 0
    largest_px = largest_size_px(photo.width_px / photo.height_px, memory_bytes, disk_bytes)
    scales = scales_for(recipe, *canvas_size(photo.width_px, photo.height_px, recipe.size_px))
    if not scales:
        return Estimate(0.0, own_bytes, largest_px)
    # The first look on a device pays for its kernels.
    _probe(recipe, network, photo.resized(_PROBES_PX[0]), paintings, device)
    with repeatable():
        small, large = (_probe(recipe, network, photo.resized(size_px), paintings, device) for size_px in _PROBES_PX)
    setting_up = _Line.through(
        (small.pixels_looked_at, small.setting_up_s), (large.pixels_looked_at, large.setting_up_s)
    )
    step = _Line.through((small.pixels, small.step_s), (large.pixels, large.step_s))
    sizes_px = [read_size(style.path) for style in recipe.styles]
    for scale in scales:
        width_px, height_px = canvas_size(photo.width_px, photo.height_px, scale.scale_px)
        pixels = width_px * height_px
        of_paintings = sum(_pixels_at_scale(size_px, scale.scale_px, recipe.style_scale) for size_px in sizes_px)
        allotment = allot(width_px, height_px, scale.num_steps, memory_bytes, disk_bytes)
        tiling = _cost_of_tiling(allotment.plan, max(width_px, height_px))
        seconds += setting_up(pixels + of_paintings) + scale.num_steps * tiling * step(pixels)
        expected_bytes = max(expected_bytes, allotment.expected_bytes)
    return Estimate(seconds, own_bytes + expected_bytes, largest_px)


def _own_bytes(device: torch.device) -> int:
    """What the program itself holds of the memory that it paints in."""
    return int(psutil.Process().memory_info().rss) if device.type == "cpu" else 0


def _pixels_at_scale(painting_size_px: tuple[int, int], scale_px: int, style_scale: float) -> int:
    """How many pixels of a painting are looked at for a canvas; see `at_scale`."""
    longest_px = min(max(painting_size_px), round(scale_px * style_scale))
    return math.prod(canvas_size(*painting_size_px, longest_px))


@dataclass(frozen=True, slots=True)
class _Probe:
    """What a few steps on a small canvas took.

    Attributes:
        pixels: Of the canvas.
        setting_up_s: For the targets, and for whatever only the first step at a size pays for.
        pixels_looked_at: For the targets: of the canvas and the paintings.
        step_s: For every step.
    """

    pixels: int
    setting_up_s: float
    pixels_looked_at: int
    step_s: float


def _probe(
    recipe: Recipe,
    network: VggFeatures,
    photo: Picture,
    paintings: list[tuple[Picture, float]],
    device: torch.device,
) -> _Probe:
    """Take a few steps on a canvas of the photo's size."""
    weights = LossWeights.of(recipe.loss, recipe.style_strength, recipe.smoothness)
    canvas = to_tensor(photo.rgb, device)
    started_s = time.perf_counter()
    looked_at = [(at_scale(painting, recipe, canvas), weight) for painting, weight in paintings]
    objective = Objective(network, canvas, looked_at, recipe.loss, weights)
    targets_s = time.perf_counter() - started_s
    optimizer = make_optimizer(recipe.optimizer, History())
    steps_s: list[float] = []
    for _ in range(3):
        started_s = time.perf_counter()
        canvas = canvas + optimizer.move(objective.evaluate(canvas).gradient)
        steps_s.append(time.perf_counter() - started_s)
    step_s, pixels = min(steps_s), canvas[0, 0].numel()
    pixels_looked_at = pixels + sum(painting[0, 0].numel() for painting, _ in looked_at)
    return _Probe(pixels, targets_s + steps_s[0] - step_s, pixels_looked_at, step_s)


def _cost_of_tiling(plan: TilePlan, longest_side_px: int) -> float:
    """How many times longer a step takes in these tiles than whole."""
    cost = 0.0
    for share, margin_px, side_px in zip(_STAGE_SHARES, _MARGINS_PX, plan.sides_px, strict=True):
        if side_px is None or side_px >= longest_side_px:
            cost += share
        else:
            cost += share * _SECOND_LOOK * (1 + 2 * margin_px / side_px) ** 2
    return cost


def largest_size_px(width_by_height: float, memory_bytes: int, disk_bytes: int) -> int:
    """Longest side of the largest picture that can be painted in a memory, however slowly.

    Args:
        width_by_height: The picture's shape.
        memory_bytes: What may be used.
        disk_bytes: What is free for temporary files.
    """
    wide, tall = (1.0, 1 / width_by_height) if width_by_height >= 1 else (width_by_height, 1.0)
    fits, does_not = MIN_SIZE_PX, MAX_SIZE_PX + 1
    while does_not - fits > 1:
        middle = (fits + does_not) // 2
        width_px, height_px = max(1, round(middle * wide)), max(1, round(middle * tall))
        needed_bytes = allot(width_px, height_px, 2, memory_bytes, disk_bytes).expected_bytes
        fits, does_not = (middle, does_not) if needed_bytes <= memory_bytes else (fits, middle)
    return fits
