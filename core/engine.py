"""One run, from a recipe to a picture, as a generator of events."""

from __future__ import annotations

import logging
import math
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from core.control import RunControl
from core.devices import choose_device, is_out_of_memory, repeatable
from core.errors import DivergedError, OutOfMemoryError, RecipeError
from core.events import Event, Finished, PreviewReady, ScaleStarted, StepDone
from core.images import Picture, read_picture
from core.objective import LossWeights, Objective
from core.optimizers import make_optimizer
from core.recipe import Recipe, StartFrom
from core.scales import Scale, canvas_size, schedule
from core.tensors import over_white, resized, to_rgb, to_tensor
from core.vgg import MIN_SIDE_PX, load_vgg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_log = logging.getLogger(__name__)


def never() -> bool:
    """The answer of someone who wants no previews."""
    return False


def stylize(
    recipe: Recipe,
    *,
    networks_folder: Path,
    control: RunControl | None = None,
    preview_due: Callable[[], bool] = never,
) -> Iterator[Event]:
    """Repaint a photo; the run advances as the events are consumed.

    Each scale gives one ScaleStarted and then a StepDone after every step; a PreviewReady follows either whenever
    ``preview_due`` says so. Every run that does not raise ends in exactly one Finished, stopped or not.

    Args:
        recipe: What to paint.
        networks_folder: Where the network files lie.
        control: Takes commands while the run goes on; polled at each step.
        preview_due: Asked before a preview is made, so that one nobody waits for costs nothing.

    Raises:
        ImageFileError: If the photo or a painting cannot be read.
        NetworkFileError: If the network's file is not the one that was shipped.
        DeviceError: If this computer lacks the device.
        OutOfMemoryError: If memory does not suffice; carries the last good picture.
        DivergedError: If the optimisation broke down; carries the last good picture.
    """
    started_s = time.perf_counter()
    run = _Run(recipe, _read_sources(recipe), control or RunControl(), preview_due)
    try:
        with repeatable():
            yield from run.events(networks_folder)
    except (RuntimeError, MemoryError) as error:
        if not is_out_of_memory(error):
            raise
        raise OutOfMemoryError(_NO_MEMORY.format(size_px=recipe.size_px), run.picture()) from error
    yield Finished(
        picture=run.picture(),
        stopped=run.control.stop_requested,
        seconds=time.perf_counter() - started_s,
        num_steps=run.num_steps,
    )


_NO_MEMORY = "There is not enough memory to paint a picture of {size_px} pixels."
_DIVERGED = "The painting broke down: the numbers grew beyond all bounds."


@dataclass(frozen=True, slots=True, eq=False)
class _Sources:
    """The pictures of a run, read from their files at the size of the result."""

    photo: Picture
    paintings: tuple[tuple[Picture, float], ...]
    start: Picture | None


def _read_sources(recipe: Recipe) -> _Sources:
    return _Sources(
        photo=read_picture(recipe.photo, recipe.size_px),
        paintings=tuple((read_picture(style.path, recipe.size_px), style.weight) for style in recipe.styles),
        start=None if recipe.start_picture is None else read_picture(recipe.start_picture, recipe.size_px),
    )


