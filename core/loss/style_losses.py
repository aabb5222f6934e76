"""The losses, each a small pure function of feature maps, their statistics or pixels.

All are **relative**: an error divided by the squared norm of its target. One weight then means the same for
every layer, picture size and painting.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor

from core.machine.threads import on_one_thread

if TYPE_CHECKING:
    from core.loss.statistics import FeatureMoments

# Guards the division by the squared norm of a target that is all zeros (a black painting's deep layer).
TINY = 1e-12

# Directions in which a painting's features vary less than this share of their mean variance count as not varying:
# rounding, or a feature map with fewer positions than channels.
_NEGLIGIBLE = 1e-3


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
        try:
            values, vectors = torch.linalg.eigh(matrix)
        except torch.linalg.LinAlgError:  # type: ignore[attr-defined] # torch does not declare it
            # On some processors (AVX2), LAPACK in float32 does not converge on matrices of low rank, as features of a
            # small canvas give them.
            values, vectors = torch.linalg.eigh(matrix.double())
    return values.to(matrix.dtype), vectors.to(matrix.dtype)


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
