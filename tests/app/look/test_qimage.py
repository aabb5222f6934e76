from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor

from app.look.qimage import image_for_screen, image_of_picture, image_of_pixels, pixels_of_image
from core.picture import Picture


@pytest.mark.parametrize("width_px", [1, 2, 3, 5, 63, 64])
def test_rows_of_any_length_survive(width_px: int) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (7, width_px, 3), np.uint8)
    image = image_of_pixels(pixels)
    assert (image.width(), image.height()) == (width_px, 7)
    assert np.array_equal(pixels_of_image(image), pixels)


def test_the_image_owns_its_memory() -> None:
    pixels = np.full((4, 4, 3), 200, np.uint8)
    image = image_of_pixels(pixels)
    pixels[:] = 0
    assert image.pixelColor(0, 0) == QColor(200, 200, 200)


def test_a_view_with_strange_strides_is_taken_as_seen() -> None:
    pixels = np.arange(6 * 8 * 3, dtype=np.uint8).reshape(6, 8, 3)
    assert np.array_equal(pixels_of_image(image_of_pixels(pixels[::2, ::-2])), pixels[::2, ::-2])


def test_transparency_is_handed_on() -> None:
    alpha = np.full((3, 5), 128, np.uint8)
    image = image_of_picture(Picture(np.full((3, 5, 3), 10, np.uint8), alpha))
    assert image.pixelColor(4, 2).alpha() == 128
    assert not image_of_picture(Picture(np.zeros((3, 5, 3), np.uint8))).hasAlphaChannel()


def test_pictures_for_the_screen_keep_every_pixel() -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (131, 77, 3), np.uint8)
    assert np.array_equal(pixels_of_image(image_for_screen(pixels)), pixels)
