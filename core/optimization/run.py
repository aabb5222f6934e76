"""The changing state of one run."""

from __future__ import annotations

import logging
import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

import torch

from core.errors import CheckpointError, CheckpointProblem
from core.loss.tensors import to_tensor
from core.machine.devices import choose_device
from core.machine.kept_tensor import KeptTensor
from core.machine.memory import release_memory, twice_if_memory_is_short
from core.optimization.canvas import enlarged_canvas, first_canvas
from core.optimization.checkpoint.damage import damage_told
from core.optimization.checkpoint.inputs import inputs_of
from core.optimization.checkpoint.snapshot import LONGEST_SIDE_PX_OF_VIEW, Snapshot
from core.optimization.events import (
    Event,
    InputsRead,
    PreviewReady,
    ScaleStarted,
    SettingsRefused,
    SettingsTaken,
    StepDone,
    TimelineGrown,
)
from core.optimization.network import network_for
from core.optimization.position import Position
from core.optimization.result import best_picture
from core.optimization.run_state import RunState
from core.optimization.scale_memory import memory_plan_of
from core.optimization.scale_painter import ScalePainter
from core.optimization.schedule import Scale, scales_for
from core.optimization.settings_change import change_settings
from core.optimization.timeline.timeline import LONGEST_SIDE_PX_OF_FRAME
from core.optimization.view import previews_of, view_of
from core.recipe.recipe import MAX_STYLE_STRENGTH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from torch import Tensor

    from core.loss.vgg import VggFeatures
    from core.optimization.control import RunControl
    from core.optimization.records import Records
    from core.optimization.run_state import ScaleState
    from core.optimization.sources import Sources
    from core.picture import Picture
    from core.recipe.recipe import Recipe

_log = logging.getLogger(__name__)

# Longest side of a preview: what a large screen shows, but no more than the result has.
LARGEST_PREVIEW_PX: Final = 2048


