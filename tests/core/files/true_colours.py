"""Colour arithmetic in double precision, for tests to compare with; nothing of it comes from the code under test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

D65 = (0.3127, 0.3290)
SRGB = ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06), D65)
P3 = ((0.68, 0.32), (0.265, 0.69), (0.15, 0.06), D65)
BT2020 = ((0.708, 0.292), (0.170, 0.797), (0.131, 0.046), D65)
ADOBE = ((0.64, 0.33), (0.21, 0.71), (0.15, 0.06), D65)
WHITE_NITS = 203.0


def to_xyz(primaries: tuple[tuple[float, float], ...]) -> NDArray[np.float64]:
    """(3, 3) from linear RGB to XYZ, by the definition of primaries: white is the sum of all three."""
    xyz = np.array([[x / y, 1.0, (1 - x - y) / y] for x, y in primaries]).T
    return xyz[:, :3] * np.linalg.solve(xyz[:, :3], xyz[:, 3])


def srgb_encoded(linear: NDArray[np.float64]) -> NDArray[np.float64]:
    clipped = np.clip(linear, 0, 1)
    return np.where(clipped <= 0.0031308, 12.92 * clipped, 1.055 * clipped ** (1 / 2.4) - 0.055)


def srgb_decoded(values: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def bt709_decoded(values: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(values < 0.081, values / 4.5, ((values + 0.099) / 1.099) ** (1 / 0.45))


def power(gamma: float) -> Callable[[NDArray[np.float64]], NDArray[np.float64]]:
    return lambda values: values**gamma


def pq_nits(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """SMPTE ST 2084."""
    m1, m2, c1, c2, c3 = 0.1593017578125, 78.84375, 0.8359375, 18.8515625, 18.6875
    root = values ** (1 / m2)
    return 10000 * (np.maximum(root - c1, 0) / (c2 - c3 * root)) ** (1 / m1)


def pq_encoded(nits: NDArray[np.float64]) -> NDArray[np.float64]:
    m1, m2, c1, c2, c3 = 0.1593017578125, 78.84375, 0.8359375, 18.8515625, 18.6875
    light = (nits / 10000) ** m1
    return ((c1 + c2 * light) / (1 + c3 * light)) ** m2


def hlg_nits(values: NDArray[np.float64], primaries: tuple[tuple[float, float], ...]) -> NDArray[np.float64]:
    """ITU-R BT.2100, on a display of 1000 cd/m2."""
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    scene = np.where(values <= 0.5, values**2 / 3, (np.exp((values - c) / a) + b) / 12)
    luminance = scene @ to_xyz(primaries)[1]
    nits: NDArray[np.float64] = 1000 * scene * luminance[..., np.newaxis] ** 0.2
    return nits


def tone_mapped(nits: float, peak_nits: float) -> float:
    """ITU-R BT.2390, 5.4.1, for one value, black at zero, to 203 cd/m2."""
    peak = float(pq_encoded(np.array(peak_nits)))
    e1 = float(pq_encoded(np.array(min(nits, peak_nits)))) / peak
    max_lum = float(pq_encoded(np.array(WHITE_NITS))) / peak
    knee = 1.5 * max_lum - 0.5
    if e1 < knee:
        e2 = e1
    else:
        t = (e1 - knee) / (1 - knee)
        e2 = (2 * t**3 - 3 * t**2 + 1) * knee + (t**3 - 2 * t**2 + t) * (1 - knee) + (-2 * t**3 + 3 * t**2) * max_lum
    return float(pq_nits(np.array(e2 * peak)))


def shown_in_srgb(
    values: NDArray[np.float64],
    primaries: tuple[tuple[float, float], ...],
    decoded: Callable[[NDArray[np.float64]], NDArray[np.float64]],
) -> NDArray[np.float64]:
    """Levels of sRGB, 0 to 255, of encoded values from 0 to 1; all whites here are D65."""
    linear = decoded(values) @ to_xyz(primaries).T @ np.linalg.inv(to_xyz(SRGB)).T
    return 255 * srgb_encoded(linear)


def hdr_shown_in_srgb(nits: NDArray[np.float64], primaries: tuple[tuple[float, float], ...]) -> NDArray[np.float64]:
    """Levels of sRGB of a picture in which the brightest of all counts as its peak."""
    peak = float(nits.max())
    brightest = nits.max(axis=-1)
    if peak > WHITE_NITS:
        mapped = np.vectorize(lambda one: tone_mapped(one, peak))(brightest)
        nits = nits * (mapped / np.maximum(brightest, 1e-9))[..., np.newaxis]
    linear = nits / WHITE_NITS @ to_xyz(primaries).T @ np.linalg.inv(to_xyz(SRGB)).T
    return 255 * srgb_encoded(linear)


def in_gamut(primaries: tuple[tuple[float, float], ...], srgb_levels: NDArray[np.float64]) -> NDArray[np.float64]:
    """Linear light in other primaries of levels of sRGB."""
    return srgb_decoded(srgb_levels / 255) @ to_xyz(SRGB).T @ np.linalg.inv(to_xyz(primaries)).T
