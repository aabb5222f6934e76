"""Files of every kind, good, odd and bad."""

from __future__ import annotations

import errno
import io
import os
import struct
import subprocess
import sys
import threading
import warnings
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ExifTags, Image, PngImagePlugin

from core.errors import ImageFileError, ImageProblem
from core.files import deep_image, pillow_image
from core.files import opening as image_opening
from core.files.formats import READABLE_SUFFIXES
from core.files.pixel_modes import to_eight_bits
from core.files.reading import read_picture, read_size, read_thumbnail
from core.picture import Picture, central_box, fitted_size
from tests.core.files.image_files import (
    BOTTOM_LEFT,
    BOTTOM_RIGHT,
    EXTRA_SAMPLES,
    HEIGHT_PX,
    QUARTERS,
    SAMPLE_FORMAT,
    TOP_LEFT,
    TOP_RIGHT,
    WIDTH_PX,
    chunk,
    cmyk_profile,
    deep_png,
    exif,
    heic,
    linear_grey_profile,
    paletted,
    plain,
    png,
    quarters,
    saved,
    srgb_profile_of_another_make,
    tiff,
    turned,
    wide_rgb_profile,
)
from tests.core.files.true_colours import P3, power, shown_in_srgb

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

CUT_SHORT = ImageProblem.CUT_SHORT
NOT_A_PICTURE = ImageProblem.NOT_A_PICTURE
NOT_UNDERSTOOD = ImageProblem.NOT_UNDERSTOOD
TOO_LARGE = ImageProblem.TOO_LARGE
TOO_SMALL = ImageProblem.TOO_SMALL
TOO_LONG = ImageProblem.TOO_LONG

PIXELS = quarters()
NOISE = np.random.default_rng(0).integers(0, 256, (HEIGHT_PX, WIDTH_PX, 3), dtype=np.uint8)
ALPHAS = (255, 128, 0, 64)
TRANSLUCENT = np.dstack([PIXELS, quarters(ALPHAS)])
# By hand: colour * alpha / 255 + 255 - alpha.
OVER_WHITE = ((200, 30, 30), (142, 207, 147), (255, 255, 255), (246, 244, 206))
PALETTED = paletted()
GREYS = tuple((level,) * 3 for level in (0, 64, 128, 255))


def deep_greys(kind: str, white: float) -> bytes:
    return (quarters([0, 64, 128, 255]) / 255 * white).astype(kind).tobytes()


def sixteen(*samples: int) -> NDArray[np.uint16]:
    """(H, W, C) uint16, or (H, W) for one channel: the same sample everywhere."""
    return np.full((HEIGHT_PX, WIDTH_PX, len(samples)), samples, dtype=np.uint16).squeeze()


def lab() -> Image.Image:
    """Middle grey, white, a saturated purple and black; a* and b* are signed in the file."""
    colours = quarters([(137, 0, 0), (255, 0, 0), (128, 72, 0), (0, 0, 0)])
    return Image.frombytes("LAB", (WIDTH_PX, HEIGHT_PX), colours.tobytes())


def four_inks() -> Image.Image:
    return Image.fromarray(quarters([(255, 0, 0, 0), (0, 255, 0, 0), (0, 0, 255, 0), (0, 0, 0, 255)]), "CMYK")


def two_level_tones() -> Image.Image:
    return Image.fromarray(quarters([0, 255, 255, 0])).convert("1")


def read(tmp_path: Path, data: bytes, size_px: int | None = None, *, name: str = "picture") -> Picture:
    path = tmp_path / name
    path.write_bytes(data)
    return read_picture(path, size_px)


def corners(values: NDArray[np.uint8]) -> NDArray[np.int_]:
    """The middle of each quarter: (4,) or (4, C)."""
    height, width = values.shape[:2]
    rows, columns = (height // 4, height * 3 // 4), (width // 4, width * 3 // 4)
    return np.array([values[row, column] for row in rows for column in columns], dtype=int)


def text_bomb() -> bytes:
    comment = chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(20_000_000)))
    return png([bytes(48)] * 32, 48, depth=8, colour_type=0, before_data=comment)


def with_chunk(more: bytes) -> bytes:
    """A PNG of the quarters that has more between its header and its pixels."""
    data = saved(PIXELS, "PNG")
    return data[:33] + more + data[33:]


def directory_last() -> bytes:
    """A TIFF that ends where its directory should name the next one."""
    data = PIXELS.tobytes()
    entries = [(256, 4, 1, 48), (257, 4, 1, 32), (258, 3, 3, 8), (259, 3, 1, 1), (262, 3, 1, 2), (273, 4, 1, 14),
               (277, 3, 1, 3), (278, 4, 1, 32), (279, 4, 1, len(data))]  # fmt: skip
    directory = struct.pack("<H", len(entries)) + b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return struct.pack("<2sHI3H", b"II", 42, 14 + len(data), 8, 8, 8) + data + directory


def long_profile() -> bytes:
    profile = wide_rgb_profile() + np.random.default_rng(0).bytes(1_500_000)
    return struct.pack(">I", len(profile)) + profile[4:]


