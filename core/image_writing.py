"""Writes pictures to files, so that a file is either the old one or the whole new one."""

from __future__ import annotations

import errno
import os
import stat
import struct
import uuid
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import numpy as np
from PIL import Image

from core.color_profiles import srgb_profile
from core.errors import ImageFileError, ImageProblem
from core.picture import OPAQUE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from core.picture import Picture

WRITABLE_SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff")

_FORMAT_OF_SUFFIX = {
    ".png": "PNG",
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".webp": "WEBP",
    ".tif": "TIFF",
    ".tiff": "TIFF",
}
_HORIZONTAL_PREDICTOR = 2
_PREDICTOR_TAG = 317
_JPEG_OPTIONS: dict[str, Any] = {"quality": 95, "subsampling": "4:4:4"}
_OPTIONS: dict[str, dict[str, Any]] = {
    "PNG": {},
    "JPEG": {**_JPEG_OPTIONS, "optimize": True, "progressive": True},
    # Lossless, because lossy WebP always halves the resolution of colour, which dulls fine strokes of bright paint.
    # Whoever wants a small file has JPEG.
    "WEBP": {"lossless": True},
    "TIFF": {"compression": "tiff_adobe_deflate", "tiffinfo": {_PREDICTOR_TAG: _HORIZONTAL_PREDICTOR}},
}
_LONGEST_SIDE_PX = {"JPEG": 65500, "WEBP": 16383}
_REFUSALS = (errno.EACCES, errno.EPERM, errno.EROFS)
_BAD_NAMES = (errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ)


def check_writable(path: Path, longest_side_px: int | None = None) -> None:
    """Makes sure, before a long run, that its result can be written, by trying: no file is left, none is touched.

    Args:
        path: The file to be written later; its name's ending tells the format.
        longest_side_px: The size that the picture will have, where it is known.

    Raises:
        ImageFileError: It cannot be written.
    """
    with _troubles_named(path):
        target = _target(path)
        _format_of(path, longest_side_px)
        trial = _beside(target)
        try:
            with trial.open("xb"):
                pass
        finally:
            trial.unlink(missing_ok=True)


def write_picture(path: Path, picture: Picture) -> None:
    """Writes a picture as PNG, JPEG, WebP (lossless) or TIFF, as the name's ending says, with an sRGB profile.

    The file is complete or unchanged, whatever happens. JPEG knows no transparency and shows the picture over white.
    The other formats keep it: they store the colour that gives, over white, the colour in `rgb`, rounded to the
    nearest; read again, both arrays are the same. Only where `rgb` is darker than its alpha allows over white (half
    transparent black is middle grey) does it become as dark as possible.

    Raises:
        ImageFileError: It cannot be written.
    """
    with _troubles_named(path):
        target = _target(path)
        image_format = _format_of(path, max(picture.width_px, picture.height_px))
        image = _to_image(picture, keep_alpha=image_format != "JPEG")
        unfinished = _beside(target)
        try:
            _write(unfinished, image, image_format)
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)


def _format_of(path: Path, longest_side_px: int | None) -> str:
    image_format = _FORMAT_OF_SUFFIX.get(path.suffix.lower())
    if image_format is None:
        raise ImageFileError(path, ImageProblem.UNKNOWN_OUTPUT_FORMAT)
    if longest_side_px is not None and longest_side_px > _LONGEST_SIDE_PX.get(image_format, longest_side_px):
        raise ImageFileError(path, ImageProblem.TOO_LARGE_FOR_FORMAT)
    return image_format


def _target(path: Path) -> Path:
    """The file to replace: where a link leads, not the link itself. Refuses what is no file or is write-protected."""
    try:
        target = Path(os.path.realpath(path))
        mode = target.stat().st_mode
    except ValueError as error:  # a name with a NUL in it
        raise ImageFileError(path, ImageProblem.NAME_REFUSED) from error
    except FileNotFoundError:
        return target
    if stat.S_ISDIR(mode):
        raise ImageFileError(path, ImageProblem.FOLDER)
    if not stat.S_ISREG(mode) or not os.access(target, os.W_OK):
        raise ImageFileError(path, ImageProblem.OUTPUT_REFUSED)
    return target


def _beside(target: Path) -> Path:
    # Not tempfile's: that would give the picture permissions for its owner only.
    return target.with_name(f".impasto-{uuid.uuid4().hex}.part")


def _write(path: Path, image: Image.Image, image_format: str) -> None:
    with path.open("xb") as file:
        try:
            _encode(file, image, image_format, _OPTIONS[image_format])
        except OSError as error:
            if image_format != "JPEG" or error.errno is not None:
                raise
            # The buffer that Pillow sets aside for a progressive JPEG may be too small for a noisy picture: issue 5448.
            _encode(file, image, image_format, _JPEG_OPTIONS)
        file.flush()
        os.fsync(file.fileno())


def _encode(file: BinaryIO, image: Image.Image, image_format: str, options: dict[str, Any]) -> None:
    file.seek(0)
    file.truncate()
    image.save(file, image_format, icc_profile=srgb_profile(), **options)


@contextmanager
def _troubles_named(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError, MemoryError, struct.error) as error:
        raise ImageFileError(path, _problem(path, error)) from error


def _problem(path: Path, error: Exception) -> ImageProblem:
    code = error.errno if isinstance(error, OSError) else None
    if code in _REFUSALS:
        return ImageProblem.OUTPUT_REFUSED
    if code in (errno.ENOENT, errno.ENOTDIR):
        # Some folders of the system's, such as /proc, are there but claim not to be when asked for a new file.
        return ImageProblem.OUTPUT_REFUSED if path.parent.is_dir() else ImageProblem.NO_OUTPUT_FOLDER
    if code in _BAD_NAMES:
        return ImageProblem.NAME_REFUSED
    return ImageProblem.OUTPUT_FAILED


def _to_image(picture: Picture, *, keep_alpha: bool) -> Image.Image:
    if picture.alpha is None or not keep_alpha:
        return Image.fromarray(picture.rgb)
    rgb = _before_white(picture.rgb, picture.alpha)
    return Image.fromarray(np.dstack([rgb, picture.alpha]))


def _before_white(rgb: NDArray[np.uint8], alpha: NDArray[np.uint8]) -> NDArray[np.uint8]:
    opacity = alpha.astype(np.float32)[..., np.newaxis]
    darkening = (OPAQUE - rgb.astype(np.float32)) * OPAQUE / np.maximum(opacity, 1)
    return np.rint(OPAQUE - darkening).clip(0, OPAQUE).astype(np.uint8)
