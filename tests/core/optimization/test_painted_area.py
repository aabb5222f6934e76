from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from core.optimization.canvas import first_canvas
from core.optimization.painted_area import painted_area
from core.optimization.targets import painting_at_scale
from core.picture import Picture
from core.recipe.recipe import Recipe, StyleSource

RECIPE = Recipe(Path("photo.png"), (StyleSource(Path("painting.png")),), size_px=96)
BLUE = (20, 60, 200)


def framed(strip_px: int) -> Picture:
    """A blue painting of 200 x 150 px in a red frame."""
    rgb = np.full((150, 200, 3), (230, 20, 20), np.uint8)
    rgb[strip_px : 150 - strip_px, strip_px : 200 - strip_px] = BLUE
    return Picture(rgb)


@pytest.mark.parametrize(("size", "left"), [((240, 480), (220, 440)), ((16, 16), (14, 14)), ((3, 5), (3, 5))])
def test_the_same_share_is_left_out_at_each_end_of_either_side(size: tuple[int, int], left: tuple[int, int]) -> None:
    painting = torch.rand(1, 3, *size)
    area = painted_area(painting)
    assert tuple(area.shape[2:]) == left
    rows, columns = ((whole - part) // 2 for whole, part in zip(size, left, strict=True))
    assert torch.equal(area, painting[:, :, rows : rows + left[0], columns : columns + left[1]])


def test_nothing_of_a_frame_is_painted() -> None:
    photo = torch.rand(1, 3, 72, 96, generator=torch.Generator().manual_seed(0))
    with_frame, without = (painting_at_scale(framed(strip_px), RECIPE, photo, 96) for strip_px in (4, 0))
    assert with_frame.shape == without.shape
    # A frame's edge is a little soft after it has been reduced.
    torch.testing.assert_close(with_frame[:, :, 1:-1, 1:-1], without[:, :, 1:-1, 1:-1], atol=0.01, rtol=0)


def test_nor_does_it_count_among_the_colours() -> None:
    photo = torch.rand(1, 3, 72, 96, generator=torch.Generator().manual_seed(0))
    with_frame, without = (first_canvas(RECIPE, photo, [(framed(strip_px), 1.0)], None) for strip_px in (5, 0))
    assert (with_frame[:, 0] - without[:, 0]).abs().max() < 0.1
    broad = first_canvas(RECIPE, photo, [(framed(30), 1.0)], None)
    assert (broad[:, 0] - without[:, 0]).abs().max() > 0.3