# Name, file, what the four quarters must look like, by how much a channel may be off, alpha of the four quarters.
GOOD: list[tuple[str, Callable[[], bytes], Sequence[Sequence[int]], int, tuple[int, ...] | None]] = [
    ("PNG", lambda: saved(PIXELS, "PNG"), QUARTERS, 0, None),
    ("JPEG", lambda: saved(PIXELS, "JPEG", quality=95, subsampling=0), QUARTERS, 2, None),
    ("progressive JPEG", lambda: saved(PIXELS, "JPEG", quality=95, progressive=True), QUARTERS, 2, None),
    ("BMP", lambda: saved(PIXELS, "BMP"), QUARTERS, 0, None),
    ("TIFF", lambda: saved(PIXELS, "TIFF"), QUARTERS, 0, None),
    ("TIFF of several pages", lambda: saved(PIXELS, "TIFF", save_all=True, append_images=[plain("red", "RGB")]),
     QUARTERS, 0, None),
    ("TIFF, LZW", lambda: saved(PIXELS, "TIFF", compression="tiff_lzw"), QUARTERS, 0, None),
    ("TIFF, JPEG inside", lambda: saved(PIXELS, "TIFF", compression="jpeg", quality=95), QUARTERS, 2, None),
    ("TIFF, YCbCr", lambda: saved(Image.fromarray(PIXELS).convert("YCbCr"), "TIFF"), QUARTERS, 3, None),
    ("WebP", lambda: saved(PIXELS, "WEBP", lossless=True), QUARTERS, 0, None),
    ("lossy WebP", lambda: saved(PIXELS, "WEBP", quality=95), QUARTERS, 6, None),
    ("AVIF", lambda: saved(PIXELS, "AVIF", quality=95), QUARTERS, 3, None),
    ("HEIC", lambda: heic(PIXELS), QUARTERS, 2, None),
    ("GIF", lambda: saved(PALETTED, "GIF"), QUARTERS, 0, None),
    ("moving GIF", lambda: saved(PALETTED, "GIF", save_all=True, append_images=[plain(0, "L")]), QUARTERS, 0, None),
    ("moving PNG", lambda: saved(PIXELS, "PNG", save_all=True, append_images=[plain("red", "RGB")]), QUARTERS, 0, None),
    ("moving WebP", lambda: saved(PIXELS, "WEBP", lossless=True, save_all=True, append_images=[plain("red", "RGB")]),
     QUARTERS, 0, None),
    ("photo with a second one inside", lambda: saved(PIXELS, "MPO", quality=95, subsampling=0, save_all=True,
                                                     append_images=[plain("red", "RGB")]), QUARTERS, 2, None),
    # Grey, palettes, few levels
    ("grey PNG", lambda: saved(quarters([0, 64, 128, 255]), "PNG"), GREYS, 0, None),
    ("grey JPEG", lambda: saved(quarters([0, 64, 128, 255]), "JPEG", quality=95), GREYS, 1, None),
    ("palette", lambda: saved(PALETTED, "PNG"), QUARTERS, 0, None),
    ("1 bit", lambda: saved(two_level_tones(), "PNG"), [(level,) * 3 for level in (0, 255, 255, 0)], 0, None),
    ("2 bits", lambda: png([bytes(6) + b"\xaa" * 6] * 32, 48, depth=2, colour_type=0),
     [(level,) * 3 for level in (0, 170, 0, 170)], 0, None),
    # Transparency
    ("RGB and alpha, PNG", lambda: saved(TRANSLUCENT, "PNG"), OVER_WHITE, 0, ALPHAS),
    ("RGB and alpha, WebP", lambda: saved(TRANSLUCENT, "WEBP", lossless=True), OVER_WHITE, 0, ALPHAS),
    ("RGB and alpha, AVIF", lambda: saved(TRANSLUCENT, "AVIF", quality=100), OVER_WHITE, 2, ALPHAS),
    ("RGB and alpha, HEIC", lambda: heic(TRANSLUCENT), OVER_WHITE, 2, ALPHAS),
    ("RGB and alpha, TIFF", lambda: saved(TRANSLUCENT, "TIFF"), OVER_WHITE, 0, ALPHAS),
    ("alpha multiplied in, TIFF",
     lambda: tiff(Image.fromarray(TRANSLUCENT).convert("RGBa").tobytes(), bits=[8] * 4, photometric=2,
                  tags={EXTRA_SAMPLES: 1}), OVER_WHITE, 1, ALPHAS),
    ("16-bit RGB and alpha, TIFF",
     lambda: tiff((TRANSLUCENT.astype("<u2") * 257).tobytes(), bits=[16] * 4, photometric=2, tags={EXTRA_SAMPLES: 2}),
     OVER_WHITE, 0, ALPHAS),
    ("grey and alpha", lambda: saved(Image.fromarray(np.dstack([quarters([0, 64, 128, 255]), quarters(ALPHAS)]), "LA"),
                                     "PNG"), [(0,) * 3, (159,) * 3, (255,) * 3, (255,) * 3], 0, ALPHAS),
    ("alpha that is opaque", lambda: saved(np.dstack([PIXELS, quarters([255] * 4)]), "PNG"), QUARTERS, 0, None),
    ("one colour transparent, RGB", lambda: saved(PIXELS, "PNG", transparency=TOP_RIGHT),
     [TOP_LEFT, (255,) * 3, BOTTOM_LEFT, BOTTOM_RIGHT], 0, (255, 0, 255, 255)),
    ("one level transparent, grey", lambda: saved(quarters([0, 64, 128, 255]), "PNG", transparency=64),
     [(level,) * 3 for level in (0, 255, 128, 255)], 0, (255, 0, 255, 255)),
    ("one level transparent, 1 bit", lambda: saved(two_level_tones(), "PNG", transparency=0), [(255,) * 3] * 4, 0,
     (0, 255, 255, 0)),
    ("one level transparent, 16 bits",
     lambda: deep_png(quarters([0, 64, 128, 255]).astype(np.uint16) * 257, 0,
                      chunk(b"tRNS", struct.pack(">H", 64 * 257))),
     [(level,) * 3 for level in (0, 255, 128, 255)], 0, (255, 0, 255, 255)),
    ("one colour of the palette transparent", lambda: saved(PALETTED, "PNG", transparency=1),
     [TOP_LEFT, (255,) * 3, BOTTOM_LEFT, BOTTOM_RIGHT], 0, (255, 0, 255, 255)),
    ("an alpha for each colour of the palette", lambda: saved(PALETTED, "PNG", transparency=bytes(ALPHAS)), OVER_WHITE,
     0, ALPHAS),
    ("transparent GIF", lambda: saved(PALETTED, "GIF", transparency=1),
     [TOP_LEFT, (255,) * 3, BOTTOM_LEFT, BOTTOM_RIGHT], 0, (255, 0, 255, 255)),
    # More than 8 bits
    ("16-bit grey PNG, the middle", lambda: deep_png(sixteen(0x8000), 0), [(128,) * 3] * 4, 0, None),
    ("16-bit grey PNG, dark", lambda: deep_png(sixteen(300), 0), [(1,) * 3] * 4, 0, None),
    ("16-bit grey TIFF", lambda: tiff(deep_greys("<u2", 65535), bits=[16], photometric=1), GREYS, 0, None),
    ("16-bit grey TIFF, big-endian", lambda: saved(Image.frombytes("I;16B", (WIDTH_PX, HEIGHT_PX),
                                                                   deep_greys(">u2", 65535)), "TIFF"), GREYS, 0, None),
    ("12-bit grey TIFF", lambda: tiff(bytes([0x80, 0x08, 0x00]) * (24 * 32), bits=[12], photometric=1),
     [(128,) * 3] * 4, 0, None),
    ("signed 16-bit TIFF", lambda: tiff(deep_greys("<i2", 32767), bits=[16], photometric=1, tags={SAMPLE_FORMAT: 2}),
     GREYS, 0, None),
    ("negative TIFF", lambda: tiff(np.full((32, 48), -5, "<i4").tobytes(), bits=[32], photometric=1,
                                   tags={SAMPLE_FORMAT: 2}), [(0,) * 3] * 4, 0, None),
    ("32-bit TIFF", lambda: tiff(deep_greys("<u4", 2**32 - 1), bits=[32], photometric=1), GREYS, 0, None),
    ("32-bit TIFF of 16-bit values", lambda: tiff(deep_greys("<u4", 65535), bits=[32], photometric=1), GREYS, 0, None),
    ("32-bit TIFF of 8-bit values", lambda: tiff(deep_greys("<u4", 255), bits=[32], photometric=1), GREYS, 0, None),
    ("floating-point TIFF", lambda: tiff(deep_greys("<f4", 1), bits=[32], photometric=1, tags={SAMPLE_FORMAT: 3}),
     GREYS, 0, None),
    ("floating-point TIFF up to 255", lambda: tiff(deep_greys("<f4", 255), bits=[32], photometric=1,
                                                   tags={SAMPLE_FORMAT: 3}), GREYS, 0, None),
    ("floating-point TIFF of no numbers",
     lambda: tiff(np.full((32, 48), np.nan, "<f4").tobytes(), bits=[32], photometric=1, tags={SAMPLE_FORMAT: 3}),
     [(0,) * 3] * 4, 0, None),
    ("16-bit RGB PNG", lambda: deep_png(sixteen(0xC8C8, 0x1E1E, 0x8000), 2), [(200, 30, 128)] * 4, 0, None),
    ("16-bit RGB TIFF", lambda: tiff(sixteen(0xC8C8, 0x1E1E, 0x8000).tobytes(), bits=[16] * 3, photometric=2),
     [(200, 30, 128)] * 4, 0, None),
    ("double precision", lambda: tiff(deep_greys("<f8", 1), bits=[64], photometric=1, tags={SAMPLE_FORMAT: 3}), GREYS,
     0, None),
    # Other colour spaces
    ("CMYK JPEG, as Adobe inverts it", lambda: saved(Image.fromarray(PIXELS).convert("CMYK"), "JPEG", quality=95),
     QUARTERS, 2, None),
    ("CMYK TIFF", lambda: saved(Image.fromarray(PIXELS).convert("CMYK"), "TIFF"), QUARTERS, 0, None),
    # Lightness 50 and 25 are 119 and 59 to 60 in sRGB.
    ("CMYK TIFF with a profile", lambda: saved(four_inks(), "TIFF", icc_profile=cmyk_profile()),
     [(119,) * 3, (60,) * 3, (255,) * 3, (0,) * 3], 1, None),
    ("CMYK JPEG with a profile", lambda: saved(four_inks(), "JPEG", quality=95, icc_profile=cmyk_profile()),
     [(119,) * 3, (60,) * 3, (255,) * 3, (0,) * 3], 2, None),
    ("LAB TIFF", lambda: saved(lab(), "TIFF"), [(128,) * 3, (255,) * 3, (222, 34, 123), (0,) * 3], 1, None),
    # Linear P3 = value ** 2; sRGB by the matrix [[1.2249 -0.2247 0] [-0.0420 1.0419 0] [-0.0197 -0.0786 1.0979]].
    ("P3 primaries, gamma 2",
     lambda: saved(quarters([(128, 128, 128), (180, 120, 90), (100, 140, 120), (90, 100, 160)]), "PNG",
                   icc_profile=wide_rgb_profile()),
     [(137, 137, 137), (197, 126, 93), (97, 151, 128), (96, 110, 173)], 1, None),
    ("P3 primaries, beyond sRGB", lambda: saved(quarters([(0, 255, 0)] * 4), "PNG", icc_profile=wide_rgb_profile()),
     [(0, 255, 0)] * 4, 0, None),
    ("P3 primaries and alpha",
     lambda: saved(np.dstack([quarters([(180, 120, 90)] * 4), quarters(ALPHAS)]), "PNG",
                   icc_profile=wide_rgb_profile()),
     [(197, 126, 93), (226, 190, 174), (255,) * 3, (240, 223, 214)], 1, ALPHAS),
    ("linear grey", lambda: saved(plain(128, "L"), "PNG", icc_profile=linear_grey_profile()), [(188,) * 3] * 4, 0,
     None),
    ("sRGB profile of another make",
     lambda: saved(NOISE, "PNG", icc_profile=srgb_profile_of_another_make()),
     corners(NOISE).tolist(), 0, None),
    # What is broken, but no reason to refuse the picture
    ("rubbish for a profile", lambda: saved(PIXELS, "PNG", icc_profile=b"rubbish " * 40), QUARTERS, 0, None),
    ("profile cut short", lambda: saved(PIXELS, "PNG", icc_profile=wide_rgb_profile()[:200]), QUARTERS, 0, None),
    ("RGB profile in a CMYK picture", lambda: saved(Image.fromarray(PIXELS).convert("CMYK"), "TIFF",
                                                    icc_profile=wide_rgb_profile()), QUARTERS, 0, None),
    ("CMYK profile in an RGB picture", lambda: saved(PIXELS, "PNG", icc_profile=cmyk_profile()), QUARTERS, 0, None),
    ("grey profile in an RGB picture", lambda: saved(PIXELS, "PNG", icc_profile=linear_grey_profile()), QUARTERS, 0,
     None),
    ("RGB profile in a grey picture", lambda: saved(quarters([0, 64, 128, 255]), "PNG", icc_profile=wide_rgb_profile()),
     GREYS, 0, None),
    ("rubbish for EXIF", lambda: saved(PIXELS, "PNG", exif=b"Exif\0\0rubbish"), QUARTERS, 0, None),
    ("EXIF cut short", lambda: saved(PIXELS, "JPEG", quality=95, subsampling=0, exif=exif(6)[:-9]), QUARTERS, 2, None),
    ("an orientation that there is not", lambda: saved(PIXELS, "PNG", exif=exif(77)), QUARTERS, 0, None),
    ("a text of 20 megabytes", text_bomb, [(0,) * 3] * 4, 0, None),
    ("a text of 70 megabytes, not compressed",
     lambda: with_chunk(chunk(b"tEXt", b"workflow\0" + b"{}" * 35_000_000)), QUARTERS, 0, None),
    ("a profile of more than a megabyte",
     lambda: with_chunk(chunk(b"iCCP", b"x\0\0" + zlib.compress(long_profile()))),
     shown_in_srgb(np.array(QUARTERS) / 255, P3, power(2.0)).tolist(), 1, None),
    ("optional chunks that are malformed",
     lambda: with_chunk(b"".join(chunk(name, b"\1") for name in (
         b"gAMA", b"cHRM", b"iCCP", b"pHYs", b"tIME", b"bKGD", b"sBIT", b"hIST", b"cICP", b"zTXt", b"iTXt", b"eXIf"))),
     QUARTERS, 0, None),
    ("an optional chunk of a wrong checksum",
     lambda: with_chunk(chunk(b"tEXt", b"Comment\0hello")[:-4] + b"oops"), QUARTERS, 0, None),
    ("PNG without its last chunk", lambda: saved(PIXELS, "PNG")[:-12], QUARTERS, 0, None),
    ("PNG whose last chunk is cut", lambda: saved(PIXELS, "PNG")[:-5], QUARTERS, 0, None),
    ("TIFF whose directory is the last and cut", directory_last, QUARTERS, 0, None),
    ("rubbish after the end", lambda: saved(PIXELS, "PNG") + b"rubbish" * 100, QUARTERS, 0, None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("make", "expected", "tolerance", "alphas"), [case[1:] for case in GOOD], ids=[c[0] for c in GOOD]
)
def test_a_file_looks_as_it_should(
    tmp_path: Path,
    make: Callable[[], bytes],
    expected: Sequence[Sequence[int]],
    tolerance: int,
    alphas: tuple[int, ...] | None,
) -> None:
    picture = read(tmp_path, make())

    assert (picture.width_px, picture.height_px) == (WIDTH_PX, HEIGHT_PX)
    np.testing.assert_allclose(corners(picture.rgb), expected, atol=tolerance, rtol=0)
    if alphas is None:
        assert picture.alpha is None
    else:
        assert picture.alpha is not None
        np.testing.assert_allclose(corners(picture.alpha), alphas, atol=tolerance, rtol=0)


@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize("missing", [2, 20, 400])
def test_a_jpeg_that_lacks_its_last_bytes_is_kept(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, progressive: bool, missing: int
) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (96, 128, 3), dtype=np.uint8)
    whole = saved(noise, "JPEG", quality=90, progressive=progressive)
    path = tmp_path / "picture"
    path.write_bytes(whole)
    expected = read_picture(path).rgb.astype(int)
    assert caplog.records == []
    assert not read_picture(path).lacks_end
    path.write_bytes(whole[:-missing])
    kept = read_picture(path).rgb
    lacking = {read_picture(path).lacks_end, read_thumbnail(path, 32).lacks_end}
    if progressive or missing == 400:
        assert lacking == {True}
    elif missing == 2:  # nothing but the mark of the end
        assert lacking == {False}
    assert np.abs(kept[:80] - expected[:80]).mean() < 4
    assert missing == 2 or "cut short" in caplog.text
    blocks = expected.reshape(24, 4, 32, 4, 3).mean(axis=(1, 3))
    assert np.abs(read_picture(path, 32).rgb[:20] - blocks[:20]).mean() < 12


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_is_turned_upright(tmp_path: Path, orientation: int) -> None:
    picture = read(tmp_path, turned(orientation))

    assert picture.rgb.shape == (HEIGHT_PX, WIDTH_PX, 3)
    np.testing.assert_allclose(corners(picture.rgb), QUARTERS, atol=2, rtol=0)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_is_turned_upright_when_scaled(tmp_path: Path, orientation: int) -> None:
    picture = read(tmp_path, turned(orientation), 24)

    assert picture.rgb.shape == (16, 24, 3)
    np.testing.assert_allclose(corners(picture.rgb), QUARTERS, atol=4, rtol=0)


