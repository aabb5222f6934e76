from __future__ import annotations

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor

from core.loss.smoothness import total_variation
from core.loss.statistics import FeatureMoments, feature_moments, mixed_moments, weighted_mean
from core.loss.style_losses import (
    GramLoss,
    WassersteinLoss,
    covariance_root,
    eigendecomposition,
    fidelity,
    relative_squared_error,
)


def features(seed: int, channels: int = 4, positions: int = 30) -> Tensor:
    """(1, C, 1, N), not negative, as a rectifier leaves them; float64."""
    generator = torch.Generator().manual_seed(seed)
    spread = torch.rand(channels, channels, generator=generator, dtype=torch.float64)
    return (spread @ torch.randn(channels, positions, generator=generator, dtype=torch.float64)).relu()[None, :, None]


def gaussian(mean: list[float], covariance: list[list[float]]) -> FeatureMoments:
    centre, spread = torch.tensor(mean, dtype=torch.float64), torch.tensor(covariance, dtype=torch.float64)
    return FeatureMoments(centre, spread + centre[:, None] * centre)


def test_moments_by_hand() -> None:
    # Channel 0 is (1, 2), channel 1 is (3, 4): products averaged over the two positions.
    moments = feature_moments(torch.tensor([[[[1.0, 2.0]], [[3.0, 4.0]]]]))
    assert moments.mean.tolist() == [1.5, 3.5]
    assert moments.second.tolist() == [[2.5, 5.5], [5.5, 12.5]]
    assert moments.covariance.tolist() == [[0.25, 0.25], [0.25, 0.25]]


def test_moments_ignore_where_things_are() -> None:
    some = torch.rand(1, 4, 6, 5, dtype=torch.float64)
    torch.testing.assert_close(feature_moments(some).second, feature_moments(some.flip(2, 3)).second)


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16])
def test_moments_of_half_precision_features_are_summed_in_float32(dtype: torch.dtype) -> None:
    bright = torch.full((1, 1, 300, 300), 1.0, dtype=dtype)
    bright[0, 0, 0, 0] = 100
    moments = feature_moments(bright)
    assert moments.second.dtype is moments.mean.dtype is torch.float32
    assert moments.second.item() == pytest.approx(1 + 9999 / 90000)


def test_mixed_moments_are_those_of_pictures_side_by_side() -> None:
    left, right = features(0, positions=20), features(1, positions=40)
    beside = feature_moments(torch.cat((left, right), dim=3))
    mixed = mixed_moments([feature_moments(left), feature_moments(right)], (1, 2))
    torch.testing.assert_close(mixed.covariance, beside.covariance)
    torch.testing.assert_close(mixed.mean, beside.mean)


def test_weighted_mean_by_hand() -> None:
    tensors = [torch.tensor([1.0, 0.0]), torch.tensor([4.0, 3.0])]
    assert weighted_mean(tensors, (2, 1)).tolist() == [2.0, 1.0]
    assert weighted_mean(tensors, (1, 0)).tolist() == [1.0, 0.0]


def test_relative_error_is_zero_at_the_target_and_one_at_nothing() -> None:
    target = torch.tensor([3.0, 4.0])
    assert relative_squared_error(target, target).item() == 0
    assert relative_squared_error(torch.zeros(2), target).item() == 1
    assert relative_squared_error(torch.tensor([3.0, 9.0]), target).item() == 1


def test_relative_error_of_a_target_of_zeros_is_finite() -> None:
    assert torch.isfinite(relative_squared_error(torch.ones(2), torch.zeros(2)))


def test_gram_loss_by_hand() -> None:
    loss = GramLoss(FeatureMoments(torch.tensor([1.0]), torch.tensor([[4.0]])))
    assert loss(FeatureMoments(torch.tensor([9.0]), torch.tensor([[6.0]]))).item() == 0.25


def test_wasserstein_loss_of_one_channel_by_hand() -> None:
    # Standard deviations 3 and 1, means 2 and 5: ((5 - 2)² + (3 - 1)²) / (5² + 1²).
    loss = WassersteinLoss(gaussian([5.0], [[1.0]]))
    assert loss(gaussian([2.0], [[9.0]])).item() == pytest.approx(13 / 26, rel=1e-3)


def test_wasserstein_loss_of_independent_channels_adds_up() -> None:
    loss = WassersteinLoss(gaussian([0.0, 0.0], [[4.0, 0.0], [0.0, 1.0]]))
    # Standard deviations (1, 3) against (2, 1), no means: (1 + 4) / (4 + 1).
    assert loss(gaussian([0.0, 0.0], [[1.0, 0.0], [0.0, 9.0]])).item() == pytest.approx(1.0, rel=1e-3)


