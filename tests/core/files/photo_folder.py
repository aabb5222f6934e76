"""A photographer's folder: one scene in the kinds of files that cameras, phones and developing programs write."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from tests.core.files.colour_table import exif_of_colour
from tests.core.files.image_files import PROPHOTO_PRIMARIES, prophoto_profile, saved
from tests.core.files.test_more_kinds import dng
from tests.core.files.true_colours import ADOBE, P3, SRGB, in_gamut, srgb_decoded, srgb_encoded, to_xyz
from tests.core.files.true_files import heic

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from numpy.typing import NDArray

_PROPHOTO_GAMMA = 1.8


def scene(width_px: int, height_px: int) -> NDArray[np.float64]:
    """(H, W, 3) levels of sRGB, 0 to 255: an evening sky with the sun in it, over two rows of hills."""
    across, down = np.meshgrid(np.linspace(0, width_px / height_px, width_px), np.linspace(0, 1, height_px))
    share = down[..., np.newaxis]
    picture = (1 - share) * np.array((70.0, 110, 190)) + share * np.array((250.0, 180, 120))
    picture[(across - 0.7) ** 2 + (down - 0.3) ** 2 < 0.012] = (250, 235, 160)
    picture[down > 0.62 + 0.06 * np.sin(5 * across)] = (95, 120, 90)
    picture[down > 0.78 + 0.05 * np.sin(4 * across + 2)] = (120, 85, 60)
    return np.asarray(picture)


def write_photo_folder(folder: Path, longest_px: int) -> dict[str, NDArray[np.float64]]:
    """Writes one file of each kind; by name, the levels of sRGB that each shows when it is upright.

    Args:
        folder: Where to.
        longest_px: The longest side of all but the panorama, in pixels: a multiple of 30.
    """
    levels = scene(longest_px, longest_px * 2 // 3)
    wide = scene(longest_px * 2, longest_px // 10)
    files: dict[str, tuple[Callable[[NDArray[np.float64]], bytes], NDArray[np.float64]]] = {
        "camera raw.dng": (_dng, levels),
        "phone.heic": (_heic, levels),
        "adobe rgb.jpg": (_adobe_jpeg, levels),
        "prophoto.tif": (_prophoto_tiff, levels),
        "print.jpg": (_cmyk_jpeg, levels),
        "archive.jxl": (_jpeg_xl, levels),
        "panorama.jpg": (lambda shown: saved(_image(shown), "JPEG", quality=95, subsampling=0), wide),
    }
    for name, (make, shown) in files.items():
        (folder / name).write_bytes(make(shown))
    return {name: shown for name, (_, shown) in files.items()}


def _image(levels: NDArray[np.float64]) -> Image.Image:
    return Image.fromarray(np.rint(levels).astype(np.uint8))


def _dng(levels: NDArray[np.float64]) -> bytes:
    return dng(srgb_decoded(levels / 255), (0.5, 1.0, 0.7))


def _heic(levels: NDArray[np.float64]) -> bytes:
    """As a phone has it: 10 bits of Display P3, lying on its side."""
    lying = np.rot90(levels)
    encoded = srgb_encoded(in_gamut(P3, lying))
    return heic(encoded, 10, (12, 13), orientation=6)


def _adobe_jpeg(levels: NDArray[np.float64]) -> bytes:
    encoded = np.clip(in_gamut(ADOBE, levels), 0, 1) ** (256 / 563)
    exif = exif_of_colour(0xFFFF, b"R03\0", "<")
    return saved(_image(encoded * 255), "JPEG", quality=97, subsampling=0, exif=exif)


def _prophoto_tiff(levels: NDArray[np.float64]) -> bytes:
    import tifffile  # noqa: PLC0415 - slow to load

    bradford = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])
    white_50 = np.array([0.9642, 1.0, 0.8249])
    white_65 = to_xyz(SRGB) @ np.ones(3)
    adapt = np.linalg.inv(bradford) @ np.diag(bradford @ white_50 / (bradford @ white_65)) @ bradford
    rows = np.array(PROPHOTO_PRIMARIES).T
    linear = srgb_decoded(levels / 255) @ (np.linalg.inv(rows) @ adapt @ to_xyz(SRGB)).T
    samples = np.rint(np.clip(linear, 0, 1) ** (1 / _PROPHOTO_GAMMA) * 65535).astype(np.uint16)
    file = io.BytesIO()
    options: dict[str, Any] = {"photometric": "rgb", "compression": "lzw", "predictor": 2}
    tifffile.imwrite(file, samples, iccprofile=prophoto_profile(), **options)
    return file.getvalue()


def _jpeg_xl(levels: NDArray[np.float64]) -> bytes:
    import pillow_jxl  # noqa: F401, PLC0415 - not installed everywhere

    return saved(_image(levels), "JXL", lossless=True)


def _cmyk_jpeg(levels: NDArray[np.float64]) -> bytes:
    """Without a profile, as many print shops hand them back."""
    inks = 1 - levels / 255
    black = 0.8 * inks.min(axis=-1, keepdims=True)
    plates = np.concatenate([(inks - black) / (1 - black), black], axis=-1)
    image = Image.fromarray(np.rint(plates * 255).astype(np.uint8), "CMYK")
    return saved(image, "JPEG", quality=97, subsampling=0)
