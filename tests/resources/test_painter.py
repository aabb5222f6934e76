from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from resources.painter.__main__ import main
from resources.painter.cells import divide, joints, middles
from resources.painter.colour import colour, from_oklab, palette, ramp, to_oklab
from resources.painter.fields import blur, coordinates, plane_shape, resize, sample
from resources.painter.gallery import GALLERY, Work
from resources.painter.lighting import light_relief
from resources.painter.noise import fbm, smooth_noise
from resources.painter.strokes import Brush, Canvas, paint_along, scatter

if TYPE_CHECKING:
    from pathlib import Path

_SMALL = 96


@pytest.mark.parametrize("work", GALLERY, ids=lambda work: work.slug)
def test_same_seed_paints_the_same_picture(work: Work) -> None:
    first = work.paint(_SMALL)
    assert max(first.shape[:2]) == _SMALL
    assert first.shape[2] == 3
    assert np.isfinite(first).all()
    assert 0 <= first.min() < first.max() <= 1
    assert first.tobytes() == work.paint(_SMALL).tobytes()


def test_another_seed_paints_another_picture() -> None:
    paint = GALLERY[3].painter
    one, other = (paint(np.random.default_rng(seed), _SMALL) for seed in (1, 2))
    assert np.abs(one - other).mean() > 0.01


def test_slugs_and_names_are_unique() -> None:
    assert len({work.slug for work in GALLERY}) == len({work.name for work in GALLERY}) == len(GALLERY)


def test_command_line_paints_what_is_named_and_lists_everything(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    slug = "garden-window"
    assert main([slug, "--out", str(tmp_path), "--size", "64"]) == 0
    assert [path.name for path in tmp_path.glob("*.jpg")] == [f"{slug}.jpg"]
    with Image.open(tmp_path / f"{slug}.jpg") as image:
        assert max(image.size) == 64
    assert len(json.loads((tmp_path / "styles.json").read_text(encoding="utf-8"))) == len(GALLERY)
    assert slug in capsys.readouterr().out


def test_command_line_refuses_a_name_it_does_not_know(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["mona-lisa", "--out", str(tmp_path)])
    assert "mona-lisa" in capsys.readouterr().err


@pytest.mark.parametrize(("aspect", "shape"), [(2.0, (50, 100)), (0.5, (100, 50)), (1.0, (100, 100))])
def test_plane_shape_keeps_the_longest_side(aspect: float, shape: tuple[int, int]) -> None:
    assert plane_shape(100, aspect) == shape


def test_coordinates_run_in_units_of_the_longest_side() -> None:
    y, x = coordinates((2, 4))
    assert x[0] == pytest.approx([0.125, 0.375, 0.625, 0.875])
    assert y[:, 0] == pytest.approx([0.125, 0.375])


def test_sample_interpolates_and_clamps() -> None:
    plane = np.array([[0.0, 1.0], [2.0, 3.0]])
    assert sample(plane, np.array([0.5, -4.0]), np.array([0.5, 9.0])) == pytest.approx([1.5, 1.0])


def test_blur_keeps_a_flat_field_and_the_mean_of_a_spot() -> None:
    assert blur(np.full((9, 9), 0.3), 2) == pytest.approx(np.full((9, 9), 0.3))
    spot = np.zeros((41, 41))
    spot[20, 20] = 1
    assert blur(spot, 3).sum() == pytest.approx(1)


def test_resize_keeps_a_flat_picture() -> None:
    assert resize(np.full((8, 8, 3), 0.25), (5, 3)) == pytest.approx(np.full((5, 3, 3), 0.25))


def test_noise_has_mean_nought_and_spread_one() -> None:
    rng = np.random.default_rng(0)
    for noise in (smooth_noise(rng, (300, 300), 5), fbm(rng, (300, 300), 12)):
        assert abs(noise.mean()) < 0.15
        assert 0.8 < noise.std() < 1.2


def test_oklab_there_and_back() -> None:
    colours = np.random.default_rng(0).uniform(size=(50, 3))
    assert from_oklab(to_oklab(colours)) == pytest.approx(colours, abs=1e-6)
    assert to_oklab(np.ones(3)) == pytest.approx([1, 0, 0], abs=1e-3)


def test_ramp_runs_from_first_to_last_colour() -> None:
    ends = palette("#000000", "#ff0000")
    assert ramp(ends, np.array([-1.0, 0.5, 2.0]))[:, 0] == pytest.approx([0, 0.5, 1])


def test_stroke_covers_its_path_and_nothing_far_off() -> None:
    rng = np.random.default_rng(0)
    canvas = Canvas((40, 80), colour("#000000"), scale=1.0)
    brush = Brush(length_px=40, width_px=8, variety=0, ragged=0, streak=0, load=0)
    paint_along(rng, canvas, np.zeros(canvas.shape), np.array([[20.0, 40.0]]), np.ones((1, 3)), brush)
    painted = canvas.colour[..., 0] > 0.5
    assert painted[20, 25:55].all()
    assert not painted[:14].any()
    assert not painted[27:].any()
    assert not painted[:, :17].any()
    assert canvas.height[painted].mean() > 0.5


def test_scatter_covers_the_plane_evenly() -> None:
    points = scatter(np.random.default_rng(0), (100, 200), 800)
    counts, _, _ = np.histogram2d(points[:, 0], points[:, 1], bins=(4, 8), range=((0, 100), (0, 200)))
    assert counts.min() > 12
    assert counts.max() < 40


def test_relief_is_lit_from_the_upper_left() -> None:
    y, x = np.indices((40, 40))
    bump = 6 * np.exp(-((y - 20) ** 2 + (x - 20) ** 2) / 60.0)
    lit = light_relief(np.full((40, 40, 3), 0.5), bump, 1.0)[..., 0]
    assert lit[15, 15] > 0.5 > lit[25, 25]


def test_divide_gives_each_pixel_to_the_nearest_piece() -> None:
    centres = np.array([[5.0, 5.0], [5.0, 15.0]])
    pieces = divide((11, 21), centres, np.zeros(2), np.ones(2), 20, 2.0)
    assert (pieces.owner[:, :10] == 0).all()
    assert (pieces.owner[:, 11:] == 1).all()
    assert pieces.nearest[5, 5] == 0
    assert pieces.second[5, 5] == pytest.approx(10)
    assert middles(pieces, centres)[:, 0] == pytest.approx([5, 5])
    assert joints(pieces.owner).sum() == 11
