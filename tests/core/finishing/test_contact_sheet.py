from __future__ import annotations

import numpy as np
import pytest

from core.finishing.contact_sheet import ContactCell, contact_sheet
from core.picture import Picture


def cell(level: int, width_px: int = 40, height_px: int = 30, ink: int = 255) -> ContactCell:
    picture = Picture(np.full((height_px, width_px, 3), level, np.uint8))
    return ContactCell(picture, np.full((10, 40), ink, np.uint8))


def test_pictures_stand_in_rows_above_their_captions_on_white_paper() -> None:
    sheet = contact_sheet([cell(100), cell(110), cell(120)], 2).rgb
    assert sheet.shape == (24 + 2 * (30 + 8 + 10 + 24), 24 + 2 * (40 + 24), 3)
    assert (sheet[24:54, 24:64] == 100).all()
    assert (sheet[24:54, 88:128] == 110).all()
    assert (sheet[96:126, 24:64] == 120).all()
    assert (sheet[62:72, 24:64] == 40).all()  # the ink of the first caption
    assert (sheet[96:126, 88:128] == 255).all()  # nothing stands beside the last one
    assert (sheet[:24] == 255).all()
    assert (sheet[:, :24] == 255).all()


def test_pictures_of_a_row_stand_on_one_line_and_in_the_middle_of_their_place() -> None:
    sheet = contact_sheet([cell(100), cell(110, width_px=20, height_px=10)], 2).rgb
    assert (sheet[44:54, 98:118] == 110).all()
    assert (sheet[24:44, 88:128] == 255).all()


def test_half_the_ink_is_grey() -> None:
    sheet = contact_sheet([cell(100, ink=0)], 4).rgb
    assert (sheet[62:72] == 255).all()
    grey = contact_sheet([cell(100, ink=128)], 4).rgb
    assert (grey[62:72, 24:64] == 147).all()


def test_no_picture_makes_no_sheet() -> None:
    with pytest.raises(ValueError, match="0 pictures"):
        contact_sheet([], 4)
    with pytest.raises(ValueError, match="0 columns"):
        contact_sheet([cell(1)], 0)
