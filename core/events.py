"""What a run reports while it goes on. Frozen values that own their memory; never tensors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from core.images import Picture


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
    """

    scale_px: int
    width_px: int
    height_px: int
    scale: int
    num_scales: int
    num_steps: int


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
        stopped: Whether the run was stopped before its end.
        seconds: Wall-clock time of the run, pauses left out.
        num_steps: Steps taken over all scales.
    """

    picture: Picture
    stopped: bool
    seconds: float
    num_steps: int


Event = ScaleStarted | StepDone | PreviewReady | Finished
