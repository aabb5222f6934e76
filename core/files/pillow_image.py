"""Pictures that Pillow decodes, at 8 bits a channel."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image

from core.files.color_profiles import to_srgb
from core.files.orientation import UPRIGHT
from core.files.pixel_modes import to_eight_bits
from core.files.stored_image import Box, reduced_part, reducing_factor, resized
from core.picture import REDUCING_GAP

if TYPE_CHECKING:
    from collections.abc import Callable

    from core.files.code_points import Colour

# What `to_eight_bits` does to a band of these is what it does to the whole. LAB and numbers of more bits are left out:
# their white level depends on the brightest of all pixels.
_CONVERTED_PIXEL_BY_PIXEL = ("1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK")
_BAND_PX = 4_000_000
# Where a decoder gives all pixels at once, Pillow holds them twice: larger ones are read without it where they can be.
MANY_PIXELS = 100_000_000
# A loader leaves it among an image's information.
LACKS_END = "lacks_end"


@dataclass(frozen=True, slots=True)
class PillowImage:
    """A picture that Pillow has opened.

    Attributes:
        image: As Pillow opened it.
        colour: What its numbers mean.
        orientation: How to turn it upright, by EXIF's numbers.
        crop_px: What of it counts: left, top, width and height; None for all.
        load: Decodes it; what it returns is used in its place.
    """

    image: Image.Image
    colour: Colour = None
    orientation: int = UPRIGHT
    crop_px: tuple[int, int, int, int] | None = None
    load: Callable[[Image.Image], Image.Image] | None = None

    @property
    def size_px(self) -> tuple[int, int]:
        """Width and height as they are stored, of what counts."""
        return self.crop_px[2:] if self.crop_px is not None else self.image.size

    @property
    def lacks_end(self) -> bool:
        """Whether ``load`` found it cut short, and filled up what is missing."""
        return LACKS_END in self.image.info

    def scaled(self, part: Box, size_px: tuple[int, int]) -> Image.Image:
        """A part of the picture at another size, in sRGB, mode RGB or RGBA."""
        if self.crop_px is not None:
            left, top = self.crop_px[:2]
            part = (part[0] + left, part[1] + top, part[2] + left, part[3] + top)
        image, part = self._loaded(part, size_px)
        pixels = _scaled(image, part, size_px)
        if pixels.mode not in ("LA", "RGBA"):
            return to_srgb(pixels, self.colour)
        converted = to_srgb(pixels.convert(pixels.mode[:-1]), self.colour)
        converted.putalpha(pixels.getchannel("A"))
        return converted

    def _loaded(self, part: Box, size_px: tuple[int, int]) -> tuple[Image.Image, Box]:
        """The image decoded, a JPEG at a fraction of its size where that will do, and where the part is then."""
        whole_px = self.image.size
        scale = max(size_px[0] / (part[2] - part[0]), size_px[1] / (part[3] - part[1])) * REDUCING_GAP
        drafted = None
        if scale < 1:
            drafted = self.image.draft(None, (round(whole_px[0] * scale), round(whole_px[1] * scale)))
        if self.load is None:
            image = self.image
            image.load()
        else:
            image = self.load(self.image)
        if drafted is None:
            return image, part
        across, down = drafted[1][2] / whole_px[0], drafted[1][3] / whole_px[1]
        return image, (part[0] * across, part[1] * down, part[2] * across, part[3] * down)


def _scaled(image: Image.Image, part: Box, size_px: tuple[int, int]) -> Image.Image:
    """A part of a loaded image at another size, in one of the modes of `to_eight_bits`."""
    factor = reducing_factor(part, size_px)
    if factor > 1 and image.mode in _CONVERTED_PIXEL_BY_PIXEL:
        return resized(_reduced(image, factor), reduced_part(part, factor), size_px)
    return resized(to_eight_bits(image), part, size_px)


def _reduced(image: Image.Image, factor: int) -> Image.Image:
    """The mean of each block of pixels, made in bands: whole, the image would be in memory several times over."""
    width_px, height_px = image.size
    reduced: Image.Image | None = None
    rows = max(1, _BAND_PX // width_px // factor) * factor
    for top in range(0, height_px, rows):
        band = to_eight_bits(image.crop((0, top, width_px, min(top + rows, height_px)))).reduce(factor)
        if reduced is None:
            reduced = Image.new(band.mode, (band.width, math.ceil(height_px / factor)))
        reduced.paste(band, (0, top // factor))
    assert reduced is not None  # noqa: S101 - no image is without rows
    return reduced