@pytest.mark.parametrize("image_format", ["PNG", "WEBP", "TIFF", "AVIF"])
def test_other_files_are_turned_too(tmp_path: Path, image_format: str) -> None:
    # Orientation 6: what is stored at the top left is shown at the top right.
    picture = read(tmp_path, saved(PIXELS, image_format, exif=exif(6), quality=95))

    assert picture.rgb.shape == (WIDTH_PX, HEIGHT_PX, 3)
    expected = (BOTTOM_LEFT, TOP_LEFT, BOTTOM_RIGHT, TOP_RIGHT)
    np.testing.assert_allclose(corners(picture.rgb), expected, atol=6, rtol=0)


def test_heic_is_turned_once(tmp_path: Path) -> None:
    picture = read(tmp_path, heic(PIXELS, exif=exif(6)))

    expected = (BOTTOM_LEFT, TOP_LEFT, BOTTOM_RIGHT, TOP_RIGHT)
    np.testing.assert_allclose(corners(picture.rgb), expected, atol=2, rtol=0)


# Bad files


def zipped() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("picture.png", saved(PIXELS, "PNG"))
    return file.getvalue()


def wrong_checksum() -> bytes:
    data = bytearray(saved(NOISE, "PNG"))
    at = data.index(b"IDAT")
    data[at + 100] ^= 0x55
    return bytes(data)


