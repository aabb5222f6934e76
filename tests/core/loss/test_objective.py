from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
import torch

from core.loss.compared_layers import ComparedLayers
from core.loss.nearest import PaintedFeatures, nearest_directions, nearest_distance
from core.loss.objective import LossWeights, Objective
from core.loss.self_similarity import arrangement_error
from core.loss.statistics import feature_moments
from core.loss.style_losses import GramLoss, WassersteinLoss, relative_squared_error
from core.recipe.choices import StyleLossName

if TYPE_CHECKING:
    from collections.abc import Callable

    from torch import Tensor

    from core.loss.vgg import VggFeatures

WEIGHTS = LossWeights(content=0.3, style=0.7, smoothness=0.1)


def aimed(loss: StyleLossName, features: Tensor) -> GramLoss | WassersteinLoss:
    target = feature_moments(features)
    return GramLoss(target) if loss is StyleLossName.GRAM else WassersteinLoss(target)


def picture(seed: int) -> Tensor:
    small = torch.rand(1, 3, 6, 8, generator=torch.Generator().manual_seed(seed))
    return torch.nn.functional.interpolate(small, (36, 48), mode="bilinear")


@pytest.mark.parametrize("layers_of", [ComparedLayers.deep, ComparedLayers.shallow])
@pytest.mark.parametrize("loss", list(StyleLossName))
def test_the_loss_is_the_weighted_sum_and_its_gradient_is_autograd_s(
    vgg19: VggFeatures, loss: StyleLossName, layers_of: Callable[[StyleLossName], ComparedLayers]
) -> None:
    photo, painting, canvas = picture(0), picture(1), picture(2).requires_grad_()
    layers = layers_of(loss)
    shares = layers.style
    assert sum(shares.values()) == pytest.approx(1)
    features = vgg19(canvas, (layers.content, *shares))
    with torch.no_grad():
        content_target = vgg19(photo, (layers.content,))[layers.content]
        targets = {layer: aimed(loss, found) for layer, found in vgg19(painting, shares).items()}
    content = relative_squared_error(features[layers.content], content_target)
    errors = [share * targets[layer](feature_moments(features[layer])) for layer, share in shares.items()]
    style = torch.stack(errors).sum()
    total = 0.3 * content + 0.7 * style + 0.1 * sum(canvas.diff(dim=side).square().mean() for side in (2, 3))
    (gradient,) = torch.autograd.grad(total, canvas)

    found = Objective(vgg19, photo, [(painting, 1.0)], loss, WEIGHTS, layers=layers).evaluate(canvas)
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
    weights = [LossWeights.of(loss, strength, freedom=50) for strength in (0, 25, 50, 75, 100)]
    assert weights[0].style == weights[0].smoothness == 0
    assert all(weight.content + weight.style == pytest.approx(1) for weight in weights)
    ratios = [weight.style / weight.content for weight in weights]
    assert all(weaker < stronger for weaker, stronger in pairwise(ratios))
    assert weights[-1].content > 0


def test_freedom_raises_the_weight_of_the_strokes_from_nothing() -> None:
    for loss in StyleLossName:
        weights = [LossWeights.of(loss, 50, freedom) for freedom in (0, 25, 50, 75, 100)]
        assert weights[0].strokes == 0
        assert all(less.strokes < more.strokes for less, more in pairwise(weights))
        assert len({(each.style, each.smoothness) for each in weights}) == 1
        assert LossWeights.of(loss, 0, 100).strokes == 0


def test_near_the_top_of_freedom_content_gives_way_to_the_arrangement() -> None:
    for loss in StyleLossName:
        weights = [LossWeights.of(loss, 50, freedom) for freedom in (0, 25, 50, 75, 100)]
        content, arrangement = [each.content for each in weights], [each.arrangement for each in weights]
        assert content[:3] == [content[0]] * 3
        assert arrangement[:3] == [0] * 3
        assert content[3] == pytest.approx(content[0] / 2)
        assert content[4] == 0
        assert 0 < arrangement[3] == pytest.approx(arrangement[4] / 2)
        assert all(each.without_arrangement().content == pytest.approx(content[0]) for each in weights)


@pytest.mark.parametrize("loss", list(StyleLossName))
def test_the_arrangement_is_compared_where_the_content_is_and_its_gradient_is_autograd_s(
    vgg19: VggFeatures, loss: StyleLossName
) -> None:
    photo, painting, canvas = picture(0), picture(1), picture(2).requires_grad_()
    layer = ComparedLayers.deep(loss).content
    own, shown = (vgg19(each, (layer,))[layer].flatten(2)[0].mT for each in (canvas, photo))
    error, by_features = arrangement_error(own.detach(), shown.detach())
    (gradient,) = torch.autograd.grad(own, canvas, 0.4 * by_features)

    paintings = [(painting, 1.0)]
    without = Objective(vgg19, photo, paintings, loss, WEIGHTS).evaluate(canvas)
    found = Objective(vgg19, photo, paintings, loss, replace(WEIGHTS, arrangement=0.4)).evaluate(canvas)
    assert without.arrangement_loss == 0
    assert found.arrangement_loss == pytest.approx(error.item(), rel=1e-4)
    assert found.loss - without.loss == pytest.approx(0.4 * error.item(), rel=1e-3)
    assert (found.gradient - without.gradient - gradient).norm() < 1e-3 * gradient.norm()


