"""One scale of a run: a canvas, what it should become, and how it gets there step by step."""

from __future__ import annotations

import logging
import math
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeVar

import torch

from core.errors import DivergedError
from core.loss.tensors import to_tensor
from core.machine.kept_tensor import KeptTensor
from core.machine.memory import free_blocks_at_once, is_out_of_memory, release_memory
from core.optimization.canvas import enlarged_canvas
from core.optimization.memory_plan import num_stages
from core.optimization.optimizers import make_optimizer
from core.optimization.run_state import ScaleState
from core.optimization.targets import objective_for
from core.optimization.weave import take_out_weave

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from torch import Tensor

    from core.loss.objective import Evaluation, Objective
    from core.loss.vgg import VggFeatures
    from core.optimization.memory_plan import MemoryPlan
    from core.picture import Picture
    from core.recipe.recipe import Recipe

_Result = TypeVar("_Result")
_log = logging.getLogger(__name__)

# A loss this many times the smallest so far is not a detour but a breakdown.
_BREAKDOWN: Final = 30.0

# Where a run begins at its optimum, as when the painting is the photo, the loss is next to nothing and any move makes
# it many thousand times as large: measured, 0.000004 became 0.14. A smaller one tells nothing of a breakdown.
_LEAST_TELLING_LOSS: Final = 0.1

# A scale has flattened when the best loss fell by less than this share over so many steps.
_FLAT_STEPS: Final = 15
_FLAT_SHARE: Final = 0.004


