"""How far each position of a feature map is from the nearest one of the paintings: a loss that knows of single strokes.

Statistics of a whole picture are satisfied when the painter's lines stand anywhere, and they stand where the photo is
empty. This loss asks every position to look like some position of the painting, so it draws strokes onto faces too.

Source: Kolkin et al. 2022, "Neural Neighbor Style Transfer", section 3; Kolkin et al. 2019, "Style Transfer by Relaxed
Optimal Transport and Self-Similarity", eq. 5. Differs from both: features of the canvas are centred by the paintings'
mean and not by their own, so that each position has its loss by itself and can be computed in tiles, exactly.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import torch
from torch import Tensor

from core.loss.statistics import at_least_float32

if TYPE_CHECKING:
    from collections.abc import Sequence

# Of all paintings together, at one layer. More positions cost time in the search and give no better picture.
MOST_POSITIONS: Final = 4096
# So many similarities are computed at once, 16 MiB in float32: bounds the memory, and fits a processor's cache.
_MOST_SIMILARITIES: Final = 1 << 22
# A feature of the paintings may be chosen this many times as often as if all were chosen equally often, and the price,
# as a cosine, by which it rises where it is chosen e times as often as that.
_LARGEST_SHARE: Final = 2.0
_PRICE_STEP: Final = 0.02
# Features nearer to the mean than this share of their usual distance have no clear direction: their loss fades.
_FLOOR_SHARE: Final = 0.01
_TINY: Final = 1e-12


@dataclass(frozen=True, slots=True, eq=False)
class PaintedFeatures:
    """What the positions of the paintings look like at one layer.

    Attributes:
        mean: (C,), which features are centred by.
        floor: A small length in the features' own unit, below which directions fade; scalar.
        directions: (M, C), centred features of length one.
    """

    mean: Tensor
    floor: Tensor
    directions: Tensor

    @classmethod
    def of(cls, features: Tensor, mean: Tensor) -> PaintedFeatures:
        """Make the targets from features of the paintings.

        Args:
            features: (M, C), at least one row.
            mean: (C,), of all positions of the paintings.
        """
        centred = features - mean
        floor = (_FLOOR_SHARE * centred.square().sum(1).mean().sqrt()).clamp_min(_TINY)
        return cls(mean, floor, centred / _lengths(centred, floor))


def shared_by_weight(features: Sequence[Tensor], weights: Sequence[float]) -> Tensor:
    """Features of several paintings, of each as many as its weight asks for, (M, C).

    Args:
        features: Of each painting (M', C), in random order, so that the first ones stand for all.
        weights: As many, above zero.
    """
    total = sum(weights)
    most = min(MOST_POSITIONS, *(len(each) * total / weight for each, weight in zip(features, weights, strict=True)))
    counts = [max(1, round(most * weight / total)) for weight in weights]
    return torch.cat([each[:count] for each, count in zip(features, counts, strict=True)])


@torch.no_grad()
def nearest_directions(rows: Tensor, painted: PaintedFeatures, prices: Tensor | None = None) -> Tensor:
    """Which of the paintings' features has most nearly the direction of each feature, (N,).

    Searched in the precision of the features, block by block.

    Args:
        rows: (N, C).
        painted: To search in.
        prices: (M,), by how much, as a cosine, each of the paintings' features must be nearer than one without a price.
    """
    targets = painted.directions.to(rows.dtype).mT
    prices = torch.zeros(targets.shape[1], device=rows.device) if prices is None else prices
    num_rows = max(1, _MOST_SIMILARITIES // targets.shape[1])
    # The length of a feature does not change which direction is nearest, but half precision has little room for it.
    parts = torch.split(rows, num_rows)
    return torch.cat([(_direction(part, painted) @ targets).sub_(prices).argmax(1) for part in parts])


def raised_prices(prices: Tensor, neighbours: Tensor) -> Tensor:
    """The prices for the next search: higher where the last has chosen a feature too often, lower where not, (M,).

    Without them few places of a painting serve a whole picture, which is monotonous, and some serve none.

    Args:
        prices: (M,), not negative, those of the last search.
        neighbours: (N,), what it has found at all positions.

    Source: Bertsekas 1988, "The auction algorithm: a distributed relaxation method for the assignment problem", for
    the idea. Differs from it: prices rise with the logarithm of the demand, and one step a search.
    """
    counts = torch.bincount(neighbours, minlength=len(prices))
    most = _LARGEST_SHARE * max(1.0, len(neighbours) / len(prices))
    return (prices + _PRICE_STEP * ((counts + 0.5) / most).log()).clamp_min(0)


def nearest_distance(rows: Tensor, painted: PaintedFeatures, neighbours: Tensor) -> Tensor:
    """The sum over features of 1 - cosine to the chosen ones of the paintings, all centred; at least float32.

    Args:
        rows: (N, C).
        painted: The paintings' features.
        neighbours: (N,), which of them each feature is compared with; no gradient is taken by this choice.
    """
    distance: Tensor = _NearestDistance.apply(rows, painted, neighbours)
    return distance


class _NearestDistance(torch.autograd.Function):
    """The distance and its gradient at once, block by block: one map of memory instead of the five of autograd."""

    @staticmethod
    def forward(
        ctx: torch.autograd.function.FunctionCtx, rows: Tensor, painted: PaintedFeatures, neighbours: Tensor
    ) -> Tensor:
        needs_gradient = ctx.needs_input_grad[0]  # type: ignore[attr-defined] # torch does not declare it
        gradient = torch.empty_like(rows) if needs_gradient else rows.new_empty(0)
        distance = torch.zeros((), dtype=painted.mean.dtype, device=rows.device)
        num_rows = max(1, _MOST_SIMILARITIES // rows.shape[1])
        for begin in range(0, len(rows), num_rows):
            part = slice(begin, begin + num_rows)
            centred = at_least_float32(rows[part]) - painted.mean
            lengths = _lengths(centred, painted.floor)
            unit, target = centred / lengths, painted.directions[neighbours[part]]
            cosines = (unit * target).sum(1, keepdim=True)
            distance += (1 - cosines).sum()
            if needs_gradient:
                gradient[part] = (unit * cosines - target) / lengths
        ctx.save_for_backward(gradient)
        return distance

    @staticmethod
    def backward(ctx: torch.autograd.function.FunctionCtx, by_distance: Tensor) -> tuple[Tensor, None, None]:
        (gradient,) = ctx.saved_tensors  # type: ignore[attr-defined] # torch does not declare it
        return gradient * by_distance.to(gradient.dtype), None, None


def _direction(rows: Tensor, painted: PaintedFeatures) -> Tensor:
    centred = at_least_float32(rows) - painted.mean
    return (centred / _lengths(centred, painted.floor)).to(rows.dtype)


def _lengths(centred: Tensor, floor: Tensor) -> Tensor:
    """(N, 1), never below the floor and smooth where they come near it."""
    return (centred.square().sum(1, keepdim=True) + floor.square()).sqrt()
