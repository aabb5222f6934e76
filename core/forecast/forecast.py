"""What a recipe will take, from how fast this computer has been seen to paint; integers and floats only."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Self

from core.optimization.memory_plan import plan_memory
from core.optimization.schedule import painted_px, scales_for
from core.picture import fitted_size
from core.recipe.recipe import MAX_SIZE_PX, MIN_SIZE_PX

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.loss.tile_plan import TilePlan
    from core.recipe.choices import Preset
    from core.recipe.recipe import Recipe

# Share of each stage in the work of a pass, and the margin that its tiles have around them, in pixels; see
# core.loss.vgg.Stage.
_STAGE_SHARES: Final = (0.26, 0.36, 0.38)
# The same of a scale that only refines a coarser one, of the whole pass: it ends within the second stage.
_REFINING_SHARES: Final = (0.36, 0.1)
_MARGINS_PX: Final = (8, 16, 48)
# A stage in tiles is computed twice; computing it once more without remembering is half of computing it and sending
# its gradient back.
_COMPUTED_TWICE: Final = 1.5


@dataclass(frozen=True, slots=True)
class Estimate:
    """A forecast.

    Attributes:
        seconds: From the press of the button to the picture.
        peak_bytes: Of memory that the program will hold at once.
        largest_size_px: Longest side of the largest picture for which there is memory.
        fits: Whether there is memory for this one.
    """

    seconds: float
    peak_bytes: int
    largest_size_px: int
    fits: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """Seconds as a linear function of pixels.

    Attributes:
        fixed_s: Of any canvas.
        per_pixel_s: Of every pixel more.
    """

    fixed_s: float
    per_pixel_s: float

    @classmethod
    def through(cls, small: tuple[int, float], large: tuple[int, float]) -> Self:
        """The line through two points, each pixels and seconds; never falling, never below zero."""
        slope = max(0.0, (large[1] - small[1]) / (large[0] - small[0]))
        return cls(max(0.0, small[1] - slope * small[0]), slope)

    def times(self, factor: float) -> Line:
        """The line whose every value is so many times this one's."""
        return Line(self.fixed_s * factor, self.per_pixel_s * factor)

    def __call__(self, pixels: int) -> float:
        """Seconds for so many pixels."""
        return self.fixed_s + self.per_pixel_s * pixels


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a computer paints, and what it has to paint with.

    Attributes:
        loading_s: For reading the pictures and the network.
        setting_up: For the targets of a scale, by the pixels of canvas and paintings.
        step: For one step, by the pixels of the canvas.
        own_bytes: What the program itself holds of the memory that it paints in.
        memory_bytes: What a run may use beside.
        disk_bytes: What is free for temporary files.
    """

    loading_s: float
    setting_up: Line
    step: Line
    own_bytes: int
    memory_bytes: int
    disk_bytes: int

    def times(self, factor: float) -> Pace:
        """The pace of a computer that takes so many times as long."""
        return replace(
            self,
            loading_s=self.loading_s * factor,
            setting_up=self.setting_up.times(factor),
            step=self.step.times(factor),
        )


def forecast(
    recipe: Recipe, pace: Pace, photo_size_px: tuple[int, int], painting_sizes_px: Sequence[tuple[int, int]]
) -> Estimate:
    """What a recipe will take.

    Args:
        recipe: What would be painted.
        pace: Of this computer, with the recipe's network and loss.
        photo_size_px: Width and height of what is painted of the photo; only the proportions matter.
        painting_sizes_px: Width and height of each painting's file.

    Raises:
        RecipeError: If the picture would be too narrow for the network.
    """
    width_px, height_px = photo_size_px
    largest_px = largest_size_px(photo_size_px, recipe.preset, pace.memory_bytes, pace.disk_bytes)
    seconds, expected_bytes = pace.loading_s, 0
    scales = scales_for(recipe, *fitted_size(width_px, height_px, recipe.size_px))
    if not scales:
        return Estimate(0.0, pace.own_bytes, largest_px)
    for scale in scales:
        canvas_px = fitted_size(width_px, height_px, scale.scale_px)
        pixels = math.prod(canvas_px)
        of_paintings = sum(_pixels_of_painting(each, scale.scale_px, recipe.style_scale) for each in painting_sizes_px)
        limits = scale.num_steps, pace.memory_bytes, pace.disk_bytes
        memory_plan = plan_memory(*canvas_px, *limits, refines=scale.refines)
        cost = _cost_of_step(memory_plan.tile_plan, max(canvas_px), refines=scale.refines)
        seconds += pace.setting_up(pixels + of_paintings) + scale.num_steps * cost * pace.step(pixels)
        expected_bytes = max(expected_bytes, memory_plan.expected_bytes)
    return Estimate(seconds, pace.own_bytes + expected_bytes, largest_px, fits=recipe.size_px <= largest_px)


def _pixels_of_painting(painting_size_px: tuple[int, int], scale_px: int, style_scale: float) -> int:
    """How many pixels of a painting are computed for a canvas; see `targets.painting_at_scale`."""
    longest_px = min(max(painting_size_px), round(scale_px * style_scale))
    return math.prod(fitted_size(*painting_size_px, longest_px))


def _cost_of_step(plan: TilePlan, longest_side_px: int, *, refines: bool) -> float:
    """How many times longer a step takes in these tiles than one that computes the network whole and to its end."""
    cost = 0.0
    shares = _REFINING_SHARES if refines else _STAGE_SHARES
    for share, margin_px, side_px in zip(shares, _MARGINS_PX, plan.sides_px, strict=False):
        if side_px is None or side_px >= longest_side_px:
            cost += share
        else:
            cost += share * _COMPUTED_TWICE * (1 + 2 * margin_px / side_px) ** 2
    return cost


def largest_size_px(photo_size_px: tuple[int, int], preset: Preset, memory_bytes: int, disk_bytes: int) -> int:
    """Longest side of the largest picture that can be painted in a memory, however slowly.

    Args:
        photo_size_px: Width and height of the photo; only the proportions matter.
        preset: How much work goes into it.
        memory_bytes: What may be used.
        disk_bytes: What is free for temporary files.
    """
    fits, does_not = MIN_SIZE_PX, MAX_SIZE_PX + 1
    while does_not - fits > 1:
        middle = (fits + does_not) // 2
        canvas_px = fitted_size(*photo_size_px, painted_px(middle, preset))
        needed_bytes = plan_memory(*canvas_px, 2, memory_bytes, disk_bytes).expected_bytes
        fits, does_not = (middle, does_not) if needed_bytes <= memory_bytes else (fits, middle)
    return fits
