"""What the window's well shows is what is painted from, whatever the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtGui import QImage

from app.studio.picture_slot import read_chosen
from tests.core.files.colour_table import colour_files
from tests.core.files.tiff_table import tiff_files

if TYPE_CHECKING:
    from pathlib import Path

    from tests.core.files.true_files import TrueFile

FILES = [*tiff_files(), *colour_files()]


@pytest.mark.parametrize("true", FILES, ids=[file.name for file in FILES])
def test_the_well_shows_what_a_file_means(tmp_path: Path, true: TrueFile) -> None:
    path = tmp_path / "picture"
    path.write_bytes(true.make())
    chosen = read_chosen(path)
    height, width = true.levels.shape[:2]
    assert (chosen.width_px, chosen.height_px) == (width, height)
    image = chosen.image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(height, image.bytesPerLine())
    shown = rows[:, : width * 3].reshape(height, width, 3)
    assert np.abs(shown - true.over_white).max() < true.tolerance