def test_a_canvas_that_only_refines_another_keeps_its_content(vgg19: VggFeatures) -> None:
    canvas, photo, painting = (picture(seed) for seed in range(3))
    layers = ComparedLayers.shallow(StyleLossName.WASSERSTEIN)
    found, kept = (
        Objective(vgg19, photo, [(painting, 1.0)], StyleLossName.WASSERSTEIN, weights, layers=layers).evaluate(canvas)
        for weights in (
            LossWeights(content=0.1, style=0.9, smoothness=0, arrangement=0.8),
            LossWeights(content=0.3, style=0.9, smoothness=0),
        )
    )
    assert found.arrangement_loss == 0
    assert found.loss == pytest.approx(kept.loss)


@pytest.mark.parametrize("layers_of", [ComparedLayers.deep, ComparedLayers.shallow])
@pytest.mark.parametrize("loss", list(StyleLossName))
def test_strokes_are_compared_at_their_layers_and_their_gradient_is_autograd_s(
    vgg19: VggFeatures, loss: StyleLossName, layers_of: Callable[[StyleLossName], ComparedLayers]
) -> None:
    layers = layers_of(loss)
    strokes_at = layers.strokes
    photo, painting, canvas = picture(0), picture(1), picture(2).requires_grad_()
    features = vgg19(canvas, strokes_at)
    errors = []
    for layer in strokes_at:
        seen, own = vgg19(painting, strokes_at)[layer].flatten(2)[0].mT, features[layer].flatten(2)[0].mT
        painted = PaintedFeatures.of(seen, seen.mean(0))
        errors.append(
            nearest_distance(own, painted, nearest_directions(own.detach(), painted)) / len(own) / len(strokes_at)
        )
    expected = torch.stack(errors).sum()
    (gradient,) = torch.autograd.grad(0.4 * expected, canvas)

    paintings = [(painting, 1.0)]
    without = Objective(vgg19, photo, paintings, loss, WEIGHTS, layers=layers).evaluate(canvas)
    found = Objective(vgg19, photo, paintings, loss, replace(WEIGHTS, strokes=0.4), layers=layers).evaluate(canvas)
    assert without.stroke_loss == 0
    assert found.stroke_loss == pytest.approx(expected.item(), rel=1e-4)
    assert found.loss - without.loss == pytest.approx(0.4 * expected.item(), rel=1e-3)
    assert (found.content_loss, found.style_loss) == (without.content_loss, without.style_loss)
    assert (found.gradient - without.gradient - gradient).norm() < 1e-3 * gradient.norm()


@pytest.mark.parametrize("loss", list(StyleLossName))
def test_without_freedom_the_loss_is_as_without_strokes(vgg19: VggFeatures, loss: StyleLossName) -> None:
    canvas, photo, painting = (picture(seed) for seed in range(3))
    weights = LossWeights.of(loss, 50, 0)
    found, without = (
        Objective(vgg19, photo, [(painting, 1.0)], loss, each).evaluate(canvas)
        for each in (weights, LossWeights(weights.content, weights.style, weights.smoothness))
    )
    assert found.loss == without.loss
    assert torch.equal(found.gradient, without.gradient)


def test_paintings_count_turned_and_mirrored_where_that_is_asked_for(vgg19: VggFeatures) -> None:
    painting, photo = picture(1), picture(0)
    canvas = painting.rot90(1, (2, 3)).flip(3)
    weights = replace(WEIGHTS, strokes=0.4)
    as_painted, turned = (
        Objective(
            vgg19, photo.rot90(1, (2, 3)), [(painting, 1.0)], StyleLossName.WASSERSTEIN, weights, turned_strokes=each
        ).evaluate(canvas)
        for each in (False, True)
    )
    assert turned.stroke_loss < 0.05 * as_painted.stroke_loss
    assert turned.style_loss < as_painted.style_loss


def test_the_order_of_the_paintings_does_not_change_the_strokes(vgg19: VggFeatures) -> None:
    canvas, photo, *paintings = (picture(seed) for seed in range(4))
    pairs = list(zip(paintings, (1.0, 2.0), strict=True))
    weights = replace(WEIGHTS, strokes=0.4)
    found, turned = (
        Objective(vgg19, photo, each, StyleLossName.WASSERSTEIN, weights).evaluate(canvas)
        for each in (pairs, pairs[::-1])
    )
    assert found.stroke_loss == pytest.approx(turned.stroke_loss, rel=1e-5)
    torch.testing.assert_close(found.gradient, turned.gradient, rtol=1e-3, atol=1e-7)
