"""Of a moving picture, the first frame with something in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PIL import GifImagePlugin, Image

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
    covered = _covered(image)
    image.load()
    if covered == (0, 0, *image.size) or "transparency" in image.info:
        return image
    opacity = Image.new("L", image.size, 0)
    opacity.paste(255, covered)
    pixels = image.convert("RGB")
    pixels.putalpha(opacity)
    return pixels


def _is_blank(image: Image.Image) -> bool:
    pixels = to_eight_bits(image)
    if pixels.mode in ("LA", "RGBA") and pixels.getchannel("A").getbbox() is None:
        return True
    return all(_is_plain(pixels.getchannel(band)) for band in pixels.getbands())


def _is_plain(band: Image.Image) -> bool:
    low, high = cast("tuple[int, int]", band.getextrema())
    return low == high


def _covered(image: Image.Image) -> tuple[int, int, int, int]:
    """Where the frame that comes next lies in the picture."""
    if isinstance(image, GifImagePlugin.GifImageFile) and image.tile and image.tell() == 0:
        return image.tile[0].extents or (0, 0, *image.size)
    return (0, 0, *image.size)
