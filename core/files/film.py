"""Writes a film of small pictures: as an animated WebP, or as MP4 if the extra "video" is installed."""

from __future__ import annotations

import io
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from PIL import Image, UnidentifiedImageError

from core.errors import TimelineError, TimelineProblem
from core.files.mp4 import write_mp4
from core.files.writing import replaced_when_written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

WEBP_SUFFIX: Final = ".webp"
MP4_SUFFIX: Final = ".mp4"
FILM_SUFFIXES: Final = (WEBP_SUFFIX, MP4_SUFFIX)

FRAMES_PER_SECOND: Final = 15
# The picture as it has become, to look at.
LAST_FRAME_S: Final = 2.0

# Far more than a timeline's frames have.
_MOST_PX: Final = 4096


def write_film(path: Path, frames: Sequence[bytes]) -> None:
    """Write pictures one after the other, all at the size of the largest; the last one stays for a while.

    Args:
        path: The file; its ending tells the format.
        frames: JPEG files, at least two, of one picture at several sizes.

    Raises:
        ImageFileError: If it cannot be written.
        TimelineError: If its ending names no film, what writes MP4 is not installed, there are too few frames, or one
            is damaged.
    """
    suffix = path.suffix.lower()
    if suffix not in FILM_SUFFIXES:
        raise TimelineError(TimelineProblem.UNKNOWN_FILM_FORMAT, name=path.name)
    if len(frames) < 2:  # noqa: PLR2004 - one is a picture
        raise TimelineError(TimelineProblem.TOO_SHORT)
    size_px = max(_opened(frame).size for frame in frames)
    pictures = (_loaded(frame).resize(size_px, Image.Resampling.LANCZOS) for frame in frames)
    with replaced_when_written(path) as unfinished:
        if suffix == MP4_SUFFIX:
            write_mp4(unfinished, pictures, size_px, FRAMES_PER_SECOND, LAST_FRAME_S)
        else:
            _write_webp(unfinished, pictures, len(frames))


def _write_webp(path: Path, pictures: Iterator[Image.Image], num_frames: int) -> None:
    shown_ms = [1000 // FRAMES_PER_SECOND] * (num_frames - 1) + [round(1000 * LAST_FRAME_S)]
    first = next(pictures)
    with path.open("xb") as file:
        first.save(
            file, "WEBP", save_all=True, append_images=list(pictures), duration=shown_ms, loop=0, quality=80, method=2
        )
        file.flush()
        os.fsync(file.fileno())


def _opened(frame: bytes) -> Image.Image:
    """A frame whose pixels are not decoded yet.

    Raises:
        TimelineError: If it is no picture, or too large.
    """
    with _damage_told():
        picture = Image.open(io.BytesIO(frame), formats=["JPEG"])
    if max(picture.size) > _MOST_PX:
        raise TimelineError(TimelineProblem.DAMAGED)
    return picture


def _loaded(frame: bytes) -> Image.Image:
    picture = _opened(frame)
    with _damage_told():
        return picture.convert("RGB")


@contextmanager
def _damage_told() -> Iterator[None]:
    try:
        yield
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise TimelineError(TimelineProblem.DAMAGED) from error
