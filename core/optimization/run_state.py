"""All that a run knows between two steps, as one frozen value: what it is made from again, to the same bytes.

There is no random state in it: whatever a run draws, it draws from a generator that it seeds for that moment.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

# At run time: the types of the fields are read when a checkpoint is.
from core.loss.strokes import StrokeState  # noqa: TC001
from core.machine.kept_tensor import KeptTensor  # noqa: TC001
from core.optimization.memory_plan import MemoryPlan  # noqa: TC001
from core.recipe.recipe import Recipe  # noqa: TC001


@dataclass(frozen=True, slots=True, eq=False)
class PairState:
    """One move that L-BFGS remembers, and what it learned from it.

    Attributes:
        number: Of the move.
        inverse_curvature: One over the product of the move and the change of gradient.
        scale: Of the first guess of the inverse Hessian.
        move: (1, 3, H, W).
        change: (1, 3, H, W), of the gradient, that the move brought.
    """

    number: int
    inverse_curvature: float
    scale: float
    move: KeptTensor
    change: KeptTensor


@dataclass(frozen=True, slots=True, eq=False)
class OptimizerState:
    """What L-BFGS knows.

    Attributes:
        num_moves: How many moves it has made.
        last_gradient: (1, 3, H, W), where it made the last one; None before there is one.
        last_move: (1, 3, H, W), the last one; None before there is one.
        pairs: The moves that it remembers, the oldest first.
    """

    num_moves: int = 0
    last_gradient: KeptTensor | None = None
    last_move: KeptTensor | None = None
    pairs: tuple[PairState, ...] = ()

    def __post_init__(self) -> None:
        numbers = [0, *(pair.number for pair in self.pairs), self.num_moves]
        _demand("moves come in their order", numbers == sorted(set(numbers)) or numbers == [0, 0])
        _demand("there is a last move", (self.last_move is None) == (self.num_moves == 0))
        _demand("there is a last gradient", (self.last_gradient is None) == (self.num_moves == 0))


@dataclass(frozen=True, slots=True, eq=False)
class ScaleState:
    """One scale that is being painted.

    Attributes:
        step: Steps done at this scale.
        canvas: (1, 3, H, W), the newest.
        last_good: (1, 3, H, W), the last canvas whose loss is known to be sound.
        memory_plan: What the scale may use: how large its tiles are, and how L-BFGS remembers its moves.
        num_halvings: How often memory ran out at this scale and the tiles were halved.
        rolled_back: Whether the loss broke down once at this scale.
        losses: Since the settings were changed or it broke down; whether it has flattened is judged by them.
        optimizer: What L-BFGS knows.
        strokes: What the comparison of strokes remembers; None where it has not begun.
    """

    step: int
    canvas: KeptTensor
    last_good: KeptTensor
    memory_plan: MemoryPlan
    num_halvings: int
    rolled_back: bool
    losses: tuple[float, ...]
    optimizer: OptimizerState
    strokes: StrokeState | None

    def __post_init__(self) -> None:
        _demand("counts are not negative", min(self.step, self.num_halvings) >= 0)
        _demand("a canvas is a picture", self.canvas.shape[:2] == (1, 3) and len(self.canvas.shape) == 4)  # noqa: PLR2004
        _demand("all canvases are of one size", {each.shape for each in self._like_the_canvas()} == {self.canvas.shape})
        plan = self.memory_plan
        _demand("tiles have a size", all(side_px is None or side_px > 0 for side_px in plan.tile_plan.sides_px))
        _demand("no more moves are remembered than shall be", len(self.optimizer.pairs) <= plan.history.size)
        _demand("losses are numbers", all(map(math.isfinite, self.losses)))

    def _like_the_canvas(self) -> list[KeptTensor]:
        optimizer = self.optimizer
        of_pairs = [tensor for pair in optimizer.pairs for tensor in (pair.move, pair.change)]
        return [self.last_good, *of_pairs, *filter(None, (optimizer.last_gradient, optimizer.last_move)), self.canvas]


@dataclass(frozen=True, slots=True, eq=False)
class RunState:
    """A run between two steps, or between two scales.

    Attributes:
        recipe: What is painted, with every change of settings that was taken.
        painting_sizes_px: For each painting, the longest side that it was read at, and those that it was enlarged to.
        seconds: How long the run has taken, pauses left out.
        num_steps: Steps taken.
        num_halvings: How often memory ran out at scales that are painted.
        full_precision: Whether the network has been put into full precision because a loss broke down.
        scale: Number of the scale that is being painted, or will be next, from 1.
        coarser: (1, 3, H', W'), what the scale before has painted; None at the first scale, and once it has been
            enlarged by a scale that does more than refine it.
        painter: The scale that is being painted; None before its first canvas is made.
    """

    recipe: Recipe
    painting_sizes_px: tuple[tuple[int, ...], ...]
    seconds: float
    num_steps: int
    num_halvings: int
    full_precision: bool
    scale: int
    coarser: KeptTensor | None
    painter: ScaleState | None

    def __post_init__(self) -> None:
        _demand("counts are not negative", min(self.num_steps, self.num_halvings, self.seconds) >= 0)
        _demand("scales are counted from one", self.scale >= 1)
        _demand("there is a canvas", self.coarser is not None or self.painter is not None)
        _demand("there are sizes for each painting", len(self.painting_sizes_px) == len(self.recipe.styles))
        _demand("each was read", all(sizes_px and min(sizes_px) > 0 for sizes_px in self.painting_sizes_px))

    @property
    def step(self) -> int:
        """Steps done at the scale."""
        return 0 if self.painter is None else self.painter.step


def _demand(what: str, holds: bool) -> None:
    """Refuse a state that no run can have been in.

    Raises:
        ValueError: It does not hold.
    """
    if not holds:
        msg = f"not so: {what}"
        raise ValueError(msg)
