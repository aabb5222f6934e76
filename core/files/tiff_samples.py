"""What the numbers of a TIFF mean: from any kind of sample to 8 or 16 bits, of grey, red, green and blue, or inks.

Source: TIFF revision 6.0, and Adobe's supplement 1 of the TIFF Technical Notes (CIE L*a*b* and ICC L*a*b*).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from core.files.color_profiles import rounded_to_eight_bits
from core.files.made_profiles import adaptation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from numpy.typing import NDArray
    from tifffile import TiffPage

WHITE_IS_ZERO, BLACK_IS_ZERO, RGB, PALETTE, MASK, SEPARATED, YCBCR = range(7)
CIE_LAB, ICC_LAB, ITU_LAB = 8, 9, 10
_COLOUR_CHANNELS: Final = {
    WHITE_IS_ZERO: 1, BLACK_IS_ZERO: 1, RGB: 3, PALETTE: 1, MASK: 1, SEPARATED: 4, YCBCR: 3, CIE_LAB: 3, ICC_LAB: 3,
}  # fmt: skip
_ASSOCIATED, _UNASSOCIATED = 1, 2
_CMYK_INKS: Final = 1
_INK_SET, _YCBCR_COEFFICIENTS, _REFERENCE_BLACK_WHITE = 332, 529, 532
# What decodes these gives red, green and blue at once.
_DECODED_TO_RGB: Final = (6, 7, 34892, 33007, 34712, 34933, 50001, 34927)
_DEEP_WHITE: Final = 65535
# Integers of 32 bits and more seldom use them all: white is the least of these that no pixel exceeds.
_WHITE_LEVELS: Final = (255, 65535, 2**32 - 1, 2**64 - 1)
_SIGNED_WHITE_LEVELS: Final = (255, 32767, 65535, 2**31 - 1, 2**63 - 1)
_SPARKS: Final = 0.001
_SAMPLED_PIXELS: Final = 1_000_000
_D50_WHITE: Final = np.array([0.9642, 1.0, 0.8249])
_XYZ_TO_SRGB: Final = np.array([
    [3.2404542, -1.5371385, -0.4985314], [-0.9692660, 1.8760108, 0.0415560], [0.0556434, -0.2040259, 1.0572252],
])  # fmt: skip
_D50: Final = (0.3457, 0.3585)
_D65: Final = (0.3127, 0.3290)

Numbers = Any  # samples of whatever type the file has


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a page's samples mean.

    Attributes:
        photometric: TIFF's PhotometricInterpretation; RGB where decoding has brought it there.
        bits: Of each sample.
        has_alpha: Whether opacity follows the colours.
        premultiplied: Whether the colours are multiplied by it.
        palette: (levels, 3) uint8.
    """

    photometric: int
    bits: int
    has_alpha: bool = False
    premultiplied: bool = False
    palette: NDArray[np.uint8] | None = None
    luma: tuple[float, float, float] = (0.299, 0.587, 0.114)
    reference: tuple[float, ...] | None = None

    @property
    def channels(self) -> int:
        """Of colour, without opacity."""
        return _COLOUR_CHANNELS[self.photometric]

    @property
    def is_lab(self) -> bool:
        """Whether it is CIE L*a*b*, which `converter` turns into sRGB."""
        return self.photometric in (CIE_LAB, ICC_LAB)

    def converter(
        self, bands: Callable[[], Iterable[Numbers]], num_pixels: int
    ) -> Callable[[Numbers], NDArray[np.unsignedinteger]]:
        """What turns a band as it is stored, (rows, W, C), into one of 8 or 16 bits with the channels that count.

        Args:
            bands: All of the picture, which is read to find white where that depends on the brightest pixel.
            num_pixels: How many there are.
        """
        wanted = self.channels + self.has_alpha
        white = 0.0

        def convert(band: Numbers) -> NDArray[np.unsignedinteger]:
            return self._converted(band[..., :wanted], white)

        kind = next(iter(bands()))[:1].dtype
        if self.palette is None and (kind.kind == "f" or kind.itemsize > 2):  # noqa: PLR2004
            white = _white_level(bands(), self.channels, 1 + num_pixels // _SAMPLED_PIXELS)
        return convert

    def _converted(self, band: Numbers, white: float) -> NDArray[np.unsignedinteger]:
        if self.palette is not None:
            colours = self.palette[np.minimum(band[..., 0], len(self.palette) - 1)]
            return np.dstack([colours, _scaled(band[..., 1:], self.bits, 0)]) if self.has_alpha else colours
        if self.is_lab:
            colours = _lab_to_srgb(_lab(band[..., :3], icc=self.photometric == ICC_LAB))
            if not self.has_alpha:
                return colours
            return np.dstack([colours, _deepened(_scaled(band[..., 3:], self.bits, white))])
        if self.photometric == YCBCR:
            return _ycbcr_to_rgb(band, self.luma, self.reference)
        levels = _scaled(band, self.bits, white)
        if self.has_alpha and band.dtype.kind == "f":  # whatever white is, 1 is opaque
            levels[..., -1] = _scaled(band[..., -1], self.bits, 1.0)
        if self.photometric == WHITE_IS_ZERO:
            levels[..., 0] = np.iinfo(levels.dtype).max - levels[..., 0]
        return levels


def meaning_of(page: TiffPage) -> Meaning:
    """What the samples of a page mean.

    Raises:
        ValueError: They mean nothing that is known.
    """
    photometric, samples = int(page.photometric or 0), page.samplesperpixel
    if photometric == YCBCR and page.compression in _DECODED_TO_RGB:
        photometric = RGB
    if photometric == SEPARATED and page.tags.valueof(_INK_SET, _CMYK_INKS) != _CMYK_INKS:
        photometric = -1
    if samples < _COLOUR_CHANNELS.get(photometric, samples + 1):
        msg = f"photometric {page.photometric} with {samples} samples"
        raise ValueError(msg)
    channels = _COLOUR_CHANNELS[photometric]
    extra = tuple(int(kind) for kind in page.extrasamples)
    # Without a word on it, a fourth sample beside red, green and blue is opacity.
    first = extra[0] if extra else _UNASSOCIATED if (photometric, samples) == (RGB, channels + 1) else 0
    coefficients = page.tags.valueof(_YCBCR_COEFFICIENTS)
    luma = (
        tuple(float(one) / float(two) for one, two in zip(coefficients[::2], coefficients[1::2], strict=True))
        if photometric == YCBCR and coefficients
        else (0.299, 0.587, 0.114)
    )
    return Meaning(
        photometric,
        page.bitspersample,
        samples > channels and first in (_ASSOCIATED, _UNASSOCIATED) and photometric != YCBCR,
        first == _ASSOCIATED,
        _palette(page) if photometric == PALETTE else None,
        luma,  # type: ignore[arg-type]
        _ratios(page.tags.valueof(_REFERENCE_BLACK_WHITE)),
    )


def _ratios(pairs: tuple[int, ...] | None) -> tuple[float, ...] | None:
    if not pairs or len(pairs) != 12 or 0 in pairs[1::2]:  # noqa: PLR2004 - three pairs of fractions
        return None
    return tuple(one / two for one, two in zip(pairs[::2], pairs[1::2], strict=True))


def _palette(page: TiffPage) -> NDArray[np.uint8]:
    """The colours; levels up to 255 are meant as such, which the standard does not allow and libtiff understands."""
    table = page.colormap
    if table is None:
        msg = "no palette"
        raise ValueError(msg)
    return rounded_to_eight_bits(table.T) if table.max() > 255 else table.T.astype(np.uint8)  # noqa: PLR2004


def _scaled(values: Numbers, bits: int, white: float) -> NDArray[np.unsignedinteger]:
    """Samples of any type to all of 8 or 16 bits; below zero is black.

    Args:
        values: As stored.
        bits: How many are used.
        white: The white level, for floating-point numbers and integers of 32 bits and more.
    """
    if values.dtype == np.bool_:
        values = values.astype(np.uint8)
    if values.dtype.kind == "f" or values.dtype.itemsize > 2:  # noqa: PLR2004
        shares = np.nan_to_num(values / np.float32(white), nan=0.0, posinf=1.0, neginf=0.0)
        return np.asarray(np.rint(np.clip(shares, 0, 1) * _DEEP_WHITE), np.uint16)
    if values.dtype.kind == "i":
        values = np.maximum(values, 0).astype(values.dtype.str.replace("i", "u"))
        bits -= 1
    highest = 2**bits - 1
    deep = values.dtype.itemsize > 1
    wanted = _DEEP_WHITE if deep else 255
    if highest == wanted:
        return np.array(values)
    scaled = (np.minimum(values, highest).astype(np.uint32) * wanted + highest // 2) // highest
    return np.asarray(scaled, np.uint16 if deep else np.uint8)


def _white_level(bands: Iterable[Numbers], channels: int, step: int) -> float:
    """White of floating-point numbers and large integers.

    Floating-point numbers: 1, if at most one pixel in a thousand is brighter, and whatever is brighter is clipped; else
    what one in a thousand exceeds. Integers: the least of the usual white levels that no pixel exceeds.
    """
    brightest, kind, samples = 0, "f", []
    for band in bands:
        values = band[..., :channels]
        kind = values.dtype.kind
        if kind == "f":
            samples.append(values.max(axis=-1).ravel()[::step].astype(np.float32))
        else:
            brightest = max(brightest, int(values.max()))
    if kind != "f":
        levels = _SIGNED_WHITE_LEVELS if kind == "i" else _WHITE_LEVELS
        return float(next(level for level in levels if brightest <= level))
    finite = np.concatenate(samples)
    finite = finite[np.isfinite(finite)]
    return max(1.0, float(np.quantile(finite, 1 - _SPARKS, method="lower"))) if len(finite) else 1.0


def _deepened(levels: NDArray[np.unsignedinteger]) -> NDArray[np.unsignedinteger]:
    return levels if levels.dtype == np.uint16 else levels.astype(np.uint16) * np.uint16(257)


def _lab(values: Numbers, *, icc: bool) -> NDArray[np.float32]:
    """L* from 0 to 100 and a* and b* from -128 to 127, from 8 or 16 bits."""
    if values.dtype.kind == "f":
        return np.asarray(values, np.float32)
    deep = values.dtype.itemsize > 1
    white, step = (65535, 256) if deep else (255, 1)
    unsigned = values.astype(np.uint16 if deep else np.uint8)
    lightness = unsigned[..., :1].astype(np.float32) * np.float32(100 / white)
    if icc:
        chroma = unsigned[..., 1:].astype(np.float32) / step - 128
    else:
        chroma = unsigned[..., 1:].view(np.int16 if deep else np.int8).astype(np.float32) / step
    return np.concatenate([lightness, chroma], axis=-1)


def _lab_to_srgb(lab: NDArray[np.float32]) -> NDArray[np.uint16]:
    """CIE L*a*b* of D50 to sRGB, relative to white. Source: CIE 15:2004, 8.2.1.2, and IEC 61966-2-1."""
    height = (lab[..., 0] + 16) / 116
    roots = np.stack([height + lab[..., 1] / 500, height, height - lab[..., 2] / 200], axis=-1)
    xyz = np.where(roots > 6 / 29, roots**3, 3 * (6 / 29) ** 2 * (roots - 4 / 29)) * _D50_WHITE
    linear = np.clip(xyz @ (_XYZ_TO_SRGB @ adaptation(_D50, _D65)).T, 0, 1)
    encoded = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)  # noqa: PLR2004
    return np.asarray(np.rint(encoded * _DEEP_WHITE), np.uint16)


def _ycbcr_to_rgb(
    values: Numbers, luma: tuple[float, float, float], reference: tuple[float, ...] | None
) -> NDArray[np.uint8]:
    """TIFF 6.0, section 21, 8 bits, no subsampling."""
    if values.dtype != np.uint8:
        msg = "YCbCr of more than 8 bits"
        raise ValueError(msg)
    black_y, white_y, black_b, white_b, black_r, white_r = reference or (0, 255, 128, 255, 128, 255)
    y, cb, cr = (values[..., channel].astype(np.float32) for channel in range(3))
    y = (y - black_y) * 255 / (white_y - black_y)
    cb = (cb - black_b) * 127 / (white_b - black_b)
    cr = (cr - black_r) * 127 / (white_r - black_r)
    red, green, blue = luma
    r = cr * (2 - 2 * red) + y
    b = cb * (2 - 2 * blue) + y
    g = (y - blue * b - red * r) / green
    return np.asarray(np.clip(np.rint(np.stack([r, g, b], axis=-1)), 0, 255), np.uint8)
