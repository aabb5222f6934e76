from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import torch

from core.loss.tensors import over_white, resized, to_deep_rgb, to_rgb, to_tensor
from core.optimization import result as result_module
from core.optimization.color_transfer import with_chrominance_of
from core.optimization.result import best_picture, to_picture
from core.picture import Picture
from core.recipe.choices import ColorMode
from core.recipe.recipe import Recipe, StyleSource

if TYPE_CHECKING:
    from collections.abc import Callable

    from torch import Tensor

RECIPE = Recipe(Path("photo"), (StyleSource(Path("painting")),), size_px=96)
CPU = torch.device("cpu")


@pytest.fixture
def photo() -> Picture:
    """96 x 64, fading to the right."""
    generator = np.random.default_rng(1)
    alpha = np.broadcast_to(np.linspace(0, 255, 96).astype(np.uint8), (64, 96))
    return Picture(generator.integers(0, 256, (64, 96, 3), np.uint8), alpha)


def canvas(width_px: int = 96, height_px: int = 64) -> Tensor:
    """With values a little outside of what a picture can have."""
    noise = torch.rand((1, 3, 8, 12), generator=torch.Generator().manual_seed(2))
    return resized(noise * 1.4 - 0.2, width_px, height_px)


def out_of_memory(times: int, original: Callable[..., Any]) -> Callable[..., Any]:
    """A function that finds no memory the first few times."""
    left = times

    def function(*args: Any, **options: Any) -> Any:  # noqa: ANN401 - passed through as it came
        nonlocal left
        left -= 1
        if left >= 0:
            raise MemoryError
        return original(*args, **options)

    return function


@pytest.mark.parametrize("color", [ColorMode.STYLE, ColorMode.PHOTO])
@pytest.mark.parametrize("size_px", [(96, 64), (48, 32)])
# The second is less than a row.
@pytest.mark.parametrize("band_pixels", [96 * 7, 95])
def test_a_picture_made_in_bands_is_the_one_made_at_once(
    photo: Picture, monkeypatch: pytest.MonkeyPatch, color: ColorMode, size_px: tuple[int, int], band_pixels: int
) -> None:
    monkeypatch.setattr(result_module, "_BAND_PIXELS", band_pixels)
    found = to_picture(canvas(*size_px), photo, replace(RECIPE, color=color, depth_bits=16))
    whole = resized(canvas(*size_px), 96, 64).clamp(0, 1)
    if color is ColorMode.PHOTO:
        whole = with_chrominance_of(whole, to_tensor(photo.rgb, CPU))
    assert photo.alpha is not None
    whole = over_white(whole, photo.alpha)
    assert np.array_equal(found.rgb, to_rgb(whole))
    assert found.deep is not None
    assert np.array_equal(found.deep, to_deep_rgb(whole))
    assert found.alpha is not None
    assert np.array_equal(found.alpha, photo.alpha)


@pytest.mark.parametrize("name", ["resized", "to_rgb", "to_deep_rgb", "over_white", "with_chrominance_of"])
@pytest.mark.parametrize("error", [MemoryError(), RuntimeError("DefaultCPUAllocator: can't allocate memory")])
def test_memory_that_is_short_once_changes_nothing(
    photo: Picture, monkeypatch: pytest.MonkeyPatch, name: str, error: Exception
) -> None:
    recipe = replace(RECIPE, color=ColorMode.PHOTO, depth_bits=16)
    expected = to_picture(canvas(), photo, recipe)
    original, calls = getattr(result_module, name), 0

    def running_out(*args: Any) -> Any:  # noqa: ANN401 - passed through as it came
        nonlocal calls
        calls += 1
        if calls == 1:
            raise error
        return original(*args)

    monkeypatch.setattr(result_module, name, running_out)
    found = best_picture(canvas(), photo, recipe)
    assert found is not None
    assert np.array_equal(found.rgb, expected.rgb)
    assert found.deep is not None
    assert calls > 1


def test_without_memory_for_16_bits_there_are_8(photo: Picture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(result_module, "to_deep_rgb", out_of_memory(99, to_deep_rgb))
    found = best_picture(canvas(), photo, replace(RECIPE, depth_bits=16))
    assert found is not None
    assert found.deep is None
    assert np.array_equal(found.rgb, to_picture(canvas(), photo, RECIPE).rgb)


def test_without_memory_for_a_large_canvas_a_coarse_one_is_enlarged_in_bytes(
    photo: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = Picture(photo.rgb)
    expected = to_picture(canvas(48, 32), photo, RECIPE).rgb.astype(int)

    def without_room(image: Tensor, width_px: int, height_px: int) -> Tensor:
        if width_px > image.shape[3]:
            raise MemoryError
        return resized(image, width_px, height_px)

    monkeypatch.setattr(result_module, "resized", without_room)
    found = best_picture(canvas(48, 32), photo, RECIPE)
    assert found is not None
    assert found.rgb.shape == (64, 96, 3)
    assert np.abs(found.rgb.astype(int) - expected).mean() < 2


@pytest.mark.parametrize(("most_px", "size_px"), [(50, (48, 32)), (30, (24, 16)), (13, (12, 8))])
def test_without_memory_for_the_size_the_picture_is_smaller(
    photo: Picture, monkeypatch: pytest.MonkeyPatch, most_px: int, size_px: tuple[int, int]
) -> None:
    photo = Picture(photo.rgb)
    whole = to_picture(canvas(), photo, RECIPE).rgb

    def without_room(band: Tensor) -> Any:  # noqa: ANN401 - passed through as it came
        if band.shape[3] > most_px:
            raise MemoryError
        return to_rgb(band)

    monkeypatch.setattr(result_module, "to_rgb", without_room)
    found = best_picture(canvas(), photo, RECIPE)
    assert found is not None
    assert (found.width_px, found.height_px) == size_px
    fraction = 96 // size_px[0]
    assert np.array_equal(found.rgb, whole[::fraction, ::fraction])


def test_without_memory_for_any_picture_there_is_none(photo: Picture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(result_module, "to_rgb", out_of_memory(99, to_rgb))
    assert best_picture(canvas(), photo, RECIPE) is None


def test_what_has_nothing_to_do_with_memory_is_told(photo: Picture, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_band: Tensor) -> None:
        msg = "something else"
        raise RuntimeError(msg)

    monkeypatch.setattr(result_module, "to_rgb", broken)
    with pytest.raises(RuntimeError, match="something else"):
        best_picture(canvas(), photo, RECIPE)
