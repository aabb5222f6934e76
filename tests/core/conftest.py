"""Pictures and networks for the engine's tests."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import resources
from core.loss.vgg import VggFeatures, load_vgg
from core.recipe.choices import NetworkName

NETWORKS_FOLDER = Path(resources.__file__).parent / "networks"


@pytest.fixture(scope="session")
def vgg19() -> VggFeatures:
    return load_vgg(NETWORKS_FOLDER, NetworkName.VGG19)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A soft landscape: sky over ground with a bright disc, 120 x 90."""
    rows, columns = np.mgrid[0:90, 0:120]
    sky = np.stack((rows * 0 + 90, 120 + rows, 235 - rows), axis=-1).astype(float)
    sky[rows > 55] = (60, 110, 50)
    sky[(rows - 25) ** 2 + (columns - 80) ** 2 < 200] = (250, 230, 160)
    return _saved(sky, tmp_path / "photo.png")


@pytest.fixture
def painting(tmp_path: Path) -> Path:
    """Diagonal strokes in rust and blue, 100 x 100."""
    rows, columns = np.mgrid[0:100, 0:100]
    wave = (np.sin((rows + columns) / 3) + np.sin((rows - 2 * columns) / 7))[..., None]
    return _saved(np.array((150.0, 90.0, 80.0)) + wave * np.array((50.0, 10.0, -40.0)), tmp_path / "painting.png")


def _saved(pixels: np.ndarray[tuple[int, ...], np.dtype[np.float64]], path: Path) -> Path:
    Image.fromarray(pixels.clip(0, 255).astype(np.uint8)).save(path)
    return path
