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

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MUTANTS = 120
SMALL = quarters(width_px=24, height_px=16)
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
}


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
