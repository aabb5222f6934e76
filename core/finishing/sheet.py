"""Lays a painted picture on a larger sheet of paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from core.picture import OPAQUE, Picture

if TYPE_CHECKING:
    from numpy.typing import NDArray


def padded(picture: Picture, size_px: tuple[int, int]) -> Picture:
    """The picture in the middle of a white sheet; one that is as large already is returned as it is.

    Args:
        picture: What to lay on the sheet.
        size_px: Width and height of the sheet, neither less than the picture's.

    Raises:
        ValueError: The picture is larger than the sheet.
    """
    width_px, height_px = size_px
    if (picture.width_px, picture.height_px) == size_px:
        return picture
    left, top = (width_px - picture.width_px) // 2, (height_px - picture.height_px) // 2
    if left < 0 or top < 0:
        msg = f"a picture of {picture.width_px} x {picture.height_px} does not fit on a sheet of {size_px} pixels"
        raise ValueError(msg)
    place = (slice(top, top + picture.height_px), slice(left, left + picture.width_px))

    rgb = np.full((height_px, width_px, 3), OPAQUE, np.uint8)
    rgb[place] = picture.rgb
    alpha: NDArray[np.uint8] | None = None
    if picture.alpha is not None:
        alpha = np.full((height_px, width_px), OPAQUE, np.uint8)
        alpha[place] = picture.alpha
    deep: NDArray[np.uint16] | None = None
    if picture.deep is not None:
        deep = np.full((height_px, width_px, 3), np.iinfo(np.uint16).max, np.uint16)
        deep[place] = picture.deep
    return Picture(rgb, alpha, deep)
