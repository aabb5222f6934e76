"""One scale of a run: a canvas, what it should become, and how it gets there step by step."""

from __future__ import annotations

import logging
import math
from typing import TYPE_CHECKING, Final

import torch

from core.color import recolored
from core.errors import DivergedError
from core.objective import Evaluation, LossWeights, Objective
from core.optimizers import Optimizer, make_optimizer
from core.recipe import ColorMode
from core.scales import canvas_size
from core.tensors import resized
from core.vgg import MIN_SIDE_PX

if TYPE_CHECKING:
    from collections.abc import Sequence

    from torch import Tensor

    from core.recipe import Recipe
    from core.vgg import VggFeatures

_log = logging.getLogger(__name__)

# A loss this many times the smallest so far is not a detour but a breakdown.
_BREAKDOWN: Final = 30.0

# A scale has flattened when the best loss fell by less than this share over so many steps.
_FLAT_STEPS: Final = 15
_FLAT_SHARE: Final = 0.004


class ScalePainter:
    """Moves the pixels of one canvas.

    Attributes:
        canvas: (1, 3, H, W), the newest; its loss is not known yet.
        good: The last canvas whose loss is known to be sound; the start before there is one.
        optimizer: How the pixels are moved.
    """

    def __init__(
        self,
        recipe: Recipe,
        network: VggFeatures,
        scale_px: int,
        photo: Tensor,
        paintings: Sequence[tuple[Tensor, float]],
        *,
        canvas: Tensor,
        optimizer: Optimizer,
    ) -> None:
        """Set the canvas up.

        Args:
            recipe: What to paint.
            network: The eye; put into full precision when the run breaks down.
            scale_px: Longest side of the canvas.
            photo: (1, 3, H, W) sRGB in [0, 1], at this scale.
            paintings: Each (1, 3, H', W') with its weight, at the largest size at hand.
            canvas: (1, 3, H, W), where to start.
            optimizer: How to move its pixels, perhaps with what a coarser scale has taught it.
        """
        self.canvas = self.good = canvas
        self._photo = photo
        self._scale_px = scale_px
        self._network = network
        self._rolled_back = False
        self._aim(recipe, paintings)
        self.optimizer = optimizer

    def reconsider(self, recipe: Recipe, paintings: Sequence[tuple[Tensor, float]]) -> None:
        """Go on from the present canvas with other settings."""
        self._aim(recipe, paintings)
        self.optimizer = make_optimizer(recipe.optimizer)

    def _aim(self, recipe: Recipe, paintings: Sequence[tuple[Tensor, float]]) -> None:
        self._recipe = recipe
        self._paintings = [(self._at_this_scale(painting), weight) for painting, weight in paintings]
        self._compute_targets()

    def _compute_targets(self) -> None:
        recipe = self._recipe
        weights = LossWeights.of(recipe.loss, recipe.style_strength, recipe.smoothness)
        self._objective = Objective(self._network, self._photo, self._paintings, recipe.loss, weights)
        self._losses: list[float] = []

    def _at_this_scale(self, painting: Tensor) -> Tensor:
        """A painting at the size its brush strokes should have here, never too narrow for the network to see."""
        longest_px = round(self._scale_px * self._recipe.style_scale)
        longest_px = min(longest_px, max(painting.shape[2:]))
        width_px, height_px = canvas_size(painting.shape[3], painting.shape[2], longest_px)
        painting = resized(painting, max(width_px, MIN_SIDE_PX), max(height_px, MIN_SIDE_PX)).clamp(0, 1)
        return recolored(painting, self._photo) if self._recipe.color is ColorMode.MATCH else painting

    def step(self) -> Evaluation:
        """Evaluate the loss at the canvas and move its pixels once.

        A loss that is no number, or has grown beyond all bounds, is answered once by going back to the last good
        canvas, computing in full precision from then on.

        Raises:
            DivergedError: If it happens again; without a picture.
        """
        found = self._objective.evaluate(self.canvas)
        if not self._is_sound(found):
            found = self._rolled_back_evaluation()
        self._losses.append(found.loss)
        self.good = self.canvas
        self.canvas = self.canvas + self.optimizer.move(found.gradient)
        return found

    def _rolled_back_evaluation(self) -> Evaluation:
        if not self._rolled_back:
            _log.warning("The loss broke down at %d px: rolling back, in full precision", self._scale_px)
            self._rolled_back = True
            self.canvas = self.good
            self._network.in_precision(torch.float32)
            self._compute_targets()
            self.optimizer = make_optimizer(self._recipe.optimizer)
            found = self._objective.evaluate(self.canvas)
            if self._is_sound(found):
                return found
        msg = "The painting broke down: its numbers grew beyond all bounds."
        raise DivergedError(msg)

    def _is_sound(self, found: Evaluation) -> bool:
        if not (math.isfinite(found.loss) and bool(found.gradient.isfinite().all())):
            return False
        return not self._losses or found.loss <= _BREAKDOWN * max(min(self._losses), torch.finfo(torch.float32).eps)

    @property
    def has_flattened(self) -> bool:
        """Whether further steps at this scale would hardly change the picture."""
        return is_flat(self._losses)

    def finish(self) -> None:
        """End with the newest canvas, unless its last move broke it."""
        if bool(self.canvas.isfinite().all()):
            self.good = self.canvas


def is_flat(losses: Sequence[float]) -> bool:
    """Whether the smallest loss has hardly fallen over the last steps."""
    earlier, recent = losses[:-_FLAT_STEPS], losses[-_FLAT_STEPS:]
    return bool(earlier) and min(recent) > (1 - _FLAT_SHARE) * min(earlier)