def broken_stream() -> bytes:
    good = saved(NOISE, "PNG")
    at = good.index(b"IDAT") - 4
    return good[:at] + chunk(b"IDAT", b"this is not what zlib makes") + chunk(b"IEND", b"")


def claims(width_px: int, height_px: int, image_format: str) -> bytes:
    """A small file whose header promises a huge picture."""
    if image_format == "PNG":
        return png([bytes(48)], width_px, height_px=height_px, depth=8, colour_type=2)
    if image_format == "TIFF":
        return tiff(bytes(48), bits=[8] * 3, photometric=2, size_px=(width_px, height_px))
    data = bytearray(saved(PIXELS, image_format))
    if image_format == "BMP":
        data[18:26] = struct.pack("<ii", width_px, height_px)
    else:
        data[6:10] = struct.pack("<HH", width_px, height_px)
    return bytes(data)


def four_bits_a_channel() -> bytes:
    """A BMP of version 5 with 4 bits for each of alpha, red, green and blue."""
    header = struct.pack("<IiiHHIIiiII", 124, 48, 32, 1, 16, 3, 48 * 32 * 2, 2835, 2835, 0, 0)
    header += struct.pack("<4I", 0x0F00, 0x00F0, 0x000F, 0xF000)
    header = header.ljust(124, b"\0")
    return struct.pack("<2sIHHI", b"BM", 138 + 48 * 32 * 2, 0, 0, 138) + header + bytes(48 * 32 * 2)


