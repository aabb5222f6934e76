"""Opens image files of every common kind, and names what is wrong with those that cannot be opened."""

from __future__ import annotations

import errno
import stat
import threading
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from PIL import Image, UnidentifiedImageError

from core.errors import ImageFileError, ImageProblem
from core.files.formats import HEAD_BYTES, kind_of
from core.files.orientation import exif_of_png

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from io import BufferedReader
    from pathlib import Path

MAX_PIXELS = 400_000_000
MIN_SIDE_PX = 16
MAX_RATIO = 20

# Formats that may hold nearly anything, with more kinds of pixels than Pillow knows.
_CONTAINERS = ("TIFF", "HEIF", "AVIF")
_NO_SUCH_FILE = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP)
_one_at_a_time = threading.Lock()


@contextmanager
def opened_image(path: Path, on_open: Callable[[BufferedReader], object] | None = None) -> Iterator[Image.Image]:
    """An image file opened by Pillow, of an acceptable size and not decoded yet; others wait until it is closed.

    Args:
        path: The file.
        on_open: Called with the file before Pillow has it: what it reads is what Pillow will read.

    Raises:
        ImageFileError: The file cannot be read, or is no picture that can be worked with; also for whatever goes wrong
            while it is open.
    """
    with opened_file(path) as file:
        if on_open is not None:
            on_open(file)
        with _pillow_limits(), _opened(path, file) as image:
            _check_size(path, image)
            if image.format == "PNG" and "exif" not in image.info:
                exif = exif_of_png(file)
                if exif:
                    image.info["exif"] = exif
            yield image


@contextmanager
def opened_file(path: Path) -> Iterator[BufferedReader]:
    """A file that is no folder, no pipe and not empty, opened for reading.

    Raises:
        ImageFileError: It cannot be read; also for whatever goes wrong while it is open.
    """
    with _errors_named(path):
        _check_file(path)
        with path.open("rb") as file:
            yield file


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
    file.seek(0)
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
