"""What the canvas shows at the start of a scale."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import torch

from core.loss.statistics import weighted_mean
from core.loss.tensors import resized, to_tensor, without_pixel_waves
from core.optimization.color_transfer import recolored
from core.optimization.painted_area import painted_area
from core.recipe.choices import ColorMode, Preset, StartFrom

if TYPE_CHECKING:
    from collections.abc import Sequence

    from torch import Tensor

    from core.picture import Picture
    from core.recipe.recipe import Recipe

# From this freedom on no detail of the photo is laid over the picture: it is redrawn in strokes. A draft has not the
# steps for that, and would be a blur.
_NO_DETAIL_FROM: Final = {Preset.DRAFT: 100, Preset.STANDARD: 50, Preset.HIGH: 50}


def first_canvas(
    recipe: Recipe, photo: Tensor, paintings: Sequence[tuple[Picture, float]], start: Picture | None
) -> Tensor:
    """What a run starts from.

    Args:
        recipe: Tells what.
        photo: (1, 3, H, W) sRGB in [0, 1], at the size of the canvas.
        paintings: Each with its weight.
        start: The picture to start from, where the recipe says so.
    """
    height_px, width_px = photo.shape[2:]
    if recipe.start_from is StartFrom.NOISE:
        # Drawn on the CPU, so that a seed means the same noise on every device.
        generator = torch.Generator().manual_seed(recipe.seed)
        return torch.rand(photo.shape, generator=generator).to(photo.device)
    if start is not None:
        return resized(to_tensor(start.rgb, photo.device), width_px, height_px).clamp(0, 1)
    return _in_palette(recipe, photo, paintings)


def enlarged_canvas(
    recipe: Recipe, photo: Tensor, paintings: Sequence[tuple[Picture, float]], coarser: Tensor
) -> Tensor:
    """The picture of the coarser scale enlarged, with the detail that the photo gains at this one laid over it.

    Without that, the first steps of every scale are spent on bringing the photo's edges back. What alternates from
    pixel to pixel in the coarser picture is the grid of the network's pooling rather than brush strokes: enlarged, it
    would be a weave that the steps of this scale no longer take out.

    Args:
        recipe: What to paint.
        photo: (1, 3, H, W) sRGB in [0, 1], at the size of the canvas.
        paintings: Each with its weight.
        coarser: (1, 3, H', W'), the picture so far.
    """
    height_px, width_px = photo.shape[2:]
    canvas = resized(without_pixel_waves(coarser), width_px, height_px)
    return with_detail(recipe, canvas, photo, paintings, enlarged_from=(coarser.shape[3], coarser.shape[2]))


def with_detail(
    recipe: Recipe,
    canvas: Tensor,
    photo: Tensor,
    paintings: Sequence[tuple[Picture, float]],
    *,
    enlarged_from: tuple[int, int],
    of: Tensor | None = None,
) -> Tensor:
    """An enlarged canvas with the detail that the photo gains by the enlargement, as far as the recipe wants it.

    Args:
        recipe: What to paint.
        canvas: (1, 3, H, W).
        photo: (1, 3, H, W) sRGB in [0, 1].
        paintings: Each with its weight.
        enlarged_from: Width and height of the coarser canvas.
        of: The photo that this one is a part of; see `recolored`.
    """
    # The stronger the style and the freer the drawing, the more of the detail should be the painting's instead.
    alpha = (1 - recipe.style_strength / 100) * max(0.0, 1 - recipe.freedom / _NO_DETAIL_FROM[recipe.preset])
    if recipe.start_from is StartFrom.PHOTO and alpha > 0:
        start = _in_palette(recipe, photo, paintings, of)
        blurred = resized(resized(start, *enlarged_from), photo.shape[3], photo.shape[2])
        canvas = torch.add(canvas, start - blurred, alpha=alpha)
    return canvas.clamp(0, 1)


def _in_palette(
    recipe: Recipe, photo: Tensor, paintings: Sequence[tuple[Picture, float]], of: Tensor | None = None
) -> Tensor:
    """The photo in the paintings' palette, as far as the strength asks for it.

    Colours are slow to change by gradient where the two palettes are far apart, and leave foreign patches.
    """
    if recipe.color is ColorMode.MATCH:
        return photo
    longest_px = max(photo.shape[2:])
    # A palette needs no more detail than the canvas has.
    palettes = (painted_area(to_tensor(each.resized(longest_px).rgb, photo.device)) for each, _ in paintings)
    in_palettes = [recolored(photo, palette, of) for palette in palettes]
    in_palette = weighted_mean(in_palettes, [weight for _, weight in paintings])
    return photo.lerp(in_palette, min(1.0, recipe.style_strength / 50))
