from __future__ import annotations

import pytest
import torch
from torch import Tensor

from core.loss import self_similarity
from core.loss.self_similarity import Samples, arrangement_error


def rows(seed: int, count: int = 14, channels: int = 5) -> Tensor:
    """Not negative, as rectified features are."""
    generator = torch.Generator().manual_seed(seed)
    return torch.rand(count, channels, generator=generator, dtype=torch.float64)


def test_the_error_by_hand() -> None:
    # All of the photo's features have length 3, so one of that length counts with half of its square.
    canvas = torch.tensor([[3.0, 0.0], [0.0, 3.0], [500.0, 500.0]], dtype=torch.float64)
    shown = torch.tensor([[3.0, 0.0], [3.0, 0.0], [0.0, 3.0]], dtype=torch.float64)
    own = 1 - torch.tensor([[0.5, 0, 0.5], [0, 0.5, 0.5], [0.5, 0.5, 1]], dtype=torch.float64)
    target = 1 - torch.tensor([[0.5, 0.5, 0], [0.5, 0.5, 0], [0, 0, 0.5]], dtype=torch.float64)
    expected = (own / own.mean(0) - target / target.mean(0)).abs().mean()
    error, _ = arrangement_error(canvas, shown)
    assert error.item() == pytest.approx(expected.item(), rel=1e-3)


def test_what_features_look_like_does_not_count() -> None:
    features = rows(0)
    turned = features @ torch.linalg.qr(rows(1, 5) - 0.5)[0]
    error, _ = arrangement_error(turned, features)
    assert error.item() == pytest.approx(0, abs=1e-6)
    error, _ = arrangement_error(features.flip(0), features)
    assert error > 0.1


def test_what_is_flat_in_the_photo_should_be_flat() -> None:
    features = rows(0)
    features[:7] *= 0.01
    strong, weak = features.clone(), features.clone()
    strong[:7] *= 100
    weak[:7] *= 0.5
    of_strong, of_weak = (arrangement_error(each, features)[0] for each in (strong, weak))
    assert of_weak < 0.1 * of_strong


def test_the_gradient_is_that_of_finite_differences() -> None:
    features, shown, step = rows(0), rows(1), rows(2) - 0.5
    _, gradient = arrangement_error(features, shown)
    ahead, behind = (arrangement_error(features + sign * 1e-6 * step, shown)[0] for sign in (1, -1))
    assert ((ahead - behind) / 2e-6).item() == pytest.approx((gradient * step).sum().item(), rel=1e-5)


def test_parts_of_any_size_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    error, gradient = arrangement_error(rows(0), rows(1))
    monkeypatch.setattr(self_similarity, "_MOST_DISTANCES", 40)
    in_parts, by_parts = arrangement_error(rows(0), rows(1))
    torch.testing.assert_close(in_parts, error)
    torch.testing.assert_close(by_parts, gradient)


@pytest.mark.parametrize("shade", [0.0, 3.0])
def test_a_canvas_or_a_photo_of_one_shade_gives_numbers(shade: float) -> None:
    flat = torch.full((14, 5), shade, dtype=torch.float64)
    for canvas, shown in ((flat, rows(0)), (rows(0), flat), (flat, flat)):
        error, gradient = arrangement_error(canvas, shown)
        assert error.isfinite()
        assert gradient.isfinite().all()


def test_both_pictures_are_sampled_at_the_same_positions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(self_similarity, "MOST_SAMPLES", 20)
    features = torch.rand(1, 3, 9, 8, generator=torch.Generator().manual_seed(0))
    samples, others = Samples("a", seed=1), Samples("a", seed=2)
    for each in (samples, others):
        each.canvas.take("a", features, (0, 0), (9, 8))
        each.shown.take("a", features, (0, 0), (9, 8))
    assert samples.canvas.features["a"].shape == (20, 3)
    assert torch.equal(samples.canvas.features["a"], samples.shown.features["a"])
    assert not torch.equal(samples.canvas.features["a"], others.canvas.features["a"])
    error, _ = samples.error()
    assert error.item() == pytest.approx(0, abs=1e-4)
