"""Writes pictures to files, so that a file is either the old one or the whole new one."""

from __future__ import annotations

import errno
import logging
import os
import stat
import struct
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import numpy as np
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from core.errors import ImageFileError, ImageProblem
from core.files.color_profiles import srgb_profile
from core.files.exif_tags import EXIF_MARK, Tag
from core.files.png16 import write_png
from core.files.replacing import unfinished_beside
from core.files.rows import PixelRows, before_white
from core.files.tiff import write_tiff

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.files.metadata import PhotoMetadata
    from core.picture import Picture

_log = logging.getLogger(__name__)

_FORMAT_OF_SUFFIX = {
    ".png": "PNG",
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".webp": "WEBP",
    ".tif": "TIFF",
    ".tiff": "TIFF",
}
JPEG_QUALITY = 95
_JPEG_OPTIONS: dict[str, Any] = {"subsampling": "4:4:4"}
_OPTIONS: dict[str, dict[str, Any]] = {
    "PNG": {},
    "JPEG": {**_JPEG_OPTIONS, "optimize": True, "progressive": True},
    # Lossless, because lossy WebP always halves the resolution of colour, which dulls fine strokes of bright paint.
    # Whoever wants a small file has JPEG.
    "WEBP": {"lossless": True},
}
_DEEP_FORMATS = ("PNG", "TIFF")
_SHALLOW_BITS = 8
_LONGEST_SIDE_PX = {"JPEG": 65500, "WEBP": 16383}
_XMP_TAG = 700
# What one segment of a JPEG holds beside the name of what is in it; more would have to be spread over several.
_MAX_XMP_BYTES_OF_JPEG = 65502
_REFUSALS = (errno.EACCES, errno.EPERM, errno.EROFS)
_BAD_NAMES = (errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ)


def check_writable(path: Path, longest_side_px: int | None = None, depth_bits: int = _SHALLOW_BITS) -> None:
    """Makes sure, before a long run, that its result can be written, by trying: no file is left, none is touched.

    Args:
        path: The file to be written later; its name's ending tells the format.
        longest_side_px: The size that the picture will have, where it is known.
        depth_bits: Bits of each channel that the file shall have.

    Raises:
        ImageFileError: It cannot be written.
    """
    with _errors_named(path):
        target = _target(path)
        image_format = _format_of(path, longest_side_px)
        if depth_bits > _SHALLOW_BITS and image_format not in _DEEP_FORMATS:
            raise ImageFileError(path, ImageProblem.TOO_DEEP_FOR_FORMAT)
        trial = unfinished_beside(target)
        try:
            with trial.open("xb"):
                pass
        finally:
            trial.unlink(missing_ok=True)


def write_picture(
    path: Path, picture: Picture, metadata: PhotoMetadata | None = None, *, jpeg_quality: int = JPEG_QUALITY
) -> None:
    """Writes a picture as PNG, JPEG, WebP (lossless) or TIFF, as the name's ending says, with an sRGB profile.

    PNG and TIFF have 16 bits a channel where the picture has; the others always 8. EXIF and XMP go into all of them,
    the resolution into all but WebP, which has no place for it but EXIF.

    The file is complete or unchanged, whatever happens. JPEG knows no transparency and shows the picture over white.
    The other formats keep it: they store the colour that gives, over white, the colour in `rgb`, rounded to the
    nearest; read again, both arrays are the same. Only where `rgb` is darker than its alpha allows over white (half
    transparent black is middle grey) does it become as dark as possible.

    Args:
        path: The file.
        picture: What to write.
        metadata: What the file says besides; None for nothing.
        jpeg_quality: Of a JPEG, 1 to 95; the other formats lose nothing.

    Raises:
        ImageFileError: It cannot be written.
    """
    with replaced_when_written(path) as unfinished:
        image_format = _format_of(path, max(picture.width_px, picture.height_px))
        _write(unfinished, picture, image_format, metadata, jpeg_quality)


@contextmanager
def replaced_when_written(path: Path) -> Iterator[Path]:
    """A name to write a file under, which replaces the one that is meant once it is whole, and is gone otherwise.

    Whoever writes it waits until it is on the disk.

    Raises:
        ImageFileError: It cannot be written.
    """
    with _errors_named(path):
        target = _target(path)
        unfinished = unfinished_beside(target)
        try:
            yield unfinished
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
    except ValueError as error:  # a name with a NUL in it
        raise ImageFileError(path, ImageProblem.NAME_REFUSED) from error
    except FileNotFoundError as error:  # the folder that the program was started in is gone
        raise ImageFileError(path, ImageProblem.NO_OUTPUT_FOLDER) from error
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return target
    if stat.S_ISDIR(mode):
        raise ImageFileError(path, ImageProblem.FOLDER)
    if not stat.S_ISREG(mode) or not os.access(target, os.W_OK):
        raise ImageFileError(path, ImageProblem.OUTPUT_REFUSED)
    return target


