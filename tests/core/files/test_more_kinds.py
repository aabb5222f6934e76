"""Kinds of files that artists have beside the common ones: camera raw, JPEG XL, Photoshop's."""

from __future__ import annotations

import io
import struct
import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from core.errors import ImageFileError, ImageProblem
from core.files import decoders, pillow_image
from core.files.decoders import opened_picture
from core.files.deep_image import DeepImage
from core.files.reading import read_picture, read_size, read_thumbnail
from tests.core.files.image_files import chunk, deep_png, exif, heic, quarters, saved, wide_rgb_profile
from tests.core.files.true_files import ramps

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from core.picture import Picture

PIXELS = quarters()


def read(tmp_path: Path, data: bytes) -> Picture:
    path = tmp_path / "picture"
    path.write_bytes(data)
    picture = read_picture(path)
    assert read_size(path) == (picture.width_px, picture.height_px)
    assert max(read_thumbnail(path, 16).rgb.shape) == 16
    return picture


def problem_of(path: Path, data: bytes) -> ImageProblem:
    path.write_bytes(data)
    with pytest.raises(ImageFileError) as caught:
        read_picture(path)
    with pytest.raises(ImageFileError):
        read_size(path)
    return caught.value.problem


# Camera raw: a DNG by hand, with a sensor of the pattern red, green, green, blue


def dng(scene: NDArray[np.float64], neutral: tuple[float, float, float], orientation: int = 1) -> bytes:
    """A raw photo of linear sRGB light, taken where white makes these levels on the sensor.

    Args:
        scene: (H, W, 3) linear light of sRGB, 0 to 1.
        neutral: What white is to the sensor, green being 1.
        orientation: EXIF's.
    """
    height, width = scene.shape[:2]
    sensor = scene * neutral
    mosaic = sensor[..., 1].copy()
    mosaic[::2, ::2] = sensor[::2, ::2, 0]
    mosaic[1::2, 1::2] = sensor[1::2, 1::2, 2]
    data = np.rint(mosaic * 60_000).astype("<u2").tobytes()
    # From XYZ of D65 to the camera: linear sRGB, made as the sensor has it.
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    matrix = np.diag(neutral) @ np.linalg.inv(to_xyz)
    rationals = b"".join(struct.pack("<ii", round(number * 10_000), 10_000) for number in matrix.ravel())
    neutrals = b"".join(struct.pack("<II", round(number * 10_000), 10_000) for number in neutral)
    tags: dict[int, tuple[int, int, bytes]] = {
        254: (4, 1, struct.pack("<I", 0)), 256: (4, 1, struct.pack("<I", width)),
        257: (4, 1, struct.pack("<I", height)),
        258: (3, 1, struct.pack("<H", 16)), 259: (3, 1, struct.pack("<H", 1)), 262: (3, 1, struct.pack("<H", 32803)),
        271: (2, 5, b"Test\0"), 272: (2, 5, b"Test\0"), 273: (4, 1, bytes(4)),
        274: (3, 1, struct.pack("<H", orientation)), 277: (3, 1, struct.pack("<H", 1)),
        278: (4, 1, struct.pack("<I", height)), 279: (4, 1, struct.pack("<I", len(data))),
        33421: (3, 2, struct.pack("<2H", 2, 2)), 33422: (1, 4, bytes([0, 1, 1, 2])),
        50706: (1, 4, bytes([1, 4, 0, 0])), 50708: (2, 5, b"Test\0"), 50714: (3, 1, struct.pack("<H", 0)),
        50717: (4, 1, struct.pack("<I", 60_000)), 50721: (10, 9, rationals), 50728: (5, 3, neutrals),
        50778: (3, 1, struct.pack("<H", 21)),
    }  # fmt: skip
    start = 8 + 2 + 12 * len(tags) + 4
    spill = b""
    places = {}
    for tag, (_, _, value) in tags.items():
        if len(value) > 4:
            places[tag] = start + len(spill)
            spill += value + b"\0" * (len(value) % 2)
    body = b""
    for tag, (kind, count, value) in sorted(tags.items()):
        place = struct.pack("<I", places[tag]) if tag in places else value.ljust(4, b"\0")
        if tag == 273:
            place = struct.pack("<I", start + len(spill))
        body += struct.pack("<HHI", tag, kind, count) + place
    return struct.pack("<2sHIH", b"II", 42, 8, len(tags)) + body + bytes(4) + spill + data


