"""An engine without a network: the same events in the same order, made of plain colours.

What it promises is what the real engine promises: `tests/app/run/test_engine_contract.py` runs on both.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from core.errors import InterruptedRunError, StyleTransferError
from core.files.hashing import identity_of
from core.files.reading import read_picture
from core.forecast.forecast import Line, Pace
from core.optimization.checkpoint.pacing import Pacing
from core.optimization.checkpoint.writer import CheckpointWriter
from core.optimization.control import RunControl
from core.optimization.events import (
    Event,
    Finished,
    InputsRead,
    PreviewReady,
    ScaleStarted,
    SettingsRefused,
    SettingsTaken,
    StepDone,
    TimelineGrown,
)
from core.optimization.timeline.plan import TimelinePlan
from core.optimization.timeline.recorder import TimelineRecorder
from core.optimization.timeline.timeline import FrameNote
from core.optimization.view import GrowingView
from core.picture import Picture
from core.recipe.inputs import InputFile, Inputs
from tests.core.optimization.checkpoint.run_states import between_scales, run_state, snapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from app.run.engine_access import PaintPart, PaintThumbnail, Stylize
    from core.optimization.checkpoint.plan import Checkpoints
    from core.optimization.control import StyleSettings
    from core.optimization.loupe_plan import Spot
    from core.optimization.run_state import RunState
    from core.recipe.recipe import Recipe

WIDTH_PX, HEIGHT_PX = 48, 36
# A computer that takes a second for a step at 1,000,000 pixels, with 4 GiB to spare.
PACE = Pace(1.0, Line(0.1, 1e-6), Line(0.01, 1e-6), 300 << 20, 4 << 30, 50 << 30)


@dataclass
class FakeEngine:
    """Counts as loaded at once; can be held between two steps and can fail after any of them.

    Attributes:
        num_scales: Scales of a run.
        num_steps: Steps of each scale.
        error: What to raise in the step that follows ``error_after`` steps of the whole run, or once all are done.
        hold_after: Steps after which the run waits for ``go_on`` or a stop; None for never.
        finishes: Whether a run ends as it has to; else it ends without a last event.
        previews_the_start: Whether a preview may follow the start of a scale, too.
        alpha: Transparency of what is painted.
        refusal: Why every change of settings is refused; None takes those that make sense.
        recipes: Of all runs.
        threads: In which each run went.
        changes: All that was asked for and makes a difference, taken or not.
        keeps_checkpoints: Whether a run that has taken steps leaves a checkpoint, of a made-up state.
        keeps_timelines: Whether a run keeps how it came about; the states at the ends of its scales are made up.
        resumed_from: What each run was to go on from.
        begins_at: The step and the progress that each scale says it goes on from.
        memory_limits: Of each run.
    """

    num_scales: int = 2
    num_steps: int = 3
    error: Exception | None = None
    error_after: int = 0
    hold_after: int | None = None
    finishes: bool = True
    previews_the_start: bool = False
    alpha: NDArray[np.uint8] | None = None
    refusal: StyleTransferError | None = None
    go_on: threading.Event = field(default_factory=threading.Event)
    recipes: list[Recipe] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    threads: list[int] = field(default_factory=list)
    changes: list[StyleSettings] = field(default_factory=list)
    keeps_checkpoints: bool = False
    keeps_timelines: bool = False
    resumed_from: list[RunState | None] = field(default_factory=list)
    begins_at: tuple[int, float] = (0, 0.0)
    memory_limits: list[int | None] = field(default_factory=list)

    def load(self) -> Stylize:
        return self.stylize

    def stylize(
        self,
        recipe: Recipe,
        *,
        networks_folder: Path,
        control: RunControl | None = None,
        preview_due: Callable[[], bool] = lambda: False,
        max_memory_bytes: int | None = None,
        checkpoints: Checkpoints | None = None,
        resume_from: RunState | None = None,
    ) -> Iterator[Event]:
        assert networks_folder is not None
        self.recipes.append(recipe)
        self.memory_limits.append(max_memory_bytes)
        self.threads.append(threading.get_ident())
        self.resumed_from.append(resume_from)
        run = _FakeRun(self, recipe, control or RunControl(), preview_due)
        if self.keeps_timelines and checkpoints is not None and checkpoints.timeline is not None:
            plan = TimelinePlan(checkpoints.timeline.folder, Pacing(interval_s=0, largest_share=1e9))
            run.timeline = TimelineRecorder(plan, None, num_steps=0 if resume_from is None else resume_from.num_steps)
        yield InputsRead(inputs_of(recipe))
        try:
            yield from run.events()
        finally:
            if self.keeps_checkpoints and checkpoints is not None and run.num_steps > 0:
                writer = CheckpointWriter(checkpoints, max_memory_bytes)
                stopped = run.stopped and control is not None and not control.to_be_continued
                writer.write(snapshot(run_state(recipe=recipe), stopped=stopped))
        if self.finishes:
            seconds = 1.5 if run.stopped else 61.0
            yield Finished(
                run.picture(), stopped=run.stopped, seconds=seconds, num_steps=run.num_steps, recipe=run.recipe
            )


@dataclass
class FakeThumbnails:
    """Paints thumbnails of one colour for each painting; can be held before any of their steps.

    Attributes:
        num_steps: Of each thumbnail.
        hold_after: Steps of a thumbnail after which it waits for ``go_on``, or until it is no longer wanted.
        go_on: Ends all waiting.
        errors: What to raise, by the name of the painting's file.
        recipes: Of all thumbnails that were begun.
        spots: Of all parts of pictures that were begun.
        threads: In which each of them was painted.
        num_loaded: How often it has been loaded.
    """

    num_steps: int = 2
    hold_after: int | None = None
    go_on: threading.Event = field(default_factory=threading.Event)
    errors: dict[str, Exception] = field(default_factory=dict)
    recipes: list[Recipe] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    threads: list[int] = field(default_factory=list)
    num_loaded: int = 0

    def load(self, networks_folder: Path) -> PaintThumbnail:
        assert networks_folder is not None
        self.num_loaded += 1
        return self.paint

    def load_loupe(self, networks_folder: Path) -> PaintPart:
        assert networks_folder is not None
        self.num_loaded += 1
        return self.paint_part

    def paint_part(self, recipe: Recipe, spot: Spot, is_wanted: Callable[[], bool]) -> Iterator[GrowingView]:
        self.spots.append(spot)
        yield from self.paint(recipe, is_wanted)

    def paint(self, recipe: Recipe, is_wanted: Callable[[], bool]) -> Iterator[GrowingView]:
        self.recipes.append(recipe)
        self.threads.append(threading.get_ident())
        for step in range(1, self.num_steps + 1):
            while self.hold_after == step - 1 and is_wanted() and not self.go_on.wait(0.002):
                pass
            if not is_wanted():
                return
            error = self.errors.get(recipe.styles[0].path.name)
            if error is not None:
                raise error
            yield GrowingView(pixels(step, self.num_steps), step / self.num_steps)


class _FakeRun:
    """The changing state of one run."""

    def __init__(
        self, engine: FakeEngine, recipe: Recipe, control: RunControl, preview_due: Callable[[], bool]
    ) -> None:
        self.recipe = recipe
        self.num_steps = 0
        self.stopped = False
        self.timeline: TimelineRecorder | None = None
        self._engine = engine
        self._control = control
        self._preview_due = preview_due
        self._has_canvas = False
        self._num_steps_of_all_scales = engine.num_scales * engine.num_steps

    def events(self) -> Iterator[Event]:
        engine = self._engine
        if self.recipe.style_strength == 0:
            return
        for scale in range(1, engine.num_scales + 1):
            if self._control.stop_requested:
                self.stopped = True
                return
            self._has_canvas = True
            step, progress = engine.begins_at
            progress = max(progress, self.num_steps / self._num_steps_of_all_scales)
            yield ScaleStarted(
                WIDTH_PX, WIDTH_PX, HEIGHT_PX, scale, engine.num_scales, engine.num_steps, step, progress
            )
            if engine.previews_the_start:
                yield from self._preview()
            yield from self._steps(scale)
            if self.stopped:
                return
            yield from self._end_scale(scale)
        # After the last step: while the result is made.
        self._fail_if_due()

    def _note(self, scale: int, step: int) -> FrameNote:
        progress = self.num_steps / self._num_steps_of_all_scales
        return FrameNote(self.num_steps, scale, self._engine.num_scales, WIDTH_PX, step, progress)

    def _end_scale(self, scale: int) -> Iterator[TimelineGrown]:
        if self.timeline is None or scale == self._engine.num_scales:
            return
        state = replace(between_scales(), recipe=self.recipe, num_steps=self.num_steps)
        if self.timeline.end_scale(self._note(scale, self._engine.num_steps), snapshot(state)):
            yield TimelineGrown(self.timeline.timeline)

    def _steps(self, scale: int) -> Iterator[Event]:
        for step in range(1, self._engine.num_steps + 1):
            if self._engine.hold_after == self.num_steps:
                yield from self._wait()
            yield from self._control.hold_while_paused()
            if self._control.stop_requested:
                self.stopped = True
                return
            yield from self._take_settings()
            self._fail_if_due()
            self.num_steps += 1
            progress = self.num_steps / self._num_steps_of_all_scales
            yield StepDone(WIDTH_PX, step, self._engine.num_steps, 1.0 / self.num_steps, 0.5, 0.5, progress)
            yield from self._preview()
            if self.timeline is not None and self.timeline.add_if_due(self._note(scale, step), self._pixels):
                yield TimelineGrown(self.timeline.timeline)

    def picture(self) -> Picture:
        """What has been painted; the photo before there is a canvas."""
        if not self._has_canvas and self.recipe.photo.is_file():
            return read_picture(self.recipe.photo, self.recipe.size_px, self.recipe.shape)
        return Picture(self._pixels(), self._engine.alpha)

    def _pixels(self) -> NDArray[np.uint8]:
        return pixels(self.num_steps, self._num_steps_of_all_scales)

    def _preview(self) -> Iterator[PreviewReady]:
        if self._preview_due():
            yield PreviewReady(self._pixels())

    def _take_settings(self) -> Iterator[SettingsTaken | SettingsRefused]:
        settings = self._control.take_change()
        if settings is None:
            return
        try:
            recipe = settings.applied_to(self.recipe)
            if recipe == self.recipe:
                return
            self._engine.changes.append(settings)
            if self._engine.refusal is not None:
                raise self._engine.refusal
        except StyleTransferError as error:
            yield SettingsRefused(self.recipe, error.with_traceback(None))
        else:
            self.recipe = recipe
            yield SettingsTaken(recipe)

    def _fail_if_due(self) -> None:
        error = self._engine.error
        if error is None or self.num_steps != self._engine.error_after:
            return
        if isinstance(error, InterruptedRunError) and error.picture is None and self.num_steps > 0:
            error.picture = self.picture()
        raise error

    def _wait(self) -> Iterator[Event]:
        # A stop and new settings do not wake who waits, so that they are looked for in between.
        while not self._engine.go_on.wait(0.002) and not self._control.stop_requested:
            yield from self._take_settings()


def inputs_of(recipe: Recipe) -> Inputs:
    """The files of a recipe as they are now; of those that are not there, nothing but the name."""
    start = recipe.start_picture
    return Inputs(
        _input(recipe.photo),
        tuple(_input(style.path) for style in recipe.styles),
        None if start is None else _input(start),
    )


def _input(path: Path) -> InputFile:
    if not path.is_file():
        return InputFile(path.name, 0, "0" * 64)
    with path.open("rb") as file:
        return identity_of(file, path.name)


def pixels(done: int, total: int) -> NDArray[np.uint8]:
    """A plain picture that turns from blue to orange."""
    share = done / total
    plain = np.empty((HEIGHT_PX, WIDTH_PX, 3), np.uint8)
    plain[:] = (round(40 + 200 * share), 120, round(220 - 180 * share))
    plain.flags.writeable = False
    return plain