def _write(path: Path, picture: Picture, image_format: str, metadata: PhotoMetadata | None, jpeg_quality: int) -> None:
    with path.open("xb") as file:
        if image_format == "TIFF":
            tags, inner = ({}, {}) if metadata is None else metadata.tags(picture.width_px, picture.height_px)
            if metadata is not None and metadata.xmp is not None:
                tags = {**tags, _XMP_TAG: Tag.bytes_(metadata.xmp)}
            write_tiff(file, PixelRows(picture), srgb_profile(), tags, inner)
        elif image_format == "PNG" and picture.deep is not None:
            exif = (
                None if metadata is None else metadata.exif(picture.width_px, picture.height_px).removeprefix(EXIF_MARK)
            )
            dpi, xmp = (None, None) if metadata is None else (metadata.dpi, metadata.xmp)
            write_png(file, PixelRows(picture), srgb_profile(), exif, dpi, xmp=xmp)
        else:
            _write_with_pillow(file, picture, image_format, metadata, jpeg_quality)
        file.flush()
        os.fsync(file.fileno())


def _write_with_pillow(
    file: BinaryIO, picture: Picture, image_format: str, metadata: PhotoMetadata | None, jpeg_quality: int
) -> None:
    image = _to_image(picture, keep_alpha=image_format != "JPEG")
    told: dict[str, Any] = {"quality": jpeg_quality} if image_format == "JPEG" else {}
    if metadata is not None:
        told["exif"] = metadata.exif(picture.width_px, picture.height_px)
        if metadata.dpi is not None:
            told["dpi"] = (metadata.dpi, metadata.dpi)
        if metadata.xmp is not None:
            told |= _xmp_options(metadata.xmp, image_format)
    try:
        _encode(file, image, image_format, _OPTIONS[image_format] | told)
    except OSError as error:
        if image_format != "JPEG" or error.errno is not None:
            raise
        # The buffer that Pillow sets aside for a progressive JPEG may be too small for a noisy picture: issue 5448.
        _encode(file, image, image_format, _JPEG_OPTIONS | told)


def _xmp_options(xmp: bytes, image_format: str) -> dict[str, Any]:
    if image_format == "PNG":
        text = PngInfo()
        text.add_itxt("XML:com.adobe.xmp", xmp.decode())
        return {"pnginfo": text}
    if image_format == "JPEG" and len(xmp) > _MAX_XMP_BYTES_OF_JPEG:
        _log.warning("The recipe is too long for a JPEG and was left out of it; PNG, TIFF and WebP hold it")
        return {}
    return {"xmp": xmp}


def _encode(file: BinaryIO, image: Image.Image, image_format: str, options: dict[str, Any]) -> None:
    file.seek(0)
    file.truncate()
    image.save(file, image_format, icc_profile=srgb_profile(), **options)


@contextmanager
def _errors_named(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError, MemoryError, struct.error) as error:
        raise ImageFileError(path, _problem(path, error)) from error


def _problem(path: Path, error: Exception) -> ImageProblem:
    if isinstance(error, MemoryError):
        return ImageProblem.NO_MEMORY_TO_WRITE
    code = error.errno if isinstance(error, OSError) else None
    if code in _REFUSALS:
        return ImageProblem.OUTPUT_REFUSED
    if code in (errno.ENOENT, errno.ENOTDIR):
        # Some folders of the system's, such as /proc, are there but claim not to be when asked for a new file.
        return ImageProblem.OUTPUT_REFUSED if path.parent.is_dir() else ImageProblem.NO_OUTPUT_FOLDER
    if code == errno.ELOOP:
        return ImageProblem.LINK_LOOP
    if code in _BAD_NAMES:
        return ImageProblem.NAME_REFUSED
    return ImageProblem.OUTPUT_FAILED


def _to_image(picture: Picture, *, keep_alpha: bool) -> Image.Image:
    if picture.alpha is None or not keep_alpha:
        return Image.fromarray(picture.rgb)
    return Image.fromarray(np.dstack([before_white(picture.rgb, picture.alpha), picture.alpha]))
