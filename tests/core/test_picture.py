"""A picture in memory."""

from __future__ import annotations

import numpy as np
import pytest

from core.picture import Picture, fitted_size
from tests.core.files.image_files import quarters


def test_arrays_are_read_only_and_contiguous() -> None:
    rgb = quarters()[::-1]
    alpha = quarters([255, 0, 9, 255])[::-1]

    picture = Picture(rgb, alpha)

    assert picture.alpha is not None
    for array, given in ((picture.rgb, rgb), (picture.alpha, alpha)):
        assert np.array_equal(array, given)
        assert array.flags.c_contiguous
        with pytest.raises(ValueError, match="read-only"):
            array[0, 0] = 0
    assert rgb.flags.writeable


def test_width_and_height() -> None:
    picture = Picture(np.zeros((20, 30, 3), np.uint8))
    assert (picture.width_px, picture.height_px) == (30, 20)


@pytest.mark.parametrize(
    "rgb",
    [
        np.zeros((20, 30, 3), np.float32),
        np.zeros((20, 30), np.uint8),
        np.zeros((20, 30, 4), np.uint8),
        np.zeros((3, 20, 30), np.uint8),
        np.zeros((0, 30, 3), np.uint8),
    ],
    ids=lambda rgb: f"{rgb.shape} {rgb.dtype}",
)
def test_colours_of_the_wrong_shape(rgb: np.ndarray) -> None:
    with pytest.raises(ValueError, match="rgb must be"):
        Picture(rgb)


@pytest.mark.parametrize("alpha", [np.zeros((20, 31), np.uint8), np.zeros((20, 30, 1), np.uint8), np.zeros((20, 30))])
def test_alpha_of_the_wrong_shape(alpha: np.ndarray) -> None:
    with pytest.raises(ValueError, match="alpha must be"):
        Picture(np.zeros((20, 30, 3), np.uint8), alpha)


def test_resized() -> None:
    picture = Picture(quarters(), quarters([255, 0, 255, 0]))

    smaller, same, larger = picture.resized(24), picture.resized(48), picture.resized(96)

    assert smaller.rgb.shape == (16, 24, 3)
    assert smaller.alpha is not None
    assert smaller.alpha.shape == (16, 24)
    assert same is picture
    assert larger.rgb.shape == (64, 96, 3)
    assert tuple(larger.rgb[10, 10]) == tuple(picture.rgb[5, 5])


@pytest.mark.parametrize(
    ("size_px", "longest_px", "expected_px"),
    [
        ((30, 20), 15, (15, 10)),
        ((20, 30), 100, (67, 100)),
        ((1000, 50), 4, (4, 1)),
        ((50, 1000), 4, (1, 4)),
        ((4000, 3000), 256, (256, 192)),
        ((3000, 4000), 256, (192, 256)),
        ((10, 1000), 64, (1, 64)),
    ],
)
def test_fitted_size(size_px: tuple[int, int], longest_px: int, expected_px: tuple[int, int]) -> None:
    assert fitted_size(*size_px, longest_px) == expected_px


def test_a_size_that_makes_no_sense() -> None:
    with pytest.raises(ValueError, match="0 px long"):
        fitted_size(30, 20, 0)
