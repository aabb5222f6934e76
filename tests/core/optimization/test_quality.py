"""The pictures themselves, judged with the network that they were not optimised on."""

from __future__ import annotations

from pathlib import Path

import pytest

import resources
from core.files.reading import read_picture
from core.optimization.engine import stylize
from core.optimization.events import Finished
from core.recipe.choices import DeviceName, Preset, StyleLossName
from core.recipe.recipe import Recipe, StyleSource
from tests.apart import apart
from tests.benchmarks.distances import Judge
from tests.core.conftest import NETWORKS_FOLDER

FOLDER = Path(resources.__file__).parent
SIZE_PX = 128


@pytest.mark.slow
@pytest.mark.parametrize("loss", [StyleLossName.WASSERSTEIN, *apart(StyleLossName.GRAM)])
@pytest.mark.parametrize("pair", [("astronaut.jpg", "pears-and-jug.jpg"), *apart(("cat.jpg", "night-swirls.jpg"))])
def test_a_draft_is_far_nearer_to_the_painting_than_the_photo_is(pair: tuple[str, str], loss: StyleLossName) -> None:
    photo_path, painting_path = FOLDER / "samples" / pair[0], FOLDER / "styles" / pair[1]
    recipe = Recipe(
        photo_path,
        (StyleSource(painting_path),),
        size_px=SIZE_PX,
        preset=Preset.DRAFT,
        loss=loss,
        device=DeviceName.CPU,
    )
    *_, finished = stylize(recipe, networks_folder=NETWORKS_FOLDER)
    assert isinstance(finished, Finished)
    judge = Judge()
    painted = judge.distances(photo_path, painting_path, finished.picture, SIZE_PX)
    untouched = judge.distances(photo_path, painting_path, read_picture(photo_path, SIZE_PX), SIZE_PX)
    assert painted.style < 0.6 * untouched.style
    # Yet the photo is still there: less than a picture of something else would differ.
    assert painted.content < 1.2
