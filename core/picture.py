"""A picture in memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from numpy.typing import NDArray

_Level = TypeVar("_Level", np.uint8, np.uint16)

OPAQUE = 255
_DEEP_WHITE = 65535
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
        deep: (H, W, 3) uint16, the same picture as `rgb` in finer steps, for files with 16 bits a channel; contiguous,
            read-only. None unless it was asked for: it takes twice the memory of `rgb`.
        lacks_end: Whether the file that it was read from had lost its end, so that a part is grey or coarse.

    Raises:
        ValueError: The arrays have another shape or type.
    """

    rgb: NDArray[np.uint8]
    alpha: NDArray[np.uint8] | None = None
    deep: NDArray[np.uint16] | None = None
    lacks_end: bool = False

    def __post_init__(self) -> None:
        if self.rgb.dtype != np.uint8 or self.rgb.ndim != 3 or self.rgb.shape[2] != 3 or self.rgb.size == 0:  # noqa: PLR2004
            msg = f"rgb must be (H, W, 3) uint8, not {self.rgb.shape} {self.rgb.dtype}"
            raise ValueError(msg)
        object.__setattr__(self, "rgb", _read_only(self.rgb))
        if self.deep is not None:
            if self.deep.dtype != np.uint16 or self.deep.shape != self.rgb.shape:
                msg = f"deep must be {self.rgb.shape} uint16, not {self.deep.shape} {self.deep.dtype}"
                raise ValueError(msg)
            object.__setattr__(self, "deep", _read_only(self.deep))
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
        """This picture scaled, up or down, so that its longest side has the given number of pixels; at 8 bits.

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


def deepened(picture: Picture) -> Picture:
    """The picture with 16 bits a channel: with its finer steps where it has them, else with those that it has."""
    if picture.deep is not None:
        return picture
    return Picture(picture.rgb, picture.alpha, picture.rgb * np.uint16(_DEEP_WHITE // OPAQUE))


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


def central_box(size_px: tuple[int, int], shape: tuple[int, int]) -> tuple[float, float, float, float]:
    """The largest part of a picture that has another shape, in its middle: left, top, right and bottom edge in pixels.

    Args:
        size_px: Width and height of the picture.
        shape: Width and height of anything in the shape wanted.
    """
    (width, height), (shape_width, shape_height) = size_px, shape
    scale = min(width / shape_width, height / shape_height)
    left, top = (width - shape_width * scale) / 2, (height - shape_height * scale) / 2
    return (max(0.0, left), max(0.0, top), min(width, width - left), min(height, height - top))


def _resized(values: NDArray[np.uint8], size_px: tuple[int, int]) -> NDArray[np.uint8]:
    # What is seen over white is a weighted mean already, so colour and alpha may be scaled each by itself.
    scaled = Image.fromarray(values).resize(size_px, Image.Resampling.LANCZOS, reducing_gap=REDUCING_GAP)
    return np.asarray(scaled)


def _read_only(values: NDArray[_Level]) -> NDArray[_Level]:
    view = np.ascontiguousarray(values).view()
    view.flags.writeable = False
    return view
