from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import torch
from PIL import Image

from core.loss.statistics import feature_moments
from core.optimization import loupe as loupes
from core.optimization import loupe_plan
from core.optimization import schedule as scales
from core.optimization.engine import stylize
from core.optimization.events import Finished
from core.optimization.loupe import LoupePainter, _deviations
from core.optimization.loupe_plan import LoupePlan, Spot
from core.optimization.schedule import Scale
from core.recipe.choices import ColorMode, DeviceName, Preset, StyleLossName
from core.recipe.recipe import Recipe, StyleSource
from tests.apart import apart
from tests.core.conftest import NETWORKS_FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    from core.loss.vgg import VggFeatures
    from core.optimization.view import GrowingView

SPOT = Spot(0.3, 0.6)


@pytest.fixture(autouse=True)
def _small_scales(monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole is painted at 64 px, the part at 96 and, refining, at 192 px, of which 48 are shown."""

    def schedule(size_px: int, _preset: Preset) -> tuple[Scale, ...]:
        ladder = Scale(64, 3), Scale(96, 2), Scale(192, 2, refines=True)
        return tuple(scale for scale in ladder if scale.scale_px <= size_px)

    for module in (scales, loupe_plan):
        monkeypatch.setattr(module, "schedule", schedule)
    for module in (loupe_plan, loupes):
        monkeypatch.setattr(module, "WHOLE_PX", 64)
    monkeypatch.setattr(loupe_plan, "CROP_PX", 48)
    monkeypatch.setattr(loupe_plan, "_MARGIN_PX", 16)
    monkeypatch.setattr(loupe_plan, "_SHORTEST_SIDE_PX", 48)


@pytest.fixture
def recipe(tmp_path: Path, painting: Path) -> Recipe:
    waves = np.add.outer(np.sin(np.arange(200) / 9), np.cos(np.arange(240) / 13))
    rgb = np.stack([waves, waves[::-1], waves[:, ::-1]], axis=-1) * 60 + 128
    Image.fromarray(rgb.astype(np.uint8)).save(tmp_path / "waves.png")
    styles = (StyleSource(painting),)
    return Recipe(tmp_path / "waves.png", styles, size_px=192, preset=Preset.DRAFT, device=DeviceName.CPU)


@pytest.fixture
def painter() -> LoupePainter:
    return LoupePainter(NETWORKS_FOLDER)


def views(painter: LoupePainter, recipe: Recipe, spot: Spot = SPOT, num_wanted: int = 1000) -> list[GrowingView]:
    found: list[GrowingView] = []
    found.extend(painter.paint(recipe, spot, lambda: len(found) < num_wanted))
    return found


def test_a_part_grows_to_its_end_at_the_size_of_the_result(painter: LoupePainter, recipe: Recipe) -> None:
    found = views(painter, recipe)
    assert all(view.pixels.shape == (48, 48, 3) for view in found)
    assert [view.is_done for view in found] == [False] * (len(found) - 1) + [True]
    progress = [view.progress for view in found]
    assert progress == sorted(progress)


def test_it_looks_like_that_part_of_the_picture(painter: LoupePainter, recipe: Recipe) -> None:
    """Nearer than any other part, and than the photo."""
    *_, last = stylize(recipe, networks_folder=NETWORKS_FOLDER)
    assert isinstance(last, Finished)
    whole = last.picture.rgb
    crop = LoupePlan.of(recipe, (last.picture.width_px, last.picture.height_px), SPOT).crop
    part = views(painter, recipe)[-1].pixels

    def distance(left: int, top: int, pixels: Any = whole) -> float:  # noqa: ANN401
        return float(np.abs(pixels[top : top + 48, left : left + 48].astype(float) - part).mean())

    here = distance(crop.left, crop.top)
    elsewhere = [distance(left, top) for left in range(0, 144, 8) for top in range(0, 112, 8)]
    photo = np.asarray(Image.open(recipe.photo).resize((last.picture.width_px, last.picture.height_px)))
    assert here < 20
    assert here < 1.5 * min(elsewhere)
    assert here < 0.6 * distance(crop.left, crop.top, photo)


def test_the_same_part_has_the_same_pixels_whatever_was_painted_before(recipe: Recipe) -> None:
    fresh, used = LoupePainter(NETWORKS_FOLDER), LoupePainter(NETWORKS_FOLDER)
    views(used, recipe, Spot(0.9, 0.1))
    assert np.array_equal(views(fresh, recipe)[-1].pixels, views(used, recipe)[-1].pixels)


def test_the_whole_is_painted_once_for_all_parts_of_a_picture(
    painter: LoupePainter, recipe: Recipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[Recipe] = []

    def noted(recipe: Recipe, **options: Any) -> Any:  # noqa: ANN401
        painted.append(recipe)
        return stylize(recipe, **options)

    monkeypatch.setattr(loupes, "stylize", noted)
    for spot in (SPOT, Spot(0.7, 0.2)):
        views(painter, recipe, spot)
    assert len(painted) == 1
    views(painter, replace(recipe, style_strength=80.0))
    assert len(painted) == 2


@pytest.mark.parametrize("num_wanted", [0, 2, *apart(1, 4, 5)])
def test_what_is_no_longer_wanted_ends_without_a_last_view(
    painter: LoupePainter, recipe: Recipe, num_wanted: int
) -> None:
    found = views(painter, recipe, num_wanted=num_wanted)
    assert not any(view.is_done for view in found)
    assert len(found) <= num_wanted + 1
    assert views(painter, recipe)[-1].is_done


@pytest.mark.parametrize(
    "changed",
    [
        {"color": ColorMode.PHOTO},
        *apart(
            {"color": ColorMode.MATCH},
            {"loss": StyleLossName.GRAM},
            {"freedom": 0.0},
            {"style_scale": 2.0},
        ),
    ],
)
def test_every_setting_counts(recipe: Recipe, changed: dict[str, Any]) -> None:
    usual, other = (
        views(LoupePainter(NETWORKS_FOLDER), each)[-1].pixels for each in (recipe, replace(recipe, **changed))
    )
    assert not np.array_equal(usual, other)


def test_a_part_deviates_by_the_difference_of_its_moments(vgg19: VggFeatures, recipe: Recipe) -> None:
    canvas = torch.rand(1, 3, 64, 80, generator=torch.Generator().manual_seed(1))
    boxes = [(16.0, 0.0, 48.0, 32.0), (0.0, 0.0, 80.0, 64.0)]
    part, whole = _deviations(vgg19, recipe, canvas, boxes)
    features = vgg19(canvas, ["relu2_1"])["relu2_1"]
    of_part = feature_moments(features[:, :, 0:16, 8:24])
    torch.testing.assert_close(feature_moments(features).mean + part["relu2_1"].mean, of_part.mean)
    torch.testing.assert_close(
        feature_moments(features).second + part["relu2_1"].second, of_part.second, rtol=1e-4, atol=1e-3
    )
    assert all(float(each.second.abs().max()) == 0 for each in whole.values())
