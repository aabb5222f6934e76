"""Many small pictures on one sheet, each with its caption below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from core.picture import Picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_PAPER: Final = 255
_INK: Final = 40
_GAP_PX: Final = 24
_CAPTION_GAP_PX: Final = 8


@dataclass(frozen=True, slots=True, eq=False)
class ContactCell:
    """One of the pictures.

    Attributes:
        picture: What is shown.
        caption: (H, W), how much ink there is at each pixel, 0 to 255: whoever knows fonts draws the letters.
    """

    picture: Picture
    caption: NDArray[np.uint8]


def contact_sheet(cells: Sequence[ContactCell], num_columns: int) -> Picture:
    """The pictures in rows on white paper; those of a row stand on one line, above their captions.

    Args:
        cells: In their order, at least one.
        num_columns: Pictures side by side, at least one.

    Raises:
        ValueError: If there is no picture, or no column.
    """
    if not cells or num_columns < 1:
        msg = f"{len(cells)} pictures in {num_columns} columns make no sheet"
        raise ValueError(msg)
    rows = [cells[first : first + num_columns] for first in range(0, len(cells), num_columns)]
    width_px = max(max(cell.picture.width_px, cell.caption.shape[1]) for cell in cells)
    heights_px = [_height_px(row) for row in rows]
    sheet = np.full(
        (
            _GAP_PX + sum(height_px + _GAP_PX for height_px in heights_px),
            _GAP_PX + len(rows[0]) * (width_px + _GAP_PX),
            3,
        ),
        _PAPER,
        np.uint8,
    )
    top = _GAP_PX
    for row, height_px in zip(rows, heights_px, strict=True):
        line = top + max(cell.picture.height_px for cell in row)
        for column, cell in enumerate(row):
            left = _GAP_PX + column * (width_px + _GAP_PX)
            _place(sheet, cell, line, left, width_px)
        top += height_px + _GAP_PX
    return Picture(sheet)


def _height_px(row: Sequence[ContactCell]) -> int:
    captions_px = max(len(cell.caption) for cell in row)
    return max(cell.picture.height_px for cell in row) + _CAPTION_GAP_PX + captions_px


def _place(sheet: NDArray[np.uint8], cell: ContactCell, line: int, left: int, width_px: int) -> None:
    picture, (caption_height, caption_width) = cell.picture, cell.caption.shape
    at = left + (width_px - picture.width_px) // 2
    sheet[line - picture.height_px : line, at : at + picture.width_px] = picture.rgb
    at, below = left + (width_px - caption_width) // 2, line + _CAPTION_GAP_PX
    ink = cell.caption[..., None].astype(np.uint16)
    paper = sheet[below : below + caption_height, at : at + caption_width]
    paper[:] = (paper * (255 - ink) + _INK * ink) // 255
