from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from core.loss.tensors import over_white, part_resampled, resized, to_deep_rgb, to_rgb, to_tensor, without_pixel_waves

CPU = torch.device("cpu")


def test_every_level_survives_the_round_trip() -> None:
    levels = np.arange(256, dtype=np.uint8).repeat(3).reshape(16, 16, 3)
    assert np.array_equal(to_rgb(to_tensor(levels, CPU)), levels)


def test_channels_come_first_and_range_is_the_unit_interval() -> None:
    pixels = np.zeros((2, 5, 3), dtype=np.uint8)
    pixels[0, 4] = (255, 0, 51)
    image = to_tensor(pixels, CPU)
    assert image.shape == (1, 3, 2, 5)
    assert image[0, :, 0, 4].tolist() == pytest.approx([1, 0, 0.2])


def test_pixels_are_rounded_clamped_and_owned() -> None:
    canvas = torch.tensor([-3.0, 0.4999 / 255, 0.5001 / 255, 1.7]).view(1, 1, 2, 2).expand(1, 3, 2, 2)
    pixels = to_rgb(canvas)
    assert pixels[..., 0].tolist() == [[0, 0], [1, 255]]
    assert not pixels.flags.writeable
    with pytest.raises(ValueError, match="read-only"):
        pixels[0, 0, 0] = 1


def test_what_is_half_transparent_is_half_white() -> None:
    canvas = torch.full((1, 3, 1, 3), 0.2)
    alpha = np.array([[0, 51, 255]], np.uint8)
    assert over_white(canvas, alpha)[0, 1, 0].tolist() == pytest.approx([1, 0.84, 0.2])


def test_shrinking_averages_instead_of_skipping() -> None:
    checkerboard = (torch.arange(64).view(8, 8) + torch.arange(8).view(8, 1)).remainder(2).float()
    small = resized(checkerboard.expand(1, 3, 8, 8), 2, 2)
    assert (small - 0.5).abs().max() < 0.1


def test_the_same_size_is_left_alone() -> None:
    image = torch.rand(1, 3, 4, 6)
    assert resized(image, 6, 4) is image


def test_16_bits_are_rounded_and_clamped() -> None:
    canvas = torch.tensor([-1.0, 0.0, 0.5, 1 / 65535, 1.0, 2.0]).expand(1, 3, 1, 6)
    deep = to_deep_rgb(canvas)
    assert deep.dtype == np.uint16
    assert deep.shape == (1, 6, 3)
    assert deep[0, :, 1].tolist() == [0, 0, 32768, 1, 65535, 65535]
    assert not deep.flags.writeable


@pytest.mark.parametrize(("length_px", "kept"), [(2, 0.0), (4, 0.75), (8, 0.9786), (64, 1.0)])
def test_only_waves_from_pixel_to_pixel_are_taken_out(length_px: int, kept: float) -> None:
    wave = torch.cos(2 * math.pi / length_px * torch.arange(128.0))
    for image in (wave.view(1, 1, 1, 128).expand(1, 3, 40, 128), wave.view(1, 1, 128, 1).expand(1, 3, 128, 40)):
        inside = (..., slice(8, -8), slice(8, -8))
        found, expected = without_pixel_waves(image)[inside], kept * image[inside]
        assert (found - expected).abs().max() < 1e-3


def test_a_flat_picture_stays_flat_up_to_its_borders() -> None:
    flat = torch.full((1, 3, 5, 7), 0.3)
    assert torch.allclose(without_pixel_waves(flat), flat)


@pytest.mark.parametrize("size", [(20, 14), (33, 23), (90, 70)])
def test_a_part_that_is_the_whole_is_resampled_like_the_whole(size: tuple[int, int]) -> None:
    image = torch.rand(1, 3, 23, 33, generator=torch.Generator().manual_seed(1))
    torch.testing.assert_close(part_resampled(image, (0, 0, 33, 23), *size), resized(image, *size), rtol=0, atol=1e-5)


def test_a_part_is_a_part_of_the_whole_resampled() -> None:
    """Its edges are no whole pixels of the image, but of the result."""
    image = torch.rand(1, 3, 20, 30, generator=torch.Generator().manual_seed(1))
    whole = resized(image, 75, 50)
    part = part_resampled(image, (7 / 2.5, 11 / 2.5, 40 / 2.5, 43 / 2.5), 33, 32)
    torch.testing.assert_close(part, whole[:, :, 11:43, 7:40], rtol=0, atol=1e-5)