def part(share: float, image_format: str) -> bytes:
    data = heic(NOISE) if image_format == "HEIC" else saved(NOISE, image_format)
    return data[: int(len(data) * share)]


def told(error: ImageFileError) -> tuple[object, ImageProblem]:
    """What a sentence about the error is made of."""
    return error.arguments["name"], error.problem


BAD: list[tuple[str, Callable[[], bytes], ImageProblem]] = [
    ("empty.jpg", lambda: b"", ImageProblem.EMPTY),
    ("text.png", lambda: b"Dear diary, today I painted.", NOT_A_PICTURE),
    ("begins like a bitmap.bmp", lambda: b"BMW makes cars, not pictures of them.", NOT_A_PICTURE),
    ("page.jpg", lambda: b"<!DOCTYPE html><html><body>404 Not Found</body></html>", NOT_A_PICTURE),
    ("paper.pdf", lambda: saved(PIXELS, "PDF"), ImageProblem.DOCUMENT),
    ("drawing.svg", lambda: b'<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"/>', ImageProblem.DRAWING),
    ("declared.svg", lambda: b'<?xml version="1.0"?>\n<!-- by hand -->\n<svg width="9" height="9"/>',
     ImageProblem.DRAWING),
    ("random.jpg", lambda: b"\x01" + np.random.default_rng(1).bytes(5000), NOT_A_PICTURE),
    ("zip.png", zipped, NOT_A_PICTURE),
    ("film.mp4", lambda: b"\0\0\0\x18ftypisom\0\0\0\0isommp42" + bytes(99), NOT_A_PICTURE),
    ("sound.webp", lambda: b"RIFF\x24\0\0\0WAVEfmt " + bytes(99), NOT_A_PICTURE),
    ("icon.ico", lambda: saved(PIXELS, "ICO"), NOT_A_PICTURE),
    ("one byte.png", lambda: b"\x89", NOT_A_PICTURE),
    ("half.jpg", lambda: part(0.5, "JPEG"), CUT_SHORT),
    ("half.png", lambda: part(0.5, "PNG"), CUT_SHORT),
    ("half.tif", lambda: part(0.5, "TIFF"), CUT_SHORT),
    ("half.webp", lambda: part(0.5, "WEBP"), CUT_SHORT),
    ("half.gif", lambda: part(0.5, "GIF"), CUT_SHORT),
    ("half.bmp", lambda: part(0.5, "BMP"), CUT_SHORT),
    ("half.avif", lambda: part(0.5, "AVIF"), NOT_UNDERSTOOD),
    ("half.heic", lambda: part(0.5, "HEIC"), CUT_SHORT),
    ("tenth.jpg", lambda: part(0.1, "JPEG"), CUT_SHORT),
    ("last byte gone.gif", lambda: saved(NOISE, "GIF")[:-20], CUT_SHORT),
    ("signature.jpg", lambda: b"\xff\xd8\xff", CUT_SHORT),
    ("signature.png", lambda: b"\x89PNG\r\n\x1a\n", CUT_SHORT),
    ("signature.gif", lambda: b"GIF89a", CUT_SHORT),
    ("signature.webp", lambda: b"RIFF\x24\0\0\0WEBPVP8 ", CUT_SHORT),
    ("signature.tif", lambda: b"II*\0", NOT_UNDERSTOOD),
    ("signature.avif", lambda: b"\0\0\0\x14ftypavif\0\0\0\0avif", NOT_UNDERSTOOD),
    ("signature.heic", lambda: b"\0\0\0\x14ftypheic\0\0\0\0heic", NOT_UNDERSTOOD),
    ("of four bits a channel.bmp", four_bits_a_channel, NOT_UNDERSTOOD),
    ("header.png", lambda: saved(NOISE, "PNG")[:33], CUT_SHORT),
    ("header.bmp", lambda: saved(NOISE, "BMP")[:54], CUT_SHORT),
    ("wrong checksum.png", wrong_checksum, CUT_SHORT),
    ("broken stream.png", broken_stream, CUT_SHORT),
    ("no data.png", lambda: saved(NOISE, "PNG")[:33] + chunk(b"IEND", b""), CUT_SHORT),
    ("directory beyond the end.tif", lambda: b"II*\0\xff\xff\xff\x7f" + bytes(99), NOT_UNDERSTOOD),
    ("bomb.png", lambda: claims(60000, 60000, "PNG"), TOO_LARGE),
    ("bomb.tif", lambda: claims(60000, 60000, "TIFF"), TOO_LARGE),
    ("bomb.gif", lambda: claims(60000, 60000, "GIF"), TOO_LARGE),
    ("bomb.bmp", lambda: claims(60000, 60000, "BMP"), TOO_LARGE),
    ("just too large.png", lambda: claims(20001, 20000, "PNG"), TOO_LARGE),
    ("dot.png", lambda: saved(quarters(width_px=2, height_px=2), "PNG"), TOO_SMALL),
    ("low.png", lambda: saved(quarters(width_px=48, height_px=14), "PNG"), TOO_SMALL),
    ("narrow.jpg", lambda: saved(quarters(width_px=14, height_px=48), "JPEG"), TOO_SMALL),
    ("wide.png", lambda: saved(quarters(width_px=322, height_px=16), "PNG"), TOO_LONG),
    ("tall.png", lambda: saved(quarters(width_px=16, height_px=322), "PNG"), TOO_LONG),
]  # fmt: skip


