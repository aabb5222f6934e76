from __future__ import annotations

import pytest
import torch

from core.losses import (
    content_loss,
    gram_matrix,
    gram_style_loss,
    relative_squared_error,
    total_variation,
    weighted_mean,
)


def test_gram_matrix_by_hand() -> None:
    # Channel 0 is (1, 2), channel 1 is (3, 4): products averaged over the two positions.
    features = torch.tensor([[[[1.0, 2.0]], [[3.0, 4.0]]]])
    assert gram_matrix(features).tolist() == [[[2.5, 5.5], [5.5, 12.5]]]


def test_gram_matrix_ignores_where_things_are() -> None:
    features = torch.rand(1, 4, 6, 5, dtype=torch.float64)
    torch.testing.assert_close(gram_matrix(features), gram_matrix(features.flip(2, 3)))


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16])
def test_gram_matrix_of_half_precision_features_is_summed_in_float32(dtype: torch.dtype) -> None:
    features = torch.full((1, 1, 300, 300), 1.0, dtype=dtype)
    features[0, 0, 0, 0] = 100
    gram = gram_matrix(features)
    assert gram.dtype is torch.float32
    assert gram.item() == pytest.approx(1 + 9999 / 90000)


def test_relative_error_is_zero_at_the_target_and_one_at_nothing() -> None:
    target = torch.tensor([3.0, 4.0])
    assert relative_squared_error(target, target).item() == 0
    assert relative_squared_error(torch.zeros(2), target).item() == 1
    assert relative_squared_error(torch.tensor([3.0, 9.0]), target).item() == 1


def test_relative_error_of_a_target_of_zeros_is_finite() -> None:
    assert torch.isfinite(relative_squared_error(torch.ones(2), torch.zeros(2)))


def test_content_loss_does_not_depend_on_the_magnitude_of_the_features() -> None:
    value, target = torch.rand(1, 3, 4, 4, dtype=torch.float64), torch.rand(1, 3, 4, 4, dtype=torch.float64)
    torch.testing.assert_close(content_loss(value * 1000, target * 1000), content_loss(value, target))


def test_style_loss_by_hand_averages_the_layers() -> None:
    features = {"a": torch.ones(1, 1, 2, 2), "b": torch.zeros(1, 1, 1, 1), "c": torch.ones(1, 1, 1, 1)}
    targets = {"a": torch.tensor([[[1.0]]]), "b": torch.tensor([[[7.0]]])}
    assert gram_style_loss(features, targets).item() == 0.5


def test_total_variation_by_hand() -> None:
    image = torch.tensor([[[[0.0, 1.0], [0.0, 3.0]]]])
    # Down: differences 0 and 2, mean square 2. Across: 1 and 3, mean square 5.
    assert total_variation(image).item() == 7


def test_weighted_mean_by_hand() -> None:
    tensors = [torch.tensor([1.0, 0.0]), torch.tensor([4.0, 3.0])]
    assert weighted_mean(tensors, (2, 1)).tolist() == [2.0, 1.0]
    assert weighted_mean(tensors, (1, 0)).tolist() == [1.0, 0.0]


@pytest.mark.parametrize("shape", [(1, 2, 3, 4), (1, 3, 2, 2)])
def test_gradients_are_those_of_finite_differences(shape: tuple[int, ...]) -> None:
    generator = torch.Generator().manual_seed(0)
    value = torch.rand(shape, dtype=torch.float64, generator=generator, requires_grad=True)
    target = torch.rand(shape, dtype=torch.float64, generator=generator)
    gram = gram_matrix(torch.rand(shape, dtype=torch.float64, generator=generator))
    assert torch.autograd.gradcheck(lambda x: content_loss(x, target), value)
    assert torch.autograd.gradcheck(lambda x: gram_style_loss({"a": x}, {"a": gram}), value)
    assert torch.autograd.gradcheck(total_variation, value)
