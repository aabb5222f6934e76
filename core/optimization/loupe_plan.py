"""What a loupe paints of a picture at each scale; integers and floats only."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

from core.optimization.schedule import scales_for, schedule
from core.picture import fitted_size
from core.recipe.choices import StartFrom

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.optimization.schedule import Scale
    from core.recipe.recipe import Recipe

# Longest side of what is painted of the whole picture: its composition, in a minute or so without a graphics card.
WHOLE_PX: Final = 512
# Longest side of what a loupe shows, in pixels of the result.
CROP_PX: Final = 384
# What is painted around it at each scale: beyond its border the network sees no more of the picture, and strokes end.
_MARGIN_PX: Final = 48
# The least that is painted at any scale: fewer positions say too little about the picture's style.
_SHORTEST_SIDE_PX: Final = 384


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a picture.

    Attributes:
        x: Across, from 0 at the left to 1 at the right.
        y: Down, from 0 at the top to 1 at the bottom.
    """

    x: float
    y: float


def is_worthwhile(recipe: Recipe) -> bool:
    """Whether a picture is so large that a loupe shows more of it than a small picture does."""
    if recipe.style_strength == 0 or recipe.start_from is StartFrom.FINISHED:
        return False
    return any(scale.refines for scale in schedule(recipe.size_px, recipe.preset))


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle of whole pixels of a canvas.

    Attributes:
        left: Of its first column.
        top: Of its first row.
        width_px: Columns.
        height_px: Rows.
    """

    left: int
    top: int
    width_px: int
    height_px: int

    @classmethod
    def whole(cls, size_px: tuple[int, int]) -> Region:
        """All of a canvas of some width and height."""
        return cls(0, 0, *size_px)

    def box_in(self, own_px: tuple[int, int], other_px: tuple[int, int]) -> tuple[float, float, float, float]:
        """Where it lies on a canvas of another size: left, top, right and bottom edge.

        Args:
            own_px: Width and height of its own canvas.
            other_px: Of the other.
        """
        x, y = other_px[0] / own_px[0], other_px[1] / own_px[1]
        return self.left * x, self.top * y, (self.left + self.width_px) * x, (self.top + self.height_px) * y

    def box_from(self, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        """A box of the same canvas, counted from this region's corner."""
        return box[0] - self.left, box[1] - self.top, box[2] - self.left, box[3] - self.top


def crop_at(spot: Spot, size_px: tuple[int, int]) -> Region:
    """What a loupe over a place shows of a result: the place in its middle, as far as the result's border allows."""
    sides = [min(CROP_PX, length) for length in size_px]
    begins = [
        min(max(0, round(share * length - side / 2)), length - side)
        for share, length, side in zip((spot.x, spot.y), size_px, sides, strict=True)
    ]
    return Region(begins[0], begins[1], sides[0], sides[1])


def regions_around(crop: Region, crop_px: tuple[int, int], sizes_px: Sequence[tuple[int, int]]) -> tuple[Region, ...]:
    """What has to be painted at each scale, so that each holds the next with a margin.

    Args:
        crop: What is wanted of the result.
        crop_px: Width and height of the result.
        sizes_px: Width and height of the canvas at each scale, coarse to fine.
    """
    inner, inner_px, found = crop, crop_px, list[Region]()
    for size_px in reversed(sizes_px):
        left, top, right, bottom = inner.box_in(inner_px, size_px)
        (left_px, width_px), (top_px, height_px) = (
            _grown(begin, end, length) for begin, end, length in ((left, right, size_px[0]), (top, bottom, size_px[1]))
        )
        inner, inner_px = Region(left_px, top_px, width_px, height_px), size_px
        found.append(inner)
    return tuple(reversed(found))


def _grown(begin: float, end: float, length: int) -> tuple[int, int]:
    """Where a side with margins around it begins and how long it is, within a canvas of some length."""
    first, last = math.floor(begin) - _MARGIN_PX, math.ceil(end) + _MARGIN_PX
    missing = max(0, _SHORTEST_SIDE_PX - (last - first))
    first, last = first - missing // 2, last + missing - missing // 2
    side = min(last - first, length)
    return min(max(0, first), length - side), side


@dataclass(frozen=True, slots=True)
class LoupePlan:
    """What is to be painted of a result.

    Attributes:
        size_px: Width and height of the result.
        crop: The part of it that is shown.
        fine: The scales that are painted of the part alone.
        regions: Which part of each.
        work_of_whole: What the other scales cost; see `Scale.work`.
    """

    size_px: tuple[int, int]
    crop: Region
    fine: tuple[Scale, ...]
    regions: tuple[Region, ...]
    work_of_whole: float

    @classmethod
    def of(cls, recipe: Recipe, size_px: tuple[int, int], spot: Spot) -> Self:
        """The plan for a place in a result of some width and height."""
        scales, crop = scales_for(recipe, *size_px), crop_at(spot, size_px)
        fine = tuple(scale for scale in scales if scale.scale_px > WHOLE_PX)
        regions = regions_around(crop, size_px, [fitted_size(*size_px, scale.scale_px) for scale in fine])
        return cls(size_px, crop, fine, regions, sum(scale.work for scale in scales if scale not in fine))

    def canvas_px(self, scale: Scale) -> tuple[int, int]:
        """Width and height of the whole canvas at a scale."""
        return fitted_size(*self.size_px, scale.scale_px)

    def progress(self, num_scales: int, share: float) -> float:
        """How much of the work is done, 0 to 1.

        Args:
            num_scales: Of the fine ones that are done; -1 where the coarse ones are not.
            share: Of the work on the next one, or on all coarse ones, 0 to 1.
        """
        works = [self.work_of_whole, *map(_work, self.fine, self.regions)]
        return (sum(works[: num_scales + 1]) + share * [*works, 0.0][num_scales + 1]) / sum(works)


def _work(scale: Scale, region: Region) -> float:
    """Cost of one scale of a part; see `Scale.work`."""
    return scale.work * region.width_px * region.height_px / scale.scale_px**2
