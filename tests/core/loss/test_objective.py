from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
import torch

from core.loss.objective import _STYLE_LAYERS, CONTENT_LAYER, LossWeights, Objective
from core.loss.statistics import feature_moments
from core.loss.style_losses import GramLoss, WassersteinLoss, relative_squared_error
from core.recipe.choices import StyleLossName

if TYPE_CHECKING:
    from torch import Tensor

    from core.loss.vgg import VggFeatures

WEIGHTS = LossWeights(content=0.3, style=0.7, smoothness=0.1)


def aimed(loss: StyleLossName, features: Tensor) -> GramLoss | WassersteinLoss:
    target = feature_moments(features)
    return GramLoss(target) if loss is StyleLossName.GRAM else WassersteinLoss(target)


def picture(seed: int) -> Tensor:
    small = torch.rand(1, 3, 6, 8, generator=torch.Generator().manual_seed(seed))
    return torch.nn.functional.interpolate(small, (36, 48), mode="bilinear")


@pytest.mark.parametrize("loss", list(StyleLossName))
def test_the_loss_is_the_weighted_sum_and_its_gradient_is_autograd_s(vgg19: VggFeatures, loss: StyleLossName) -> None:
    photo, painting, canvas = picture(0), picture(1), picture(2).requires_grad_()
    shares = _STYLE_LAYERS[loss]
    assert sum(shares.values()) == pytest.approx(1)
    features = vgg19(canvas, (CONTENT_LAYER, *shares))
    with torch.no_grad():
        content_target = vgg19(photo, (CONTENT_LAYER,))[CONTENT_LAYER]
        targets = {layer: aimed(loss, found) for layer, found in vgg19(painting, shares).items()}
    content = relative_squared_error(features[CONTENT_LAYER], content_target)
    errors = [share * targets[layer](feature_moments(features[layer])) for layer, share in shares.items()]
    style = torch.stack(errors).sum()
    total = 0.3 * content + 0.7 * style + 0.1 * sum(canvas.diff(dim=side).square().mean() for side in (2, 3))
    (gradient,) = torch.autograd.grad(total, canvas)

    found = Objective(vgg19, photo, [(painting, 1.0)], loss, WEIGHTS).evaluate(canvas)
    assert found.content_loss == pytest.approx(content.item(), rel=1e-4)
    assert found.style_loss == pytest.approx(style.item(), rel=1e-4)
    assert found.loss == pytest.approx(total.item(), rel=1e-4)
    torch.testing.assert_close(found.gradient, gradient)


@pytest.mark.parametrize("loss", list(StyleLossName))
def test_the_photo_has_no_content_loss_and_the_painting_no_style_loss(vgg19: VggFeatures, loss: StyleLossName) -> None:
    photo, painting = picture(0), picture(1)
    objective = Objective(vgg19, photo, [(painting, 1.0)], loss, WEIGHTS)
    assert objective.evaluate(photo).content_loss == 0
    assert objective.evaluate(painting).style_loss < 1e-3  # float32, and deep covariances of a canvas this small


@pytest.mark.parametrize("loss", list(StyleLossName))
def test_a_painting_of_weight_zero_changes_nothing(vgg19: VggFeatures, loss: StyleLossName) -> None:
    canvas, photo, painting, other = (picture(seed) for seed in range(4))
    alone = Objective(vgg19, photo, [(painting, 1.0)], loss, WEIGHTS).evaluate(canvas)
    beside = Objective(vgg19, photo, [(painting, 3.0), (other, 0.0)], loss, WEIGHTS).evaluate(canvas)
    assert beside.style_loss == alone.style_loss
    assert torch.equal(beside.gradient, alone.gradient)


@pytest.mark.parametrize("loss", list(StyleLossName))
def test_strength_shifts_the_weight_from_content_to_style(loss: StyleLossName) -> None:
    weights = [LossWeights.of(loss, strength, smoothness=1) for strength in (0, 25, 50, 75, 100)]
    assert weights[0].style == weights[0].smoothness == 0
    assert all(weight.content + weight.style == pytest.approx(1) for weight in weights)
    ratios = [weight.style / weight.content for weight in weights]
    assert all(weaker < stronger for weaker, stronger in pairwise(ratios))
    assert weights[-1].content > 0