@pytest.mark.parametrize(("name", "make", "problem"), BAD, ids=[case[0] for case in BAD])
def test_a_bad_file_is_told_apart(tmp_path: Path, name: str, make: Callable[[], bytes], problem: ImageProblem) -> None:
    with pytest.raises(ImageFileError) as caught:
        read(tmp_path, make(), name=name)

    assert told(caught.value) == (name, problem)
    assert caught.value.path == tmp_path / name


def test_the_smallest_and_the_longest_that_will_do(tmp_path: Path) -> None:
    assert read(tmp_path, saved(quarters(width_px=16, height_px=16), "PNG")).rgb.shape == (16, 16, 3)
    assert read(tmp_path, saved(quarters(width_px=320, height_px=16), "PNG")).rgb.shape == (16, 320, 3)


def test_the_limit_of_pixels_is_ours_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 100)  # Pillow would refuse more than 200
    monkeypatch.setattr(image_opening, "MAX_PIXELS", WIDTH_PX * HEIGHT_PX)
    assert read(tmp_path, saved(PIXELS, "PNG")).width_px == WIDTH_PX
    assert Image.MAX_IMAGE_PIXELS == 100

    monkeypatch.setattr(image_opening, "MAX_PIXELS", WIDTH_PX * HEIGHT_PX - 1)
    with pytest.raises(ImageFileError, match=r"ImageProblem\.TOO_LARGE"):
        read(tmp_path, saved(PIXELS, "PNG"))
    assert Image.MAX_IMAGE_PIXELS == 100


def test_two_hundred_megapixels_are_not_too_large(tmp_path: Path) -> None:
    # Some phones take them, and Pillow by itself refuses them. The pixels are missing, so little is decoded.
    with pytest.raises(ImageFileError) as caught:
        read(tmp_path, claims(16320, 12240, "TIFF"))
    assert caught.value.problem is ImageProblem.CUT_SHORT


# Paths that are no files


def problem_of(path: Path) -> tuple[object, ImageProblem]:
    with pytest.raises(ImageFileError) as caught:
        read_picture(path)
    return told(caught.value)


def test_a_missing_file(tmp_path: Path) -> None:
    assert problem_of(tmp_path / "gone.jpg") == ("gone.jpg", ImageProblem.MISSING)
    assert problem_of(tmp_path / "gone" / "gone.jpg") == ("gone.jpg", ImageProblem.MISSING)


def test_a_folder(tmp_path: Path) -> None:
    assert problem_of(tmp_path) == (tmp_path.name, ImageProblem.FOLDER)


def test_a_file_taken_for_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(saved(PIXELS, "JPEG"))
    assert problem_of(tmp_path / "a.jpg" / "b.jpg") == ("b.jpg", ImageProblem.MISSING)


def test_names_that_no_file_can_have(tmp_path: Path) -> None:
    assert problem_of(tmp_path / ("x" * 5000)) == ("x" * 5000, ImageProblem.MISSING)
    assert problem_of(tmp_path / "a\0b.jpg") == ("a\0b.jpg", ImageProblem.MISSING)


def test_a_name_that_windows_does_not_allow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> None:
        raise OSError(errno.EINVAL, "The filename, directory name, or volume label syntax is incorrect")

    monkeypatch.setattr(Path, "stat", refuse)
    assert problem_of(tmp_path / "what?.png") == ("what?.png", ImageProblem.MISSING)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_links(tmp_path: Path) -> None:
    (tmp_path / "broken.png").symlink_to(tmp_path / "gone.png")
    (tmp_path / "circle.png").symlink_to(tmp_path / "circle.png")
    (tmp_path / "there.png").write_bytes(saved(PIXELS, "PNG"))
    (tmp_path / "link.png").symlink_to(tmp_path / "there.png")

    assert problem_of(tmp_path / "broken.png") == ("broken.png", ImageProblem.MISSING)
    assert problem_of(tmp_path / "circle.png") == ("circle.png", ImageProblem.MISSING)
    assert read_picture(tmp_path / "link.png").width_px == WIDTH_PX


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    assert problem_of(tmp_path / "pipe.png") == ("pipe.png", NOT_A_PICTURE)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="POSIX only")
def test_a_device_is_not_read() -> None:
    assert problem_of(Path("/dev/zero")) == ("zero", NOT_A_PICTURE)


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (PermissionError(errno.EACCES, "no"), ImageProblem.NOT_PERMITTED),
        (FileNotFoundError(errno.ENOENT, "gone in between"), ImageProblem.MISSING),
        (OSError(errno.EIO, "bad sector"), ImageProblem.UNREADABLE),
    ],
)
def test_what_the_system_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, problem: ImageProblem
) -> None:
    (tmp_path / "a.png").write_bytes(saved(PIXELS, "PNG"))

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", refuse)
    assert problem_of(tmp_path / "a.png") == ("a.png", problem)
    monkeypatch.undo()
    monkeypatch.setattr(Path, "stat", refuse)
    assert problem_of(tmp_path / "a.png") == ("a.png", problem)


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (MemoryError(), TOO_LARGE),
        (OSError(errno.EIO, "bad sector"), ImageProblem.UNREADABLE),
        (OSError("broken data stream"), CUT_SHORT),
        (OSError(errno.EINVAL, "seek to nowhere"), CUT_SHORT),
        *(
            (kind("x"), CUT_SHORT)
            for kind in (SyntaxError, ValueError, struct.error, EOFError, zlib.error, OverflowError)
        ),
        *((kind("x"), CUT_SHORT) for kind in (TypeError, KeyError, IndexError, RuntimeError, AssertionError)),
    ],
    ids=repr,
)
def test_whatever_the_decoder_raises(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, problem: ImageProblem
) -> None:
    def fail(_image: Image.Image) -> None:
        raise error

    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", fail)
    with pytest.raises(ImageFileError) as caught:
        read(tmp_path, saved(PIXELS, "PNG"))
    assert told(caught.value) == ("picture", problem)
    assert caught.value.__cause__ is error


