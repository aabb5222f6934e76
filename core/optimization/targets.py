"""What a recipe asks of a canvas of one size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.loss.compared_layers import ComparedLayers
from core.loss.objective import LossWeights, Objective
from core.loss.tensors import resized, to_tensor
from core.optimization.color_transfer import recolored
from core.optimization.painted_area import painted_area
from core.optimization.schedule import MIN_SIDE_PX
from core.recipe.choices import ColorMode

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from torch import Tensor

    from core.loss.statistics import FeatureMoments
    from core.loss.sweeper import ContentTarget
    from core.loss.tile_plan import TilePlan
    from core.loss.vgg import VggFeatures
    from core.picture import Picture
    from core.recipe.recipe import Recipe


@dataclass(frozen=True, slots=True, eq=False)
class PartOf:
    """What a canvas is a part of.

    Attributes:
        scale_px: Longest side of the whole canvas.
        photo: (1, 3, H, W) sRGB in [0, 1], the whole photo at any size, for its colours.
        deviation: For each style layer, by how much the part's moments are other than those of the whole.
    """

    scale_px: int
    photo: Tensor
    deviation: Mapping[str, FeatureMoments]


def objective_for(
    recipe: Recipe,
    network: VggFeatures,
    photo: Tensor,
    paintings: Iterable[tuple[Picture, float]],
    *,
    plan: TilePlan | None = None,
    content: ContentTarget | None = None,
    refined: Tensor | None = None,
    part_of: PartOf | None = None,
) -> Objective:
    """What a recipe asks of a canvas.

    Args:
        recipe: Tells how much each loss counts, and how the paintings count.
        network: The network that computes the features.
        photo: (1, 3, H, W) sRGB in [0, 1], at the size of the canvas.
        paintings: Each with its weight, at the largest size at hand.
        plan: In what tiles to compute pictures; None computes them whole.
        content: The photo's features where they are known; None to compute them.
        refined: (1, 3, H, W), the picture that the canvas should only refine, instead of showing the photo.
        part_of: What the canvas is a part of; None where it is a whole one.
    """
    whole, scale_px = (photo, max(photo.shape[2:])) if part_of is None else (part_of.photo, part_of.scale_px)
    layers = ComparedLayers.deep(recipe.loss) if refined is None else ComparedLayers.shallow(recipe.loss)
    return Objective(
        network,
        photo if refined is None else refined,
        ((painting_at_scale(painting, recipe, whole, scale_px), weight) for painting, weight in paintings),
        recipe.loss,
        LossWeights.of(recipe.loss, recipe.style_strength, recipe.freedom),
        layers=layers,
        plan=plan,
        turned_strokes=recipe.turned_strokes,
        content=content,
        deviation=None if part_of is None else part_of.deviation,
    )


def painting_at_scale(painting: Picture, recipe: Recipe, photo: Tensor, scale_px: int) -> Tensor:
    """What is painted of a painting, at the size its strokes should have on a canvas, never too narrow for the network.

    Args:
        painting: At the largest size at hand.
        recipe: Tells the size of the brush strokes, and whose colours the picture has.
        photo: (1, 3, H, W) sRGB in [0, 1], whose colours may be asked for.
        scale_px: Longest side of the canvas.
    """
    longest_px = round(scale_px * recipe.style_scale)
    longest_px = min(longest_px, max(painting.width_px, painting.height_px))
    tensor = painted_area(to_tensor(painting.resized(longest_px).rgb, photo.device))
    height_px, width_px = tensor.shape[2:]
    tensor = resized(tensor, max(width_px, MIN_SIDE_PX), max(height_px, MIN_SIDE_PX)).clamp_(0, 1)
    return recolored(tensor, photo) if recipe.color is ColorMode.MATCH else tensor
