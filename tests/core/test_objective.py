from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
import torch
from torch import Tensor

from core.losses import content_loss, gram_matrix, gram_style_loss, total_variation
from core.objective import CONTENT_LAYER, STYLE_LAYERS, LossWeights, Objective

if TYPE_CHECKING:
    from core.vgg import VggFeatures

WEIGHTS = LossWeights(content=0.3, style=0.7, smoothness=0.1)


def picture(seed: int) -> Tensor:
    small = torch.rand(1, 3, 6, 8, generator=torch.Generator().manual_seed(seed))
    return torch.nn.functional.interpolate(small, (36, 48), mode="bilinear")


def test_the_loss_is_the_weighted_sum_and_its_gradient_is_autograd_s(vgg19: VggFeatures) -> None:
    photo, painting, canvas = picture(0), picture(1), picture(2).requires_grad_()
    features = vgg19(canvas, (CONTENT_LAYER, *STYLE_LAYERS))
    with torch.no_grad():
        content_target = vgg19(photo, (CONTENT_LAYER,))[CONTENT_LAYER]
        style_targets = {layer: gram_matrix(found) for layer, found in vgg19(painting, STYLE_LAYERS).items()}
    content = content_loss(features[CONTENT_LAYER], content_target)
    style = gram_style_loss(features, style_targets)
    loss = 0.3 * content + 0.7 * style + 0.1 * total_variation(canvas)
    (gradient,) = torch.autograd.grad(loss, canvas)

    found = Objective(vgg19, photo, [(painting, 1.0)], WEIGHTS).evaluate(canvas)
    assert found.content_loss == pytest.approx(content.item(), rel=1e-5)
    assert found.style_loss == pytest.approx(style.item(), rel=1e-5)
    assert found.loss == pytest.approx(loss.item(), rel=1e-5)
    torch.testing.assert_close(found.gradient, gradient)


def test_the_photo_has_no_content_loss_and_the_painting_no_style_loss(vgg19: VggFeatures) -> None:
    photo, painting = picture(0), picture(1)
    objective = Objective(vgg19, photo, [(painting, 1.0)], WEIGHTS)
    assert objective.evaluate(photo).content_loss == 0
    assert objective.evaluate(painting).style_loss == pytest.approx(0, abs=1e-9)


def test_a_painting_of_weight_zero_changes_nothing(vgg19: VggFeatures) -> None:
    canvas, photo, painting, other = (picture(seed) for seed in range(4))
    alone = Objective(vgg19, photo, [(painting, 1.0)], WEIGHTS).evaluate(canvas)
    beside = Objective(vgg19, photo, [(painting, 3.0), (other, 0.0)], WEIGHTS).evaluate(canvas)
    assert beside.style_loss == pytest.approx(alone.style_loss)


def test_strength_shifts_the_weight_from_content_to_style() -> None:
    weights = [LossWeights.of(strength, smoothness=1) for strength in (0, 25, 50, 75, 100)]
    assert weights[0].style == 0
    assert all(weight.content + weight.style == pytest.approx(1) for weight in weights)
    ratios = [weight.style / weight.content for weight in weights]
    assert all(weaker < stronger for weaker, stronger in pairwise(ratios))
    assert weights[-1].content > 0
