"""Steps down a loss on a small canvas, without record or rescue: for pictures that are only chosen by."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from core.errors import DivergedError
from core.optimization.memory_plan import History
from core.optimization.optimizers import make_optimizer
from core.optimization.weave import take_out_weave

if TYPE_CHECKING:
    from collections.abc import Iterator

    from torch import Tensor

    from core.loss.objective import Objective


def descent(objective: Objective, canvas: Tensor, num_steps: int) -> Iterator[tuple[Tensor, float]]:
    """The canvas after each of some steps, and the loss before it.

    Args:
        objective: The loss.
        canvas: (1, 3, H, W), where to start.
        num_steps: How many steps to take.

    Raises:
        DivergedError: If a canvas is none any more; without a picture.
    """
    optimizer = make_optimizer(History())
    for _ in range(num_steps):
        evaluation = objective.evaluate(canvas)
        canvas = canvas + optimizer.move(take_out_weave(evaluation.gradient))
        if not math.isfinite(float(canvas.sum())):
            raise DivergedError
        yield canvas, evaluation.loss