def linear_quarters() -> NDArray[np.float64]:
    """(128, 192, 3) linear light of four colours, white among them."""
    levels = quarters([(180, 120, 90), (255, 255, 255), (90, 110, 170), (60, 60, 60)], 192, 128) / 255
    linear: NDArray[np.float64] = np.where(levels <= 0.04045, levels / 12.92, ((levels + 0.055) / 1.055) ** 2.4)
    return linear


@pytest.mark.parametrize("orientation", [1, 6])
def test_camera_raw_is_developed_with_the_white_of_the_camera(tmp_path: Path, orientation: int) -> None:
    pytest.importorskip("rawpy")
    picture = read(tmp_path, dng(linear_quarters(), (0.5, 1.0, 0.7), orientation))
    upright = picture.rgb if orientation == 1 else np.rot90(picture.rgb)
    assert upright.shape == (128, 192, 3)
    middles = [upright[row, column].astype(int) for row in (32, 96) for column in (48, 144)]
    # White and grey are neutral: the camera's white balance. How bright the whole becomes is up to the developer.
    for neutral in (middles[1], middles[3]):
        assert np.ptp(neutral) <= 3
    assert middles[1].min() >= 250
    red, blue = middles[0], middles[2]
    assert red[0] > red[1] > red[2]
    assert blue[2] > blue[1] > blue[0]
    assert 40 <= middles[3][0] <= 90


def test_camera_raw_without_what_develops_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rawpy", None)
    data = dng(linear_quarters(), (0.5, 1.0, 0.7))
    assert problem_of(tmp_path / "photo.dng", data) is ImageProblem.NO_RAW_DECODER


@pytest.mark.parametrize(
    "head",
    [
        b"II*\0\x10\0\0\0CR\x02\0",
        b"IIRO\x08\0\0\0",
        b"IIU\0\x18\0\0\0",
        b"FUJIFILMCCD-RAW 0201",
        b"\0\0\0\x18ftypcrx \0\0\0\1crx isom",
        b"FOVb",
    ],
)
def test_damaged_camera_raw_is_told_apart(tmp_path: Path, head: bytes) -> None:
    pytest.importorskip("rawpy")
    assert problem_of(tmp_path / "photo", head + bytes(2000)) is ImageProblem.NOT_UNDERSTOOD


# JPEG XL


def test_jpeg_xl(tmp_path: Path) -> None:
    pytest.importorskip("pillow_jxl")
    picture = read(tmp_path, saved(PIXELS, "JXL", lossless=True))
    assert np.array_equal(picture.rgb, PIXELS)


def test_jpeg_xl_with_a_profile_and_transparency(tmp_path: Path) -> None:
    pytest.importorskip("pillow_jxl")
    alphas = (255, 128, 64, 255)
    translucent = np.dstack([PIXELS, quarters(alphas)])
    picture = read(tmp_path, saved(translucent, "JXL", lossless=True))
    expected = read(tmp_path, saved(translucent, "PNG"))
    assert np.array_equal(picture.rgb, expected.rgb)


def test_jpeg_xl_without_what_reads_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pillow_jxl", None)
    assert problem_of(tmp_path / "photo.jxl", b"\xff\x0a" + bytes(100)) is ImageProblem.NO_JXL_DECODER


# Very large ones are read without Pillow


@pytest.mark.parametrize("transparent", [False, True])
@pytest.mark.parametrize("kind", ["HEIC", "AVIF"])
def test_a_very_large_picture_of_8_bits_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, transparent: bool
) -> None:
    pixels = np.dstack([PIXELS, quarters((255, 128, 64, 255))]) if transparent else PIXELS
    data = heic(pixels) if kind == "HEIC" else saved(pixels, "AVIF", quality=100, subsampling="4:4:4")
    expected = read(tmp_path, data)
    monkeypatch.setattr(pillow_image, "MANY_PIXELS", 0)
    with opened_picture(tmp_path / "picture") as stored:
        assert isinstance(stored, DeepImage)
    found = read(tmp_path, data)
    assert np.abs(found.rgb.astype(int) - expected.rgb).max() <= 1
    assert (found.alpha is not None) == (expected.alpha is not None) == transparent


def test_a_jpeg_that_would_not_fit_into_memory_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import imagecodecs  # noqa: PLC0415 - slow to load

    data = bytes(imagecodecs.jpeg8_encode(PIXELS.astype(np.uint16) * 16, level=98, bitspersample=12))
    monkeypatch.setattr(decoders, "_MAX_SAMPLE_BYTES", PIXELS.size * 2)
    read(tmp_path, data)
    monkeypatch.setattr(decoders, "_MAX_SAMPLE_BYTES", PIXELS.size * 2 - 1)
    assert problem_of(tmp_path / "photo.jpg", data) is ImageProblem.TOO_LARGE


