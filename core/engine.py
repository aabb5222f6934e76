"""One run, from a recipe to a picture, as a generator of events."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

import torch

from core.color import with_chrominance_of
from core.control import RunControl
from core.devices import (
    choose_device,
    choose_dtype,
    free_memory_bytes,
    is_out_of_memory,
    release_memory,
    repeatable,
)
from core.errors import InterruptedRunError, OutOfMemoryError
from core.events import Event, Finished, PreviewReady, ScaleStarted, StepDone
from core.footprint import allot
from core.images import Picture, read_picture
from core.optimizers import Optimizer, make_optimizer
from core.recipe import ColorMode, Recipe
from core.scale_painter import ScalePainter
from core.scales import Scale, scales_for
from core.shelf import free_disk_bytes
from core.start import enlarged_canvas, first_canvas
from core.tensors import over_white, resized, to_deep_rgb, to_rgb, to_tensor
from core.vgg import VggFeatures, load_vgg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from torch import Tensor

    from core.footprint import History

_log = logging.getLogger(__name__)

# Paintings are kept at the size of the result's brush strokes; beyond this, more detail than a print shows.
LARGEST_PAINTING_PX: Final = 8192

# Longest side of a preview: what a large screen shows. The picture itself is never made smaller.
LARGEST_PREVIEW_PX: Final = 2048


def never() -> bool:
    """The answer of someone who wants no previews."""
    return False


def stylize(
    recipe: Recipe,
    *,
    networks_folder: Path,
    control: RunControl | None = None,
    preview_due: Callable[[], bool] = never,
    max_memory_bytes: int | None = None,
) -> Iterator[Event]:
    """Repaint a photo; the run advances as the events are consumed.

    Each scale gives one ScaleStarted and then a StepDone after every step; a PreviewReady follows either whenever
    ``preview_due`` says so. Every run that does not raise ends in exactly one Finished, stopped or not.

    Args:
        recipe: What to paint.
        networks_folder: Where the network files lie.
        control: Takes commands while the run goes on; polled at each step.
        preview_due: Asked before a preview is made, so that one nobody waits for costs nothing.
        max_memory_bytes: How much memory painting may take, beside what the program itself needs; None for as much as
            is free. The less there is, the smaller the tiles that the picture is computed in, and the slower.

    Raises:
        ImageFileError: If the photo or a painting cannot be read.
        NetworkFileError: If the network's file is not the one that was shipped.
        DeviceError: If this computer lacks the device.
        OutOfMemoryError: If memory does not suffice; carries the last good picture.
        DiskFullError: If a large picture leaves no room on the disk; carries the last good picture.
        DivergedError: If the optimisation broke down; carries the last good picture.
    """
    started_s = time.perf_counter()
    run = _Run(recipe, _read_sources(recipe), control or RunControl(), preview_due, max_memory_bytes)
    try:
        with repeatable():
            yield from run.events(networks_folder)
    except InterruptedRunError as error:
        raise type(error)(str(error), run.picture()) from error
    except (RuntimeError, MemoryError) as error:
        if not is_out_of_memory(error):
            raise
        _log.warning("Memory ran out for good", exc_info=error)
        # Its frames keep every tensor of the last attempt alive, and the picture needs room.
        error.__traceback__ = error.__context__ = None
        msg = f"There is not enough memory to paint a picture of {recipe.size_px} pixels."
        raise OutOfMemoryError(msg, run.picture()) from error
    yield Finished(
        picture=run.picture(),
        stopped=run.control.stop_requested,
        seconds=time.perf_counter() - started_s - run.control.held_s,
        num_steps=run.num_steps,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Sources:
    """The pictures of a run, read from their files; photo and start at the size of the result."""

    photo: Picture
    paintings: tuple[tuple[Picture, float], ...]
    start: Picture | None


def _read_sources(recipe: Recipe) -> _Sources:
    return _Sources(
        photo=read_picture(recipe.photo, recipe.size_px, recipe.shape),
        paintings=_read_paintings(recipe),
        start=None
        if recipe.start_picture is None
        else read_picture(recipe.start_picture, recipe.size_px, recipe.shape),
    )


def _read_paintings(recipe: Recipe) -> tuple[tuple[Picture, float], ...]:
    longest_side_px = min(round(recipe.size_px * recipe.style_scale), LARGEST_PAINTING_PX)
    return tuple((read_picture(style.path, longest_side_px), style.weight) for style in recipe.styles)


class _Run:
    """The changing state of one run: the canvas, and how far it has come."""

    def __init__(
        self,
        recipe: Recipe,
        sources: _Sources,
        control: RunControl,
        preview_due: Callable[[], bool],
        max_memory_bytes: int | None,
    ) -> None:
        self.recipe = recipe
        self.sources = sources
        self.control = control
        self.num_steps = 0
        self._preview_due = preview_due
        self._scales = scales_for(recipe, sources.photo.width_px, sources.photo.height_px)
        self._work = sum(scale.work for scale in self._scales)
        self._work_done = 0
        self._painter: ScalePainter | None = None
        self._max_memory_bytes = max_memory_bytes
        self._num_halvings = 0

    def events(self, networks_folder: Path) -> Iterator[Event]:
        """Every event of the run but Finished."""
        if not self._scales:
            return
        device = choose_device(self.recipe.device)
        network = network_for(self.recipe, networks_folder, device)
        _log.info("Painting %d px on %s in %s", self.recipe.size_px, device, network.dtype)
        for number, scale in enumerate(self._scales, 1):
            if self.control.stop_requested:
                return
            photo = self.sources.photo.resized(scale.scale_px)
            canvas = self._with_room(partial(self._start_of_scale, photo, device))
            size_px = photo.width_px, photo.height_px
            yield ScaleStarted(scale.scale_px, *size_px, number, len(self._scales), scale.num_steps)
            yield from self._preview(canvas, photo)
            allotment = allot(*size_px, scale.num_steps, self._memory_bytes(device), free_disk_bytes())
            _log.info("%d px: %s", scale.scale_px, allotment)
            self._painter = ScalePainter(
                self.recipe,
                network,
                photo,
                self.sources.paintings,
                canvas=canvas,
                optimizer=self._optimizer(*size_px, allotment.history),
                allotment=allotment,
            )
            del canvas
            yield from self._paint(scale, self._painter, photo)
            self._num_halvings += self._painter.num_halvings

    def _with_room(self, action: Callable[[], Tensor]) -> Tensor:
        """Do something; if memory does not suffice, once more without what the coarser scale has learnt."""
        try:
            return action()
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error) or self._painter is None:
                raise
            _log.warning("Memory ran out before a scale: forgetting the one before")
        device = self._painter.canvas.device
        self._painter.forget()
        release_memory(device)
        return action()

    def _memory_bytes(self, device: torch.device) -> int:
        """How much memory a scale may take; less than it seems where an earlier one ran out."""
        free_bytes = free_memory_bytes(device) if self._max_memory_bytes is None else self._max_memory_bytes
        return free_bytes >> 2 * self._num_halvings

    def picture(self) -> Picture:
        """The last good canvas at the result's size, with the photo's transparency; the photo before there is one."""
        photo = self.sources.photo
        if self._painter is None:
            return photo
        canvas = resized(self._painter.good, photo.width_px, photo.height_px).clamp(0, 1)
        canvas = self._in_chosen_colors(canvas, photo)
        if photo.alpha is not None:
            canvas = over_white(canvas, photo.alpha)
        return Picture(to_rgb(canvas), photo.alpha, to_deep_rgb(canvas) if self.recipe.is_deep else None)

    def _start_of_scale(self, photo: Picture, device: torch.device) -> Tensor:
        """What the canvas shows at the start of a scale: the coarser picture enlarged, or the start of the run."""
        tensor, paintings = to_tensor(photo.rgb, device), self.sources.paintings
        if self._painter is None:
            return first_canvas(self.recipe, tensor, paintings, self.sources.start)
        return enlarged_canvas(self.recipe, tensor, paintings, self._painter.good)

    def _optimizer(self, width_px: int, height_px: int, history: History) -> Optimizer:
        """One for a canvas of this size, with what the coarser scales have taught it."""
        if self._painter is None:
            return make_optimizer(self.recipe.optimizer, history)
        return self._painter.optimizer.enlarged(width_px, height_px, history)

    def _paint(self, scale: Scale, painter: ScalePainter, photo: Picture) -> Iterator[Event]:
        """The steps of one scale; each costs one evaluation of the loss."""
        work_before = self._work_done
        for step in range(1, scale.num_steps + 1):
            self.control.wait_while_paused()
            if self.control.stop_requested or painter.has_flattened:
                break
            self._change_of_mind(painter)
            found = painter.step()
            self.num_steps += 1
            self._work_done = work_before + scale.work * step // scale.num_steps
            yield StepDone(
                scale_px=scale.scale_px,
                step=step,
                num_steps=scale.num_steps,
                loss=found.loss,
                content_loss=found.content_loss,
                style_loss=found.style_loss,
                progress=self._work_done / self._work,
            )
            # Its gradient is as large as the canvas.
            del found
            yield from self._preview(painter.canvas, photo)
        self._work_done = work_before + scale.work
        painter.finish()

    def _change_of_mind(self, painter: ScalePainter) -> None:
        """Take the settings that the person has changed meanwhile, if any."""
        settings = self.control.take_change()
        if settings is None:
            return
        before, self.recipe = self.recipe, settings.applied_to(self.recipe)
        if self.recipe == before:
            return
        if self.recipe.style_scale != before.style_scale or self.recipe.styles != before.styles:
            self.sources = replace(self.sources, paintings=_read_paintings(self.recipe))
        painter.reconsider(self.recipe, self.sources.paintings)

    def _preview(self, canvas: Tensor, photo: Picture) -> Iterator[PreviewReady]:
        if not self._preview_due():
            return
        try:
            view = photo.resized(min(LARGEST_PREVIEW_PX, max(canvas.shape[2:])))
            pixels = to_rgb(self._in_chosen_colors(resized(canvas, view.width_px, view.height_px), view))
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error):
                raise
            _log.warning("No memory for a preview; going on without")
        else:
            yield PreviewReady(pixels)

    def _in_chosen_colors(self, canvas: Tensor, photo: Picture) -> Tensor:
        if self.recipe.color is not ColorMode.PHOTO:
            return canvas
        return with_chrominance_of(canvas, to_tensor(photo.rgb, canvas.device))


def network_for(recipe: Recipe, networks_folder: Path, device: torch.device) -> VggFeatures:
    """The network that a recipe asks for, on a device, in the precision and memory layout that suit it.

    Raises:
        NetworkFileError: If its file is not the one that was shipped.
    """
    network = load_vgg(networks_folder, recipe.network, recipe.pooling).to(device).to(memory_format=torch.channels_last)
    return network.in_precision(choose_dtype(recipe.precision, device))