@pytest.mark.parametrize(
    "name",
    [
        "two words.png",
        "čeština žluťoučký.png",
        "画像 🎨.png",
        "%41&'\".png",
        "x" * 250 + ".png",
        "no suffix",
        "wrong.jpg",
    ],
)
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "späti 夏"
    folder.mkdir()
    assert read(folder, saved(PIXELS, "PNG"), name=name).width_px == WIDTH_PX


def test_suffixes_for_dialogs() -> None:
    assert {".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".bmp", ".gif", ".heic", ".heif", ".avif"} <= set(
        READABLE_SUFFIXES
    )
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in READABLE_SUFFIXES)


# Scaling


@pytest.mark.parametrize(
    ("size_px", "longest_px", "expected_px"),
    [
        ((48, 32), 48, (48, 32)),
        ((48, 32), 24, (24, 16)),
        ((48, 32), 100, (100, 67)),
        ((32, 48), 20, (13, 20)),
        ((320, 16), 4, (4, 1)),
        ((320, 16), 40, (40, 2)),
        ((48, 32), 1, (1, 1)),
    ],
)
@pytest.mark.parametrize("image_format", ["PNG", "JPEG"])
def test_the_longest_side_is_exact(
    tmp_path: Path, size_px: tuple[int, int], longest_px: int, expected_px: tuple[int, int], image_format: str
) -> None:
    data = saved(quarters(width_px=size_px[0], height_px=size_px[1]), image_format)
    picture = read(tmp_path, data, longest_px)
    assert (picture.width_px, picture.height_px) == expected_px


@pytest.mark.parametrize("longest_px", [0, -1])
def test_a_size_that_makes_no_sense(tmp_path: Path, longest_px: int) -> None:
    with pytest.raises(ValueError, match="long"):
        read_picture(tmp_path / "gone.png", longest_px)
    with pytest.raises(ValueError, match="long"):
        read_thumbnail(tmp_path / "gone.png", longest_px)