# Photoshop


def psd(planes: NDArray[np.uint8], mode: int) -> bytes:
    """A flattened PSD of (C, H, W), not compressed."""
    channels, height, width = planes.shape
    header = struct.pack(">4sH6xHIIHH", b"8BPS", 1, channels, height, width, 8, mode)
    return header + bytes(4) + bytes(4) + bytes(4) + struct.pack(">H", 0) + planes.tobytes()


def test_photoshop_rgb(tmp_path: Path) -> None:
    picture = read(tmp_path, psd(np.moveaxis(PIXELS, 2, 0), 3))
    assert np.array_equal(picture.rgb, PIXELS)


def test_photoshop_inks(tmp_path: Path) -> None:
    # Stored inverted: 255 is no ink.
    inks = np.rint(255 * ramps()).astype(np.uint8)
    black = np.full((1, 64, 80), 255 - 51, np.uint8)
    picture = read(tmp_path, psd(np.concatenate([np.moveaxis(inks, 2, 0), black]), 4))
    assert np.abs(picture.rgb - inks * 0.8).max() <= 2


# What is no picture


@pytest.mark.parametrize("text", [b"<svg/>", b"\xef\xbb\xbf <SVG>", b"<?xml version='1.0'?><!DOCTYPE svg><svg>"])
def test_a_drawing(tmp_path: Path, text: bytes) -> None:
    assert problem_of(tmp_path / "a.svg", text) is ImageProblem.DRAWING


def test_a_page_of_the_web_is_no_drawing(tmp_path: Path) -> None:
    assert problem_of(tmp_path / "a", b"<?xml version='1.0'?><html><body>x</body></html>") is ImageProblem.NOT_A_PICTURE


# Nothing in it


@pytest.mark.parametrize("image_format", ["PNG", "WEBP", "TIFF"])
def test_what_is_transparent_everywhere_is_said(tmp_path: Path, image_format: str) -> None:
    path = tmp_path / "picture"
    path.write_bytes(saved(Image.new("RGBA", (48, 32), (200, 30, 30, 0)), image_format))
    for read_it in (read_picture, lambda it: read_thumbnail(it, 20)):
        with pytest.raises(ImageFileError) as caught:
            read_it(path)
        assert caught.value.problem is ImageProblem.NOTHING_IN_IT


def test_a_plain_picture_is_a_picture(tmp_path: Path) -> None:
    assert read(tmp_path, saved(Image.new("RGB", (48, 32), "white"), "PNG")).rgb.min() == 255


def test_a_linear_picture_keeps_its_shadows(tmp_path: Path) -> None:
    """The darkest hundredth of linear light, of 16 bits: at 8 bits before the profile there would be 4 levels."""
    import tifffile  # noqa: PLC0415 - slow to load

    linear = np.linspace(0, 0.1, 80 * 64).reshape(64, 80)
    file = io.BytesIO()
    profile = wide_rgb_profile().replace(b"curv\0\0\0\0\0\0\0\1\2\0", b"curv\0\0\0\0\0\0\0\1\1\0")
    tifffile.imwrite(
        file, np.rint(np.dstack([linear] * 3) * 65535).astype(np.uint16), photometric="rgb", iccprofile=profile
    )
    picture = read(tmp_path, file.getvalue())
    expected = 255 * np.where(
        linear <= 0.0031308, 12.92 * linear, 1.055 * np.maximum(linear, 1e-9) ** (1 / 2.4) - 0.055
    )
    assert np.abs(picture.rgb[..., 1] - expected).max() < 1
    assert len(np.unique(picture.rgb[..., 1])) >= 77


def test_orientation_of_a_deep_tiff(tmp_path: Path) -> None:
    import tifffile  # noqa: PLC0415 - slow to load

    file = io.BytesIO()
    tifffile.imwrite(file, PIXELS.astype(np.uint16) * 257, photometric="rgb", extratags=[(274, "H", 1, 6, True)])
    picture = read(tmp_path, file.getvalue())
    assert np.array_equal(picture.rgb, np.rot90(PIXELS, -1))


def test_orientation_of_a_deep_png(tmp_path: Path) -> None:
    deep = PIXELS.astype(np.uint16) * 257
    data = deep_png(deep, 2, chunk(b"eXIf", exif(6)[6:]))
    picture = read(tmp_path, data)
    assert np.array_equal(picture.rgb, np.rot90(PIXELS, -1))
