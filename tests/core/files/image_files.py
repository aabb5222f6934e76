"""Makes image files of every common and many an odd kind, as bytes, from nothing.

All good ones show the same picture unless they say otherwise: four quarters of one colour each.
"""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

Colour = tuple[int, int, int]

WIDTH_PX, HEIGHT_PX = 48, 32
TOP_LEFT, TOP_RIGHT, BOTTOM_LEFT, BOTTOM_RIGHT = (200, 30, 30), (30, 160, 40), (30, 40, 180), (220, 210, 60)
QUARTERS = (TOP_LEFT, TOP_RIGHT, BOTTOM_LEFT, BOTTOM_RIGHT)


def quarters(
    colours: Sequence[Any] = QUARTERS, width_px: int = WIDTH_PX, height_px: int = HEIGHT_PX
) -> NDArray[np.uint8]:
    """(H, W) or (H, W, C) uint8: top left, top right, bottom left, bottom right."""
    four = np.array(colours, dtype=np.uint8)
    blocks = four.reshape(2, 2, *four.shape[1:])
    return blocks.repeat(height_px // 2, axis=0).repeat(width_px // 2, axis=1)


def plain(colour: str | int, mode: str) -> Image.Image:
    return Image.new(mode, (WIDTH_PX, HEIGHT_PX), colour)


def paletted() -> Image.Image:
    """The quarters as colours 0 to 3 of a palette."""
    image = Image.fromarray(quarters([0, 1, 2, 3])).convert("P")
    image.putpalette([channel for colour in QUARTERS for channel in colour])
    return image


def saved(image: Image.Image | NDArray[Any], image_format: str, **options: object) -> bytes:
    """A file as Pillow writes it."""
    if not isinstance(image, Image.Image):
        image = Image.fromarray(image)
    file = io.BytesIO()
    image.save(file, image_format, **options)
    return file.getvalue()


def heic(image: NDArray[np.uint8], **options: object) -> bytes:
    import pillow_heif  # noqa: PLC0415 - slow to load

    file = io.BytesIO()
    pillow_heif.from_pillow(Image.fromarray(image)).save(file, quality=-1, chroma=444, **options)
    return file.getvalue()


def turned(orientation: int) -> bytes:
    """A JPEG stored in one of the eight ways that all show the quarters upright."""
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    image = Image.fromarray(quarters())
    stored = image if orientation == 1 else image.transpose(undo[orientation])
    return saved(stored, "JPEG", quality=95, subsampling=0, exif=exif(orientation))


def exif(orientation: int) -> bytes:
    tags = Image.Exif()
    tags[0x0112] = orientation
    return tags.tobytes()


# PNG, by hand, for what Pillow does not write


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(
    rows: Sequence[bytes],
    width_px: int,
    *,
    depth: int,
    colour_type: int,
    before_data: bytes = b"",
    height_px: int | None = None,
) -> bytes:
    """A PNG of unfiltered rows of packed samples; `before_data` are chunks such as tRNS."""
    header = struct.pack(">IIBBBBB", width_px, height_px or len(rows), depth, colour_type, 0, 0, 0)
    data = zlib.compress(b"".join(b"\x00" + row for row in rows))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + before_data + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def deep_png(samples: NDArray[np.uint16], colour_type: int, before_data: bytes = b"") -> bytes:
    """A 16-bit PNG of (H, W) or (H, W, C) samples."""
    rows = [row.astype(">u2").tobytes() for row in samples]
    return png(rows, samples.shape[1], depth=16, colour_type=colour_type, before_data=before_data)


# TIFF, by hand: one strip, not compressed

_SHORT, _LONG = 3, 4
WIDTH, LENGTH, BITS, COMPRESSION, PHOTOMETRIC, OFFSETS = 256, 257, 258, 259, 262, 273
SAMPLES, ROWS, BYTE_COUNTS, EXTRA_SAMPLES, SAMPLE_FORMAT = 277, 278, 279, 338, 339


def tiff(
    data: bytes,
    *,
    bits: Sequence[int],
    photometric: int,
    tags: Mapping[int, int] | None = None,
    size_px: tuple[int, int] = (WIDTH_PX, HEIGHT_PX),
) -> bytes:
    """A little-endian TIFF of packed samples; `tags` are further short tags, such as SAMPLE_FORMAT."""
    values: dict[int, Sequence[int]] = {
        WIDTH: [size_px[0]],
        LENGTH: [size_px[1]],
        BITS: bits,
        COMPRESSION: [1],
        PHOTOMETRIC: [photometric],
        SAMPLES: [len(bits)],
        ROWS: [size_px[1]],
        **{tag: [value] * (len(bits) if tag == SAMPLE_FORMAT else 1) for tag, value in (tags or {}).items()},
    }
    count = len(values) + 2
    spill_at = 8 + 2 + 12 * count + 4
    spill, entries = b"", []
    for tag, shorts in values.items():
        packed = struct.pack(f"<{len(shorts)}H", *shorts)
        if len(packed) > 4:
            packed, spill = struct.pack("<I", spill_at + len(spill)), spill + packed
        entries.append((tag, _SHORT, len(shorts), packed.ljust(4, b"\0")))
    entries.append((OFFSETS, _LONG, 1, struct.pack("<I", spill_at + len(spill))))
    entries.append((BYTE_COUNTS, _LONG, 1, struct.pack("<I", len(data))))
    directory = b"".join(struct.pack("<HHI", *entry[:3]) + entry[3] for entry in sorted(entries))
    return b"II*\0" + struct.pack("<IH", 8, count) + directory + bytes(4) + spill + data


# ICC profiles, by hand


def _s15f16(*numbers: float) -> bytes:
    return struct.pack(f">{len(numbers)}i", *(round(number * 65536) for number in numbers))


def _profile(colour_space: bytes, kind: bytes, connection_space: bytes, tags: Mapping[bytes, bytes]) -> bytes:
    tags = {
        b"desc": b"desc" + bytes(4) + struct.pack(">I", 5) + b"test\0" + bytes(78),
        b"wtpt": b"XYZ " + bytes(4) + _s15f16(0.9642, 1.0, 0.8249),
        **tags,
    }
    offset = 128 + 4 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    for name, content in tags.items():
        padded = content + bytes(-len(content) % 4)
        table += name + struct.pack(">II", offset + len(body), len(content))
        body += padded
    header = struct.pack(
        ">I4sI4s4s4s12s4s4sI4s4sQI", 0, b"test", 0x02400000, kind, colour_space, connection_space, bytes(12), b"acsp",
        b"APPL", 0, b"none", b"none", 0, 0,
    ) + _s15f16(0.9642, 1.0, 0.8249)  # fmt: skip
    whole = header.ljust(128, b"\0") + table + body
    return struct.pack(">I", len(whole)) + whole[4:]


def _curve(gamma: float) -> bytes:
    return b"curv" + bytes(4) + struct.pack(">IH", 1, round(gamma * 256))


def _rgb_profile(primaries: Sequence[tuple[float, float, float]], curve: bytes) -> bytes:
    tags = {
        name: b"XYZ " + bytes(4) + _s15f16(*xyz)
        for name, xyz in zip((b"rXYZ", b"gXYZ", b"bXYZ"), primaries, strict=True)
    }
    return _profile(b"RGB ", b"mntr", b"XYZ ", tags | dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve))


