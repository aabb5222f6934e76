"""The losses, each a small pure function of feature maps, their statistics or pixels.

All are **relative**: an error divided by the squared norm of its target. One weight then means the same for
every layer, picture size and painting.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from core.devices import on_one_thread

if TYPE_CHECKING:
    from collections.abc import Sequence

# Guards the division by the squared norm of a target that is all zeros (a black painting's deep layer).
TINY = 1e-12

# Directions in which a painting's features vary less than this share of their mean variance count as not varying:
# rounding, or a feature map with fewer positions than channels.
_NEGLIGIBLE = 1e-3


@dataclass(frozen=True, slots=True, eq=False)
class FeatureMoments:
    """First and second moments of a feature map over its positions: all that a style loss knows of a picture.

    Moments of several pictures, or of parts of one, are averaged by averaging both attributes.

    Attributes:
        mean: (C,).
        second: (C, C), uncentred, symmetric; the Gram matrix divided by the number of positions.
    """

    mean: Tensor
    second: Tensor

    @property
    def covariance(self) -> Tensor:
        """(C, C), centred."""
        return self.second - self.mean[:, None] * self.mean


def feature_moments(features: Tensor) -> FeatureMoments:
    """The moments of a feature map.

    Computed in float32 or better whatever the precision of the features: second moments summed or rounded in half
    precision are too coarse to follow, the Wasserstein loss above all.

    Args:
        features: (1, C, H, W).

    Source: Gatys et al. 2016, eq. 3, for the second moment. Differs from Gatys et al.: divided by the number of
    positions, so that pictures of different sizes compare.
    """
    mean, second = moment_sums(features, features.shape[2] * features.shape[3])
    return FeatureMoments(mean, second)


def moment_sums(features: Tensor, num_positions: int) -> tuple[Tensor, Tensor]:
    """What a part of a feature map adds to the mean and the second moment of the whole.

    Args:
        features: (1, C, H, W), a part, or the whole.
        num_positions: Of the whole.
    """
    # (H * W, C): without a copy when the features lie channels-last in memory, as the network makes them.
    positions = at_least_float32(features.movedim(1, -1).flatten(0, 2))
    return positions.sum(0) / num_positions, positions.mT @ positions / num_positions


def at_least_float32(features: Tensor) -> Tensor:
    """Half precision as float32, anything finer as it is."""
    return features.float() if features.dtype in (torch.float16, torch.bfloat16) else features


def mixed_moments(moments: Sequence[FeatureMoments], weights: Sequence[float]) -> FeatureMoments:
    """The moments of several paintings hung side by side, each with an area proportional to its weight.

    Args:
        moments: At least one, all of the same layer.
        weights: As many, not negative, not all zero.
    """
    return FeatureMoments(
        weighted_mean([each.mean for each in moments], weights),
        weighted_mean([each.second for each in moments], weights),
    )


def weighted_mean(tensors: Sequence[Tensor], weights: Sequence[float]) -> Tensor:
    """The mean of equally shaped tensors, each with its weight.

    Args:
        tensors: At least one.
        weights: As many, not negative, not all zero.
    """
    total = sum(weights)
    return torch.stack([tensor * (weight / total) for tensor, weight in zip(tensors, weights, strict=True)]).sum(0)


def relative_squared_error(value: Tensor, target: Tensor) -> Tensor:
    """``|value - target|² / |target|²``: 0 at the target, 1 for a value of all zeros.

    Args:
        value: Any shape.
        target: The same shape.
    """
    return (value - target).square().sum() / target.square().sum().clamp_min(TINY)


class GramLoss:
    """How far a feature map's Gram matrix is from the painting's.

    Differs from Gatys et al. (eq. 4): divided by the squared norm of the target instead of by ``4 N² M²``, so
    that no layer drowns the others.
    """

    def __init__(self, target: FeatureMoments) -> None:
        """Aim at the moments of a painting."""
        self._target = target.second

    def __call__(self, moments: FeatureMoments) -> Tensor:
        """The loss of a canvas's moments, without unit."""
        return relative_squared_error(moments.second, self._target)


