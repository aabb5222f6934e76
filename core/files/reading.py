"""Reads image files of every common kind, whatever is wrong with them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from core.files.color_profiles import to_srgb
from core.files.hashing import identity_of
from core.files.opening import opened_image
from core.files.orientation import (
    TURN_OF_ORIENTATION,
    UPRIGHT,
    orientation_of,
    orientation_to_come,
    upright,
)
from core.files.pixel_modes import to_eight_bits
from core.picture import OPAQUE, REDUCING_GAP, Picture, central_box, fitted_size

if TYPE_CHECKING:
    from collections.abc import Callable
    from io import BufferedReader
    from pathlib import Path

    from numpy.typing import NDArray

    from core.recipe.inputs import InputFile

# What `to_eight_bits` does to a band of these is what it does to the whole. LAB and numbers of more bits are left out:
# their white level depends on the brightest of all pixels, or on tags of the file that a band does not have.
_CONVERTED_PIXEL_BY_PIXEL = ("1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK")
_BAND_PX = 4_000_000
_Box = tuple[float, float, float, float]  # left, top, right and bottom edge in pixels


def read_picture(path: Path, longest_side_px: int | None = None, shape: tuple[int, int] | None = None) -> Picture:
    """Reads an image file: JPEG, PNG, WebP, TIFF, BMP, GIF (its first frame), HEIC or AVIF, told by its contents.

    The picture comes upright (EXIF) and in sRGB (from its ICC profile). May be called from any thread; calls from
    several wait for each other.

    Args:
        path: The file.
        longest_side_px: Scales the picture, up or down, so that its longest side has this many pixels; None leaves it
            as it is.
        shape: Width and height of anything, such as a sheet of paper: the upright picture is first cropped to this
            shape, equally on both sides; None leaves it whole.

    Raises:
        ImageFileError: The file cannot be read, or is no picture that can be worked with.
        ValueError: The size is less than 1.
    """
    return _read(path, longest_side_px, shape, enlarge=True)


def read_input(
    path: Path, longest_side_px: int | None = None, shape: tuple[int, int] | None = None
) -> tuple[Picture, InputFile]:
    """Reads an image file as `read_picture` does, and tells which content it had, whatever becomes of the file.

    Raises:
        ImageFileError: The file cannot be read, or is no picture that can be worked with.
        ValueError: The size is less than 1.
    """
    identity: list[InputFile] = []
    picture = _read(
        path, longest_side_px, shape, enlarge=True, on_open=lambda file: identity.append(identity_of(file, path.name))
    )
    return picture, identity[0]


def read_thumbnail(path: Path, longest_side_px: int) -> Picture:
    """Reads an image file as `read_picture` does, but at most so many pixels long; it is never enlarged.

    Raises:
        ImageFileError: The file cannot be read, or is no picture that can be worked with.
        ValueError: The size is less than 1.
    """
    return _read(path, longest_side_px, None, enlarge=False)


def read_size(path: Path) -> tuple[int, int]:
    """The width and height in pixels of the picture that `read_picture` would give; its pixels are not decoded.

    Raises:
        ImageFileError: The file cannot be read, or is no picture that can be worked with.
    """
    with opened_image(path) as image:
        if image.format == "PNG" and "Raw profile type exif" not in image.info:
            image.info.setdefault("exif", b"")  # else Pillow would decode all of the picture to look for it
        return upright(image.size, orientation_to_come(image))


def _read(
    path: Path,
    longest_side_px: int | None,
    shape: tuple[int, int] | None,
    *,
    enlarge: bool,
    on_open: Callable[[BufferedReader], object] | None = None,
) -> Picture:
    if longest_side_px is not None and longest_side_px < 1:
        msg = f"a picture cannot be {longest_side_px} px long"
        raise ValueError(msg)
    with opened_image(path, on_open) as image:
        return _decoded(image, longest_side_px, shape, enlarge=enlarge)


def _decoded(
    image: Image.Image, longest_side_px: int | None, shape: tuple[int, int] | None, *, enlarge: bool
) -> Picture:
    orientation = orientation_to_come(image) if shape is not None else UPRIGHT
    part: _Box = (0.0, 0.0, float(image.width), float(image.height))
    if shape is not None:
        part = central_box(image.size, upright(shape, orientation))
    size_px = round(part[2] - part[0]), round(part[3] - part[1])
    if longest_side_px is not None and (enlarge or longest_side_px < max(size_px)):
        # Of the shape itself, not of the part: that has no whole number of pixels.
        size_px = fitted_size(*(upright(shape, orientation) if shape else image.size), longest_side_px)
    part = _load(image, part, size_px)
    pixels = _scaled(image, part, size_px)
    turn = TURN_OF_ORIENTATION.get(orientation_of(image))
    if turn is not None:
        pixels = pixels.transpose(turn)
    return _picture(pixels, image.info.get("icc_profile"))


def _load(image: Image.Image, part: _Box, size_px: tuple[int, int]) -> _Box:
    """Decodes the image, a JPEG at a fraction of its size where that will do, and returns where the part is then."""
    whole_px = image.size
    scale = max(size_px[0] / (part[2] - part[0]), size_px[1] / (part[3] - part[1])) * REDUCING_GAP
    drafted = None
    if scale < 1:
        drafted = image.draft(None, (round(whole_px[0] * scale), round(whole_px[1] * scale)))
    image.load()
    if drafted is None:
        return part
    across, down = drafted[1][2] / whole_px[0], drafted[1][3] / whole_px[1]
    return (part[0] * across, part[1] * down, part[2] * across, part[3] * down)


def _scaled(image: Image.Image, part: _Box, size_px: tuple[int, int]) -> Image.Image:
    """A part of a loaded image at another size, in one of the modes of `to_eight_bits`."""
    factor = int(min((part[2] - part[0]) / size_px[0], (part[3] - part[1]) / size_px[1]) / REDUCING_GAP)
    if factor > 1 and image.mode in _CONVERTED_PIXEL_BY_PIXEL:
        pixels = _reduced(image, factor)
        part = (part[0] / factor, part[1] / factor, part[2] / factor, part[3] / factor)
    else:
        pixels = to_eight_bits(image)
    if pixels.size == size_px and part[2] == size_px[0] and part[3] == size_px[1]:
        return pixels
    return pixels.resize(size_px, Image.Resampling.LANCZOS, part, REDUCING_GAP)


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


def _picture(pixels: Image.Image, profile: bytes | None) -> Picture:
    if pixels.mode not in ("LA", "RGBA"):
        return Picture(np.asarray(to_srgb(pixels, profile)))
    alpha = np.asarray(pixels.getchannel("A"))
    rgb = np.asarray(to_srgb(pixels.convert(pixels.mode[:-1]), profile))
    if alpha.min() == OPAQUE:
        return Picture(rgb)
    return Picture(_over_white(rgb, alpha), alpha)


def _over_white(rgb: NDArray[np.uint8], alpha: NDArray[np.uint8]) -> NDArray[np.uint8]:
    opacity = alpha.astype(np.uint16)[..., np.newaxis]
    return ((rgb * opacity + OPAQUE * (OPAQUE - opacity) + OPAQUE // 2) // OPAQUE).astype(np.uint8)
