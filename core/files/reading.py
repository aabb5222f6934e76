"""Reads image files of every common kind, whatever is wrong with them."""

from __future__ import annotations

import errno
import math
import stat
import threading
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

import numpy as np
from PIL import Image, UnidentifiedImageError

from core.errors import ImageFileError, ImageProblem
from core.files.color_profiles import to_srgb
from core.files.formats import HEAD_BYTES, kind_of
from core.files.orientation import (
    TURN_OF_ORIENTATION,
    UPRIGHT,
    exif_of_png,
    orientation_of,
    orientation_to_come,
    upright,
)
from core.files.pixel_modes import to_eight_bits
from core.picture import OPAQUE, REDUCING_GAP, Picture, central_box, fitted_size

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

MAX_PIXELS = 400_000_000
MIN_SIDE_PX = 16
MAX_RATIO = 20

# What `to_eight_bits` does to a band of these is what it does to the whole. LAB and numbers of more bits are left out:
# their white level depends on the brightest of all pixels, or on tags of the file that a band does not have.
_CONVERTED_PIXEL_BY_PIXEL = ("1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK")
_BAND_PX = 4_000_000
# Formats that may hold nearly anything, with more kinds of pixels than Pillow knows.
_CONTAINERS = ("TIFF", "HEIF", "AVIF")
_NO_SUCH_FILE = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP)
_Box = tuple[float, float, float, float]  # left, top, right and bottom edge in pixels
_one_at_a_time = threading.Lock()


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


def _read(path: Path, longest_side_px: int | None, shape: tuple[int, int] | None, *, enlarge: bool) -> Picture:
    if longest_side_px is not None and longest_side_px < 1:
        msg = f"a picture cannot be {longest_side_px} px long"
        raise ValueError(msg)
    with opened_image(path) as image:
        return _decoded(image, longest_side_px, shape, enlarge=enlarge)


@contextmanager
def opened_image(path: Path) -> Iterator[Image.Image]:
    """An image file opened by Pillow, of an acceptable size and not decoded yet; others wait until it is closed.

    Raises:
        ImageFileError: The file cannot be read, or is no picture that can be worked with; also for whatever goes wrong
            while it is open.
    """
    with _errors_named(path):
        _check_file(path)
        with path.open("rb") as file, _pillow_limits(), _opened(path, file) as image:
            _check_size(path, image)
            if image.format == "PNG" and "exif" not in image.info:
                exif = exif_of_png(path)
                if exif:
                    image.info["exif"] = exif
            yield image


def _check_file(path: Path) -> None:
    try:
        status = path.stat()
    except (ValueError, OSError) as error:
        if isinstance(error, OSError) and error.errno != errno.EINVAL:
            raise
        # No file can have such a name: it holds a NUL or, on Windows, a question mark.
        raise ImageFileError(path, ImageProblem.MISSING) from error
    if stat.S_ISDIR(status.st_mode):
        raise ImageFileError(path, ImageProblem.FOLDER)
    if not stat.S_ISREG(status.st_mode):  # reading a pipe could wait for ever
        raise ImageFileError(path, ImageProblem.NOT_A_PICTURE)
    if status.st_size == 0:
        raise ImageFileError(path, ImageProblem.EMPTY)


@contextmanager
def _errors_named(path: Path) -> Iterator[None]:
    try:
        yield
    except ImageFileError:
        raise
    except Exception as error:  # decoders raise nearly anything when fed with rubbish
        raise ImageFileError(path, _problem(error)) from error


def _problem(error: Exception) -> ImageProblem:
    if isinstance(error, (Image.DecompressionBombError, MemoryError)):
        return ImageProblem.TOO_LARGE
    # An error number is the system's. Pillow gives none, but may be led by a damaged file to seek to nowhere: EINVAL.
    if not isinstance(error, OSError) or error.errno in (None, errno.EINVAL):
        return ImageProblem.CUT_SHORT
    if isinstance(error, PermissionError):
        return ImageProblem.NOT_PERMITTED
    return ImageProblem.MISSING if error.errno in _NO_SUCH_FILE else ImageProblem.UNREADABLE


@contextmanager
def _pillow_limits() -> Iterator[None]:
    """Lends Pillow our own limit of pixels and mutes its warnings; both hold for the whole process, hence the lock."""
    with _one_at_a_time, warnings.catch_warnings():
        warnings.filterwarnings("ignore", module=r"PIL\.|pi_heif")
        limit_before = Image.MAX_IMAGE_PIXELS
        Image.MAX_IMAGE_PIXELS = MAX_PIXELS // 2  # Pillow warns at this many and refuses twice as many
        try:
            yield
        finally:
            Image.MAX_IMAGE_PIXELS = limit_before


def _opened(path: Path, file: BinaryIO) -> Image.Image:
    kind = kind_of(file.read(HEAD_BYTES))
    if kind is None:
        raise ImageFileError(path, ImageProblem.NOT_A_PICTURE)
    file.seek(0)
    if kind == "HEIF":
        import pi_heif  # noqa: PLC0415 - its library takes a while to load, and few files need it

        pi_heif.register_heif_opener()
    try:
        return Image.open(file, formats=[kind])
    except UnidentifiedImageError as error:
        problem = ImageProblem.NOT_UNDERSTOOD if kind in _CONTAINERS else ImageProblem.CUT_SHORT
        raise ImageFileError(path, problem) from error


def _check_size(path: Path, image: Image.Image) -> None:
    shortest, longest = sorted(image.size)
    if shortest < MIN_SIDE_PX:
        raise ImageFileError(path, ImageProblem.TOO_SMALL)
    if longest > MAX_RATIO * shortest:
        raise ImageFileError(path, ImageProblem.TOO_LONG)


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
