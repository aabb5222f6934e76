"""TIFF files: of any depth, in planes or not, in strips or tiles, in any byte order, BigTIFF too."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, BinaryIO, Final

from core.errors import ImageFileError, ImageProblem
from core.files.code_points import adobe_rgb
from core.files.deep_image import DeepImage, array_bands
from core.files.exif_colour import says_adobe_rgb
from core.files.orientation import TURN_OF_ORIENTATION, UPRIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray
    from tifffile import TiffFile, TiffPage

    from core.files.code_points import Colour
    from core.files.tiff_samples import Meaning

_ORIENTATION, _ICC_PROFILE = 274, 34675
_BYTES_OF_RGBA: Final = 4
_MAX_FALLBACK_BYTES: Final = 1_000_000_000


class CameraRawError(Exception):
    """This is not a picture yet, but what a camera's sensor saw."""


def open_tiff(path: Path, file: BinaryIO, max_pixels: int) -> DeepImage:
    """The picture in a TIFF; its pixels are read later, while the file is open.

    Args:
        path: The file's name.
        file: The file.
        max_pixels: More are not read.

    Raises:
        ImageFileError: It cannot be read.
        CameraRawError: It has to be developed.
    """
    # Loaded here, for few files need it.
    from tifffile import TiffFile  # noqa: PLC0415

    from core.files.tiff_pages import is_camera_raw, main_page  # noqa: PLC0415

    try:
        file.seek(0)
        tiff = TiffFile(file)
        page = main_page(tiff)
        raw = is_camera_raw(tiff)
    except MemoryError:
        raise
    except Exception as error:  # its structure makes no sense, which shows in any way
        raise ImageFileError(path, ImageProblem.NOT_UNDERSTOOD) from error
    if raw:
        raise CameraRawError
    if page.imagewidth * page.imagelength > max_pixels:
        raise ImageFileError(path, ImageProblem.TOO_LARGE)
    return _described(path, file, tiff, page)


def _described(path: Path, file: BinaryIO, tiff: TiffFile, page: TiffPage) -> DeepImage:
    from core.files.tiff_samples import meaning_of  # noqa: PLC0415 - as above

    size_px = (page.imagewidth, page.imagelength)
    tagged = page.tags.valueof(_ORIENTATION, UPRIGHT)
    orientation = tagged if tagged in TURN_OF_ORIENTATION else UPRIGHT
    try:
        meaning = meaning_of(page)
    except ValueError:
        return DeepImage(
            size_px, partial(_by_libtiff, path, file, page), has_alpha=True, premultiplied=True, orientation=orientation
        )
    profile = (page if _ICC_PROFILE in page.tags else tiff.pages.first).tags.valueof(_ICC_PROFILE)
    colour: Colour = profile if isinstance(profile, bytes) and profile else None
    if colour is None and meaning.channels == 3 and says_adobe_rgb(file):  # noqa: PLR2004
        colour = adobe_rgb()
    return DeepImage(
        size_px,
        partial(_bands, path, file, page, meaning),
        None if meaning.is_lab else colour,
        has_alpha=meaning.has_alpha,
        premultiplied=meaning.premultiplied,
        orientation=orientation,
    )


def _bands(path: Path, file: BinaryIO, page: TiffPage, meaning: Meaning) -> Iterator[NDArray[np.unsignedinteger]]:
    from core.files.tiff_pages import stored_bands  # noqa: PLC0415 - as above

    stored = partial(stored_bands, page, file)
    any_came = False
    try:
        convert = meaning.converter(stored, page.imagewidth * page.imagelength)
        for band in stored():
            yield convert(band)
            any_came = True
    except (MemoryError, OSError, ImageFileError):
        raise
    except EOFError as error:
        raise ImageFileError(path, ImageProblem.CUT_SHORT) from error
    except Exception as error:
        if any_came:
            raise _problem(path, page) from error
    else:
        return
    wanted = meaning.channels + meaning.has_alpha
    for band in _by_libtiff(path, file, page):
        if wanted == _BYTES_OF_RGBA - 1:
            yield band[..., :3]
        else:
            raise _problem(path, page)


def _by_libtiff(path: Path, file: BinaryIO, page: TiffPage) -> Iterator[NDArray[np.unsignedinteger]]:
    """The whole page as libtiff's own conversion to 8 bits gives it: (H, W, 4), colours multiplied by the opacity."""
    from imagecodecs import TiffError, tiff_decode  # noqa: PLC0415 - as above

    if page.imagewidth * page.imagelength * _BYTES_OF_RGBA > _MAX_FALLBACK_BYTES:
        raise ImageFileError(path, ImageProblem.TOO_LARGE)
    place = page.treeindex
    if len(place) > 1:
        raise _problem(path, page)
    file.seek(0)
    try:
        decoded = tiff_decode(file.read(), place[0], asrgb=True)
    except (TiffError, ValueError) as error:
        raise _problem(path, page) from error
    yield from array_bands(decoded.reshape(page.imagelength, page.imagewidth, _BYTES_OF_RGBA))()


def _problem(path: Path, page: TiffPage) -> ImageFileError:
    from core.files.tiff_pages import is_whole  # noqa: PLC0415 - as above

    whole = is_whole(page, path.stat().st_size)
    return ImageFileError(path, ImageProblem.NOT_UNDERSTOOD if whole else ImageProblem.CUT_SHORT)
