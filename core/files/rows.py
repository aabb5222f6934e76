"""A picture's pixels as files store them, a few rows at a time, so that a large one is not in memory twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from core.picture import OPAQUE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from core.picture import Picture


class PixelRows:
    """The rows of a picture: red, green, blue and, where it is transparent, alpha.

    The colour is the one that gives, over white through its alpha, the picture's; see `core.files.writing`.
    """

    def __init__(self, picture: Picture) -> None:
        self._colours = picture.rgb if picture.deep is None else picture.deep
        self._alpha = picture.alpha
        self.width_px, self.height_px = picture.width_px, picture.height_px
        self.has_alpha = picture.alpha is not None
        self.num_channels = 4 if self.has_alpha else 3
        self.depth_bits = self._colours.itemsize * 8
        self.bytes_per_row = self.width_px * self.num_channels * self._colours.itemsize

    def bands(self, num_rows: int) -> Iterator[NDArray[np.unsignedinteger]]:
        """(rows, W, channels) uint8 or uint16, at most so many rows at a time, from the top."""
        for top in range(0, self.height_px, num_rows):
            here = slice(top, top + num_rows)
            colours = self._colours[here]
            if self._alpha is None:
                yield colours
                continue
            deepened = self._alpha[here] * self._colours.dtype.type(np.iinfo(self._colours.dtype).max // OPAQUE)
            yield np.dstack([before_white(colours, self._alpha[here]), deepened])


def before_white(colours: NDArray[np.unsignedinteger], alpha: NDArray[np.uint8]) -> NDArray[np.unsignedinteger]:
    """(H, W, 3) as it must be so that over white, through an (H, W) alpha, it looks as it does."""
    white = np.iinfo(colours.dtype).max
    opacity = alpha.astype(np.float32)[..., np.newaxis]
    darkening = (white - colours.astype(np.float32)) * OPAQUE / np.maximum(opacity, 1)
    restored: NDArray[np.unsignedinteger] = np.rint(white - darkening).clip(0, white).astype(colours.dtype)
    return restored
