"""How the pixels are moved. One step costs one evaluation of the loss: no line search."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

import torch
from torch import Tensor

from core.loss.tensors import blurred
from core.machine.kept_tensor import KeptTensor
from core.machine.tensor_store import TensorStore
from core.optimization.memory_plan import History
from core.optimization.run_state import OptimizerState, PairState

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable


_LONG: Final = History()


def sharpened(gradient: Tensor) -> Tensor:
    """A gradient (1, 3, H, W) with its finest detail raised; symmetric and positive definite.

    Deep layers pool, so a gradient says least of the finest detail, which is what every larger canvas lacks. Until the
    curvature is known, L-BFGS takes its moves from this instead of from the bare gradient.
    """
    return blurred(gradient).lerp_(gradient, 1 + _DETAIL_RAISED)


def unchanged(gradient: Tensor) -> Tensor:
    """The gradient itself."""
    return gradient


# What a wave of two pixels is raised by, relative to broad shapes; see tests/benchmarks/README.md.
_DETAIL_RAISED: Final = 2.0


class Lbfgs:
    """Limited-memory BFGS without line search.

    The first move, when no curvature is known yet, changes the picture by a fixed small amount. Later ones are
    trusted as they come, up to a bound that only a breakdown of the curvature estimate reaches.

    Source: Nocedal and Wright 2006, "Numerical Optimization", algorithms 7.4 and 7.5.
    """

    FIRST_MOVE: Final = 0.04
    LARGEST_MOVE: Final = 0.25

    def __init__(self, history: History = _LONG, precondition: Callable[[Tensor], Tensor] = unchanged) -> None:
        """Start without knowledge of the curvature.

        Args:
            history: How many past moves describe it, and where they are kept; each costs two copies of the canvas.
            precondition: The first guess of the inverse Hessian, up to a factor; symmetric, positive definite.
        """
        self._precondition = precondition
        self._history_size = history.size
        # Moves and the changes of the gradient that they brought, each under its kind and the number of the move.
        self._store = TensorStore.on_disk() if history.on_disk else TensorStore()
        self._pairs: deque[_Pair] = deque()
        self._num_moves = 0
        self._shape: tuple[int, ...] = ()
        self._key = object()

    def move(self, gradient: Tensor) -> Tensor:
        """The change to add to the canvas, given the gradient there; the same shape and dtype.

        Neither may be altered afterwards: both are remembered.
        """
        if self._num_moves > 0:
            self._learn_curvature(gradient)
        direction = self._inverse_hessian_times(gradient).neg_()
        root_mean_square = float(direction.norm()) / direction.numel() ** 0.5
        if not self._pairs:
            direction *= self.FIRST_MOVE / max(root_mean_square, torch.finfo(direction.dtype).tiny)
        elif root_mean_square > self.LARGEST_MOVE:
            direction *= self.LARGEST_MOVE / root_mean_square
        self._num_moves += 1
        self._shape = tuple(gradient.shape)
        self._store.put("gradient", gradient)
        self._store.put(("move", self._num_moves), direction)
        return direction

    def state(self) -> OptimizerState:
        """What it knows. What lies on the disk can be fetched only until the next move."""
        if self._num_moves == 0:
            return OptimizerState()
        pairs = [
            PairState(
                pair.number,
                float(pair.inverse_curvature),
                float(pair.scale),
                self._kept(("move", pair.number)),
                self._kept(("change", pair.number)),
            )
            for pair in self._pairs
        ]
        last_gradient = self._kept("gradient", self._num_moves)
        return OptimizerState(self._num_moves, last_gradient, self._kept(("move", self._num_moves)), tuple(pairs))

    def _kept(self, name: Hashable, number: int = 0) -> KeptTensor:
        fetch = partial(self._store.get, name, torch.device("cpu"))
        return KeptTensor((self._key, name, number), self._shape, fetch)

    def restore(self, state: OptimizerState, device: torch.device) -> None:
        """Go on with what another one knew.

        Args:
            state: What that is.
            device: Where the canvas is.

        Raises:
            DiskFullError: If it is to be remembered in temporary files, and there is no room.
        """
        self._num_moves = state.num_moves
        if state.last_gradient is None or state.last_move is None:
            return
        self._put("gradient", state.last_gradient, device)
        self._put(("move", state.num_moves), state.last_move, device)
        for pair in state.pairs:
            self._put(("move", pair.number), pair.move, device)
            self._put(("change", pair.number), pair.change, device)
            factors = (torch.tensor(each, device=device) for each in (pair.inverse_curvature, pair.scale))
            self._pairs.append(_Pair(pair.number, *factors))

    def _put(self, key: Hashable, kept: KeptTensor, device: torch.device) -> None:
        self._shape = kept.shape
        self._store.put(key, kept.fetch().to(device))

    def _learn_curvature(self, gradient: Tensor) -> None:
        number, device = self._num_moves, gradient.device
        change = gradient - self._store.get("gradient", device)
        last_move = self._store.get(("move", number), device)
        curvature = _dot(last_move, change)
        # Only pairs of positive curvature keep the estimate positive definite (Nocedal and Wright, eq. 6.7).
        # Taken relative, for the gradients here are tiny.
        if float(curvature) <= 1e-8 * float(last_move.norm() * change.norm()):
            self._store.drop(("move", number))
            return
        if len(self._pairs) == self._history_size:
            oldest = self._pairs.popleft()
            self._store.drop(("move", oldest.number))
            self._store.drop(("change", oldest.number))
        self._pairs.append(_Pair(number, 1 / curvature, curvature / _dot(change, self._precondition(change))))
        self._store.put(("change", number), change)

    def _inverse_hessian_times(self, gradient: Tensor) -> Tensor:
        """The two-loop recursion (algorithm 7.4)."""
        if not self._pairs:
            return self._precondition(gradient).clone()
        result = gradient.clone()
        projections: list[Tensor] = []
        for pair in reversed(self._pairs):
            move = self._store.get(("move", pair.number), result.device)
            projections.append(_dot(move, result) * pair.inverse_curvature)
            del move
            change = self._store.get(("change", pair.number), result.device)
            result.addcmul_(change, projections[-1], value=-1)
            del change
        result = self._precondition(result) * self._pairs[-1].scale
        for pair, projection in zip(self._pairs, reversed(projections), strict=True):
            change = self._store.get(("change", pair.number), result.device)
            excess = projection - _dot(change, result) * pair.inverse_curvature
            del change
            result.addcmul_(self._store.get(("move", pair.number), result.device), excess)
        return result


@dataclass(frozen=True, slots=True, eq=False)
class _Pair:
    """What L-BFGS knows of one of its moves.

    Attributes:
        number: Of the move.
        inverse_curvature: One over the product of the move and the change of gradient.
        scale: Of the first guess of the inverse Hessian, by Nocedal and Wright's eq. 7.20.
    """

    number: int
    inverse_curvature: Tensor
    scale: Tensor


def _dot(left: Tensor, right: Tensor) -> Tensor:
    return left.flatten() @ right.flatten()


def make_optimizer(history: History) -> Lbfgs:
    """A fresh optimiser, which takes its moves from sharpened gradients until the curvature is known.

    Every scale begins with one: the curvature of a coarse canvas says nothing of the fine detail of a larger one.

    Args:
        history: How it remembers its moves.
    """
    return Lbfgs(history, sharpened)
