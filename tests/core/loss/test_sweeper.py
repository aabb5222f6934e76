"""Tiles give what the whole picture gives, to rounding."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
import torch
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from torch import nn

from core.loss.compared_layers import ComparedLayers
from core.loss.convolution import Convolution
from core.loss.objective import Evaluation, LossWeights, Objective
from core.loss.tile_plan import SMALLEST_TILE_PX, TilePlan, spans
from core.loss.vgg import load_vgg, stages
from core.recipe.choices import NetworkName, StyleLossName
from tests.core.conftest import NETWORKS_FOLDER

if TYPE_CHECKING:
    from torch import Tensor

    from core.loss.vgg import Stage, VggFeatures

# Shrinking a failure would take as many runs of the network as there is patience.
WITHOUT_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)
TRIES = settings(
    max_examples=10,
    phases=WITHOUT_SHRINKING,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
WEIGHTS = LossWeights(content=0.1, style=0.9, smoothness=0.1, strokes=0.3, arrangement=0.4)


@st.composite
def sizes_and_plans(draw: st.DrawFn) -> tuple[tuple[int, int], TilePlan]:
    """Height and width of a picture, tall or wide, odd or even, and tiles for each stage: up to 8 along a side."""
    long_px, short_px = draw(st.integers(96, 1500)), draw(st.integers(96, 300))
    sides_px = draw(st.tuples(*[st.none() | st.integers(1 + max(long_px, short_px) // 8, 800)] * 3))
    return (long_px, short_px) if draw(st.booleans()) else (short_px, long_px), TilePlan(sides_px)


def picture(seed: int, height_px: int, width_px: int, dtype: torch.dtype = torch.float64) -> Tensor:
    """Shapes and noise, so that every layer has something to see."""
    generator = torch.Generator().manual_seed(seed)
    coarse = torch.rand(1, 3, 2 + height_px // 24, 2 + width_px // 24, generator=generator, dtype=dtype)
    fine = torch.rand(1, 3, height_px, width_px, generator=generator, dtype=dtype)
    return torch.nn.functional.interpolate(coarse, (height_px, width_px), mode="bilinear").lerp(fine, 0.2)


def thin(name: NetworkName, channels: int = 4) -> VggFeatures:
    """A network of the real one's shape, float64, but of few channels and random weights: quick at any size."""
    network = load_vgg(NETWORKS_FOLDER, name)
    generator, before = torch.Generator().manual_seed(1), 3
    for index, layer in enumerate(network._layers):
        if isinstance(layer, Convolution):
            weight, bias = (
                torch.randn(shape, generator=generator).double() * before**-0.5 / 2
                for shape in ((channels, before, 3, 3), (channels,))
            )
            network._layers[index], before = Convolution(weight, bias), channels
    network.stages = tuple(replace(stage, channels=channels) for stage in network.stages)
    return network.double()


def thin_without_kinks(name: NetworkName, channels: int = 4) -> VggFeatures:
    """The same in float32, its rectifiers and maxima replaced by smooth functions, which rounding cannot flip."""
    network = thin(name, channels).float()
    for index, layer in enumerate(network._layers):
        if isinstance(layer, nn.ReLU):
            network._layers[index] = nn.Softplus()
        if isinstance(layer, nn.MaxPool2d):
            network._layers[index] = nn.AvgPool2d(2)
    return network


@pytest.fixture(scope="module", params=list(NetworkName))
def smooth_vgg(request: pytest.FixtureRequest) -> VggFeatures:
    return thin_without_kinks(request.param)


@pytest.fixture(scope="module", params=list(NetworkName))
def thin_vgg(request: pytest.FixtureRequest) -> VggFeatures:
    return thin(request.param)


@given(length=st.integers(16, 2000), side=st.integers(1, 700), stride=st.sampled_from([1, 2, 4]))
def test_spans_own_everything_once_and_see_their_margin(length: int, side: int, stride: int) -> None:
    found = spans(length, side, margin=2 * stride, multiple=stride)
    assert [found[0].begin, found[-1].end] == [0, length]
    for left, right in pairwise(found):
        assert left.end == right.begin
        assert left.end % stride == 0
    for span in found:
        assert span.seen_from == max(0, span.begin - 2 * stride)
        assert span.seen_to == min(length, span.end + 2 * stride)
        assert span.end - span.begin <= max(side, stride) + 2 * stride
        assert span.is_last == (span is found[-1])


