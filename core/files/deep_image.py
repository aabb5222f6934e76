"""Pictures of more than 8 bits a channel, or stored in a way that only numpy can put right, brought down to sRGB.

They come in bands from the top, so that a large one is in memory only as what is wanted of it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image

from core.files.code_points import HdrColour
from core.files.color_profiles import rounded_to_eight_bits, samples_to_srgb
from core.files.hdr import HdrConverter
from core.files.orientation import UPRIGHT
from core.files.stored_image import Box, reduced_part, reducing_factor, resized

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from numpy.typing import NDArray

    from core.files.code_points import Colour

_BAND_PX: Final = 2_000_000
_DEEP_WHITE: Final = 65535


@dataclass(frozen=True, slots=True)
class DeepImage:
    """A picture whose pixels are read when they are wanted.

    Attributes:
        size_px: Width and height as they are stored.
        bands: Reads all of it anew, from the top: (rows, W, C) uint8 or uint16, of any number of rows, with grey, red,
            green and blue, or inks (more is darker), then opacity where `has_alpha`.
        colour: What the numbers mean.
        has_alpha: Whether the last channel is opacity.
        premultiplied: Whether the colours are multiplied by it.
        orientation: How to turn it, by EXIF's numbers.
        lacks_end: Never: what is cut short is refused.
    """

    size_px: tuple[int, int]
    bands: Callable[[], Iterable[NDArray[np.unsignedinteger]]]
    colour: Colour = None
    has_alpha: bool = False
    premultiplied: bool = False
    orientation: int = UPRIGHT
    lacks_end: bool = False

    def scaled(self, part: Box, size_px: tuple[int, int]) -> Image.Image:
        """A part of the picture at another size, in sRGB, mode RGB or RGBA."""
        factor = reducing_factor(part, size_px)
        return resized(self.reduced(factor), reduced_part(part, factor), size_px)

    def reduced(self, factor: int) -> Image.Image:
        """The picture in sRGB, mode RGB or RGBA, each pixel the mean of a block of ``factor`` pixels square."""
        width_px, height_px = self.size_px
        small = Image.new("RGBA" if self.has_alpha else "RGB", (_ceil(width_px, factor), _ceil(height_px, factor)))
        to_srgb = self._converter()
        top = 0
        for band in _in_blocks(self._checked_bands(), max(1, _BAND_PX // width_px // factor) * factor):
            colours, alpha = self._split(band)
            if factor > 1:
                colours, alpha = _block_means(colours, alpha, factor)
            pixels = to_srgb(colours)
            if alpha is not None:
                pixels = np.dstack([pixels, rounded_to_eight_bits(alpha)])
            small.paste(Image.fromarray(pixels), (0, top))
            top += len(pixels)
        if top < small.height:
            msg = f"{top} of {small.height} rows"
            raise EOFError(msg)
        return small

    def _checked_bands(self) -> Iterator[NDArray[np.unsignedinteger]]:
        for band in self.bands():
            if band.shape[1] != self.size_px[0]:
                msg = f"{band.shape[1]} of {self.size_px[0]} columns"
                raise ValueError(msg)
            yield band

    def _converter(self) -> Callable[[NDArray[np.unsignedinteger]], NDArray[np.uint8]]:
        colour = self.colour
        if not isinstance(colour, HdrColour):
            return lambda values: samples_to_srgb(values, colour)
        converter = HdrConverter(colour, (_as_rgb(self._split(band)[0]) for band in self.bands()))
        return lambda values: converter.to_srgb(_as_rgb(values))

    def _split(
        self, band: NDArray[np.unsignedinteger]
    ) -> tuple[NDArray[np.unsignedinteger], NDArray[np.unsignedinteger] | None]:
        """Colours, not multiplied by the opacity, and the (rows, W) opacity."""
        if not self.has_alpha:
            return band, None
        colours, alpha = band[..., :-1], band[..., -1]
        if self.premultiplied:
            white = np.iinfo(band.dtype).max
            share = np.maximum(alpha, 1).astype(np.float32)[..., np.newaxis]
            colours = np.minimum(np.rint(colours * (white / share)), white).astype(band.dtype)
        return colours, alpha


def array_bands(values: NDArray[np.unsignedinteger]) -> Callable[[], Iterator[NDArray[np.unsignedinteger]]]:
    """The bands of pixels that are all in memory."""
    return lambda: iter([values])


def spread_bands(
    values: NDArray[np.unsignedinteger], bits: int, low_bits: int = 0
) -> Callable[[], Iterator[NDArray[np.unsignedinteger]]]:
    """The bands of pixels that are all in memory and use fewer than 16 bits, spread over all 16.

    Args:
        values: (H, W) or (H, W, C).
        bits: How many are used.
        low_bits: How many below them are not.
    """
    highest = 2**bits - 1
    rows = max(1, _BAND_PX // values.shape[1])

    def bands() -> Iterator[NDArray[np.unsignedinteger]]:
        for top in range(0, len(values), rows):
            band = values[top : top + rows].astype(np.uint32) >> low_bits
            levels = ((band * _DEEP_WHITE + highest // 2) // highest).astype(np.uint16)
            yield levels.reshape(*levels.shape[:2], -1)

    return bands


def _as_rgb(values: NDArray[np.unsignedinteger]) -> NDArray[np.unsignedinteger]:
    return np.repeat(values, 3, axis=-1) if values.shape[-1] == 1 else values


def _in_blocks(bands: Iterable[NDArray[np.unsignedinteger]], rows: int) -> Iterator[NDArray[np.unsignedinteger]]:
    """The same pixels, so many rows at a time."""
    waiting: list[NDArray[np.unsignedinteger]] = []
    num_waiting = 0
    for band in bands:
        start = 0
        while start < len(band):
            piece = band[start : start + rows - num_waiting]
            waiting.append(piece)
            num_waiting += len(piece)
            start += len(piece)
            if num_waiting == rows:
                yield waiting[0] if len(waiting) == 1 else np.concatenate(waiting)
                waiting, num_waiting = [], 0
    if waiting:
        yield np.concatenate(waiting)


def _block_means(
    colours: NDArray[np.unsignedinteger], alpha: NDArray[np.unsignedinteger] | None, factor: int
) -> tuple[NDArray[np.unsignedinteger], NDArray[np.unsignedinteger] | None]:
    """The mean of each block of pixels; transparent ones weigh less."""
    if alpha is None:
        return _means(colours, factor).round().astype(colours.dtype), None
    weights = alpha.astype(np.float32)[..., np.newaxis]
    mean_weights = _means(weights, factor)
    mean_colours = _means(colours * weights, factor) / np.maximum(mean_weights, np.float32(1e-6))
    return mean_colours.round().astype(colours.dtype), mean_weights[..., 0].round().astype(alpha.dtype)


def _means(values: NDArray[np.unsignedinteger] | NDArray[np.float32], factor: int) -> NDArray[np.float32]:
    height, width, channels = values.shape
    rows, columns = _ceil(height, factor), _ceil(width, factor)
    sums = np.zeros((rows, columns, channels), np.float32)
    for down in range(factor):
        for across in range(factor):
            part = values[down::factor, across::factor]
            sums[: part.shape[0], : part.shape[1]] += part
    # Blocks at the right and lower edge may be smaller.
    across_counts = np.minimum(factor, width - factor * np.arange(columns))
    down_counts = np.minimum(factor, height - factor * np.arange(rows))
    return np.asarray(sums / (down_counts[:, np.newaxis] * across_counts)[..., np.newaxis], np.float32)


def _ceil(length: int, factor: int) -> int:
    return math.ceil(length / factor)
