"""A picture in memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from numpy.typing import NDArray

OPAQUE = 255
# Averaging whole blocks first, as long as Lanczos still has twice the pixels to work on, is several times faster.
REDUCING_GAP = 2.0


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A picture in memory, as it should be seen.

    The arrays are taken over, not copied: whoever makes a picture leaves them alone afterwards.

    Attributes:
        rgb: (H, W, 3) uint8, sRGB, upright, contiguous, read-only. Where the picture is transparent: as seen over
            white.
        alpha: (H, W) uint8, 255 where opaque, contiguous, read-only; None for an opaque picture.

    Raises:
        ValueError: The arrays have another shape or type.
    """

    rgb: NDArray[np.uint8]
    alpha: NDArray[np.uint8] | None = None

    def __post_init__(self) -> None:
        if self.rgb.dtype != np.uint8 or self.rgb.ndim != 3 or self.rgb.shape[2] != 3 or self.rgb.size == 0:  # noqa: PLR2004
            msg = f"rgb must be (H, W, 3) uint8, not {self.rgb.shape} {self.rgb.dtype}"
            raise ValueError(msg)
        object.__setattr__(self, "rgb", _read_only(self.rgb))
        if self.alpha is None:
            return
        if self.alpha.dtype != np.uint8 or self.alpha.shape != self.rgb.shape[:2]:
            msg = f"alpha must be {self.rgb.shape[:2]} uint8, not {self.alpha.shape} {self.alpha.dtype}"
            raise ValueError(msg)
        object.__setattr__(self, "alpha", _read_only(self.alpha))

    @property
    def width_px(self) -> int:
        """Columns of pixels."""
        return int(self.rgb.shape[1])

    @property
    def height_px(self) -> int:
        """Rows of pixels."""
        return int(self.rgb.shape[0])

    def resized(self, longest_side_px: int) -> Picture:
        """This picture scaled, up or down, so that its longest side has the given number of pixels.

        Args:
            longest_side_px: At least 1. The other side is rounded, to no less than 1 pixel.

        Raises:
            ValueError: The size is less than 1.
        """
        size_px = fitted_size(self.width_px, self.height_px, longest_side_px)
        if size_px == (self.width_px, self.height_px):
            return self
        rgb = _resized(self.rgb, size_px)
        return Picture(rgb, None if self.alpha is None else _resized(self.alpha, size_px))


def fitted_size(width_px: int, height_px: int, longest_side_px: int) -> tuple[int, int]:
    """The width and height in pixels of a picture once its longest side has the given number of pixels.

    Raises:
        ValueError: The size asked for is less than 1.
    """
    if longest_side_px < 1:
        msg = f"a picture cannot be {longest_side_px} px long"
        raise ValueError(msg)
    longest = max(width_px, height_px)
    return (
        max(1, round(width_px * longest_side_px / longest)),
        max(1, round(height_px * longest_side_px / longest)),
    )


def _resized(values: NDArray[np.uint8], size_px: tuple[int, int]) -> NDArray[np.uint8]:
    # What is seen over white is a weighted mean already, so colour and alpha may be scaled each by itself.
    scaled = Image.fromarray(values).resize(size_px, Image.Resampling.LANCZOS, reducing_gap=REDUCING_GAP)
    return np.asarray(scaled)


def _read_only(values: NDArray[np.uint8]) -> NDArray[np.uint8]:
    view = np.ascontiguousarray(values).view()
    view.flags.writeable = False
    return view
