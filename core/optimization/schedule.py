"""The coarse-to-fine schedule: at which sizes a picture is painted, and for how many steps.

Composition is settled where it is cheap, on a small canvas; each larger one only adds detail.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from core.errors import RecipeError, RecipeProblem
from core.picture import fitted_size
from core.recipe.choices import Preset, StartFrom

if TYPE_CHECKING:
    from core.recipe.recipe import Recipe

COARSEST_SCALE_PX: Final = 128

# The network halves a picture four times: a canvas needs this many pixels a side to reach its deepest layer.
MIN_SIDE_PX: Final = 16

# A draft doubles the canvas above this size instead of growing it by the square root of two: it has too few steps to
# spend some of them on a canvas that is enlarged at once.
_DRAFT_DOUBLES_FROM_PX: Final = 256


# At this scale the picture is composed, down to the windows of a town. Larger ones only refine its strokes: they need
# no more than the shallow layers of the network, and take half of the time; see tests/benchmarks/README.md.
COMPOSED_AT_PX: Final = 1024
_COST_OF_REFINING: Final = 1 / 2
# They double the canvas, or grow it by this many octaves more before there is another one of them.
_OCTAVES_SPARED: Final = 0.3


@dataclass(frozen=True, slots=True)
class Scale:
    """One size of canvas and the work done on it.

    Attributes:
        scale_px: Longest side of the canvas in pixels.
        num_steps: Evaluations of the loss at this size.
        refines: Whether the canvas should show what the coarser one shows, in finer strokes, instead of the photo.
    """

    scale_px: int
    num_steps: int
    refines: bool = False

    @property
    def work(self) -> float:
        """Cost of this scale in an arbitrary unit: steps times area, and what a step takes."""
        cost = _COST_OF_REFINING if self.refines else 1.0
        return self.num_steps * self.scale_px * self.scale_px * cost


# A picture of high quality is painted larger than it is asked for, and reduced: its strokes have finer edges than
# pixels that were moved one by one can have.
_PAINTED_LARGER: Final = {Preset.DRAFT: 1.0, Preset.STANDARD: 1.0, Preset.HIGH: math.sqrt(2)}

# Steps at the coarsest scale, the second, the third ...; the last number serves every further scale.
_STEPS: Final[dict[Preset, tuple[int, ...]]] = {
    Preset.DRAFT: (16, 8, 4, 3),
    Preset.STANDARD: (50, 28, 18, 11, 8),
    Preset.HIGH: (60, 36, 24, 16, 10),
}

# Of a finished picture: twice what its last scale had, for it begins without knowing the curvature.
_MORE_STEPS: Final = {Preset.DRAFT: 6, Preset.STANDARD: 16, Preset.HIGH: 20}


def painted_px(size_px: int, preset: Preset) -> int:
    """Longest side of the largest canvas of a run.

    Args:
        size_px: Of the result.
        preset: How much work goes into it.
    """
    return round(size_px * _PAINTED_LARGER[preset])


def scale_sizes(size_px: int, preset: Preset) -> tuple[int, ...]:
    """Longest sides of the canvas from the coarsest scale up to ``size_px``, growing by about the square root of 2.

    The ladder is anchored at the coarse end and does not depend on the final size but for its top rungs, so a
    large picture goes through the same coarse scales as a small one and looks like it, only sharper. Above the scale
    at which it is composed, it grows evenly, by about 2.
    """
    rungs: list[int] = []
    half_octaves = 0
    # A rung within 12 % of the final size would be work spent on a canvas that is enlarged at once.
    while (rung := round(COARSEST_SCALE_PX * 2 ** (half_octaves / 2))) * 1.12 < size_px:
        rungs.append(rung)
        if rung == COMPOSED_AT_PX:
            return (*rungs, *_refining_sizes(size_px))
        half_octaves += 2 if preset is Preset.DRAFT and rung >= _DRAFT_DOUBLES_FROM_PX else 1
    return (*rungs, size_px)


def _refining_sizes(size_px: int) -> list[int]:
    """Longest sides of the scales that refine a composed picture."""
    octaves = math.log2(size_px / COMPOSED_AT_PX)
    number = max(1, math.ceil(octaves - _OCTAVES_SPARED))
    return [round(COMPOSED_AT_PX * 2 ** (octaves * rung / number)) for rung in range(1, number + 1)]


def schedule(size_px: int, preset: Preset) -> tuple[Scale, ...]:
    """The scales of a run, coarse to fine.

    Args:
        size_px: Longest side of the result in pixels.
        preset: How much work goes into it.
    """
    steps, sizes_px = _STEPS[preset], scale_sizes(painted_px(size_px, preset), preset)
    # Where the ladder passes over that rung, the picture is still composed at the next one.
    return tuple(
        Scale(scale_px, steps[min(number, len(steps) - 1)], refines=scale_px > COMPOSED_AT_PX in sizes_px)
        for number, scale_px in enumerate(sizes_px)
    )


def scales_for(recipe: Recipe, width_px: int, height_px: int) -> tuple[Scale, ...]:
    """The schedule, without the scales at which the canvas is too narrow for the network.

    A strength of zero asks for the photo itself: nothing is painted. A finished picture is painted on at its full size.

    Args:
        recipe: What to paint.
        width_px: Of the result.
        height_px: Of the result.

    Raises:
        RecipeError: If even the result is too narrow.
    """
    if recipe.style_strength == 0:
        return ()
    if recipe.start_from is StartFrom.FINISHED:
        scales: tuple[Scale, ...] = (Scale(painted_px(recipe.size_px, recipe.preset), _MORE_STEPS[recipe.preset]),)
    else:
        scales = schedule(recipe.size_px, recipe.preset)
    visible = tuple(s for s in scales if min(fitted_size(width_px, height_px, s.scale_px)) >= MIN_SIDE_PX)
    if not visible:
        raise RecipeError(RecipeProblem.TOO_NARROW, short_side_px=min(width_px, height_px))
    return visible
