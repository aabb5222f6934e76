from __future__ import annotations

import numpy as np
import pytest

from app.look.mip_levels import drawn, mip_levels
from app.look.qimage import image_for_screen, image_of_pixels, pixels_of_image


def noise(width_px: int, height_px: int) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (height_px, width_px, 3), np.uint8)


def test_each_level_is_the_mean_of_four_pixels_of_the_one_before() -> None:
    pixels = noise(256, 300)
    levels = mip_levels(image_for_screen(pixels))
    assert [(image.width(), image.height()) for image in levels.images] == [(256, 300), (128, 150), (64, 75)]
    assert np.array_equal(pixels_of_image(levels.images[0]), pixels)
    means = pixels.reshape(150, 2, 128, 2, 3).mean((1, 3))
    assert np.abs(pixels_of_image(levels.images[1]) - means).max() <= 1


def test_pictures_of_any_format_and_odd_sizes_are_taken() -> None:
    levels = mip_levels(image_of_pixels(noise(257, 131)))
    assert [(image.width(), image.height()) for image in levels.images] == [(257, 131), (129, 66), (65, 33)]


@pytest.mark.parametrize(("scale", "level"), [(8, 0), (1, 0), (0.9, 0), (0.5, 1), (0.3, 1), (0.25, 2), (0.001, 2)])
def test_a_level_is_no_smaller_than_what_is_drawn(scale: float, level: int) -> None:
    assert mip_levels(image_for_screen(noise(256, 256))).level_for(scale) == level


def test_a_part_is_drawn_where_it_lies() -> None:
    pixels = np.zeros((400, 600, 3), np.uint8)
    pixels[:, 300:] = (200, 100, 50)
    levels = mip_levels(image_for_screen(pixels))
    for width_px in (50, 200, 700):
        shown = pixels_of_image(drawn(levels, (100, 50, 500, 350), width_px, 90))
        assert shown.shape == (90, width_px, 3)
        assert np.abs(shown[:, : int(width_px * 0.4)]).max() <= 1
        assert np.abs(shown[:, int(width_px * 0.6) :].astype(int) - (200, 100, 50)).max() <= 1


def test_fine_patterns_become_grey_and_not_waves() -> None:
    rows, columns = np.mgrid[0:640, 0:640]
    pixels = np.repeat((255 * ((rows + columns) % 2)).astype(np.uint8)[..., None], 3, 2)
    shown = pixels_of_image(drawn(mip_levels(image_for_screen(pixels)), (0, 0, 640, 640), 190, 190))
    assert np.abs(shown[5:-5, 5:-5].astype(int) - 128).max() < 12
