"""Of a moving picture, the first frame with something in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PIL import Image

from core.files.pixel_modes import to_eight_bits

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAX_FRAMES: Final = 100


def first_frame_with_something(image: Image.Image) -> Image.Image:
    """Decodes an image: if it moves, its first frame that is not all of one colour, or transparent; else the first."""
    first = _loaded(image)
    if not getattr(image, "is_animated", False) or not _is_blank(first):
        return first
    first = first.copy()
    for frame in _further_frames(image):
        if not _is_blank(frame):
            return frame
    return first


def _further_frames(image: Image.Image) -> Iterator[Image.Image]:
    for number in range(1, _MAX_FRAMES):
        try:
            image.seek(number)
            yield _loaded(image)
        except (EOFError, OSError, SyntaxError):
            return


def _loaded(image: Image.Image) -> Image.Image:
    """The frame, decoded; what a GIF's first does not cover is transparent, as all browsers have it."""
    covered = image.tile[0][1] if image.format == "GIF" and image.tile and image.tell() == 0 else None
    image.load()
    if covered is None or covered == (0, 0, *image.size) or "transparency" in image.info:
        return image
    opacity = Image.new("L", image.size, 0)
    opacity.paste(255, covered)
    pixels = image.convert("RGB")
    pixels.putalpha(opacity)
    return pixels


def _is_blank(image: Image.Image) -> bool:
    pixels = to_eight_bits(image)
    extremes = pixels.getextrema()
    ranges = [extremes] if len(pixels.getbands()) == 1 else list(extremes)
    if pixels.mode in ("LA", "RGBA") and ranges[-1][1] == 0:
        return True
    return all(low == high for low, high in ranges)
