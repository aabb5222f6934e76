"""Generated files of every family, each with the picture that it means, computed without the code under test.

What they show is smooth, so that a thumbnail of it can be compared too.
"""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from PIL import Image

from tests.core.files.image_files import chunk, exif

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

WIDTH_PX, HEIGHT_PX = 80, 64
OPAQUE_WHITE = 255.0


@dataclass(frozen=True)
class TrueFile:
    """A file and what it shows.

    Attributes:
        name: What is special about it.
        make: Makes the file.
        levels: (H, W, 3) of sRGB from 0 to 255, before it is laid over white.
        opacity: (H, W) from 0 to 1, None where nothing is transparent.
        tolerance: By how much a pixel may be off; the mean, by a quarter of that.
        thumbnail_tolerance: By how much the mean of a thumbnail may be off, where hard edges make a difference.
    """

    name: str
    make: Callable[[], bytes]
    levels: NDArray[np.float64]
    opacity: NDArray[np.float64] | None = None
    tolerance: float = 2.0
    thumbnail_tolerance: float = 2.0

    @property
    def over_white(self) -> NDArray[np.float64]:
        """What is seen."""
        if self.opacity is None:
            return self.levels
        share = self.opacity[..., np.newaxis]
        return self.levels * share + OPAQUE_WHITE * (1 - share)


def ramps() -> NDArray[np.float64]:
    """(H, W, 3) from 0 to 1: red grows to the right, green downward, blue to the left."""
    across, down = np.meshgrid(np.linspace(0.02, 0.98, WIDTH_PX), np.linspace(0.05, 0.95, HEIGHT_PX))
    return np.stack([across, down, 1 - across], axis=-1)


def grey_ramp() -> NDArray[np.float64]:
    """(H, W) from 0 to 1."""
    return ramps()[..., 0]


def opacity_ramp() -> NDArray[np.float64]:
    """(H, W), nowhere so low that 8 bits would not tell the colours."""
    return 0.5 + ramps()[..., 1] / 2


def stored(values: NDArray[np.float64], kind: str) -> NDArray[Any]:
    """Values from 0 to 1 as integers of all the bits of a type, or as floating-point numbers."""
    kind_ = np.dtype(kind)
    return values.astype(kind) if kind_.kind == "f" else np.rint(values * np.iinfo(kind_).max).astype(kind)