def test_wasserstein_loss_of_correlated_channels_matches_the_textbook_formula() -> None:
    goal, found = feature_moments(features(0)), feature_moments(features(1))
    # The eigenvalues of the product of two covariances are those of A^½ C A^½.
    inner = torch.linalg.eigvals(goal.covariance @ found.covariance).real.sqrt().sum()
    distance = (goal.mean - found.mean).square().sum() + (goal.covariance + found.covariance).trace() - 2 * inner
    expected = distance / (goal.mean.square().sum() + goal.covariance.trace())
    assert WassersteinLoss(goal)(found).item() == pytest.approx(expected.item(), rel=1e-2)


@given(st.integers(0, 1000))
@settings(max_examples=30)
def test_wasserstein_loss_is_a_distance(seed: int) -> None:
    goal, found = feature_moments(features(seed)), feature_moments(features(seed + 1))
    # But for the directions of negligible variance, which are left out.
    assert WassersteinLoss(goal)(goal).item() == pytest.approx(0, abs=1e-3)
    assert WassersteinLoss(goal)(found).item() > 1e-4


def test_a_root_squares_back() -> None:
    matrix = feature_moments(features(2)).covariance
    root = covariance_root(matrix)
    torch.testing.assert_close(root @ root.mT, matrix)


def test_a_root_leaves_out_the_directions_without_variance() -> None:
    matrix = feature_moments(features(2, channels=64, positions=6)).covariance
    root = covariance_root(matrix)
    assert root.shape == (64, 5)
    torch.testing.assert_close(root @ root.mT, matrix)


def test_fidelity_of_a_covariance_with_itself_is_its_trace() -> None:
    covariance = feature_moments(features(3)).covariance
    torch.testing.assert_close(fidelity(covariance, covariance_root(covariance)), covariance.trace())


def test_fewer_positions_than_channels_are_no_obstacle() -> None:
    """Deep layers of small canvases: the covariance has directions without any variance."""
    few = features(0, channels=64, positions=6).float().requires_grad_()
    loss = WassersteinLoss(feature_moments(features(1, channels=64, positions=500).float()))(feature_moments(few))
    (gradient,) = torch.autograd.grad(loss, few)
    assert torch.isfinite(loss)
    assert torch.isfinite(gradient).all()
    assert gradient.any()


@pytest.mark.parametrize("kind", [GramLoss, WassersteinLoss])
def test_a_black_painting_is_no_obstacle(kind: type[GramLoss | WassersteinLoss]) -> None:
    black = FeatureMoments(torch.zeros(3), torch.zeros(3, 3))
    canvas = features(0, channels=3).float().requires_grad_()
    (gradient,) = torch.autograd.grad(kind(black)(feature_moments(canvas)), canvas)
    assert torch.isfinite(gradient).all()


def test_the_gradient_of_total_variation_is_that_of_autograd() -> None:
    image = torch.rand(1, 3, 5, 7, dtype=torch.float64, requires_grad=True)
    down, across = (image.diff(dim=side).square().mean() for side in (2, 3))
    (expected,) = torch.autograd.grad(down + across, image)
    torch.testing.assert_close(total_variation(image.detach())[1], expected)


def test_total_variation_by_hand() -> None:
    image = torch.tensor([[[[0.0, 1.0], [0.0, 3.0]]]])
    # Down: differences 0 and 2, mean square 2. Across: 1 and 3, mean square 5.
    assert total_variation(image)[0].item() == 7


@pytest.mark.parametrize("shape", [(1, 2, 3, 4), (1, 3, 2, 5)])
def test_gradients_are_those_of_finite_differences(shape: tuple[int, ...]) -> None:
    generator = torch.Generator().manual_seed(0)
    value = torch.rand(shape, dtype=torch.float64, generator=generator, requires_grad=True)
    target = torch.rand(shape, dtype=torch.float64, generator=generator)
    gram, wasserstein = GramLoss(feature_moments(target)), WassersteinLoss(feature_moments(target))
    assert torch.autograd.gradcheck(lambda x: relative_squared_error(x, target), value)
    assert torch.autograd.gradcheck(lambda x: gram(feature_moments(x)), value)
    assert torch.autograd.gradcheck(lambda x: wasserstein(feature_moments(x)), value)


def test_a_solver_that_does_not_converge_in_float32_is_asked_in_float64(monkeypatch: pytest.MonkeyPatch) -> None:
    solve = torch.linalg.eigh

    def does_not_converge(matrix: Tensor) -> tuple[Tensor, Tensor]:
        if matrix.dtype is torch.float32:
            raise torch.linalg.LinAlgError  # type: ignore[attr-defined]
        values, vectors = solve(matrix)
        return values, vectors

    monkeypatch.setattr(torch.linalg, "eigh", does_not_converge)
    matrix = torch.diag(torch.tensor((1.0, 4.0, 9.0)))

    values, vectors = eigendecomposition(matrix)

    assert values.dtype is vectors.dtype is torch.float32
    torch.testing.assert_close(vectors @ torch.diag(values) @ vectors.mT, matrix)
