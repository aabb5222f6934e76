"""The changing state of one run."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, Final

import torch

from core.errors import OutOfMemoryError, StyleTransferError
from core.loss.tensors import resized, to_rgb, to_tensor
from core.loss.vgg import VggFeatures, load_vgg
from core.machine.devices import choose_device, choose_dtype
from core.machine.memory import free_memory_bytes, is_out_of_memory, release_memory
from core.machine.store_folders import free_disk_bytes
from core.machine.tracebacks import without_tracebacks
from core.optimization.canvas import enlarged_canvas, first_canvas
from core.optimization.color_transfer import with_chrominance_of
from core.optimization.events import (
    Event,
    InputsRead,
    PreviewReady,
    ScaleStarted,
    SettingsRefused,
    SettingsTaken,
    StepDone,
)
from core.optimization.memory_plan import plan_memory
from core.optimization.result import best_picture
from core.optimization.scale_painter import ScalePainter
from core.optimization.schedule import Scale, scales_for
from core.recipe.choices import ColorMode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from torch import Tensor

    from core.optimization.control import RunControl
    from core.optimization.sources import Sources
    from core.picture import Picture
    from core.recipe.recipe import Recipe

_log = logging.getLogger(__name__)

# Longest side of a preview: what a large screen shows. The picture itself is never made smaller.
LARGEST_PREVIEW_PX: Final = 2048


class Run:
    """The changing state of one run: the canvas, and how far it has come.

    Attributes:
        recipe: What is painted, with every change of settings that was taken.
        sources: The pictures that it is painted from.
        control: The commands to this run.
        num_steps: Steps taken.
        stopped: Whether a stop has left something unpainted.
    """

    def __init__(
        self,
        recipe: Recipe,
        sources: Sources,
        control: RunControl,
        preview_due: Callable[[], bool],
        max_memory_bytes: int | None,
    ) -> None:
        self.recipe = recipe
        self.sources = sources
        self.control = control
        self.num_steps = 0
        self.stopped = False
        self._preview_due = preview_due
        self._scales = scales_for(recipe, sources.photo.width_px, sources.photo.height_px)
        self._work = sum(scale.work for scale in self._scales)
        self._work_done = 0
        # The scale under way, and what the one before has painted.
        self._painter: ScalePainter | None = None
        self._canvas: Tensor | None = None
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
            if self._stops_now():
                return
            photo = self.sources.photo.resized(scale.scale_px)
            canvas = self._twice_if_memory_is_short(partial(self._start_of_scale, photo, device), device)
            size_px = photo.width_px, photo.height_px
            yield ScaleStarted(scale.scale_px, *size_px, number, len(self._scales), scale.num_steps)
            yield from self._preview(canvas, photo)
            memory_plan = plan_memory(*size_px, scale.num_steps, self._memory_bytes(device), free_disk_bytes())
            _log.info("%d px: %s", scale.scale_px, memory_plan)
            self._painter = ScalePainter(
                self.recipe,
                network,
                photo,
                self.sources.weighted_paintings,
                canvas=canvas,
                memory_plan=memory_plan,
            )
            del canvas
            self._canvas = None
            yield from self._paint(scale, self._painter, photo)
            self._canvas, self._num_halvings = self._painter.finish(), self._num_halvings + self._painter.num_halvings
            self._painter = None

    def _twice_if_memory_is_short(self, action: Callable[[], Tensor], device: torch.device) -> Tensor:
        """Do something; if memory does not suffice, once more after giving back what nothing uses any more."""
        try:
            return action()
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error):
                raise
            _log.warning("Memory ran out before a scale: trying again")
        # Outside of the except clause, whose error keeps every tensor of the failed attempt alive.
        release_memory(device)
        return action()

    def _memory_bytes(self, device: torch.device) -> int:
        """How much memory a scale may take; less than it seems where an earlier one ran out."""
        free_bytes = free_memory_bytes(device) if self._max_memory_bytes is None else self._max_memory_bytes
        return free_bytes >> 2 * self._num_halvings

    def last_picture(self) -> Picture | None:
        """The last good canvas as a picture; the photo before there is a canvas. Ends the run.

        Whatever only steps need is let go first, to make room. Where that does not suffice, the picture has fewer bits
        than asked for, or is smaller; None if there is no memory for any.
        """
        photo = self.sources.photo
        canvas = self._canvas if self._painter is None else self._painter.last_good
        if canvas is None:
            return photo
        self._painter = self._canvas = None
        self.sources = self.sources.without_paintings()
        release_memory(canvas.device)
        return best_picture(canvas, photo, self.recipe)

    def _start_of_scale(self, photo: Picture, device: torch.device) -> Tensor:
        """What the canvas shows at the start of a scale: the coarser picture enlarged, or the start of the run."""
        tensor, paintings = to_tensor(photo.rgb, device), self.sources.weighted_paintings
        if self._canvas is None:
            return first_canvas(self.recipe, tensor, paintings, self.sources.start)
        return enlarged_canvas(self.recipe, tensor, paintings, self._canvas)

    def _paint(self, scale: Scale, painter: ScalePainter, photo: Picture) -> Iterator[Event]:
        """The steps of one scale; each costs one evaluation of the loss."""
        work_before = self._work_done
        for step in range(1, scale.num_steps + 1):
            yield from self.control.hold_while_paused()
            if self._stops_now():
                break
            # Before the question whether the scale has flattened: with other settings it has not.
            yield from self._take_settings(painter)
            if painter.has_flattened:
                break
            evaluation = painter.step()
            self.num_steps += 1
            self._work_done = work_before + scale.work * step // scale.num_steps
            yield StepDone(
                scale_px=scale.scale_px,
                step=step,
                num_steps=scale.num_steps,
                loss=evaluation.loss,
                content_loss=evaluation.content_loss,
                style_loss=evaluation.style_loss,
                progress=self._work_done / self._work,
            )
            # Its gradient is as large as the canvas.
            del evaluation
            yield from self._preview(painter.canvas, photo)
        self._work_done = work_before + scale.work

    def _stops_now(self) -> bool:
        """Whether a stop has been asked for; what is left is then not painted."""
        self.stopped = self.control.stop_requested
        return self.stopped

    def _take_settings(self, painter: ScalePainter) -> Iterator[InputsRead | SettingsTaken | SettingsRefused]:
        """Follow the settings that were asked for meanwhile, if any; where that fails, go on as before."""
        settings = self.control.take_change()
        if settings is None:
            return
        try:
            recipe = settings.applied_to(self.recipe)
            if recipe == self.recipe:
                return
            sources = self.sources.for_recipe(recipe)
            painter.retarget(recipe, sources.weighted_paintings)
        except (StyleTransferError, RuntimeError, MemoryError) as error:
            refusal = self._refusal(error)
        else:
            inputs_before = self.sources.inputs
            self.recipe, self.sources = recipe, sources
            if sources.inputs != inputs_before:
                yield InputsRead(sources.inputs)
            yield SettingsTaken(recipe)
            return
        # Outside of the except clause, whose error keeps every tensor of the failed attempt alive.
        yield refusal

    def _refusal(self, error: Exception) -> SettingsRefused:
        """What to tell of settings that cannot be followed; an error that nobody expects is raised again."""
        if not isinstance(error, StyleTransferError):
            if not is_out_of_memory(error):
                raise error
            error = OutOfMemoryError(self.recipe.size_px)
        _log.warning("A change of settings was refused: %s", error)
        return SettingsRefused(self.recipe, without_tracebacks(error))

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
    network = load_vgg(networks_folder, recipe.network).to(device).to(memory_format=torch.channels_last)
    return network.in_precision(choose_dtype(recipe.precision, device))
