"""Which of a TIFF's pages is the picture, and its samples as they are stored, from the top."""

from __future__ import annotations

import itertools
import logging
import math
from typing import TYPE_CHECKING, BinaryIO, Final, cast

import numpy as np
from tifffile import TiffFile, TiffPage
from tifffile import logger as tifffile_logger

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

# What it remarks is for whoever makes TIFF files.
tifffile_logger().setLevel(logging.CRITICAL)

NEW_SUBFILE_TYPE, OLD_SUBFILE_TYPE = 254, 255
_REDUCED, _MASK, _OLD_REDUCED = 1, 4, 2
_RAW_PHOTOMETRICS: Final = (32803, 34892)  # the sensor's pattern, and linear raw
_MAX_PAGES: Final = 100
_NO_COMPRESSION: Final = 1
_SEPARATE: Final = 2
_WHOLE_BYTES: Final = (8, 16, 32, 64)
_BAND_BYTES: Final = 16 * 1024 * 1024
# One strip may hold all of the picture, and compressed it is read whole.
MAX_SEGMENT_BYTES: Final = 1_200_000_000


def main_page(tiff: TiffFile) -> TiffPage:
    """The picture: the first page, or if that is a reduced copy of another, the largest that is none.

    Raises:
        ValueError: There is no page with pixels.
    """
    pages = [page for page in _all_pages(tiff) if page.imagewidth > 0 and page.imagelength > 0]
    if not pages:
        msg = "no page"
        raise ValueError(msg)
    if not _is_less_than_the_picture(pages[0]):
        return pages[0]
    whole = [page for page in pages if not _is_less_than_the_picture(page)]
    return max(whole or pages, key=lambda page: page.imagewidth * page.imagelength)


def is_camera_raw(tiff: TiffFile) -> bool:
    """Whether the picture is what a camera's sensor saw, not developed yet."""
    return main_page(tiff).photometric in _RAW_PHOTOMETRICS


def _all_pages(tiff: TiffFile) -> list[TiffPage]:
    """Every page of the file, each followed by the pages within it."""
    pages: list[TiffPage] = []
    for page in itertools.islice(tiff.pages, _MAX_PAGES):
        if isinstance(page, TiffPage):
            pages.append(page)
            inner = page.pages or ()
            pages += [one for one in itertools.islice(inner, _MAX_PAGES) if isinstance(one, TiffPage)]
    return pages


def _is_less_than_the_picture(page: TiffPage) -> bool:
    kind = page.tags.valueof(NEW_SUBFILE_TYPE, 0)
    old_kind = page.tags.valueof(OLD_SUBFILE_TYPE, 0)
    return bool(isinstance(kind, int) and kind & (_REDUCED | _MASK)) or old_kind == _OLD_REDUCED


def is_whole(page: TiffPage, file_bytes: int) -> bool:
    """Whether all that a page consists of lies within a file of this length."""
    places = zip(page.dataoffsets, page.databytecounts, strict=False)
    return all(offset + count <= file_bytes for offset, count in places)


def stored_bands(page: TiffPage, file: BinaryIO) -> Iterator[NDArray[np.generic]]:
    """All samples of a page, (rows, W, C), in numbers as they are stored.

    Raises:
        ValueError: They are stored in a way that is not known, or are damaged.
        EOFError: The file is cut short.
        MemoryError: It takes too much memory to read them.
    """
    if page.imagedepth > 1 or page.dtype is None:
        msg = "not a flat picture"
        raise ValueError(msg)
    if _lies_open(page):
        yield from _open_rows(page, file)
        return
    separate = page.planarconfig == _SEPARATE and page.samplesperpixel > 1
    num_planes = page.samplesperpixel if separate else 1
    high = page.tilelength if page.is_tiled else min(page.rowsperstrip, page.imagelength)
    wide = page.tilewidth if page.is_tiled else page.imagewidth
    channels = 1 if separate else page.samplesperpixel
    if high * wide * channels * page.dtype.itemsize > MAX_SEGMENT_BYTES:
        raise MemoryError
    across, down = math.ceil(page.imagewidth / wide), math.ceil(page.imagelength / high)
    for row in range(down):
        rows = min(high, page.imagelength - row * high)
        planes = [
            [_segment(page, file, (plane * down + row) * across + column)[:rows] for column in range(across)]
            for plane in range(num_planes)
        ]
        joined = [np.concatenate(segments, axis=1)[:, : page.imagewidth] for segments in planes]
        yield joined[0] if num_planes == 1 else np.concatenate(joined, axis=2)


def _segment(page: TiffPage, file: BinaryIO, index: int) -> NDArray[np.generic]:
    offset, count = page.dataoffsets[index], page.databytecounts[index]
    data: bytes | None = None
    if offset > 0 and count > 0:
        file.seek(offset)
        data = file.read(count)
    tables = page.jpegtables
    values, _, shape = page.decode(data, index, jpegtables=tables, jpegheader=page.jpegheader)
    if values is None:  # such a segment is left out where it is empty
        return np.zeros(shape[1:], page.dtype)
    return cast("NDArray[np.generic]", values[0])


def _lies_open(page: TiffPage) -> bool:
    """Whether the rows can be read straight from the file, as many at a time as one likes."""
    return (
        page.compression == _NO_COMPRESSION
        and page.predictor == 1
        and page.fillorder == 1
        and not page.is_tiled
        and not page.is_subsampled
        and page.bitspersample in _WHOLE_BYTES
        and page.dtype is not None
        and page.dtype.itemsize * 8 == page.bitspersample
    )


def _open_rows(page: TiffPage, file: BinaryIO) -> Iterator[NDArray[np.generic]]:
    assert page.dtype is not None  # noqa: S101 - `_lies_open` has seen to it
    separate = page.planarconfig == _SEPARATE and page.samplesperpixel > 1
    num_planes, channels = (page.samplesperpixel, 1) if separate else (1, page.samplesperpixel)
    stored = page.dtype.newbyteorder(page.parent.byteorder)
    row_bytes = page.imagewidth * channels * stored.itemsize
    high = min(page.rowsperstrip, page.imagelength)
    down = math.ceil(page.imagelength / high)
    for row in range(down):
        rows = min(high, page.imagelength - row * high)
        step = max(1, _BAND_BYTES // row_bytes)
        for start in range(0, rows, step):
            count = min(step, rows - start)
            planes = []
            for plane in range(num_planes):
                file.seek(page.dataoffsets[plane * down + row] + start * row_bytes)
                data = file.read(count * row_bytes)
                if len(data) < count * row_bytes:
                    raise EOFError
                planes.append(np.frombuffer(data, stored).reshape(count, page.imagewidth, channels))
            joined = planes[0] if num_planes == 1 else np.concatenate(planes, axis=2)
            yield joined.astype(page.dtype, copy=False)
