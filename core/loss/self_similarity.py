"""How the parts of a picture lie together, whatever they look like: a content loss that lets forms be redrawn.

Two places that are alike in the photo should be alike in the picture, and two that differ should differ; what either of
them shows is left to the paintings.

Source: Kolkin et al. 2019, "Style Transfer by Relaxed Optimal Transport and Self-Similarity", eq. 6 and 7. Differs from
it: at one layer alone, whose positions are drawn anew for every picture where there are too many; and features count
with their strength, or flat areas, whose weak features have a direction like all others, would be filled with a grid.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import torch

from core.loss.sampling import DrawnFeatures

if TYPE_CHECKING:
    from torch import Tensor

# Positions of one picture that are compared with each other: all of those of a canvas of 448 x 292 px.
MOST_SAMPLES: Final = 2048
# So many distances are computed at once, 2 MiB in float32.
_MOST_DISTANCES: Final = 1 << 19
# Guards against features that are all zero, and the mean distance where all features have the same direction.
_TINY: Final = 1e-6


class Samples:
    """The features of a canvas and of what it should show, at the same positions.

    Attributes:
        layer: Whose.
        canvas: Of the canvas.
        shown: Of what it should show.
    """

    def __init__(self, layer: str, seed: int) -> None:
        """Draw at one layer.

        Args:
            layer: Such as ``relu4_2``.
            seed: Which positions are drawn, where there are more than ``MOST_SAMPLES``.
        """
        self.layer = layer
        self.canvas, self.shown = (DrawnFeatures((layer,), MOST_SAMPLES, seed) for _ in range(2))

    def error(self) -> tuple[Tensor, Tensor]:
        """How differently the two lie together, and its gradient by the canvas's features; see `arrangement_error`."""
        return arrangement_error(self.canvas.features[self.layer], self.shown.features[self.layer])


def arrangement_error(features: Tensor, shown: Tensor) -> tuple[Tensor, Tensor]:
    """The mean difference of the cosine distances within two pictures, and its gradient.

    The distances of all positions to one are divided by their mean, so that a painting of little contrast can have the
    same arrangement as a photo of much. Each position's share of the loss needs its own distances alone, so some
    positions at a time are computed, in bounded memory.

    Args:
        features: (K, C), of the canvas.
        shown: (K, C), of what it should show, at the same positions.

    Returns:
        The error, scalar, and its gradient by the features, (K, C).
    """
    count, leaf, usual = len(features), features.detach().requires_grad_(), shown.detach().square().sum(1).mean()
    target = _directions(shown.detach(), usual)
    with torch.enable_grad():
        directions = _directions(leaf, usual)
    all_of_them = directions.detach().requires_grad_()
    error = torch.zeros((), dtype=features.dtype, device=features.device)
    by_directions = torch.zeros_like(all_of_them)
    for part in torch.split(torch.arange(count, device=features.device), max(1, _MOST_DISTANCES // count)):
        expected = _distances(target, part)
        with torch.enable_grad():
            difference = (_distances(all_of_them, part) - expected).abs().sum() / (count * count)
        by_directions += torch.autograd.grad(difference, all_of_them)[0]
        error += difference.detach()
    (gradient,) = torch.autograd.grad(directions, leaf, by_directions)
    return error, gradient


def _directions(features: Tensor, usual: Tensor) -> Tensor:
    """(K, C), the longer the stronger a feature is: half of length one, squared, at the usual strength.

    Args:
        features: (K, C).
        usual: Mean squared length of what is shown; scalar.
    """
    return features / (features.square().sum(1, keepdim=True) + usual + _TINY).sqrt()


def _distances(directions: Tensor, part: Tensor) -> Tensor:
    """(K, K'), the cosine distances of all positions to those of a part, divided by their mean."""
    distances = 1 - directions @ directions[part].mT
    return distances / (distances.mean(0, keepdim=True) + _TINY)
