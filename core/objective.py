"""What the picture should become, as one number and its gradient: content, style and smoothness together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

import torch
from torch import Tensor

from core.losses import content_loss, gram_matrix, gram_style_loss, total_variation, weighted_mean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from core.vgg import VggFeatures

CONTENT_LAYER: Final = "relu4_2"
STYLE_LAYERS: Final = ("relu1_1", "relu2_1", "relu3_1", "relu4_1", "relu5_1")


@dataclass(frozen=True, slots=True)
class LossWeights:
    """How much each loss counts.

    Attributes:
        content: Nearness to the photo.
        style: Nearness to the paintings.
        smoothness: Freedom from noise.
    """

    content: float
    style: float
    smoothness: float

    @classmethod
    def of(cls, style_strength: float, smoothness: float) -> Self:
        """The weights that a strength from 0 to 100 stands for.

        The ratio of style to content grows from zero without bound as strength nears a little over 100; content
        and style always add up to one, so the loss keeps its magnitude.
        """
        ratio = STYLE_RATIO_AT_50 * (style_strength / (105 - style_strength) * 1.1) ** 2
        return cls(content=1 / (1 + ratio), style=ratio / (1 + ratio), smoothness=smoothness * SMOOTHNESS_UNIT)


# Weight of style over weight of content at strength 50, and of the total variation at smoothness 1. Chosen by eye.
STYLE_RATIO_AT_50: Final = 4.0
SMOOTHNESS_UNIT: Final = 0.05


@dataclass(frozen=True, slots=True, eq=False)
class Evaluation:
    """The losses of a canvas and the direction in which they grow.

    Attributes:
        loss: The weighted sum.
        content_loss: Unweighted.
        style_loss: Unweighted.
        gradient: (1, 3, H, W), of ``loss`` by the canvas.
    """

    loss: float
    content_loss: float
    style_loss: float
    gradient: Tensor


class Objective:
    """The loss of a canvas of one size against one photo and some paintings."""

    def __init__(
        self, network: VggFeatures, photo: Tensor, paintings: Sequence[tuple[Tensor, float]], weights: LossWeights
    ) -> None:
        """Compute the targets.

        Args:
            network: The eye.
            photo: (1, 3, H, W) sRGB in [0, 1], at the size of the canvas.
            paintings: Each (1, 3, H', W') with its weight; their statistics are mixed.
            weights: How much each loss counts.
        """
        self._network = network
        self._weights = weights
        with torch.no_grad():
            self._content_target = network(photo, (CONTENT_LAYER,))[CONTENT_LAYER]
            self._style_targets = _mixed_gram_matrices(network, paintings)

    def evaluate(self, canvas: Tensor) -> Evaluation:
        """The losses of a canvas and their gradient.

        Args:
            canvas: (1, 3, H, W), the photo's size.
        """
        canvas = canvas.detach().requires_grad_()
        features = self._network(canvas, (CONTENT_LAYER, *STYLE_LAYERS))
        content = content_loss(features[CONTENT_LAYER], self._content_target)
        style = gram_style_loss(features, self._style_targets)
        weights = self._weights
        loss = weights.content * content + weights.style * style + weights.smoothness * total_variation(canvas)
        (gradient,) = torch.autograd.grad(loss, canvas)
        return Evaluation(loss.item(), content.item(), style.item(), gradient)


def _mixed_gram_matrices(network: VggFeatures, paintings: Sequence[tuple[Tensor, float]]) -> Mapping[str, Tensor]:
    """Gram matrices of several paintings, averaged by weight, at each style layer."""
    matrices = [
        {layer: gram_matrix(features) for layer, features in network(painting, STYLE_LAYERS).items()}
        for painting, _ in paintings
    ]
    shares = [weight for _, weight in paintings]
    return {layer: weighted_mean([each[layer] for each in matrices], shares) for layer in STYLE_LAYERS}