class Run:
    """The changing state of one run: the canvas, and how far it has come.

    Attributes:
        recipe: What is painted, with every change of settings that was taken.
        sources: The pictures that it is painted from.
        control: The commands to this run.
        position: How far the run has come.
        stopped: Whether a stop has left something unpainted.
    """

    def __init__(
        self,
        recipe: Recipe,
        sources: Sources,
        control: RunControl,
        preview_due: Callable[[], bool],
        max_memory_bytes: int | None,
        *,
        records: Records,
        resume_from: RunState | None = None,
    ) -> None:
        self.recipe = recipe
        self.sources = sources
        self.control = control
        self.stopped = False
        self._preview_due = preview_due
        # A run whose strength was set to zero on its way has scales all the same.
        for_scales = recipe if resume_from is None else replace(recipe, style_strength=MAX_STYLE_STRENGTH)
        self.position = Position(scales_for(for_scales, sources.photo.width_px, sources.photo.height_px))
        # The scale under way, and what the one before has painted, as long as that is needed.
        self._painter: ScalePainter | None = None
        self._canvas: Tensor | None = None
        self._max_memory_bytes = max_memory_bytes
        self._num_halvings = 0
        self._network: VggFeatures | None = None
        self._key = object()
        self._records = records
        self._resume_from = resume_from
        # What is known of a scale that the run goes on in the middle of; None once that is restored.
        self._resumed_scale: ScaleState | None = None
        self._started_s = time.perf_counter()
        self._seconds_before = 0.0

    @property
    def seconds(self) -> float:
        """How long the run has taken, pauses left out, with what it took before it was interrupted."""
        return self._seconds_before + time.perf_counter() - self._started_s - self.control.held_s

    def state(self) -> RunState:
        """All that the run knows, between two steps. What lies on the disk can be fetched only until the next one."""
        canvas, number = self._canvas, self.position.number
        return RunState(
            recipe=self.recipe,
            painting_sizes_px=tuple(painting.sizes_px for painting in self.sources.paintings),
            seconds=self.seconds,
            num_steps=self.position.num_steps,
            num_halvings=self._num_halvings,
            full_precision=self._network is not None and self._network.dtype is torch.float32,
            scale=number,
            coarser=None if canvas is None else KeptTensor.in_memory((self._key, number), canvas),
            painter=None if self._painter is None else self._painter.state(self.position.step),
        )

    def events(self, networks_folder: Path) -> Iterator[Event]:
        """Every event of the run but Finished."""
        position = self.position
        if not position.scales_left:
            return
        device = choose_device(self.recipe.device)
        self._network = network = network_for(self.recipe, networks_folder, device)
        _log.info("Painting %d px on %s in %s", self.recipe.size_px, device, network.dtype)
        if self._resume_from is not None:
            self._restore(self._resume_from, device)
            yield from self._records.timeline_so_far()
        for scale in position.scales_left:
            if self._stops_now():
                return
            photo = self.sources.photo.resized(scale.scale_px)
            canvas = twice_if_memory_is_short(partial(self._start_of_scale, photo, device), device)
            size_px = photo.width_px, photo.height_px
            so_far = position.number, position.num_scales, scale.num_steps, position.step
            yield ScaleStarted(scale.scale_px, *size_px, *so_far, position.progress)
            yield from self._preview(canvas, photo)
            resumed, limits = self._resumed_scale, (self._max_memory_bytes, self._num_halvings)
            memory_plan = memory_plan_of(scale, photo, device, *limits) if resumed is None else resumed.memory_plan
            # The coarser canvas is needed no longer, unless this one only refines it.
            self._canvas = self._canvas if scale.refines else None
            self._painter = ScalePainter(
                self.recipe,
                network,
                photo,
                self.sources.weighted_paintings,
                canvas=canvas,
                memory_plan=memory_plan,
                coarser=self._canvas,
            )
            del canvas
            self._restore_painter(self._painter)
            yield from self._paint(scale, self._painter, photo)
            self._canvas, self._num_halvings = self._painter.finish(), self._num_halvings + self._painter.num_halvings
            note, self._painter = position.note, None
            position.end_scale()
            leads_on, snapshot = not self.stopped, partial(self._snapshot, LONGEST_SIDE_PX_OF_FRAME)
            yield from self._records.end_scale(note, snapshot, leads_on=leads_on and bool(position.scales_left))

    def _restore(self, state: RunState, device: torch.device) -> None:
        """Go on from a state; what its scale knows follows when the scale begins.

        Raises:
            CheckpointError: If it does not belong to the recipe and its pictures, or cannot be read.
        """
        if state.full_precision and self._network is not None:
            self._network.in_precision(torch.float32)
        self._canvas = None if state.coarser is None else state.coarser.fetch().to(device)
        with damage_told():
            self.position.move_to(state.scale, state.step, state.num_steps)
        if self._canvas is None and self.position.scales_left[0].refines:
            raise CheckpointError(CheckpointProblem.DAMAGED)
        self._num_halvings = state.num_halvings
        self._seconds_before = state.seconds
        self._resumed_scale = state.painter

    def _restore_painter(self, painter: ScalePainter) -> None:
        with damage_told():
            if self._resumed_scale is not None:
                painter.restore(self._resumed_scale)
        self._resumed_scale = None

    def _last_good(self) -> Tensor | None:
        """The last canvas whose loss is known to be sound; None before there is one."""
        if self._painter is not None:
            return self._painter.last_good
        return self._canvas if self._resumed_scale is None else self._resumed_scale.last_good.fetch()

    def last_picture(self) -> Picture | None:
        """The last good canvas as a picture; the photo before there is a canvas. Ends the run.

        Whatever only steps need is let go first, to make room. Where that does not suffice, the picture has fewer bits
        than asked for, or is smaller; None if there is no memory for any.
        """
        photo = self.sources.photo
        canvas = self._last_good()
        if canvas is None:
            return photo
        self._painter = self._canvas = self._resumed_scale = None
        self.sources = self.sources.without_paintings()
        release_memory(canvas.device)
        return best_picture(canvas, photo, self.recipe)

    def _start_of_scale(self, photo: Picture, device: torch.device) -> Tensor:
        """What the canvas shows at the start of a scale: the coarser picture enlarged, or the start of the run.

        Raises:
            CheckpointError: If the run goes on from a canvas of another size, or one that cannot be read.
        """
        if self._resumed_scale is not None:
            canvas = self._resumed_scale.canvas
            if canvas.shape != (1, 3, photo.height_px, photo.width_px):
                raise CheckpointError(CheckpointProblem.DAMAGED)
            return canvas.fetch().to(device)
        tensor, paintings = to_tensor(photo.rgb, device), self.sources.weighted_paintings
        if self._canvas is None:
            return first_canvas(self.recipe, tensor, paintings, self.sources.start)
        return enlarged_canvas(self.recipe, tensor, paintings, self._canvas)

    def _paint(self, scale: Scale, painter: ScalePainter, photo: Picture) -> Iterator[Event]:
        """The steps of one scale that are left; each costs one evaluation of the loss."""
        while self.position.step < scale.num_steps:
            self._save()
            yield from self.control.hold_while_paused()
            if self._stops_now():
                break
            # Before the question whether the scale has flattened: with other settings it has not.
            yield from self._take_settings(painter)
            if painter.has_flattened:
                break
            evaluation = painter.step()
            self.position.end_step()
            yield StepDone(
                scale_px=scale.scale_px,
                step=self.position.step,
                num_steps=scale.num_steps,
                loss=evaluation.loss,
                content_loss=evaluation.content_loss,
                style_loss=evaluation.style_loss,
                progress=self.position.progress,
            )
            # Its gradient is as large as the canvas.
            del evaluation
            yield from self._preview(painter.canvas, photo)

    def _save(self) -> None:
        """Write a checkpoint if it is due, and in any case where the run stops or holds: the computer may be next.

        What has been restored only in part is on the disk already.
        """
        if self.position.num_steps > 0 and self._resumed_scale is None:
            self._records.save(self._snapshot, at_once=self.stopped or self.control.paused)

    def _snapshot(self, longest_side_px: int = LONGEST_SIDE_PX_OF_VIEW) -> Snapshot:
        canvas = self._canvas if self._painter is None else self._painter.canvas
        assert canvas is not None  # noqa: S101 - nothing is kept before the first step
        view = partial(view_of, canvas, self.sources.photo, self.recipe.color, longest_side_px)
        state, inputs = self.state(), inputs_of(self.recipe, self.sources.inputs)
        stopped = self.stopped and not self.control.to_be_continued
        return Snapshot(state, inputs, self.position.progress, stopped=stopped, view=view)

    def _stops_now(self) -> bool:
        """Whether a stop has been asked for; what is left is then not painted, but can be gone on with."""
        if self.control.stop_requested and not self.stopped:
            self.stopped = True
            self._save()
        return self.stopped

    def _take_settings(self, painter: ScalePainter) -> Iterator[InputsRead | SettingsTaken | SettingsRefused]:
        """Follow the settings that were asked for meanwhile, if any; where that fails, go on as before."""
        settings = self.control.take_change()
        if settings is None:
            return
        changed = change_settings(settings, self.recipe, self.sources, painter)
        if isinstance(changed, SettingsRefused):
            yield changed
            return
        before = self.recipe, self.sources.inputs
        self.recipe, self.sources = changed
        if self.sources.inputs != before[1]:
            yield InputsRead(self.sources.inputs)
        if self.recipe != before[0]:
            yield SettingsTaken(self.recipe)

    def _preview(self, canvas: Tensor, photo: Picture) -> Iterator[PreviewReady | TimelineGrown]:
        if self._preview_due():
            longest_px = min(self.recipe.size_px, LARGEST_PREVIEW_PX)
            yield from previews_of(canvas, photo, self.recipe.color, longest_px)
        frame = partial(view_of, canvas, photo, self.recipe.color, LONGEST_SIDE_PX_OF_FRAME)
        yield from self._records.add_frame(self.position.note, frame)
