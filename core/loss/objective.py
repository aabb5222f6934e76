"""What the picture should become, as one number and its gradient: content, style and smoothness together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Self

import torch
from torch import Tensor

from core.loss.compared_layers import ComparedLayers
from core.loss.nearest import MOST_POSITIONS, PaintedFeatures, shared_by_weight
from core.loss.sampling import DrawnFeatures
from core.loss.self_similarity import Samples
from core.loss.smoothness import total_variation
from core.loss.statistics import FeatureMoments, GradientByStatistics, mixed_moments
from core.loss.strokes import StrokeComparison, orientations
from core.loss.style_losses import TINY, GramLoss, WassersteinLoss
from core.loss.sweeper import Sweeper
from core.loss.tile_plan import TilePlan
from core.recipe.choices import StyleLossName

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from core.loss.sweeper import ContentTarget
    from core.loss.vgg import VggFeatures

_LOSSES: Final[Mapping[StyleLossName, Callable[[FeatureMoments], Callable[[FeatureMoments], Tensor]]]] = {
    StyleLossName.GRAM: GramLoss,
    StyleLossName.WASSERSTEIN: WassersteinLoss,
}

# Weight of style over weight of content at strengths 50 and 100. At the latter, content is all but lost.
_STYLE_RATIOS: Final = {StyleLossName.GRAM: (4.0, 16.0), StyleLossName.WASSERSTEIN: (90.0, 250.0)}
# Weight of the total variation, relative to the style loss's.
_SMOOTHNESS: Final = {StyleLossName.GRAM: 0.05, StyleLossName.WASSERSTEIN: 0.02}

# Weight of the strokes relative to the style loss's at a freedom of 50. Gram matrices are balanced with content at a
# smaller weight of style, so strokes must weigh more beside them.
_STROKES_UNIT: Final = {StyleLossName.GRAM: 0.56, StyleLossName.WASSERSTEIN: 0.025}
# From this freedom on, what lies together in the photo counts in place of what it shows; at 100 nothing else does.
_ARRANGED_FROM: Final = 50
# Weight of the arrangement relative to that of the content which it replaces.
_ARRANGEMENT_UNIT: Final = 4.0


@dataclass(frozen=True, slots=True)
class LossWeights:
    """How much each loss counts.

    Attributes:
        content: Nearness to the photo.
        style: Nearness to the paintings.
        smoothness: Freedom from noise.
        strokes: Nearness of every stroke to one of the paintings'.
        arrangement: Likeness of what is alike in the photo, whatever it shows.
    """

    content: float
    style: float
    smoothness: float
    strokes: float = 0.0
    arrangement: float = 0.0

    @classmethod
    def of(cls, loss: StyleLossName, style_strength: float, freedom: float) -> Self:
        """The weights that a strength and a freedom, each from 0 to 100, stand for.

        The ratio of style to content rises from nothing, steeply at first and ever more slowly, so that equal steps
        of strength move the picture about equally far from the photo. Content and style add up to one, so the loss
        keeps its magnitude. The weight of the strokes follows that of style, and rises evenly with the freedom, from
        nothing. Above a freedom of 50, the content gives way to the arrangement.
        """
        middle, full = _STYLE_RATIOS[loss]
        ratio = full * (middle / full) ** (100 / style_strength - 1) if style_strength > 0 else 0.0
        style, content = ratio / (1 + ratio), 1 / (1 + ratio)
        arranged = max(0.0, freedom - _ARRANGED_FROM) / (100 - _ARRANGED_FROM)
        return cls(
            content=content * (1 - arranged),
            style=style,
            smoothness=style * _SMOOTHNESS[loss],
            strokes=style * (freedom / 50) * _STROKES_UNIT[loss],
            arrangement=content * arranged * _ARRANGEMENT_UNIT,
        )

    def without_arrangement(self) -> Self:
        """The same for a canvas whose content should be kept, as where it only refines another."""
        content = self.content + self.arrangement / _ARRANGEMENT_UNIT
        return replace(self, content=content, arrangement=0.0)


@dataclass(frozen=True, slots=True, eq=False)
class Evaluation:
    """The losses of a canvas and the direction in which they grow.

    Attributes:
        loss: The weighted sum.
        content_loss: Unweighted.
        style_loss: Unweighted.
        stroke_loss: Unweighted; 0 where strokes are not compared.
        arrangement_loss: Unweighted; 0 where the arrangement is not compared.
        gradient: (1, 3, H, W), of ``loss`` by the canvas.
    """

    loss: float
    content_loss: float
    style_loss: float
    stroke_loss: float
    arrangement_loss: float
    gradient: Tensor


class Objective:
    """The loss of a canvas of one size against what it should show and some paintings.

    Attributes:
        strokes: Compares strokes, and remembers from one canvas to the next; None where they do not count.
        content: The features of what it should show.
    """

    def __init__(
        self,
        network: VggFeatures,
        shown: Tensor,
        paintings: Iterable[tuple[Tensor, float]],
        loss: StyleLossName,
        weights: LossWeights,
        *,
        layers: ComparedLayers | None = None,
        plan: TilePlan | None = None,
        turned_strokes: bool = False,
        content: ContentTarget | None = None,
        deviation: Mapping[str, FeatureMoments] | None = None,
    ) -> None:
        """Compute the targets.

        Args:
            network: The network that computes the features.
            shown: (1, 3, H, W) sRGB in [0, 1], the photo, or a picture that is only to be refined.
            paintings: Each (1, 3, H', W') with its weight; their statistics are mixed. Computed one after the other.
            loss: Which style loss.
            weights: How much each loss counts.
            layers: Where each compares; None for all the way down.
            plan: In what tiles to compute pictures; None computes them whole.
            turned_strokes: Whether each painting counts turned and mirrored as well, so that strokes run any way.
            content: The features of what is shown, where another objective with the same network, layers and plan has
                computed them; None computes them.
            deviation: Of a canvas that is a part of a picture: for each style layer, by how much its moments should be
                other than the paintings', as they are other than those of the whole. None for a whole canvas.
        """
        self.strokes: StrokeComparison | None = None
        self._turned_strokes = turned_strokes
        self._weights = weights
        self._layers = ComparedLayers.deep(loss) if layers is None else layers
        if not self._layers.arranges:
            self._weights = weights.without_arrangement()
        self._sweeper = Sweeper(network, plan or TilePlan.whole(len(network.stages)), tuple(self._layers.style))
        with torch.no_grad():
            targets = self._targets_of(paintings)
            moved = {layer: _moved(target, (deviation or {}).get(layer)) for layer, target in targets.items()}
            self._style_losses = {layer: _LOSSES[loss](target) for layer, target in moved.items()}
        self.content = self._sweeper.content_of(shown, self._layers.content) if content is None else content
        self._sweeper.compare_content(self.content)
        self._content_norm = max(self.content.norm, TINY)

    def evaluate(self, canvas: Tensor) -> Evaluation:
        """The losses of a canvas and their gradient.

        Differs from Gatys et al. (eq. 1): the content loss is divided by the squared norm of its target instead of
        halved, so that its balance with the style loss hardly depends on what is shown.

        Args:
            canvas: (1, 3, H, W), the size of what it should show.
        """
        weights, samples = self._weights, self._samples()
        try:
            statistics = self._sweeper.statistics(canvas, for_gradient=True, samples=samples)
            style, by_moments = self._style_loss(statistics.moments)
            arrangement, by_samples = (torch.zeros_like(style), None) if samples is None else samples.error()
            gradient = self._sweeper.gradient(
                GradientByStatistics(
                    by_moments,
                    content_error=weights.content / self._content_norm,
                    stroke_error=weights.strokes,
                    samples=None if by_samples is None else weights.arrangement * by_samples,
                )
            )
        finally:
            self._sweeper.release()
        assert statistics.content_error is not None  # noqa: S101 - it was told to compare
        content = statistics.content_error / self._content_norm
        smoothness, by_smoothness = total_variation(canvas)
        gradient.add_(by_smoothness, alpha=weights.smoothness)
        strokes = torch.zeros_like(style) if statistics.stroke_error is None else statistics.stroke_error
        loss = weights.content * content + weights.style * style + weights.smoothness * smoothness
        loss = loss + weights.strokes * strokes + weights.arrangement * arrangement
        return Evaluation(
            loss.item(), content.item(), style.item(), strokes.item(), arrangement.item(), gradient=gradient
        )

    def _samples(self) -> Samples | None:
        """Where the next canvas is compared with the arrangement of what it should show; None if it does not count.

        The samples are drawn anew for every canvas: the same ones would be arranged, and what lies between them not.
        """
        if self._weights.arrangement == 0:
            return None
        # What remembers strokes counts the canvases, also of a run that was interrupted.
        return Samples(self._layers.content, seed=0 if self.strokes is None else self.strokes.num_pictures)

    def _style_loss(self, moments: Mapping[str, FeatureMoments]) -> tuple[Tensor, dict[str, FeatureMoments]]:
        """The style loss of a picture's statistics, and the gradient of its weighted value by them."""
        leaves = [tensor.requires_grad_() for layer in self._layers.style for tensor in _tensors(moments[layer])]
        losses = [share * self._style_losses[layer](moments[layer]) for layer, share in self._layers.style.items()]
        style = torch.stack(losses).sum()
        gradients = torch.autograd.grad(self._weights.style * style, leaves, materialize_grads=True)
        by_moments = map(FeatureMoments, gradients[::2], gradients[1::2])
        return style.detach(), dict(zip(self._layers.style, by_moments, strict=True))

    def _targets_of(self, paintings: Iterable[tuple[Tensor, float]]) -> Mapping[str, FeatureMoments]:
        """Moments of several paintings at each layer, averaged by weight; and what strokes are compared with.

        Paintings without weight are not computed.
        """
        stroke_layers = self._layers.strokes if self._weights.strokes > 0 else ()
        moments: list[Mapping[str, FeatureMoments]] = []
        features: list[Mapping[str, Tensor]] = []
        shares: list[float] = []
        for painting, weight in paintings:
            if weight > 0:
                for oriented in orientations(painting, turned=self._turned_strokes):
                    drawn = DrawnFeatures(stroke_layers, MOST_POSITIONS)
                    moments.append(self._sweeper.statistics(oriented, for_gradient=False, drawn=drawn).moments)
                    features.append(drawn.features)
                    shares.append(weight)
        targets = {layer: mixed_moments([each[layer] for each in moments], shares) for layer in self._layers.style}
        rows = {layer: shared_by_weight([each[layer] for each in features], shares) for layer in stroke_layers}
        if rows:
            painted = {layer: PaintedFeatures.of(rows[layer], targets[layer].mean) for layer in rows}
            self.strokes = StrokeComparison(painted)
            self._sweeper.compare_strokes(self.strokes)
        return targets


def _moved(moments: FeatureMoments, by: FeatureMoments | None) -> FeatureMoments:
    return moments if by is None else FeatureMoments(moments.mean + by.mean, moments.second + by.second)


def _tensors(moments: FeatureMoments) -> tuple[Tensor, Tensor]:
    return moments.mean, moments.second
