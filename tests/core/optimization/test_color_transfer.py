from __future__ import annotations

import pytest
import torch
from torch import Tensor

from core.optimization.color_transfer import luma, recolored, with_chrominance_of


def colors(seed: int, low: float = 0.0, high: float = 1.0) -> Tensor:
    return low + (high - low) * torch.rand(1, 3, 20, 30, generator=torch.Generator().manual_seed(seed))


def chrominance(image: Tensor) -> Tensor:
    return image - luma(image)


def test_luma_of_the_primaries() -> None:
    primaries = torch.eye(3).view(1, 3, 1, 3)
    assert luma(primaries).flatten().tolist() == pytest.approx([0.299, 0.587, 0.114])


def test_recolouring_gives_the_palette_s_mean_and_covariance() -> None:
    image, palette = colors(0, 0.4, 0.6), colors(1, 0.3, 0.7) * torch.tensor([1.0, 0.8, 0.5]).view(1, 3, 1, 1)
    found = recolored(image, palette)
    for moved, goal in zip((found[0].flatten(1),), (palette[0].flatten(1),), strict=True):
        torch.testing.assert_close(moved.mean(1), goal.mean(1), atol=1e-3, rtol=0)
        torch.testing.assert_close(torch.cov(moved), torch.cov(goal), atol=2e-4, rtol=0)


def test_recolouring_in_blocks_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    image, palette = colors(0), colors(1, 0.3, 0.7)
    at_once = recolored(image, palette)
    monkeypatch.setattr("core.optimization.color_transfer._BLOCK_PIXELS", 77)
    torch.testing.assert_close(recolored(image, palette), at_once, atol=1e-6, rtol=0)


def test_recolouring_to_one_s_own_palette_changes_nothing() -> None:
    image = colors(0)
    torch.testing.assert_close(recolored(image, image), image, atol=1e-4, rtol=0)


def test_a_picture_of_one_colour_takes_the_palette_s_mean() -> None:
    grey, palette = torch.full((1, 3, 8, 8), 0.5), colors(3, 0.2, 0.6)
    torch.testing.assert_close(recolored(grey, palette).mean((0, 2, 3)), palette.mean((0, 2, 3)), atol=1e-3, rtol=0)


def test_the_photo_s_chrominance_under_the_picture_s_luma() -> None:
    painted, photo = colors(0, 0.4, 0.6), colors(1, 0.4, 0.6)
    found = with_chrominance_of(painted, photo)
    torch.testing.assert_close(chrominance(found), chrominance(photo), atol=1e-6, rtol=0)
    torch.testing.assert_close(luma(found), luma(painted), atol=1e-6, rtol=0)


def test_colours_that_do_not_exist_lose_saturation_but_neither_luma_nor_hue() -> None:
    painted, photo = colors(0), colors(1)
    found = with_chrominance_of(painted, photo)
    assert found.min() > -1e-6
    assert found.max() < 1 + 1e-6
    torch.testing.assert_close(luma(found), luma(painted), atol=1e-5, rtol=0)
    wanted, got = chrominance(photo), chrominance(found)
    share = (got * wanted).sum(1, keepdim=True) / wanted.square().sum(1, keepdim=True)
    assert 0 < share.min() < 0.9
    torch.testing.assert_close(got, wanted * share, atol=1e-5, rtol=0)
