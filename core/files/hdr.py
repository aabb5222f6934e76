"""Pictures of high dynamic range, brought into the range of sRGB.

Reference white, 203 cd/m2 (ITU-R BT.2408), becomes white. What is brighter is compressed by the electro-electrical
transfer function of ITU-R BT.2390-10, 5.4.1, from the brightest of the picture down to reference white; it is applied
to the largest of red, green and blue, and the others follow in proportion, so that hues stay. A picture in which
nothing is brighter than reference white is converted without any compression.

Sources: PQ and HLG, ITU-R BT.2100-2, tables 4 and 5; HLG as a display of 1000 cd/m2 shows it, gamma 1.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from core.files.code_points import PRIMARIES, HdrColour, HdrTransfer
from core.files.made_profiles import adaptation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

REFERENCE_WHITE_NITS: Final = 203.0
# What this share of the pixels exceeds does not count for the brightest: sparks may clip.
_SPARKS: Final = 0.001
_SAMPLED_PIXELS: Final = 1_000_000

_PQ_NITS: Final = 10_000.0
_M1, _M2 = 2610 / 16384, 2523 / 4096 * 128
_C1, _C2, _C3 = 3424 / 4096, 2413 / 4096 * 32, 2392 / 4096 * 32
_HLG_NITS: Final = 1000.0
_HLG_GAMMA: Final = 1.2
_A, _B, _C = 0.17883277, 0.28466892, 0.55991073
_SRGB: Final = PRIMARIES[1]


def pq_to_nits(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Light in cd/m2 from encoded values, 0 to 1, of any shape."""
    root = np.clip(values, 0, 1) ** np.float32(1 / _M2)
    light = np.maximum(root - _C1, 0) / (_C2 - _C3 * root)
    nits: NDArray[np.float32] = _PQ_NITS * light ** np.float32(1 / _M1)
    return nits


def nits_to_pq(nits: NDArray[np.float32] | float) -> NDArray[np.float32]:
    """The inverse of `pq_to_nits`."""
    power = np.clip(np.asarray(nits, np.float32) / _PQ_NITS, 0, 1) ** np.float32(_M1)
    values: NDArray[np.float32] = ((_C1 + _C2 * power) / (1 + _C3 * power)) ** np.float32(_M2)
    return values


def hlg_to_nits(values: NDArray[np.float32], luminances: NDArray[np.float64]) -> NDArray[np.float32]:
    """Light in cd/m2 from encoded values, (..., 3), 0 to 1.

    Args:
        values: The encoded red, green and blue.
        luminances: The (3,) luminances of the primaries, adding up to 1.
    """
    clipped = np.clip(values, 0, 1)
    scene = np.where(clipped <= 1 / 2, clipped**2 / 3, (np.exp((clipped - _C) / _A) + _B) / 12)
    luminance = scene @ luminances.astype(np.float32)
    nits = _HLG_NITS * scene * luminance[..., np.newaxis] ** np.float32(_HLG_GAMMA - 1)
    return np.asarray(nits, np.float32)


def compressed(nits: NDArray[np.float32], peak_nits: float) -> NDArray[np.float32]:
    """Light up to a peak brought down to reference white (ITU-R BT.2390-10, 5.4.1, steps 1 to 5, black at zero).

    Args:
        nits: Light in cd/m2, of any shape.
        peak_nits: The brightest of the picture; whatever is brighter counts as this.
    """
    if peak_nits <= REFERENCE_WHITE_NITS:
        return np.minimum(nits, np.float32(REFERENCE_WHITE_NITS))
    peak = nits_to_pq(peak_nits)
    share = np.minimum(nits_to_pq(nits) / peak, 1)
    target = float(nits_to_pq(REFERENCE_WHITE_NITS) / peak)
    knee = 1.5 * target - 0.5
    t = np.maximum(share - knee, 0) / (1 - knee)
    spline = (
        (2 * t**3 - 3 * t**2 + 1) * knee
        + (t**3 - 2 * t**2 + t) * (1 - knee)
        + (-2 * t**3 + 3 * t**2) * target
    )  # fmt: skip
    return pq_to_nits((np.where(share < knee, share, spline) * peak).astype(np.float32))


class HdrConverter:
    """Turns the pixels of one picture into sRGB."""

    def __init__(self, colour: HdrColour, bands: Iterable[NDArray[np.unsignedinteger]]) -> None:
        """Finds the brightest of the picture.

        Args:
            colour: What its numbers mean.
            bands: All of it, (rows, W, 3) uint8 or uint16.
        """
        to_xyz = colour.primaries.to_xyz()
        self._transfer = colour.transfer
        self._luminances = to_xyz[1]
        from_xyz = np.linalg.inv(_SRGB.to_xyz())
        self._to_srgb = (from_xyz @ adaptation(colour.primaries.white, _SRGB.white) @ to_xyz).T.astype(np.float32)
        brightest = [self._nits(_sample(band)).max(axis=-1).ravel() for band in bands]
        self.peak_nits = float(np.quantile(np.concatenate(brightest), 1 - _SPARKS, method="higher"))

    def to_srgb(self, values: NDArray[np.unsignedinteger]) -> NDArray[np.uint8]:
        """(rows, W, 3) uint8 or uint16 as sRGB."""
        nits = self._nits(values)
        brightest = nits.max(axis=-1, keepdims=True)
        nits *= compressed(brightest, self.peak_nits) / np.maximum(brightest, np.float32(1e-6))
        linear = np.clip(nits @ self._to_srgb / np.float32(REFERENCE_WHITE_NITS), 0, 1)
        encoded = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** np.float32(1 / 2.4) - 0.055)  # noqa: PLR2004
        levels: NDArray[np.uint8] = (encoded * 255 + 0.5).astype(np.uint8)
        return levels

    def _nits(self, values: NDArray[np.unsignedinteger]) -> NDArray[np.float32]:
        shares = values.astype(np.float32) / np.float32(np.iinfo(values.dtype).max)
        return pq_to_nits(shares) if self._transfer is HdrTransfer.PQ else hlg_to_nits(shares, self._luminances)


def _sample(band: NDArray[np.unsignedinteger]) -> NDArray[np.unsignedinteger]:
    pixels = band.reshape(-1, band.shape[-1])
    return pixels[:: 1 + len(pixels) // _SAMPLED_PIXELS]
