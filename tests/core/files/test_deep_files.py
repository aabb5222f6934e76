"""Files with 16 bits a channel, read back by hand: Pillow would give 8."""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, TiffImagePlugin

from core.errors import ImageFileError, ImageProblem
from core.files.color_profiles import srgb_profile
from core.files.metadata import PhotoMetadata
from core.files.reading import read_picture
from core.files.writing import check_writable, write_picture
from core.picture import Picture, deepened

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

DEEP = [".png", ".tif"]


def deep_picture(width_px: int, height_px: int, *, alpha: bool = False, seed: int = 0) -> Picture:
    random = np.random.default_rng(seed)
    deep = random.integers(0, 65536, (height_px, width_px, 3), dtype=np.uint16)
    deep[: height_px // 2] = np.linspace(0, 65535, width_px).astype(np.uint16)[:, np.newaxis]
    transparent = random.integers(0, 256, (height_px, width_px), dtype=np.uint8) if alpha else None
    if transparent is not None:  # as it is seen over white
        opacity = transparent[..., np.newaxis] / 255
        deep = np.rint(deep * opacity + 65535 * (1 - opacity)).astype(np.uint16)
    return Picture(np.rint(deep / 257).astype(np.uint8), transparent, deep)


def samples(path: Path) -> NDArray[np.uint16]:
    """(H, W, C) as the file stores them."""
    return _png_samples(path.read_bytes()) if path.suffix == ".png" else _tiff_samples(path)


def chunks(data: bytes) -> dict[bytes, bytes]:
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    found: dict[bytes, bytes] = {}
    at = 8
    while at < len(data):
        length, name = struct.unpack(">I4s", data[at : at + 8])
        content = data[at + 8 : at + 8 + length]
        assert struct.unpack(">I", data[at + 8 + length : at + 12 + length]) == (zlib.crc32(name + content),)
        found[name] = found.get(name, b"") + content
        at += 12 + length
    return found


def _png_samples(data: bytes) -> NDArray[np.uint16]:
    found = chunks(data)
    width_px, height_px, depth, colour = struct.unpack(">IIBB", found[b"IHDR"][:10])
    assert depth == 16
    channels = {2: 3, 6: 4}[colour]
    step = channels * 2
    rows = np.frombuffer(zlib.decompress(found[b"IDAT"]), np.uint8).reshape(height_px, 1 + width_px * step)
    above = np.zeros(width_px * step, np.uint8)
    plain = []
    for row in rows:
        if row[0] == 1:
            above = np.cumsum(row[1:].reshape(width_px, step), axis=0, dtype=np.uint8).ravel()
        else:
            assert row[0] == 2
            above = above + row[1:]
        plain.append(above)
    return np.stack(plain).view(">u2").astype(np.uint16).reshape(height_px, width_px, channels)


def _tiff_samples(path: Path) -> NDArray[np.uint16]:
    with Image.open(path) as image:
        assert isinstance(image, TiffImagePlugin.TiffImageFile)
        tags = dict(image.tag_v2)
    assert (tags[259], tags[317]) == (8, 2)
    assert set(tags[258]) == {16}
    data = path.read_bytes()
    strips = [zlib.decompress(data[at : at + length]) for at, length in zip(tags[273], tags[279], strict=True)]
    differences = np.frombuffer(b"".join(strips), "<u2").reshape(tags[257], tags[256], tags[277])
    return np.cumsum(differences, axis=1, dtype=np.uint16)


@pytest.mark.parametrize("suffix", DEEP)
@pytest.mark.parametrize("size", [(31, 20), (1, 16), (700, 300)])
def test_every_one_of_the_16_bits_is_in_the_file(tmp_path: Path, suffix: str, size: tuple[int, int]) -> None:
    path = tmp_path / f"picture{suffix}"
    picture = deep_picture(*size)
    write_picture(path, picture)
    assert picture.deep is not None
    assert np.array_equal(samples(path), picture.deep)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.integers(1, 40), st.integers(1, 40), st.integers(0, 99), st.sampled_from(DEEP))
