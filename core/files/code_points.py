"""Colour told in numbers, not by a profile: the code points of ITU-T H.273, in cICP of PNG and nclx of HEIF."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from core.files.made_profiles import Curve, MatrixColour, Primaries, matrix_colour

_D65: Final = (0.3127, 0.3290)
_C: Final = (0.310, 0.316)
_BT709: Final = Primaries((0.640, 0.330), (0.300, 0.600), (0.150, 0.060), _D65)
_BT601_525: Final = Primaries((0.630, 0.340), (0.310, 0.595), (0.155, 0.070), _D65)
_BT2020: Final = Primaries((0.708, 0.292), (0.170, 0.797), (0.131, 0.046), _D65)
# H.273, table 2. 10, CIE XYZ, is left out: nothing but cinema packages uses it.
PRIMARIES: Final = {
    1: _BT709,
    4: Primaries((0.67, 0.33), (0.21, 0.71), (0.14, 0.08), _C),
    5: Primaries((0.64, 0.33), (0.29, 0.60), (0.15, 0.06), _D65),
    6: _BT601_525,
    7: _BT601_525,
    8: Primaries((0.681, 0.319), (0.243, 0.692), (0.145, 0.049), _C),
    9: _BT2020,
    11: Primaries((0.680, 0.320), (0.265, 0.690), (0.150, 0.060), (0.314, 0.351)),
    12: Primaries((0.680, 0.320), (0.265, 0.690), (0.150, 0.060), _D65),
    22: Primaries((0.630, 0.340), (0.295, 0.605), (0.155, 0.077), _D65),
}
_SRGB_CURVE: Final = Curve(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
_BT709_CURVE: Final = Curve(1 / 0.45, 1 / 1.0993, 0.0993 / 1.0993, 1 / 4.5, 0.0812)
# H.273, table 3: the inverse of the functions given there. 9 and 10, logarithmic, are left out: nobody uses them.
CURVES: Final = {
    1: _BT709_CURVE,
    4: Curve(2.2),
    5: Curve(2.8),
    6: _BT709_CURVE,
    7: Curve(1 / 0.45, 1 / 1.1115, 0.1115 / 1.1115, 1 / 4, 0.0912),
    8: Curve(1.0),
    11: _BT709_CURVE,
    12: _BT709_CURVE,
    13: _SRGB_CURVE,
    14: _BT709_CURVE,
    15: _BT709_CURVE,
    17: Curve(2.6),
}
_SRGB: Final = (1, 13)


class HdrTransfer(Enum):
    """How a picture stores more light than paper white; the values are H.273's."""

    PQ = 16
    HLG = 18


@dataclass(frozen=True, slots=True)
class HdrColour:
    """The colour of a picture of high dynamic range.

    Attributes:
        primaries: Its primaries and white.
        transfer: What its numbers mean.
    """

    primaries: Primaries
    transfer: HdrTransfer


# An ICC profile, code points or the like, or what no profile can say; None is sRGB.
Colour = bytes | MatrixColour | HdrColour | None


def colour_of_code_points(primaries: int, transfer: int) -> Colour:
    """The colour that two code points mean; what is unspecified, reserved or unknown counts as sRGB's.

    Args:
        primaries: H.273, ColourPrimaries.
        transfer: H.273, TransferCharacteristics.
    """
    known = PRIMARIES.get(primaries, _BT709)
    if transfer in (HdrTransfer.PQ.value, HdrTransfer.HLG.value):
        return HdrColour(known, HdrTransfer(transfer))
    if primaries not in PRIMARIES:
        primaries = _SRGB[0]
    if transfer not in CURVES:
        transfer = _SRGB[1]
    return None if (primaries, transfer) == _SRGB else matrix_colour(known, CURVES[transfer])


def colour_of_gamma(gamma: float | None, chromaticities: Primaries | None) -> Colour:
    """The colour that PNG's gAMA and cHRM mean.

    Args:
        gamma: What encoded the picture, such as 1/2.2; None where the file has no gAMA: then sRGB's curve.
        chromaticities: None where the file has no cHRM: then sRGB's primaries.
    """
    return matrix_colour(chromaticities or _BT709, Curve(1 / gamma) if gamma else _SRGB_CURVE)


def adobe_rgb() -> Colour:
    """Adobe RGB (1998), which cameras name in EXIF instead of embedding it."""
    return matrix_colour(Primaries((0.64, 0.33), (0.21, 0.71), (0.15, 0.06), _D65), Curve(563 / 256))