def wide_rgb_profile() -> bytes:
    """The primaries of Display P3, adapted to D50, with the square for a curve."""
    primaries = ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407))
    return _rgb_profile(primaries, _curve(2.0))


PROPHOTO_PRIMARIES = ((0.79767, 0.28804, 0.0), (0.13519, 0.71187, 0.0), (0.03134, 0.00009, 0.8249))


def prophoto_profile() -> bytes:
    """ROMM RGB, also called ProPhoto, without the straight line near black."""
    return _rgb_profile(PROPHOTO_PRIMARIES, _curve(1.8))


def srgb_profile_of_another_make() -> bytes:
    """The primaries of sRGB, rounded, with its curve as a table."""
    primaries = ((0.4361, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141))
    levels = np.linspace(0, 1, 256)
    linear = np.where(levels <= 0.04045, levels / 12.92, ((levels + 0.055) / 1.055) ** 2.4)
    table = np.rint(linear * 65535).astype(">u2").tobytes()
    return _rgb_profile(primaries, b"curv" + bytes(4) + struct.pack(">I", 256) + table)


def linear_grey_profile() -> bytes:
    return _profile(b"GRAY", b"mntr", b"XYZ ", {b"kTRC": _curve(1.0)})


def cmyk_profile() -> bytes:
    """An ink set whose cyan prints as middle grey, magenta as dark grey, yellow not at all; black prints as black."""
    lightness_of_ink = {0: 0.5, 1: 0.25, 2: 1.0, 3: 0.0}
    grid = b""
    for corner in range(16):  # cyan is the slowest index, black the fastest
        inks = [ink for ink in range(4) if corner >> (3 - ink) & 1]
        lightness = min((lightness_of_ink[ink] for ink in inks), default=1.0)
        grid += bytes([round(255 * lightness), 128, 128])
    straight = bytes(range(256))
    identity = _s15f16(1, 0, 0, 0, 1, 0, 0, 0, 1)
    table = b"mft1" + bytes(4) + bytes([4, 3, 2, 0]) + identity + straight * 4 + grid + straight * 3
    return _profile(b"CMYK", b"prtr", b"Lab ", {b"A2B0": table})