class ScalePainter:
    """Moves the pixels of one canvas.

    Attributes:
        canvas: (1, 3, H, W), the newest; its loss is not known yet.
        last_good: The last canvas whose loss is known to be sound; the start before there is one.
        num_halvings: How often memory ran out and the tiles were halved.
    """

    def __init__(
        self,
        recipe: Recipe,
        network: VggFeatures,
        photo: Picture,
        paintings: Sequence[tuple[Picture, float]],
        *,
        canvas: Tensor,
        memory_plan: MemoryPlan,
        coarser: Tensor | None = None,
    ) -> None:
        """Set the canvas up.

        Args:
            recipe: What to paint.
            network: The network that computes the features; put into full precision when the run breaks down.
            photo: At the size of the canvas.
            paintings: Each with its weight, at the largest size at hand.
            canvas: (1, 3, H, W), where to start.
            memory_plan: How much memory to use.
            coarser: (1, 3, H', W'), what the scale before has painted, where this one only refines it.
        """
        self.canvas = self.last_good = canvas
        self.num_halvings = 0
        self._recipe = recipe
        self._network = network
        self._photo = photo
        self._paintings = paintings
        self._memory_plan = memory_plan
        self._coarser = coarser
        self._optimizer = make_optimizer(memory_plan.history)
        self._objective: Objective | None = None
        self._rolled_back = False
        self._losses: list[float] = []
        self._key = object()
        free_blocks_at_once(at_once=not self._memory_plan.tile_plan.is_whole)

    @property
    def _scale_px(self) -> int:
        return max(self._photo.width_px, self._photo.height_px)

    def state(self, step: int) -> ScaleState:
        """All that is known between two steps. What lies on the disk can be fetched only until the next one.

        Args:
            step: How many steps this scale has taken.
        """
        strokes = None if self._objective is None else self._objective.strokes
        return ScaleState(
            step=step,
            canvas=KeptTensor.in_memory((self._key, "canvas", step), self.canvas),
            last_good=KeptTensor.in_memory((self._key, "last_good", step), self.last_good),
            memory_plan=self._memory_plan,
            num_halvings=self.num_halvings,
            rolled_back=self._rolled_back,
            losses=tuple(self._losses),
            optimizer=self._optimizer.state(),
            strokes=None if strokes is None else strokes.state(),
        )

    def restore(self, state: ScaleState) -> None:
        """Go on from what another painter of the same scale knew.

        Raises:
            DiskFullError: If the disk has no room for what is kept on it.
            RuntimeError: If memory does not suffice; see `core.machine.memory.is_out_of_memory`.
            MemoryError: The same.
            ValueError: If the state is not of this scale.
        """
        if len(state.memory_plan.tile_plan.sides_px) != num_stages(refines=self._coarser is not None):
            msg = "the tiles are of another network"
            raise ValueError(msg)
        self.last_good = state.last_good.fetch().to(self.canvas.device)
        self.num_halvings = state.num_halvings
        self._rolled_back = state.rolled_back
        self._losses = list(state.losses)
        self._optimizer.restore(state.optimizer, self.canvas.device)
        if state.strokes is None:
            return
        objective = self._within_memory(self._targets)
        if objective.strokes is None:
            msg = "strokes are not compared by this recipe"
            raise ValueError(msg)
        # Where memory has run out meanwhile, the tiles are others, and it begins afresh.
        if self._memory_plan == state.memory_plan:
            objective.strokes.restore(state.strokes)
        self._objective = objective

    def retarget(self, recipe: Recipe, paintings: Sequence[tuple[Picture, float]]) -> None:
        """Go on from the present canvas with other settings, or as before where their targets cannot be computed.

        Raises:
            DiskFullError: If the disk has no room for the new targets.
            RuntimeError: If memory does not suffice for them; see `core.machine.memory.is_out_of_memory`.
            MemoryError: The same.
        """
        before = self._recipe, self._paintings
        self._recipe, self._paintings, self._objective = recipe, paintings, None
        try:
            objective = self._within_memory(self._targets)
        except Exception:
            self._recipe, self._paintings = before
            raise
        self._begin_afresh()
        self._objective = objective

    def _begin_afresh(self) -> None:
        """Forget what the steps have told of a loss that is no longer the one to follow."""
        self._objective = None
        self._losses = []
        self._optimizer = make_optimizer(self._memory_plan.history)

    def _evaluate(self) -> Evaluation:
        """The loss at the canvas; the targets are computed the first time."""
        if self._objective is None:
            self._objective = self._targets()
        return self._objective.evaluate(self.canvas)

    def _targets(self) -> Objective:
        recipe, paintings, photo = self._recipe, self._paintings, to_tensor(self._photo.rgb, self.canvas.device)
        coarser, plan = self._coarser, self._memory_plan.tile_plan
        refined = None if coarser is None else enlarged_canvas(recipe, photo, paintings, coarser)
        return objective_for(recipe, self._network, photo, paintings, plan=plan, refined=refined)

    def step(self) -> Evaluation:
        """Evaluate the loss at the canvas and move its pixels once.

        A loss that is no number, or has grown beyond all bounds, is answered once by going back to the last good
        canvas, computing in full precision from then on.

        Raises:
            DivergedError: If it happens again; without a picture.
        """
        evaluation = self._within_memory(self._evaluate)
        if not self._is_sound(evaluation):
            evaluation = self._rolled_back_evaluation()
        self._losses.append(evaluation.loss)
        self.last_good = self.canvas
        # Where memory runs out between the two, the gradient is filtered twice, which does no harm.
        self.canvas = self._within_memory(
            lambda: self.canvas + self._optimizer.move(take_out_weave(evaluation.gradient))
        )
        return evaluation

    def _within_memory(self, action: Callable[[], _Result]) -> _Result:
        """Do something, with ever smaller tiles while memory does not suffice."""
        while True:
            try:
                return action()
            except (RuntimeError, MemoryError) as error:
                if not is_out_of_memory(error) or self._memory_plan.tile_plan.is_smallest:
                    raise
                _log.warning("Memory ran out at %d px: halving the tiles", self._scale_px)
            # Outside of the except clause, whose error keeps every tensor of the failed attempt alive.
            self._halve_tiles()

    def _halve_tiles(self) -> None:
        self.num_halvings += 1
        plan = self._memory_plan
        tile_plan, history = plan.tile_plan.halved(self._scale_px), replace(plan.history, on_disk=True)
        self._memory_plan = replace(plan, tile_plan=tile_plan, history=history)
        free_blocks_at_once(at_once=True)
        self._objective = None
        self._optimizer = make_optimizer(self._memory_plan.history)
        release_memory(self.canvas.device)

    def _rolled_back_evaluation(self) -> Evaluation:
        if not self._rolled_back:
            _log.warning("The loss broke down at %d px: rolling back, in full precision", self._scale_px)
            self._rolled_back = True
            self.canvas = self.last_good
            self._network.in_precision(torch.float32)
            self._begin_afresh()
            evaluation = self._within_memory(self._evaluate)
            if self._is_sound(evaluation):
                return evaluation
        raise DivergedError

    def _is_sound(self, evaluation: Evaluation) -> bool:
        if not (math.isfinite(evaluation.loss) and _is_finite(evaluation.gradient)):
            return False
        return not self._losses or evaluation.loss <= _BREAKDOWN * max(min(self._losses), _LEAST_TELLING_LOSS)

    @property
    def has_flattened(self) -> bool:
        """Whether further steps at this scale would hardly change the picture."""
        return is_flat(self._losses)

    def finish(self) -> Tensor:
        """The newest canvas, unless its last move broke it; then the last good one."""
        # What only steps need goes first, for memory may be short.
        self._objective = None
        return self.canvas if _is_finite(self.canvas) else self.last_good


def _is_finite(tensor: Tensor) -> bool:
    """Whether every value is a number, by their sum: a mask would need memory where there may be none."""
    return bool(tensor.sum().isfinite())


def is_flat(losses: Sequence[float]) -> bool:
    """Whether the smallest loss has hardly fallen over the last steps."""
    earlier, recent = losses[:-_FLAT_STEPS], losses[-_FLAT_STEPS:]
    return bool(earlier) and min(recent) > (1 - _FLAT_SHARE) * min(earlier)
