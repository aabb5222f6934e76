"""Damaged files of every format: a picture or an ImageFileError, never anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from core.errors import ImageFileError
from core.files import opening as image_opening
from core.files.reading import read_picture
from core.picture import Picture
from tests.core.files.image_files import cmyk_profile, deep_png, exif, heic, quarters, saved, tiff, wide_rgb_profile
from tests.core.files.test_more_kinds import dng, psd
from tests.core.files.tiff_table import pages
from tests.core.files.true_colours import P3
from tests.core.files.true_files import avif, chrm, cicp, gama, iccp, stored
from tests.core.files.true_files import heic as deep_heic
from tests.core.files.true_files import png as deeper_png
from tests.core.files.true_files import tiff as deep_tiff

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MUTANTS = 120
SMALL = quarters(width_px=24, height_px=16)
DEEP = 0.2 + SMALL / 400


def twelve_bit_jpeg() -> bytes:
    from imagecodecs import jpeg8_encode  # noqa: PLC0415 - slow to load

    return bytes(jpeg8_encode(np.rint(DEEP * 4095).astype(np.uint16), bitspersample=12))


def jpeg_xl() -> bytes:
    pytest.importorskip("pillow_jxl")
    return saved(SMALL, "JXL", lossless=True)


SEEDS: dict[str, Callable[[], bytes]] = {
    "JPEG": lambda: saved(SMALL, "JPEG", exif=exif(6), icc_profile=wide_rgb_profile()),
    "CMYK JPEG": lambda: saved(Image.fromarray(SMALL).convert("CMYK"), "JPEG", icc_profile=cmyk_profile()),
    "MPO": lambda: saved(SMALL, "MPO", save_all=True, append_images=[Image.fromarray(SMALL)]),
    "PNG": lambda: saved(SMALL, "PNG", exif=exif(5), icc_profile=wide_rgb_profile()),
    "deep PNG": lambda: deep_png(SMALL[..., 0].astype(np.uint16) * 257, 0),
    "palette PNG": lambda: saved(Image.fromarray(SMALL).quantize(4), "PNG", transparency=b"\x00\x80"),
    "WebP": lambda: saved(SMALL, "WEBP", exif=exif(8)),
    "lossless WebP": lambda: saved(np.dstack([SMALL, SMALL[..., 0]]), "WEBP", lossless=True),
    "TIFF": lambda: saved(SMALL, "TIFF", compression="tiff_adobe_deflate", exif=exif(7)),
    "JPEG TIFF": lambda: saved(SMALL, "TIFF", compression="jpeg"),
    "deep TIFF": lambda: tiff(SMALL[..., 0].astype("<u4").tobytes(), bits=[32], photometric=1, size_px=(24, 16)),
    "BMP": lambda: saved(SMALL, "BMP"),
    "GIF": lambda: saved(Image.fromarray(SMALL).quantize(4), "GIF", transparency=1),
    "AVIF": lambda: saved(SMALL, "AVIF", exif=exif(6)),
    "HEIC": lambda: heic(SMALL),
    "HEIC of 10 bits": lambda: deep_heic(DEEP, 10, (9, 16)),
    "HDR AVIF": lambda: avif(DEEP, (9, 18)),
    "TIFF in planes and tiles": lambda: deep_tiff(
        stored(np.moveaxis(DEEP, 2, 0), "u2"), photometric="rgb", planarconfig="separate", tile=(16, 16),
        compression="zlib", predictor=True, iccprofile=wide_rgb_profile(),
    ),
    "floating-point TIFF": lambda: deep_tiff(stored(DEEP, "f4"), photometric="rgb", compression="lzw"),
    "BigTIFF": lambda: deep_tiff(stored(DEEP, "u1"), photometric="rgb", extra={"bigtiff": True, "byteorder": ">"}),
    "L*a*b* TIFF": lambda: deep_tiff(stored(DEEP, "u2"), photometric="cielab"),
    "thumbnail first": lambda: pages([(SMALL[::2, ::2], 1), (SMALL, 0)], within=True),
    "RGB PNG of 16 bits": lambda: deeper_png(DEEP, 16, cicp(9, 16), gama(1.0), chrm(P3), iccp(wide_rgb_profile())),
    "12-bit JPEG": twelve_bit_jpeg,
    "PSD": lambda: psd(np.moveaxis(SMALL, 2, 0), 3),
    "DNG": lambda: dng(SMALL.repeat(4, axis=0).repeat(4, axis=1) / 255, (0.5, 1.0, 0.7)),
    "JPEG XL": jpeg_xl,
}  # fmt: skip


def mutant(seed: bytes, random: np.random.Generator) -> bytes:
    """A copy with some bytes changed, left out, doubled or zeroed, or with its end gone."""
    data = bytearray(seed)
    for _ in range(random.integers(1, 6)):
        start = int(random.integers(len(data)))
        end = min(len(data), start + int(random.integers(1, 40)))
        match random.integers(6):
            case 0:
                del data[max(1, start) :]
            case 1 if start:
                del data[start:end]
            case 2:
                data[start:end] = data[start:end] * 2
            case 3:
                data[start:end] = bytes(end - start)
            case 4:
                data[start] = int(random.choice([0, 1, 0x7F, 0x80, 0xFF]))
            case _:
                data[start] ^= 1 << int(random.integers(8))
    return bytes(data)


@pytest.mark.parametrize("kind", SEEDS)
def test_a_damaged_file_is_a_picture_or_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    monkeypatch.setattr(image_opening, "MAX_PIXELS", 1_000_000)  # keeps a damaged header from costing seconds
    seed, random = SEEDS[kind](), np.random.default_rng(2024)
    path = tmp_path / "picture"
    read_and_refused = [0, 0]
    for _ in range(MUTANTS):
        path.write_bytes(mutant(seed, random))
        try:
            picture = read_picture(path, 20)
        except ImageFileError:
            read_and_refused[1] += 1
        else:
            assert isinstance(picture, Picture)
            assert max(picture.width_px, picture.height_px) == 20
            read_and_refused[0] += 1
    assert min(read_and_refused) > 0, "the damage is too slight or too heavy to test anything"