def test_a_thumbnail_is_never_larger(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(saved(PIXELS, "PNG"))
    assert np.array_equal(read_thumbnail(path, 1000).rgb, PIXELS)
    assert read_thumbnail(path, 24).rgb.shape == (16, 24, 3)


@pytest.mark.parametrize(("width_px", "height_px", "longest_px"), [(1003, 777, 111), (133, 101, 16)])
def test_a_jpeg_decoded_at_a_fraction_is_not_shifted(
    tmp_path: Path, width_px: int, height_px: int, longest_px: int
) -> None:
    across, down = np.meshgrid(np.linspace(0, 255, width_px), np.linspace(0, 255, height_px))
    ramps = np.stack([across, down, 255 - across], axis=-1).astype(np.uint8)

    fast = read(tmp_path, saved(ramps, "JPEG", quality=98, subsampling=0), longest_px).rgb
    exact = read(tmp_path, saved(ramps, "PNG"), longest_px).rgb

    # From pixel to pixel the coarse ramp rises by 16, so this is a sixth of a pixel.
    np.testing.assert_allclose(fast[1:-1, 1:-1].astype(int), exact[1:-1, 1:-1], atol=2.5)


def test_a_jpeg_is_decoded_at_a_fraction(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = []

    def spy(image: Image.Image) -> Image.Image:
        loaded.append(image.size)
        return to_eight_bits(image)

    monkeypatch.setattr(pillow_image, "to_eight_bits", spy)
    read(tmp_path, saved(quarters(width_px=800, height_px=600), "JPEG"), 100)
    assert loaded == [(200, 150)]


def test_scaling_leaves_no_fringes(tmp_path: Path) -> None:
    # Red beside what is transparent but green: no green may leak out, however large the scale.
    colours = np.dstack([quarters([(255, 0, 0), (0, 255, 0)] * 2), quarters([255, 0, 255, 0])])
    for longest_px in (13, 31, 75):
        picture = read(tmp_path, saved(colours, "PNG"), longest_px)
        red, green, blue = (picture.rgb[..., channel].astype(int) for channel in range(3))
        assert red.min() >= 254
        assert np.abs(green - blue).max() <= 1
        assert picture.alpha is not None
        np.testing.assert_allclose(green, 255 - picture.alpha.astype(int), atol=1)


def test_scaling_averages_fine_patterns(tmp_path: Path) -> None:
    stripes = np.zeros((64, 64, 3), np.uint8)
    stripes[:, ::2] = 255
    picture = read(tmp_path, saved(stripes, "PNG"), 16)
    assert np.abs(picture.rgb[:, 2:-2].astype(int) - 128).max() <= 2


# The neighbours


def test_neither_warnings_nor_settings_are_left_behind(tmp_path: Path) -> None:
    filters, limit = list(warnings.filters), Image.MAX_IMAGE_PIXELS
    read(tmp_path, saved(PIXELS, "JPEG", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\x40"))
    with pytest.raises(ImageFileError):
        read(tmp_path, b"\x89PNG\r\n\x1a\n")
    assert list(warnings.filters) == filters
    assert limit == Image.MAX_IMAGE_PIXELS


def test_reading_in_many_threads(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(saved(PIXELS, "PNG"))
    bad = tmp_path / "bad.png"
    bad.write_bytes(part(0.5, "PNG"))
    good_reads, bad_reads, limit = [], [], Image.MAX_IMAGE_PIXELS

    def work() -> None:
        for _ in range(20):
            good_reads.append(np.array_equal(read_picture(path).rgb, PIXELS))
            try:
                read_picture(bad)
            except ImageFileError as error:
                bad_reads.append(error.problem)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert good_reads == [True] * 80
    assert bad_reads == [ImageProblem.CUT_SHORT] * 80
    assert limit == Image.MAX_IMAGE_PIXELS


def test_reading_needs_neither_torch_nor_qt() -> None:
    code = (
        "import sys, core.files.reading, core.files.writing;"
        "print([m for m in ('torch', 'PySide6', 'pi_heif') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path.cwd())
    assert done.stdout.strip() == "[]"


# Cropped to a shape


@pytest.mark.parametrize("suffix", ["JPEG", "PNG"])
@pytest.mark.parametrize("shape", [(1, 1), (3, 1), (5, 7)])
@pytest.mark.parametrize("longest_side_px", [24, 48, 300])
def test_the_middle_is_cut_out_and_scaled(
    tmp_path: Path, suffix: str, shape: tuple[int, int], longest_side_px: int
) -> None:
    path = tmp_path / "picture"
    path.write_bytes(saved(quarters(width_px=480, height_px=320), suffix))
    picture = read_picture(path, longest_side_px, shape)
    assert (picture.width_px, picture.height_px) == fitted_size(*shape, longest_side_px)
    near = np.abs(corners(picture.rgb) - quarters(width_px=2, height_px=2).reshape(4, 3)) <= 8
    assert near.all()


def test_what_is_cut_off_is_the_same_on_both_sides(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    columns = np.repeat(np.arange(100, dtype=np.uint8), 3).reshape(1, 100, 3).repeat(20, axis=0)
    Image.fromarray(columns).save(path)
    assert read_picture(path, shape=(3, 1)).rgb[0, :, 0].tolist() == list(range(20, 80))


@pytest.mark.parametrize("suffix", ["JPEG", "PNG", "TIFF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_shape_is_that_of_the_upright_picture(tmp_path: Path, suffix: str, orientation: int) -> None:
    tags = Image.Exif()
    tags[ExifTags.Base.Orientation] = orientation
    path = tmp_path / "picture.png"
    path.write_bytes(saved(quarters(width_px=480, height_px=320), suffix, exif=tags))
    cropped = read_picture(path, 90, (3, 1))
    assert (cropped.width_px, cropped.height_px) == (90, 30)
    # The same colours in the corners as without cropping: the middle of the quarters stays in the middle.
    assert np.abs(corners(cropped.rgb) - corners(read_picture(path).rgb)).max() <= 2


@given(st.tuples(st.integers(1, 5000), st.integers(1, 5000)), st.tuples(st.integers(1, 5000), st.integers(1, 5000)))
def test_the_box_has_the_shape_and_touches_two_edges(size: tuple[int, int], shape: tuple[int, int]) -> None:
    left, top, right, bottom = central_box(size, shape)
    assert (right - left) / (bottom - top) == pytest.approx(shape[0] / shape[1])
    assert left + right == pytest.approx(size[0])
    assert top + bottom == pytest.approx(size[1])
    assert min(left, top) == pytest.approx(0, abs=1e-6)
    assert min(left, top) >= 0


# The size alone


@pytest.mark.parametrize("suffix", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("orientation", [None, 1, 3, 6])
def test_the_size_alone_is_that_of_the_upright_picture(tmp_path: Path, suffix: str, orientation: int | None) -> None:
    tags = Image.Exif()
    if orientation is not None:
        tags[ExifTags.Base.Orientation] = orientation
    path = tmp_path / "picture"
    path.write_bytes(saved(quarters(), suffix, exif=tags))
    picture = read_picture(path)
    assert read_size(path) == (picture.width_px, picture.height_px)


@pytest.mark.parametrize("orientation", [None, 6])
def test_the_size_of_a_png_is_known_without_decoding_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, orientation: int | None
) -> None:
    tags = Image.Exif()
    if orientation is not None:
        tags[ExifTags.Base.Orientation] = orientation
    data = saved(quarters(), "PNG")
    path = tmp_path / "picture.png"
    path.write_bytes(data[:-12] + chunk(b"eXIf", tags.tobytes()[6:]) + data[-12:])

    def refuse(_image: Image.Image) -> None:
        pytest.fail("decoded")

    monkeypatch.setattr(PngImagePlugin.PngImageFile, "load", refuse)
    assert read_size(path) == ((32, 48) if orientation else (48, 32))


def test_the_size_of_what_is_no_picture(tmp_path: Path) -> None:
    with pytest.raises(ImageFileError):
        read_size(tmp_path / "none.jpg")


# In bands


@pytest.mark.parametrize(
    ("mode", "suffix"),
    [
        *((mode, ".tif") for mode in ("RGB", "RGBA", "L", "LA", "P", "1", "CMYK")),
        *((mode, ".png") for mode in ("RGB", "RGBA", "L", "LA", "P", "1")),
    ],
)
def test_reading_in_bands_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: str, suffix: str
) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (203, 301, 3), dtype=np.uint8)
    image = Image.fromarray(noise)
    if "A" in mode:
        image.putalpha(Image.fromarray(noise[..., 0]))
    path = tmp_path / f"picture{suffix}"
    image.convert(mode).save(path)
    at_once = read_picture(path, 40)
    monkeypatch.setattr(deep_image, "_BAND_PX", 301 * 20)
    monkeypatch.setattr(pillow_image, "_BAND_PX", 301 * 20)
    in_bands = read_picture(path, 40)
    assert np.array_equal(in_bands.rgb, at_once.rgb)
    if "A" in mode:
        assert in_bands.alpha is not None
        assert at_once.alpha is not None
        assert np.array_equal(in_bands.alpha, at_once.alpha)
    plain = read_picture(path).resized(40)
    assert np.abs(in_bands.rgb.astype(int) - plain.rgb).max() <= 4
