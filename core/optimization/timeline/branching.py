"""Goes on from the end of a scale with other settings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from core.errors import CheckpointError, CheckpointProblem, TimelineError, TimelineProblem
from core.files.reading import read_size
from core.optimization.checkpoint.inputs import check_inputs
from core.optimization.checkpoint.reading import read_checkpoint
from core.optimization.schedule import scales_for
from core.optimization.sources import painting_size_px
from core.picture import fitted_size
from core.recipe.recipe import MAX_STYLE_STRENGTH

if TYPE_CHECKING:
    from pathlib import Path

    from core.optimization.run_state import RunState
    from core.recipe.recipe import Recipe

# Sides are rounded to whole pixels at each scale.
_ROUNDING_PX: Final = 1


def read_branch(folder: Path, recipe: Recipe) -> RunState:
    """The state that another run begins with: what lies in the folder of a scale's end, for another recipe.

    Args:
        folder: Of the checkpoint.
        recipe: What to paint from there, of the same photo.

    Raises:
        CheckpointError: If the checkpoint cannot be read, or the photo is another one by now.
        ImageFileError: If the photo cannot be read.
        TimelineError: If the recipe does not lead on from there.
    """
    checkpoint = read_checkpoint(folder)
    photo, *_ = checkpoint.manifest.inputs or (None,)
    if photo is None or photo.path != recipe.photo.absolute():
        raise CheckpointError(CheckpointProblem.INPUT_CHANGED, name=recipe.photo.name)
    check_inputs([photo])
    return branched(checkpoint.state, recipe, recipe.shape or read_size(recipe.photo))


def branched(state: RunState, recipe: Recipe, photo_size_px: tuple[int, int]) -> RunState:
    """The state between two scales of a run of another recipe, as if that had come as far.

    Whatever a recipe says of the beginning has no effect any more. With the same recipe it is the same state.

    Args:
        state: Of a run between two scales.
        recipe: What to paint from there.
        photo_size_px: Width and height of the photo, or of anything in the shape of the part that is painted.

    Raises:
        TimelineError: If the recipe has no larger scale, or is of a picture of another shape.
    """
    if state.coarser is None or state.painter is not None:
        raise CheckpointError(CheckpointProblem.DAMAGED)
    height_px, width_px = state.coarser.shape[2:]
    canvas_px = max(width_px, height_px)
    expected = fitted_size(*fitted_size(*photo_size_px, recipe.size_px), canvas_px)
    if max(abs(expected[0] - width_px), abs(expected[1] - height_px)) > _ROUNDING_PX:
        raise TimelineError(TimelineProblem.OTHER_SHAPE)
    scales = scales_for(replace(recipe, style_strength=MAX_STYLE_STRENGTH), *photo_size_px)
    number = next((number for number, scale in enumerate(scales, 1) if scale.scale_px > canvas_px), None)
    if number is None:
        raise TimelineError(TimelineProblem.LARGE_ENOUGH, size_px=canvas_px)
    return replace(state, recipe=recipe, scale=number, painting_sizes_px=_painting_sizes(state, recipe))


def _painting_sizes(state: RunState, recipe: Recipe) -> tuple[tuple[int, ...], ...]:
    """The sizes at which the paintings are read: as before where that is what the recipe asks for."""
    before = state.recipe
    same_paintings = [style.path for style in before.styles] == [style.path for style in recipe.styles]
    wanted_px = painting_size_px(recipe)
    if same_paintings and painting_size_px(before) == wanted_px:
        return state.painting_sizes_px
    return ((wanted_px,),) * len(recipe.styles)
