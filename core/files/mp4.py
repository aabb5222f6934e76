"""MP4, H.264 in the colours of sRGB, by PyAV, which the extra "video" installs.

The packaged program leaves PyAV out: its wheels carry the encoders x264 and x265, which are under the GPL, and Impasto
is handed on under the MIT licence. Animated WebP needs nothing of the kind.
"""

from __future__ import annotations

import os
from importlib.util import find_spec
from itertools import repeat
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from core.errors import TimelineError, TimelineProblem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PIL import Image

# H.264, and what plays nearly as widely where a build of PyAV leaves it out.
_ENCODERS: Final = ("libx264", "libopenh264", "mpeg4")
_OPTIONS: Final = {"libx264": {"crf": "18"}}
_BITS_PER_SECOND: Final = 6_000_000
# Numbers of ITU-T H.273: primaries and matrix of BT.709, the tone curve of sRGB; and narrow range.
_BT709: Final = 1
_SRGB_CURVE: Final = 13
_NARROW: Final = 1


def can_write_mp4() -> bool:
    """Whether PyAV is installed."""
    return find_spec("av") is not None


def write_mp4(
    path: Path, pictures: Iterator[Image.Image], size_px: tuple[int, int], frames_per_second: int, last_frame_s: float
) -> None:
    """Write pictures as a film.

    Args:
        path: A file that is not there yet.
        pictures: In sRGB, all of one size.
        size_px: Their width and height; what is odd loses a line, for H.264 stores colour at half of the resolution.
        frames_per_second: How fast.
        last_frame_s: How long the last one stays, in seconds.

    Raises:
        OSError: If it cannot be written.
        TimelineError: If PyAV is not installed, or has no encoder for it.
    """
    try:
        import av  # noqa: PLC0415 - not installed everywhere
    except ImportError as error:
        raise TimelineError(TimelineProblem.NO_MP4_ENCODER) from error
    encoder = next((name for name in _ENCODERS if name in av.codecs_available), None)
    if encoder is None:
        raise TimelineError(TimelineProblem.NO_MP4_ENCODER)
    width_px, height_px = (side_px // 2 * 2 for side_px in size_px)
    try:
        with av.open(str(path), "w", format="mp4", options={"movflags": "faststart"}) as film:
            stream = film.add_stream(encoder, rate=frames_per_second, options=_OPTIONS.get(encoder, {}))
            stream.width, stream.height, stream.pix_fmt = width_px, height_px, "yuv420p"
            if encoder not in _OPTIONS:
                stream.bit_rate = _BITS_PER_SECOND
            _tell_colours(stream.codec_context)
            for picture in _held(pictures, round(last_frame_s * frames_per_second)):
                pixels = np.asarray(picture.convert("RGB").crop((0, 0, width_px, height_px)))
                frame = av.VideoFrame.from_ndarray(pixels, format="rgb24")
                frame = frame.reformat(format="yuv420p", dst_colorspace="ITU709", dst_color_range="MPEG")
                film.mux(stream.encode(frame))
            film.mux(stream.encode(None))
    except av.FFmpegError as error:  # most are an OSError as well
        raise OSError(error.errno, error.strerror) from error
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _held(pictures: Iterator[Image.Image], num_repeats: int) -> Iterator[Image.Image]:
    """The pictures, and the last one so many times more."""
    picture = None
    for picture in pictures:
        yield picture
    if picture is not None:
        yield from repeat(picture, num_repeats)


def _tell_colours(encoder: Any) -> None:  # noqa: ANN401 - PyAV is not installed everywhere
    encoder.color_primaries, encoder.colorspace = _BT709, _BT709
    encoder.color_trc, encoder.color_range = _SRGB_CURVE, _NARROW
