"""How fast this computer paints, from a probe of a few seconds on the device itself; see ``core.forecast.forecast``."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import psutil

from core.errors import OutOfMemoryError
from core.files.reading import read_picture, read_size
from core.forecast.forecast import Estimate, Line, Pace, forecast
from core.loss.objective import LossWeights, Objective
from core.loss.tensors import to_tensor
from core.machine.devices import choose_device, repeatable
from core.machine.memory import free_memory_bytes, is_out_of_memory
from core.machine.store_folders import free_disk_bytes
from core.optimization.memory_plan import History
from core.optimization.network import network_for
from core.optimization.optimizers import make_optimizer
from core.optimization.schedule import scales_for
from core.optimization.targets import painting_at_scale
from core.picture import fitted_size

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import torch

    from core.loss.vgg import VggFeatures
    from core.picture import Picture
    from core.recipe.recipe import Recipe

# Two sizes: what a step costs grows with the canvas, from something that every step costs.
_PROBES_PX: Final = (128, 256)


def estimate(recipe: Recipe, *, networks_folder: Path, max_memory_bytes: int | None = None) -> Estimate:
    """Forecast a run by taking a few steps of it on small canvases.

    Args:
        recipe: What would be painted.
        networks_folder: Where the network files lie.
        max_memory_bytes: What the run would be allowed; None for as much as is free.

    Raises:
        RecipeError: If the picture would be too narrow for the network.
        ImageFileError: If the photo or a painting cannot be read.
        NetworkFileError: If the network's file is not the one that was shipped.
        DeviceError: If this computer lacks the device.
        OutOfMemoryError: If memory does not even suffice for the small canvases.
    """
    photo_size_px = recipe.shape or read_size(recipe.photo)
    painting_sizes_px = [read_size(style.path) for style in recipe.styles]
    # What cannot be painted is refused before seconds are spent on measuring.
    scales_for(recipe, *fitted_size(*photo_size_px, recipe.size_px))
    try:
        pace = measure_pace(recipe, networks_folder=networks_folder, max_memory_bytes=max_memory_bytes)
    except (MemoryError, RuntimeError) as error:
        if not is_out_of_memory(error):
            raise
        raise OutOfMemoryError(recipe.size_px) from error
    assert pace is not None  # noqa: S101 - it is wanted to its end
    return forecast(recipe, pace, photo_size_px, painting_sizes_px)


def always() -> bool:
    """The answer of someone who waits for the end."""
    return True


def measure_pace(
    recipe: Recipe,
    *,
    networks_folder: Path,
    max_memory_bytes: int | None = None,
    is_wanted: Callable[[], bool] = always,
) -> Pace | None:
    """Take a few steps of a recipe on small canvases; None when it was no longer wanted on the way.

    Args:
        recipe: What would be painted. The size does not matter.
        networks_folder: Where the network files lie.
        max_memory_bytes: What the run would be allowed; None for as much as is free.
        is_wanted: Asked between two parts of the measurement.

    Raises:
        ImageFileError: If the photo or a painting cannot be read.
        NetworkFileError: If the network's file is not the one that was shipped.
        DeviceError: If this computer lacks the device.
    """
    began_s = time.perf_counter()
    device = choose_device(recipe.device)
    network = network_for(recipe, networks_folder, device)
    photo = read_picture(recipe.photo, _PROBES_PX[-1], recipe.shape)
    paintings = [(read_picture(style.path, _PROBES_PX[-1]), style.weight) for style in recipe.styles]
    loading_s = time.perf_counter() - began_s
    # Before the probe: what that leaves behind, the run uses again.
    own_bytes = int(psutil.Process().memory_info().rss) if device.type == "cpu" else 0
    memory_bytes = free_memory_bytes(device) if max_memory_bytes is None else max_memory_bytes
    probes: list[_Probe] = []
    # The first probe on a device pays for its kernels.
    for size_px in (_PROBES_PX[0], *_PROBES_PX):
        if not is_wanted():
            return None
        with repeatable():
            probes.append(_probe(recipe, network, photo.resized(size_px), paintings, device))
    _, small, large = probes
    return Pace(
        loading_s=loading_s,
        setting_up=Line.through(
            (small.pixels_of_targets, small.setting_up_s), (large.pixels_of_targets, large.setting_up_s)
        ),
        step=Line.through((small.pixels, small.step_s), (large.pixels, large.step_s)),
        own_bytes=own_bytes,
        memory_bytes=memory_bytes,
        disk_bytes=free_disk_bytes(),
    )


@dataclass(frozen=True, slots=True)
class _Probe:
    """What a few steps on a small canvas took.

    Attributes:
        pixels: Of the canvas.
        setting_up_s: For the targets, and for whatever only the first step at a size pays for.
        pixels_of_targets: For the targets: of the canvas and the paintings.
        step_s: For every step.
    """

    pixels: int
    setting_up_s: float
    pixels_of_targets: int
    step_s: float


def _probe(
    recipe: Recipe,
    network: VggFeatures,
    photo: Picture,
    paintings: list[tuple[Picture, float]],
    device: torch.device,
) -> _Probe:
    """Take a few steps on a canvas of the photo's size."""
    weights = LossWeights.of(recipe.loss, recipe.style_strength, recipe.freedom)
    canvas = to_tensor(photo.rgb, device)
    started_s = time.perf_counter()
    scaled_paintings = [
        (painting_at_scale(painting, recipe, canvas, max(canvas.shape[2:])), weight) for painting, weight in paintings
    ]
    objective = Objective(network, canvas, scaled_paintings, recipe.loss, weights, turned_strokes=recipe.turned_strokes)
    targets_s = time.perf_counter() - started_s
    optimizer = make_optimizer(History())
    steps_s: list[float] = []
    for _ in range(3):
        started_s = time.perf_counter()
        canvas = canvas + optimizer.move(objective.evaluate(canvas).gradient)
        steps_s.append(time.perf_counter() - started_s)
    step_s, pixels = min(steps_s), canvas[0, 0].numel()
    pixels_of_targets = pixels + sum(painting[0, 0].numel() for painting, _ in scaled_paintings)
    return _Probe(pixels, targets_s + steps_s[0] - step_s, pixels_of_targets, step_s)