@given(length=st.integers(16, 600), side=st.integers(4, 300))
def test_spans_own_every_pooled_position_once(length: int, side: int) -> None:
    pooled = torch.arange(length // 4)
    owned = [pooled[span.seen_from // 4 : span.seen_to // 4][span.owned(4)] for span in spans(length, side, 8, 4)]
    assert torch.cat(owned).tolist() == pooled.tolist()


@pytest.mark.parametrize("loss", list(StyleLossName))
@given(data=st.data())
@TRIES
def test_tiles_give_the_gradient_of_the_whole(thin_vgg: VggFeatures, loss: StyleLossName, data: st.DataObject) -> None:
    layers = data.draw(st.sampled_from([ComparedLayers.deep(loss), ComparedLayers.shallow(loss)]))
    found, expected = evaluations(thin_vgg, loss, *data.draw(sizes_and_plans()), torch.float64, layers=layers)
    assert relative_difference(found.gradient, expected.gradient) < 1e-10
    assert found.loss == pytest.approx(expected.loss, rel=1e-10)
    assert found.content_loss == pytest.approx(expected.content_loss, rel=1e-10)
    assert found.stroke_loss == pytest.approx(expected.stroke_loss, rel=1e-10)
    assert found.stroke_loss > 0
    assert found.arrangement_loss == pytest.approx(expected.arrangement_loss, rel=1e-10)
    assert (found.arrangement_loss > 0) == layers.arranges


@pytest.mark.parametrize("loss", list(StyleLossName))
@given(data=st.data())
@TRIES
def test_tiles_in_float32_differ_by_rounding_alone_where_nothing_can_flip(
    smooth_vgg: VggFeatures, loss: StyleLossName, data: st.DataObject
) -> None:
    # Which feature of the painting is nearest is a choice, which of two distances is larger as well: rounding can flip
    # them.
    weights = replace(WEIGHTS, strokes=0, arrangement=0)
    found, expected = evaluations(smooth_vgg, loss, *data.draw(sizes_and_plans()), torch.float32, weights=weights)
    assert relative_difference(found.gradient, expected.gradient) < 5e-5
    # Features that hardly vary, as in this network's depths, have variances that rounding is large beside.
    assert found.loss == pytest.approx(expected.loss, rel=5e-5)


@given(data=st.data())
@settings(TRIES, max_examples=5)
def test_so_do_tiles_of_many_channels(data: st.DataObject) -> None:
    """With these maps are convolved with fewer products, tile by tile of their own; other tiles begin elsewhere."""
    network, weights = thin_without_kinks(NetworkName.VGG16, channels=16), replace(WEIGHTS, strokes=0, arrangement=0)
    size_px, plan = data.draw(sizes_and_plans())
    found, expected = evaluations(network, StyleLossName.GRAM, size_px, plan, torch.float32, weights=weights)
    assert relative_difference(found.gradient, expected.gradient) < 5e-5
    assert found.loss == pytest.approx(expected.loss, rel=5e-5)


@pytest.mark.slow
@pytest.mark.parametrize("loss", list(StyleLossName))
def test_tiles_in_float32_are_as_near_the_truth_as_the_whole(vgg19: VggFeatures, loss: StyleLossName) -> None:
    """Rounding may flip a rectifier here and there, tiled or not: what counts is the distance to the exact gradient."""
    precise = load_vgg(NETWORKS_FOLDER, NetworkName.VGG19).double()
    size_px = (110, 97)
    found, whole = evaluations(vgg19, loss, size_px, TilePlan((64, 64, 64)), torch.float32)
    _, exact = evaluations(precise, loss, size_px, TilePlan.whole(3), torch.float64, drawn_in=torch.float32)
    error = relative_difference(whole.gradient.double(), exact.gradient)
    assert relative_difference(found.gradient.double(), exact.gradient) < 1.5 * error + 1e-6


def evaluations(
    network: VggFeatures,
    loss: StyleLossName,
    size_px: tuple[int, int],
    plan: TilePlan,
    dtype: torch.dtype,
    *,
    drawn_in: torch.dtype | None = None,
    weights: LossWeights = WEIGHTS,
    layers: ComparedLayers | None = None,
) -> tuple[Evaluation, ...]:
    sizes_px = (size_px, (120, 150), size_px)
    photo, painting, canvas = (picture(i, *each, drawn_in or dtype).to(dtype) for i, each in enumerate(sizes_px))
    return tuple(
        Objective(network, photo, [(painting, 1.0)], loss, weights, layers=layers, plan=each).evaluate(canvas)
        for each in (plan, TilePlan.whole(3))
    )


def relative_difference(found: Tensor, expected: Tensor) -> float:
    return float((found - expected).norm() / expected.norm())


def test_a_stage_of_one_tile_is_computed_once(vgg19: VggFeatures, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[int] = []
    look = vgg19.run_stage

    def counted(stage: Stage, *args: Any, **options: Any) -> Any:  # noqa: ANN401
        looks.append(stage.first)
        return look(stage, *args, **options)

    monkeypatch.setattr(vgg19, "run_stage", counted)
    photo, canvas = picture(0, 96, 100, torch.float32), picture(1, 96, 100, torch.float32)
    first, second, third = (stage.first for stage in vgg19.stages)
    objective = Objective(vgg19, photo, [(photo, 1.0)], StyleLossName.GRAM, WEIGHTS, plan=TilePlan((50, None, None)))
    looks.clear()
    objective.evaluate(canvas)
    assert looks == [first] * 4 + [second, third] + [first] * 4


def test_stages_below_the_deepest_layer_are_not_computed(vgg19: VggFeatures, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[int] = []
    look = vgg19.run_stage

    def counted(stage: Stage, *args: Any, **options: Any) -> Any:  # noqa: ANN401
        looks.append(stage.first)
        return look(stage, *args, **options)

    monkeypatch.setattr(vgg19, "run_stage", counted)
    photo, layers = picture(0, 96, 100, torch.float32), ComparedLayers.shallow(StyleLossName.GRAM)
    objective = Objective(vgg19, photo, [(photo, 1.0)], StyleLossName.GRAM, WEIGHTS, layers=layers)
    objective.evaluate(photo)
    assert set(looks) == {stage.first for stage in vgg19.stages[:2]}


def test_plans_halve_until_the_smallest() -> None:
    plan, sides = TilePlan.whole(3), []
    while not plan.is_smallest:
        plan = plan.halved(1000)
        sides.append(plan.sides_px)
    assert sides == [(500,) * 3, (250,) * 3, (SMALLEST_TILE_PX,) * 3]
    assert TilePlan((None, 300, None)).halved(1000).sides_px == (500, 150, 500)


@pytest.mark.parametrize("name", list(NetworkName))
def test_stages_cover_the_network(name: NetworkName) -> None:
    found = stages(name)
    assert found[0].first == 0
    assert all(shallow.end == deep.first for shallow, deep in pairwise(found))
    assert [stage.stride_px for stage in found] == [1, 4, 8]
    assert all(stage.margin % stage.shrink == 0 for stage in found)
