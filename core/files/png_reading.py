"""PNG with 16 bits a channel."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Final

import numpy as np

from core.files.deep_image import DeepImage, array_bands
from core.files.png_chunks import DEEP_BITS, GREY, GREY_ALPHA, RGB, RGB_ALPHA, PngFacts, pixels_alone
from core.files.png_passes import passes

if TYPE_CHECKING:
    from numpy.typing import NDArray

_CHANNELS: Final = {GREY: 1, RGB: 3, GREY_ALPHA: 2, RGB_ALPHA: 4}
_SAMPLE_BYTES: Final = 2
# What has more is read at 8 bits, for all of it would have to be in memory; in passes, one and a half times.
_MAX_BYTES: Final = 800_000_000
_MAX_INTERLACED_BYTES: Final = 600_000_000


def is_deep(facts: PngFacts, size_px: tuple[int, int]) -> bool:
    """Whether a PNG is read with 16 bits."""
    num_bytes = size_px[0] * size_px[1] * _CHANNELS.get(facts.colour_type, 1) * _SAMPLE_BYTES
    most = _MAX_INTERLACED_BYTES if facts.interlaced else _MAX_BYTES
    return facts.bits == DEEP_BITS and facts.colour_type in _CHANNELS and num_bytes <= most


def deep_png(file: BinaryIO, facts: PngFacts, size_px: tuple[int, int], orientation: int) -> DeepImage:
    """A PNG with 16 bits, decoded when its pixels are wanted."""
    transparent = facts.transparent if len(facts.transparent) == _CHANNELS[facts.colour_type] else ()
    decoded: list[NDArray[np.unsignedinteger]] = []

    def bands() -> list[NDArray[np.unsignedinteger]]:
        if not decoded:
            decoded.append(_decoded(file, facts, size_px, transparent))
        return list(array_bands(decoded[0])())

    return DeepImage(
        size_px,
        bands,
        facts.colour,
        has_alpha=bool(transparent) or facts.colour_type in (GREY_ALPHA, RGB_ALPHA),
        orientation=orientation,
    )


def _decoded(
    file: BinaryIO, facts: PngFacts, size_px: tuple[int, int], transparent: tuple[int, ...]
) -> NDArray[np.unsignedinteger]:
    from imagecodecs import png_decode  # noqa: PLC0415 - loaded here, for few files need it

    data = pixels_alone(file, facts, still=True).read()
    num_colours = _CHANNELS[facts.colour_type]
    if facts.interlaced:
        values = np.zeros((size_px[1], size_px[0], num_colours), np.uint16)
        for places, png in passes(data):
            values[places] = _with_channels(png_decode(png))
    else:
        values = _with_channels(png_decode(data))
    if not transparent:
        return values
    colours = values[..., :num_colours]
    opaque = (colours != np.array(transparent, colours.dtype)).any(axis=-1)
    return np.dstack([colours, opaque.astype(colours.dtype) * np.iinfo(colours.dtype).max])


def _with_channels(values: NDArray[np.unsignedinteger]) -> NDArray[np.unsignedinteger]:
    return values.reshape(*values.shape[:2], -1)