class _Run:
    """The changing state of one run: the canvas, and how far it has come."""

    def __init__(self, recipe: Recipe, sources: _Sources, control: RunControl, preview_due: Callable[[], bool]) -> None:
        self.recipe = recipe
        self.sources = sources
        self.control = control
        self.num_steps = 0
        self._preview_due = preview_due
        self._scales = _scales_for(recipe, sources.photo)
        self._work = sum(scale.work for scale in self._scales)
        self._work_done = 0
        self._canvas: Tensor | None = None

    def events(self, networks_folder: Path) -> Iterator[Event]:
        """Every event of the run but Finished."""
        device = choose_device(self.recipe.device)
        network = load_vgg(networks_folder, self.recipe.network, self.recipe.pooling)
        network = network.to(device).to(memory_format=torch.channels_last)
        _log.info("Painting %d px on %s with %s", self.recipe.size_px, device, self.recipe.network.value)
        photo = to_tensor(self.sources.photo.rgb, device)
        paintings = [(to_tensor(painting.rgb, device), weight) for painting, weight in self.sources.paintings]
        for number, scale in enumerate(self._scales, 1):
            if self.control.stop_requested:
                return
            photo_here = resized(photo, *canvas_size(photo.shape[3], photo.shape[2], scale.scale_px))
            height_px, width_px = photo_here.shape[2:]
            canvas = self._start_of_scale(photo_here)
            self._canvas = canvas
            yield ScaleStarted(scale.scale_px, width_px, height_px, number, len(self._scales), scale.num_steps)
            yield from self._preview(canvas)
            objective = Objective(
                network,
                photo_here,
                [(_at_scale(painting, scale.scale_px), weight) for painting, weight in paintings],
                LossWeights.of(self.recipe.style_strength, self.recipe.smoothness),
            )
            yield from self._paint(scale, canvas, objective)

    def picture(self) -> Picture:
        """The last good canvas at the result's size, with the photo's transparency; the photo before there is one."""
        photo = self.sources.photo
        if self._canvas is None:
            return photo
        canvas = resized(self._canvas, photo.width_px, photo.height_px).clamp(0, 1)
        if photo.alpha is not None:
            canvas = over_white(canvas, photo.alpha)
        return Picture(to_rgb(canvas), photo.alpha)

    def _start_of_scale(self, photo: Tensor) -> Tensor:
        """What the canvas shows at the start of a scale: the coarser picture enlarged, or the start of the run."""
        height_px, width_px = photo.shape[2:]
        if self._canvas is not None:
            return resized(self._canvas, width_px, height_px).clamp(0, 1)
        if self.recipe.start_from is StartFrom.NOISE:
            # Drawn on the CPU, so that a seed means the same noise on every device.
            generator = torch.Generator().manual_seed(self.recipe.seed)
            return torch.rand(photo.shape, generator=generator).to(photo.device)
        if self.sources.start is not None:
            return resized(to_tensor(self.sources.start.rgb, photo.device), width_px, height_px).clamp(0, 1)
        return photo.clamp(0, 1)

    def _paint(self, scale: Scale, canvas: Tensor, objective: Objective) -> Iterator[Event]:
        """The steps of one scale; each costs one evaluation of the loss."""
        optimizer = make_optimizer(self.recipe.optimizer)
        for step in range(1, scale.num_steps + 1):
            if self.control.stop_requested:
                return
            found = objective.evaluate(canvas)
            if not (math.isfinite(found.loss) and bool(found.gradient.isfinite().all())):
                raise DivergedError(_DIVERGED, self.picture())
            # Only a canvas whose loss is known to be finite replaces the last good one.
            self._canvas = canvas
            canvas = canvas + optimizer.move(found.gradient)
            self.num_steps += 1
            self._work_done += scale.work // scale.num_steps
            yield StepDone(
                scale_px=scale.scale_px,
                step=step,
                num_steps=scale.num_steps,
                loss=found.loss,
                content_loss=found.content_loss,
                style_loss=found.style_loss,
                progress=self._work_done / self._work,
            )
            yield from self._preview(canvas)
        if bool(canvas.isfinite().all()):
            self._canvas = canvas

    def _preview(self, canvas: Tensor) -> Iterator[PreviewReady]:
        if self._preview_due():
            yield PreviewReady(to_rgb(canvas))


def _scales_for(recipe: Recipe, photo: Picture) -> tuple[Scale, ...]:
    """The schedule, without the scales at which the canvas is too narrow for the network to see.

    A strength of zero asks for the photo itself: nothing is painted.

    Raises:
        RecipeError: If even the result is too narrow.
    """
    if recipe.style_strength == 0:
        return ()
    height_px, width_px = photo.rgb.shape[:2]
    scales = schedule(recipe.size_px, recipe.preset)
    visible = tuple(s for s in scales if min(canvas_size(width_px, height_px, s.scale_px)) >= MIN_SIDE_PX)
    if not visible:
        msg = f"At this size the picture would be only {min(width_px, height_px)} pixels on its short side."
        raise RecipeError(msg)
    return visible


def _at_scale(painting: Tensor, scale_px: int) -> Tensor:
    """A painting with its longest side at ``scale_px`` and its short side no narrower than the network can see."""
    width_px, height_px = canvas_size(painting.shape[3], painting.shape[2], scale_px)
    return resized(painting, max(width_px, MIN_SIDE_PX), max(height_px, MIN_SIDE_PX)).clamp(0, 1)