def test_transparency_is_kept(tmp_path: Path, width_px: int, height_px: int, seed: int, suffix: str) -> None:
    path = tmp_path / f"picture{suffix}"
    picture = deep_picture(width_px, height_px, alpha=True, seed=seed)
    write_picture(path, picture)
    stored = samples(path)
    assert picture.alpha is not None
    assert picture.deep is not None
    assert np.array_equal(stored[..., 3], picture.alpha.astype(np.uint16) * 257)
    opacity = stored[..., 3:] / 65535
    over_white = stored[..., :3] * opacity + 65535 * (1 - opacity)
    np.testing.assert_allclose(over_white, picture.deep, atol=1.01)


@pytest.mark.parametrize("suffix", DEEP)
@pytest.mark.parametrize("alpha", [False, True])
def test_other_programs_can_read_it(tmp_path: Path, suffix: str, alpha: bool) -> None:
    path = tmp_path / f"picture{suffix}"
    picture = deep_picture(60, 40, alpha=alpha)
    write_picture(path, picture, PhotoMetadata(dpi=300))
    with Image.open(path) as image:
        assert image.size == (60, 40)
        assert image.info["icc_profile"] == srgb_profile()
        assert image.info["dpi"] == pytest.approx((300, 300), abs=0.01)
        image.load()
    again = read_picture(path)
    assert np.abs(again.rgb.astype(int) - picture.rgb).max() <= (3 if alpha else 1)


@pytest.mark.parametrize("suffix", DEEP)
def test_the_same_picture_makes_the_same_file(tmp_path: Path, suffix: str) -> None:
    paths = [tmp_path / f"{number}{suffix}" for number in range(2)]
    for path in paths:
        write_picture(path, deep_picture(50, 30))
    assert paths[0].read_bytes() == paths[1].read_bytes()


@pytest.mark.parametrize("suffix", [".jpg", ".webp"])
def test_the_others_have_8_bits(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"picture{suffix}"
    picture = deep_picture(60, 40)
    write_picture(path, picture)
    if suffix == ".webp":
        assert np.array_equal(read_picture(path).rgb, picture.rgb)
    with pytest.raises(ImageFileError) as caught:
        check_writable(path, depth_bits=16)
    assert caught.value.problem is ImageProblem.TOO_DEEP_FOR_FORMAT


@pytest.mark.parametrize("suffix", DEEP)
def test_checking_a_deep_file(tmp_path: Path, suffix: str) -> None:
    check_writable(tmp_path / f"picture{suffix}", depth_bits=16)
    assert list(tmp_path.iterdir()) == []


def test_a_picture_without_finer_steps_is_spread_over_the_16_bits() -> None:
    picture = deepened(Picture(np.array([[[0, 128, 255]]], np.uint8)))
    assert picture.deep is not None
    assert picture.deep.tolist() == [[[0, 32896, 65535]]]
    assert deepened(picture) is picture


def test_smooth_pictures_are_compressed(tmp_path: Path) -> None:
    ramp = np.linspace(0, 65535, 300 * 300 * 3).astype(np.uint16).reshape(300, 300, 3)
    for suffix in DEEP:
        path = tmp_path / f"picture{suffix}"
        write_picture(path, Picture((ramp >> 8).astype(np.uint8), None, ramp))
        assert path.stat().st_size < ramp.nbytes / 10


def test_an_8_bit_tiff_is_what_other_programs_expect(tmp_path: Path) -> None:
    path = tmp_path / "picture.tif"
    write_picture(path, Picture(deep_picture(30, 20).rgb))
    with Image.open(io.BytesIO(path.read_bytes())) as image:
        assert isinstance(image, TiffImagePlugin.TiffImageFile)
        assert image.mode == "RGB"
        assert image.info["compression"] == "tiff_adobe_deflate"
        assert image.tag_v2[317] == 2