class WassersteinLoss:
    """Squared Wasserstein-2 distance between the Gaussians fitted to the features of canvas and painting.

    ``|m - n|² + tr(C + A - 2 (A^½ C A^½)^½)`` for means m, n and covariances C, A of canvas and painting, divided by
    ``|n|² + tr(A)``, the painting's mean square feature. It asks for the painting's palette as a Gram matrix cannot:
    a Gram matrix mixes means and covariances, and can be matched by a wrong one of each.

    Source: Dowson and Landau 1982, "The Fréchet distance between multivariate normal distributions"; as a style loss,
    Lu et al. 2019, "A Closed-form Solution to Universal Style Transfer", and K. Crowson's style-transfer-pytorch.
    """

    def __init__(self, target: FeatureMoments) -> None:
        """Aim at the moments of a painting."""
        self._mean = target.mean
        self._root = covariance_root(target.covariance)
        self._variance = self._root.square().sum()
        self._mean_square = (target.mean.square().sum() + self._variance).clamp_min(TINY)

    def __call__(self, moments: FeatureMoments) -> Tensor:
        """The loss of a canvas's moments, without unit."""
        means = (moments.mean - self._mean).square().sum()
        covariance = moments.covariance
        # The Bures distance of two nearly equal covariances is a small difference of large traces.
        covariances = (covariance.trace() + self._variance - 2 * fidelity(covariance, self._root)).clamp_min(0)
        return (means + covariances) / self._mean_square


def covariance_root(covariance: Tensor) -> Tensor:
    """A matrix R with ``R R^T`` equal to the covariance but for its negligible directions.

    The fewer directions a painting's features vary in, the cheaper is every later `fidelity` to it: on small
    canvases the deep layers have fewer positions than channels.

    Args:
        covariance: (C, C), symmetric, positive semidefinite.

    Returns:
        (C, R) with R the number of directions kept, at least one.
    """
    values, vectors = eigendecomposition(covariance)
    kept = max(1, int((values > _NEGLIGIBLE * values.mean()).sum()))
    return vectors[:, -kept:] * values[-kept:].clamp_min(0).sqrt()


def eigendecomposition(matrix: Tensor) -> tuple[Tensor, Tensor]:
    """Eigenvalues (C,), ascending, and eigenvectors (C, C), in columns, of a symmetric (C, C) matrix."""
    if matrix.device.type == "mps":
        # MPS has no symmetric eigensolver; the matrix is small enough to travel.
        values, vectors = eigendecomposition(matrix.cpu())
        return values.to(matrix.device), vectors.to(matrix.device)
    with on_one_thread():
        values, vectors = torch.linalg.eigh(matrix)
    return values, vectors


class _Fidelity(torch.autograd.Function):
    """``tr (R^T C R)^½`` by C, with its gradient in closed form: ½ R (R^T C R)^-½ R^T.

    One symmetric eigendecomposition serves both, instead of autograd through an iterated matrix square root.
    """

    @staticmethod
    def forward(ctx: torch.autograd.function.FunctionCtx, covariance: Tensor, root: Tensor) -> Tensor:
        values, vectors = eigendecomposition(root.mT @ covariance @ root)
        roots = values.clamp_min(0).sqrt()
        # Directions in which the canvas has no variance at all would have an infinite gradient.
        inverse_roots = 1 / roots.clamp_min(roots[-1] * _NEGLIGIBLE).clamp_min(TINY)
        turned = root @ vectors
        ctx.save_for_backward(0.5 * (turned * inverse_roots) @ turned.mT)
        return roots.sum()

    @staticmethod
    def backward(ctx: torch.autograd.function.FunctionCtx, gradient: Tensor) -> tuple[Tensor, None]:
        (by_covariance,) = ctx.saved_tensors  # type: ignore[attr-defined] # torch does not declare it
        return by_covariance * gradient, None


def fidelity(covariance: Tensor, root: Tensor) -> Tensor:
    """``tr (A^½ C A^½)^½ = tr (R^T C R)^½``, the overlap of two Gaussians' covariances.

    Args:
        covariance: C, (C, C), symmetric, positive semidefinite.
        root: (C, R), with ``R R^T = A``; no gradient is taken by it.
    """
    overlap: Tensor = _Fidelity.apply(covariance, root)
    return overlap


def total_variation(image: Tensor) -> tuple[Tensor, Tensor]:
    """Mean squared difference between neighbouring pixels, down and across, and its gradient.

    The gradient is written down instead of left to autograd, which would keep several copies of a large picture.

    Args:
        image: (B, C, H, W).

    Returns:
        The value, and its gradient by the image.

    Source: the squared form of Mahendran and Vedaldi 2015, "Understanding Deep Image Representations by
    Inverting Them", eq. 4 with beta = 2, averaged instead of summed.
    """
    value, gradient = torch.zeros((), dtype=image.dtype, device=image.device), torch.zeros_like(image)
    for side in (2, 3):
        length = image.shape[side] - 1
        change = image.narrow(side, 1, length) - image.narrow(side, 0, length)
        value += torch.linalg.vector_norm(change).square() / change.numel()
        change *= 2 / change.numel()
        gradient.narrow(side, 1, length).add_(change)
        gradient.narrow(side, 0, length).sub_(change)
    return value, gradient
