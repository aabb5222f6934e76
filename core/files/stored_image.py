"""An image file that is open, its pixels not read yet: what every kind of file comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PIL import Image

from core.picture import REDUCING_GAP

if TYPE_CHECKING:
    from core.files.code_points import Colour

Box = tuple[float, float, float, float]  # left, top, right and bottom edge in pixels


class StoredImage(Protocol):
    """A picture whose pixels are read when they are wanted.

    Attributes:
        size_px: Width and height as they are stored.
        orientation: How to turn it upright, by EXIF's numbers.
        colour: What its numbers mean.
        lacks_end: Whether its pixels, once they have been read, turned out to lack their end.
    """

    @property
    def size_px(self) -> tuple[int, int]:  # noqa: D102 - see above
        ...

    @property
    def orientation(self) -> int:  # noqa: D102 - see above
        ...

    @property
    def colour(self) -> Colour:  # noqa: D102 - see above
        ...

    @property
    def lacks_end(self) -> bool:  # noqa: D102 - see above
        ...

    def scaled(self, part: Box, size_px: tuple[int, int]) -> Image.Image:
        """A part of the picture at another size, in sRGB, mode RGB or RGBA."""


def resized(image: Image.Image, part: Box, size_px: tuple[int, int]) -> Image.Image:
    """A part of an image at another size; the image itself where nothing changes."""
    if image.size == size_px and part == (0.0, 0.0, float(size_px[0]), float(size_px[1])):
        return image
    return image.resize(size_px, Image.Resampling.LANCZOS, part, REDUCING_GAP)


def reducing_factor(part: Box, size_px: tuple[int, int]) -> int:
    """By how much an image may be averaged before a part of it is scaled; at least 1."""
    return max(1, int(min((part[2] - part[0]) / size_px[0], (part[3] - part[1]) / size_px[1]) / REDUCING_GAP))


def reduced_part(part: Box, factor: int) -> Box:
    """Where a part is once the image is averaged."""
    return (part[0] / factor, part[1] / factor, part[2] / factor, part[3] / factor)
