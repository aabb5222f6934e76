from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import torch

from core.loss.tensors import to_rgb
from core.optimization.canvas import enlarged_canvas, first_canvas
from core.picture import Picture
from core.recipe.choices import ColorMode, Preset, StartFrom
from core.recipe.recipe import Recipe, StyleSource

if TYPE_CHECKING:
    from torch import Tensor


def recipe(**settings: object) -> Recipe:
    return Recipe(Path("photo.png"), (StyleSource(Path("painting.png")),), **settings)  # type: ignore[arg-type] # checked by Recipe


def noise(seed: int, height_px: int, width_px: int) -> Tensor:
    return torch.rand(1, 3, height_px, width_px, generator=torch.Generator().manual_seed(seed))


PAINTING = Picture(to_rgb(noise(7, 30, 40) * torch.tensor([0.2, 0.3, 0.9]).view(1, 3, 1, 1)))


def test_a_run_starts_from_the_photo_in_the_palette_of_the_painting() -> None:
    canvas = first_canvas(recipe(), noise(0, 24, 32), [(PAINTING, 1.0)], None)
    expected = torch.from_numpy(PAINTING.rgb.copy()).float().div(255).mean((0, 1))
    assert canvas.mean((0, 2, 3)).tolist() == pytest.approx(expected.tolist(), abs=0.02)


@pytest.mark.parametrize("settings", [{"color": ColorMode.MATCH}, {"style_strength": 0.0}])
def test_a_run_starts_from_the_photo_itself_where_its_colours_are_wanted(settings: dict[str, object]) -> None:
    photo = noise(0, 24, 32)
    assert torch.allclose(first_canvas(recipe(**settings), photo, [(PAINTING, 1.0)], None), photo)


def test_a_run_starts_from_a_picture_at_the_size_of_the_canvas() -> None:
    picture = Picture(to_rgb(noise(3, 48, 64)))
    start = recipe(start_from=StartFrom.PICTURE, start_picture=Path("start.png"))
    canvas = first_canvas(start, noise(0, 24, 32), [(PAINTING, 1.0)], picture)
    expected = torch.from_numpy(picture.resized(32).rgb.copy()).permute(2, 0, 1).float() / 255
    assert (canvas[0] - expected).abs().mean() < 0.05


def test_noise_depends_on_the_seed_alone() -> None:
    photo = noise(0, 24, 32)
    first, again, other = (
        first_canvas(recipe(start_from=StartFrom.NOISE, seed=seed), photo, [(PAINTING, 1.0)], None)
        for seed in (1, 1, 2)
    )
    assert torch.equal(first, again)
    assert not torch.equal(first, other)


def test_a_larger_canvas_carries_no_weave_on_from_the_coarser_one() -> None:
    checkerboard = 0.5 + 0.2 * ((torch.arange(32)[:, None] + torch.arange(40)) % 2 * 2.0 - 1).expand(1, 3, 32, 40)
    from_noise = recipe(start_from=StartFrom.NOISE)
    canvas = enlarged_canvas(from_noise, noise(0, 45, 57), [(PAINTING, 1.0)], checkerboard)
    assert canvas.shape == (1, 3, 45, 57)
    assert (canvas - 0.5)[..., 4:-4, 4:-4].abs().max() < 1e-3


def test_a_larger_canvas_gains_the_detail_of_the_photo_the_more_the_weaker_the_style() -> None:
    photo, coarser = noise(0, 48, 64), torch.full((1, 3, 34, 45), 0.5)
    detail = [
        float(enlarged_canvas(recipe(style_strength=strength, freedom=0.0), photo, [(PAINTING, 1.0)], coarser).std())
        for strength in (20.0, 60.0, 100.0)
    ]
    assert detail[0] > 1.5 * detail[1] > 0
    assert detail[2] == pytest.approx(0, abs=1e-5)


def test_a_larger_canvas_gains_the_detail_of_the_photo_the_less_the_freer_the_drawing() -> None:
    photo, coarser = noise(0, 48, 64), torch.full((1, 3, 34, 45), 0.5)
    detail = [
        float(enlarged_canvas(recipe(freedom=freedom), photo, [(PAINTING, 1.0)], coarser).std())
        for freedom in (0.0, 25.0, 50.0, 100.0)
    ]
    assert detail[0] > 1.5 * detail[1] > 0
    assert detail[2] == detail[3] == pytest.approx(0, abs=1e-5)


def test_a_draft_keeps_some_of_the_detail_until_it_is_wholly_free() -> None:
    photo, coarser = noise(0, 48, 64), torch.full((1, 3, 34, 45), 0.5)
    detail = [
        float(enlarged_canvas(recipe(freedom=freedom, preset=Preset.DRAFT), photo, [(PAINTING, 1.0)], coarser).std())
        for freedom in (0.0, 50.0, 100.0)
    ]
    assert detail[0] > 1.5 * detail[1] > 0
    assert detail[2] == pytest.approx(0, abs=1e-5)
