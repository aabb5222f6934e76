from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor

from core.optimization.weave import take_out_weave


def waves(length_px: float, lean_degrees: float, side_px: int = 96) -> Tensor:
    """(1, 3, S, S): waves whose crests run down, but for their lean."""
    rows, columns = torch.meshgrid(torch.arange(side_px), torch.arange(side_px), indexing="ij")
    lean = math.radians(lean_degrees)
    phase = 2 * math.pi / length_px * (columns * math.cos(lean) + rows * math.sin(lean))
    return torch.cos(phase).expand(1, 3, -1, -1).contiguous()


def kept(image: Tensor) -> float:
    """The share of an image's size that stays, borders left out."""
    inside = (..., slice(16, -16), slice(16, -16))
    return float(take_out_weave(image.clone())[inside].norm() / image[inside].norm())


@pytest.mark.parametrize("length_px", [2, 2.2, 2.4])
@pytest.mark.parametrize("turned", [False, True])
def test_short_waves_along_the_axes_are_taken_out(length_px: float, *, turned: bool) -> None:
    image = waves(length_px, 0)
    assert kept(image.mT.contiguous() if turned else image) < 0.3


@pytest.mark.parametrize(("length_px", "lean_degrees"), [(2.2, 25), (2.2, 45), (4, 0), (8, 0), (50, 0)])
def test_what_leans_or_is_longer_stays(length_px: float, lean_degrees: float) -> None:
    assert kept(waves(length_px, lean_degrees)) > 0.9


def test_a_flat_gradient_stays_flat_up_to_its_borders() -> None:
    flat = torch.full((1, 3, 16, 20), 0.3)
    assert torch.allclose(take_out_weave(flat.clone()), flat, atol=1e-6)


def test_the_filter_turns_no_move_uphill() -> None:
    gradient = torch.randn(1, 3, 40, 33, generator=torch.Generator().manual_seed(1))
    filtered = take_out_weave(gradient.clone())
    assert 0 < float((filtered * gradient).sum()) < float(gradient.square().sum())


def test_it_works_in_place() -> None:
    gradient = waves(2, 0)
    assert take_out_weave(gradient) is gradient
