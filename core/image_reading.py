"""Reads image files of every common kind, whatever is wrong with them."""

from __future__ import annotations

import errno
import stat
import threading
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

import numpy as np
from PIL import ExifTags, Image, UnidentifiedImageError

from core.color_profiles import to_srgb
from core.errors import ImageFileError, ImageProblem
from core.picture import OPAQUE, REDUCING_GAP, Picture, fitted_size
from core.pixel_modes import to_eight_bits

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

READABLE_SUFFIXES = (
    ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".tif", ".tiff", ".bmp", ".dib", ".gif",
    ".heic", ".heif", ".hif", ".avif",
)  # fmt: skip
MAX_PIXELS = 400_000_000
MIN_SIDE_PX = 16
MAX_RATIO = 20

_SIGNATURES = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"II+\x00", "TIFF"),
    (b"MM\x00+", "TIFF"),
)
_HEAD_BYTES = 64
_BMP_HEADER_BYTES = (12, 40, 52, 56, 64, 108, 124)
_HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1")
_UPRIGHT = 1
_TURN_OF_ORIENTATION = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
# Formats that may hold nearly anything, with more kinds of pixels than Pillow knows.
_CONTAINERS = ("TIFF", "HEIF", "AVIF")
_NO_SUCH_FILE = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP)
_one_at_a_time = threading.Lock()


def read_picture(path: Path, longest_side_px: int | None = None) -> Picture:
    """Reads an image file: JPEG, PNG, WebP, TIFF, BMP, GIF (its first frame), HEIC or AVIF, told by its contents.

    The picture comes upright (EXIF) and in sRGB (from its ICC profile). May be called from any thread; calls from
    several wait for each other.

    Args:
        path: The file.
        longest_side_px: Scales the picture, up or down, so that its longest side has this many pixels; None leaves it
            as it is.

    Raises:
        ImageFileError: The file cannot be read, or is no picture that can be worked with.
        ValueError: The size is less than 1.
    """
    return _read(path, longest_side_px, enlarge=True)


def read_thumbnail(path: Path, longest_side_px: int) -> Picture:
    """Reads an image file as `read_picture` does, but at most so many pixels long; it is never enlarged.

    Raises:
        ImageFileError: The file cannot be read, or is no picture that can be worked with.
        ValueError: The size is less than 1.
    """
    return _read(path, longest_side_px, enlarge=False)


def _read(path: Path, longest_side_px: int | None, *, enlarge: bool) -> Picture:
    if longest_side_px is not None and longest_side_px < 1:
        msg = f"a picture cannot be {longest_side_px} px long"
        raise ValueError(msg)
    with _troubles_named(path):
        _check_file(path)
        with path.open("rb") as file, _pillow_at_peace(), _opened(path, file) as image:
            _check_size(path, image)
            return _decoded(image, longest_side_px, enlarge=enlarge)


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
def _troubles_named(path: Path) -> Iterator[None]:
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
def _pillow_at_peace() -> Iterator[None]:
    """Lends Pillow our own limit of pixels and mutes its warnings; both hold for the whole process, hence the lock."""
    with _one_at_a_time, warnings.catch_warnings():
        warnings.filterwarnings("ignore", module=r"PIL\.|pillow_heif")
        limit_before = Image.MAX_IMAGE_PIXELS
        Image.MAX_IMAGE_PIXELS = MAX_PIXELS // 2  # Pillow warns at this many and refuses twice as many
        try:
            yield
        finally:
            Image.MAX_IMAGE_PIXELS = limit_before


def _opened(path: Path, file: BinaryIO) -> Image.Image:
    kind = _kind(file.read(_HEAD_BYTES))
    if kind is None:
        raise ImageFileError(path, ImageProblem.NOT_A_PICTURE)
    file.seek(0)
    if kind == "HEIF":
        import pillow_heif  # noqa: PLC0415 - its library takes a while to load, and few files need it

        pillow_heif.register_heif_opener()
    try:
        return Image.open(file, formats=[kind])
    except UnidentifiedImageError as error:
        problem = ImageProblem.NOT_UNDERSTOOD if kind in _CONTAINERS else ImageProblem.CUT_SHORT
        raise ImageFileError(path, problem) from error


def _kind(head: bytes) -> str | None:
    """Pillow's name for the kind of file that begins with these bytes, None when it is none of ours."""
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    if head[:2] == b"BM" and int.from_bytes(head[14:18], "little") in _BMP_HEADER_BYTES:
        return "BMP"
    if head[4:8] == b"ftyp":
        return _kind_of_brands(head[8 : int.from_bytes(head[:4], "big")])
    return None


def _kind_of_brands(brands: bytes) -> str | None:
    listed = [brands[start : start + 4] for start in range(0, len(brands), 4)]
    if b"avif" in listed or b"avis" in listed:
        return "AVIF"
    return "HEIF" if any(brand in _HEIF_BRANDS for brand in listed) else None


def _check_size(path: Path, image: Image.Image) -> None:
    shortest, longest = sorted(image.size)
    if shortest < MIN_SIDE_PX:
        raise ImageFileError(path, ImageProblem.TOO_SMALL)
    if longest > MAX_RATIO * shortest:
        raise ImageFileError(path, ImageProblem.TOO_LONG)


def _decoded(image: Image.Image, longest_side_px: int | None, *, enlarge: bool) -> Picture:
    size_px = image.size
    if longest_side_px is not None and (enlarge or longest_side_px < max(size_px)):
        size_px = fitted_size(*size_px, longest_side_px)
    box = _load(image, size_px)
    pixels = to_eight_bits(image)
    if box[2:] != size_px:
        pixels = pixels.resize(size_px, Image.Resampling.LANCZOS, box, REDUCING_GAP)
    turn = _TURN_OF_ORIENTATION.get(_orientation(image))
    if turn is not None:
        pixels = pixels.transpose(turn)
    return _picture(pixels, image.info.get("icc_profile"))


def _load(image: Image.Image, size_px: tuple[int, int]) -> tuple[float, float, float, float]:
    """Decodes the image, a JPEG at a fraction of its size where that will do, and returns the box that it fills."""
    width_px, height_px = (round(side * REDUCING_GAP) for side in size_px)
    drafted = image.draft(None, (width_px, height_px)) if max(image.size) > max(width_px, height_px) else None
    image.load()
    return (0, 0, *image.size) if drafted is None else drafted[1]


def _orientation(image: Image.Image) -> int:
    try:
        value = image.getexif().get(ExifTags.Base.Orientation)
    except Exception:  # noqa: BLE001 - broken EXIF is no reason to refuse the picture
        return _UPRIGHT
    return value if isinstance(value, int) else _UPRIGHT


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
