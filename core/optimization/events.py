"""What a run reports while it goes on. Frozen values that own their memory; never tensors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from core.errors import StyleTransferError
    from core.optimization.timeline.timeline import Timeline
    from core.picture import Picture
    from core.recipe.inputs import Inputs
    from core.recipe.recipe import Recipe


@dataclass(frozen=True, slots=True)
class InputsRead:
    """The pictures to paint from have been read; the first event of every run.

    It comes once more if a painting had to be read again, and its file had changed by then.

    Attributes:
        inputs: Their files as they were read.
    """

    inputs: Inputs


@dataclass(frozen=True, slots=True)
class ScaleStarted:
    """The canvas has been enlarged and the next scale begins.

    Attributes:
        scale_px: Longest side of the canvas at this scale, in pixels.
        width_px: Width of the canvas.
        height_px: Height of the canvas.
        scale: Number of this scale, from 1.
        num_scales: How many scales the run has.
        num_steps: How many steps this scale will take.
        step: Steps done at it already, where a run goes on from.
        progress: How much of the whole run's work is done, 0 to 1, counted in pixels computed.
    """

    scale_px: int
    width_px: int
    height_px: int
    scale: int
    num_scales: int
    num_steps: int
    step: int = 0
    progress: float = 0.0


@dataclass(frozen=True, slots=True)
class StepDone:
    """One evaluation of the loss and one move of the pixels.

    Attributes:
        scale_px: Longest side of the canvas, in pixels.
        step: Number of this step within its scale, from 1.
        num_steps: How many steps this scale will take.
        loss: The whole loss, without unit.
        content_loss: Relative squared distance to the photo's features, unweighted.
        style_loss: Relative squared distance to the painting's statistics, unweighted.
        progress: How much of the whole run's work is done, 0 to 1, counted in pixels computed.
    """

    scale_px: int
    step: int
    num_steps: int
    loss: float
    content_loss: float
    style_loss: float
    progress: float


@dataclass(frozen=True, slots=True, eq=False)
class PreviewReady:
    """The picture as it stands.

    Attributes:
        pixels: (H, W, 3) uint8 sRGB, read-only, at the size of the present scale.
    """

    pixels: NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Finished:
    """The last event of every run that did not fail.

    Attributes:
        picture: The result, with the photo's transparency if it had any.
        stopped: Whether the run was stopped before its end; a stop during the last step leaves nothing unpainted.
        seconds: Wall-clock time of the run, pauses left out.
        num_steps: Steps taken over all scales.
        recipe: What was painted: the run's recipe with every change of settings that was taken on the way.
    """

    picture: Picture
    stopped: bool
    seconds: float
    num_steps: int
    recipe: Recipe


@dataclass(frozen=True, slots=True)
class Held:
    """The run really holds now: the step that was under way when it was asked to pause is over."""


@dataclass(frozen=True, slots=True)
class Resumed:
    """A run that held goes on."""


@dataclass(frozen=True, slots=True)
class SettingsTaken:
    """A change of settings has been taken: the steps from now on follow it.

    Attributes:
        recipe: What is painted from now on.
    """

    recipe: Recipe


@dataclass(frozen=True, slots=True, eq=False)
class SettingsRefused:
    """A change of settings could not be followed; the run goes on as it was.

    Attributes:
        recipe: What is still being painted.
        error: Why.
    """

    recipe: Recipe
    error: StyleTransferError


@dataclass(frozen=True, slots=True, eq=False)
class TimelineGrown:
    """There is more of how the picture came about than before.

    Attributes:
        timeline: All of it.
    """

    timeline: Timeline


Event = (
    InputsRead
    | ScaleStarted
    | StepDone
    | PreviewReady
    | Held
    | Resumed
    | SettingsTaken
    | SettingsRefused
    | TimelineGrown
    | Finished
)