def grey(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """(H, W, 3) levels of (H, W) values."""
    return np.repeat(values[..., np.newaxis], 3, axis=-1) * 255


def tiff(array: NDArray[Any], *, extra: dict[str, Any] | None = None, **options: object) -> bytes:
    """A TIFF as tifffile writes it; ``extra`` goes to the writer itself."""
    import tifffile  # noqa: PLC0415 - slow to load

    file = io.BytesIO()
    with tifffile.TiffWriter(file, **(extra or {})) as writer:
        writer.write(array, metadata=None, **cast("dict[str, Any]", options))
    return file.getvalue()


def png(values: NDArray[np.float64], bits: int, *chunks: bytes, interlaced: bool = False) -> bytes:
    """A PNG of (H, W, C) values from 0 to 1, by hand."""
    channels = values.shape[2]
    colour_type = {1: 0, 2: 4, 3: 2, 4: 6}[channels]
    levels = np.rint(values * (2**bits - 1)).astype(">u2" if bits == 16 else np.uint8)
    header = struct.pack(">IIBBBBB", values.shape[1], values.shape[0], bits, colour_type, 0, 0, int(interlaced))
    passes = [levels]
    if interlaced:
        starts = ((0, 0, 8, 8), (0, 4, 8, 8), (4, 0, 8, 4), (0, 2, 4, 4), (2, 0, 4, 2), (0, 1, 2, 2), (1, 0, 2, 1))
        passes = [levels[top::down, left::across] for top, left, down, across in starts]
    data = b"".join(b"\0" + row.tobytes() for one in passes for row in one)
    body = b"".join([*chunks, chunk(b"IDAT", zlib.compress(data)), chunk(b"IEND", b"")])
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + body


def cicp(primaries: int, transfer: int) -> bytes:
    return chunk(b"cICP", bytes([primaries, transfer, 0, 1]))


def gama(gamma: float) -> bytes:
    return chunk(b"gAMA", struct.pack(">I", round(gamma * 100_000)))


def chrm(primaries: tuple[tuple[float, float], ...]) -> bytes:
    red, green, blue, white = primaries
    numbers = [round(number * 100_000) for point in (white, red, green, blue) for number in point]
    return chunk(b"cHRM", struct.pack(">8I", *numbers))


def iccp(profile: bytes) -> bytes:
    return chunk(b"iCCP", b"profile\0\0" + zlib.compress(profile))


def heic(
    values: NDArray[np.float64], bits: int, code_points: tuple[int, int] | None = None, orientation: int = 1
) -> bytes:
    """A HEIC of (H, W, 3 or 4) values from 0 to 1, without loss but for the way to YCbCr."""
    import pillow_heif  # noqa: PLC0415 - slow to load

    mode = "RGBA" if values.shape[2] == 4 else "RGB"
    levels = np.rint(values * (255 if bits == 8 else 65535)).astype(np.uint8 if bits == 8 else np.uint16)
    image = pillow_heif.from_bytes(
        mode=mode if bits == 8 else f"{mode};16", size=(values.shape[1], values.shape[0]), data=levels.tobytes()
    )
    options: dict[str, Any] = (
        {} if code_points is None else {"color_primaries": code_points[0], "transfer_characteristics": code_points[1]}
    )
    if orientation != 1:
        options["exif"] = exif(orientation)
    file = io.BytesIO()
    image.save(file, quality=-1, chroma=444, **options)
    return file.getvalue()


def avif(values: NDArray[np.float64], code_points: tuple[int, int] = (1, 13)) -> bytes:
    """An AVIF with 8 bits of (H, W, 3) values from 0 to 1, as it says in other words what its colours are."""
    file = io.BytesIO()
    Image.fromarray(np.rint(values * 255).astype(np.uint8)).save(file, "AVIF", quality=100, subsampling="4:4:4")
    data = file.getvalue()
    assert data.count(b"nclx\0\1\0\x0d") == 1
    return data.replace(b"nclx\0\1\0\x0d", b"nclx" + struct.pack(">HH", *code_points))


def with_property(file: bytes, name: bytes, content: bytes) -> bytes:
    """A HEIF or AVIF file of one picture that has one more property."""
    box = struct.pack(">I4s", 8 + len(content), name) + content
    data = bytearray(file)
    at = {kind: data.index(kind) - 4 for kind in (b"meta", b"iprp", b"ipco", b"ipma", b"iloc", b"pitm")}
    primary = int.from_bytes(data[at[b"pitm"] + 12 : at[b"pitm"] + 14], "big")
    ipco_bytes = int.from_bytes(data[at[b"ipco"] : at[b"ipco"] + 4], "big")
    count, place = 0, at[b"ipco"] + 8
    while place < at[b"ipco"] + ipco_bytes:
        count += 1
        place += int.from_bytes(data[place : place + 4], "big")
    # The association: one more index for the first item, which is the only one.
    ipma = at[b"ipma"]
    assert int.from_bytes(data[ipma + 12 : ipma + 16], "big") == 1
    assert int.from_bytes(data[ipma + 16 : ipma + 18], "big") == primary
    number = data[ipma + 18]
    data[ipma + 18] = number + 1
    data.insert(ipma + 19 + number, 0x80 | (count + 1))
    data[at[b"ipco"] + ipco_bytes : at[b"ipco"] + ipco_bytes] = box
    grown = len(box) + 1
    for kind, more in ((b"ipma", 1), (b"ipco", len(box)), (b"iprp", grown), (b"meta", grown)):
        place = at[kind] + (len(box) if kind == b"ipma" else 0)
        data[place : place + 4] = (int.from_bytes(data[place : place + 4], "big") + more).to_bytes(4, "big")
    return bytes(_moved_data(data, at[b"iloc"], grown, behind=at[b"ipco"]))


def _moved_data(data: bytearray, iloc: int, grown: int, behind: int) -> bytearray:
    """The same file once what lies behind a place has moved: iloc tells where the coded picture is."""
    assert iloc < behind
    version, sizes = data[iloc + 8], data[iloc + 12 : iloc + 14]
    offset_bytes, length_bytes, base_bytes = sizes[0] >> 4, sizes[0] & 15, sizes[1] >> 4
    items, place = int.from_bytes(data[iloc + 14 : iloc + 16], "big"), iloc + 16
    for _ in range(items):
        place += 2 + (2 if version else 0) + 2 + base_bytes
        extents = int.from_bytes(data[place : place + 2], "big")
        place += 2
        for _ in range(extents):
            where = int.from_bytes(data[place : place + offset_bytes], "big") + grown
            data[place : place + offset_bytes] = where.to_bytes(offset_bytes, "big")
            place += offset_bytes + length_bytes
    return data


def clean_aperture(left: int, top: int, width: int, height: int, whole_px: tuple[int, int]) -> bytes:
    """The content of a clap box: sizes, then how far the middle lies from that of the whole, in fractions."""
    across = 2 * left + width - whole_px[0]
    down = 2 * top + height - whole_px[1]
    return struct.pack(">IIIIiIiI", width, 1, height, 1, across, 2, down, 2)
