"""How the pixels are moved. One step costs one evaluation: no line search, no second look.

Each optimiser takes the gradient at the present canvas and says by how much to move it.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final, Protocol

import torch
from torch import Tensor

from core.recipe import OptimizerName
from core.tensors import blurred, resized

if TYPE_CHECKING:
    from collections.abc import Callable


class Optimizer(Protocol):
    """Turns the gradients of successive steps into moves."""

    def move(self, gradient: Tensor) -> Tensor:
        """The change to add to the canvas, given the gradient there; the same shape and dtype."""
        ...

    def enlarged(self, width_px: int, height_px: int, history_size: int) -> Optimizer:
        """An optimiser for a canvas of another size that knows what of this one's knowledge holds there."""
        ...


def smoothed(gradient: Tensor) -> Tensor:
    """A gradient (1, 3, H, W) with its finest detail subdued; symmetric and positive definite.

    Where maxima were pooled, single gradients carry the grid of the pooling. Until the curvature is known, L-BFGS
    takes its moves from this instead of from the bare gradient, and paints no weave into flat areas.
    """
    return blurred(gradient).lerp_(gradient, _DETAIL_KEPT)


def unchanged(gradient: Tensor) -> Tensor:
    """The gradient itself."""
    return gradient


_DETAIL_KEPT: Final = 0.25


class Lbfgs:
    """Limited-memory BFGS without line search.

    The first move, when no curvature is known yet, changes the picture by a fixed small amount. Later ones are
    trusted as they come, up to a bound that only a breakdown of the curvature estimate reaches.

    Source: Nocedal and Wright 2006, "Numerical Optimization", algorithms 7.4 and 7.5.
    """

    FIRST_MOVE: Final = 0.02
    LARGEST_MOVE: Final = 0.25

    def __init__(self, history_size: int = 20, precondition: Callable[[Tensor], Tensor] = unchanged) -> None:
        """Start without knowledge of the curvature.

        Args:
            history_size: How many past moves describe it; each costs two copies of the canvas.
            precondition: The first guess of the inverse Hessian, up to a factor; symmetric, positive definite.
        """
        self._precondition = precondition
        self._moves: deque[Tensor] = deque(maxlen=history_size)
        self._gradient_changes: deque[Tensor] = deque(maxlen=history_size)
        self._last_gradient: Tensor | None = None
        self._last_move: Tensor | None = None

    def move(self, gradient: Tensor) -> Tensor:
        """The change to add to the canvas, given the gradient there."""
        self._learn_curvature(gradient)
        direction = self._inverse_hessian_times(gradient).neg_()
        root_mean_square = float(direction.square().mean().sqrt())
        if not self._moves:
            direction *= self.FIRST_MOVE / max(root_mean_square, torch.finfo(direction.dtype).tiny)
        elif root_mean_square > self.LARGEST_MOVE:
            direction *= self.LARGEST_MOVE / root_mean_square
        self._last_gradient, self._last_move = gradient.clone(), direction
        return direction

    def enlarged(self, width_px: int, height_px: int, history_size: int) -> Lbfgs:
        """A fresh one: the curvature of a coarse canvas says nothing of the fine detail of a larger one."""
        del width_px, height_px
        return Lbfgs(history_size, self._precondition)

    def _learn_curvature(self, gradient: Tensor) -> None:
        if self._last_gradient is None or self._last_move is None:
            return
        change = gradient - self._last_gradient
        # Only pairs of positive curvature keep the estimate positive definite (Nocedal and Wright, eq. 6.7).
        # Taken relative, for the gradients here are tiny.
        norms = self._last_move.norm() * change.norm()
        if float(_dot(self._last_move, change)) > 1e-8 * float(norms):
            self._moves.append(self._last_move)
            self._gradient_changes.append(change)

    def _inverse_hessian_times(self, gradient: Tensor) -> Tensor:
        """The two-loop recursion (algorithm 7.4)."""
        if not self._moves:
            return self._precondition(gradient).clone()
        result = gradient.clone()
        pairs = list(zip(self._moves, self._gradient_changes, strict=True))
        inverse_curvatures = [1 / _dot(move, change) for move, change in pairs]
        projections: list[Tensor] = []
        for (move, change), inverse in zip(reversed(pairs), reversed(inverse_curvatures), strict=True):
            projection = _dot(move, result) * inverse
            projections.append(projection)
            result.addcmul_(change, projection, value=-1)
        newest_move, newest_change = pairs[-1]
        scale = _dot(newest_move, newest_change) / _dot(newest_change, self._precondition(newest_change))
        result = self._precondition(result) * scale
        for (move, change), inverse, projection in zip(pairs, inverse_curvatures, reversed(projections), strict=True):
            result.addcmul_(move, projection - _dot(change, result) * inverse)
        return result


def _dot(left: Tensor, right: Tensor) -> Tensor:
    return left.flatten() @ right.flatten()


class Adam:
    """Adam with bias correction, its step in units of the picture's range.

    Source: Kingma and Ba 2015, "Adam: A Method for Stochastic Optimization", algorithm 1.
    """

    STEP: Final = 0.02
    DECAYS: Final = (0.9, 0.99)
    EPSILON: Final = 1e-12

    def __init__(self) -> None:
        self._mean: Tensor | None = None
        self._square: Tensor | None = None
        self._num_moves = 0

    def move(self, gradient: Tensor) -> Tensor:
        """The change to add to the canvas, given the gradient there."""
        if self._mean is None or self._square is None:
            self._mean, self._square = torch.zeros_like(gradient), torch.zeros_like(gradient)
        first, second = self.DECAYS
        self._num_moves += 1
        self._mean.lerp_(gradient, 1 - first)
        self._square.lerp_(gradient.square(), 1 - second)
        mean = self._mean / (1 - first**self._num_moves)
        square = self._square / (1 - second**self._num_moves)
        return mean.mul_(-self.STEP).div_(square.sqrt_().add_(self.EPSILON))

    def enlarged(self, width_px: int, height_px: int, history_size: int) -> Adam:
        """One with these moments, resampled; their common factor does not matter."""
        del history_size
        other = Adam()
        if self._mean is not None and self._square is not None:
            other._mean = resized(self._mean, width_px, height_px)
            other._square = resized(self._square, width_px, height_px).clamp_min_(0)
            other._num_moves = self._num_moves
        return other


def make_optimizer(name: OptimizerName, history_size: int = 20) -> Optimizer:
    """A fresh optimiser of the named kind.

    Args:
        name: Which.
        history_size: How many moves L-BFGS may remember.
    """
    return Lbfgs(history_size, smoothed) if name is OptimizerName.LBFGS else Adam()
