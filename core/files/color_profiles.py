"""From any colour to sRGB, and the profile that written files carry."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageCms

from core.files.code_points import HdrColour
from core.files.hdr import HdrConverter
from core.files.made_profiles import MatrixColour

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from core.files.code_points import Colour

_CREATED = slice(24, 36)  # of the profile's header: six 16-bit numbers, from the year to the second
_A_FIXED_DATE = bytes.fromhex("07e8 0001 0001 0000 0000 0000")
_BAND_PX = 1_000_000
_GREY, _RGB, _CMYK = 1, 3, 4
_NAMES = {_GREY: "gray", _RGB: "rgb", _CMYK: "cmyk"}
_SPACES = {_GREY: b"GRAY", _RGB: b"RGB ", _CMYK: b"CMYK"}
# cmsFLAGS_NOOPTIMIZE: Little CMS would interpolate in a table too coarse for linear shadows, 10 of 255 off.
_EXACT = 0x0100
_SPACE = slice(16, 20)  # of the profile's header


@cache
def srgb_profile() -> bytes:
    """The sRGB profile to embed in a file; always the same bytes."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_CREATED] = _A_FIXED_DATE
    return bytes(profile)


def to_srgb(image: Image.Image, colour: Colour) -> Image.Image:
    """Converts a picture without transparency to sRGB.

    A profile that is broken, or made for another kind of picture than this one, is taken for sRGB: a picture in
    slightly wrong colours is worth more than none.

    Args:
        image: Mode L, RGB or CMYK.
        colour: What its numbers mean.

    Returns:
        The picture in mode RGB; the image itself where there is nothing to do.
    """
    if not colour:
        return image if image.mode == "RGB" else image.convert("RGB")
    if isinstance(colour, HdrColour):
        return _hdr_to_srgb(image.convert("RGB"), colour)
    if isinstance(colour, MatrixColour):
        image, colour = image.convert("RGB"), colour.profile
    try:
        return _transform_to_srgb(colour, image.mode).apply(image)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image.convert("RGB")


def samples_to_srgb(values: NDArray[np.unsignedinteger], colour: bytes | MatrixColour | None) -> NDArray[np.uint8]:
    """Converts pixels without transparency to sRGB, through their profile at the depth that they have.

    Args:
        values: (rows, W, C) uint8 or uint16: grey, red, green and blue, or the four inks, more of which is darker.
        colour: What they mean; a profile that does not fit, or is broken, is taken for sRGB.

    Returns:
        (rows, W, 3).
    """
    if isinstance(colour, MatrixColour):
        values = np.repeat(values, 3, axis=-1) if values.shape[-1] == _GREY else values
    profile = colour.profile if isinstance(colour, MatrixColour) else colour
    channels = values.shape[-1]
    if profile and profile[_SPACE] == _SPACES[channels]:
        # Loaded here, for few files need it.
        from imagecodecs import CmsError, cms_transform  # noqa: PLC0415

        try:
            converted: NDArray[np.uint8] = cms_transform(
                np.ascontiguousarray(values[..., 0] if channels == _GREY else values), profile, srgb_profile(),
                colorspace=_NAMES[channels], outcolorspace="rgb", outdtype="u1",
                intent=ImageCms.Intent.PERCEPTUAL.value, flags=_EXACT,
            )  # fmt: skip
        except CmsError:
            pass
        else:
            return converted
    if channels == _CMYK:
        white = np.uint32(np.iinfo(values.dtype).max)
        light = white - values.astype(np.uint32)
        values = ((light[..., :3] * light[..., 3:] + white // 2) // white).astype(values.dtype)
    levels = rounded_to_eight_bits(values)
    return np.repeat(levels, 3, axis=-1) if channels == _GREY else levels


def rounded_to_eight_bits(values: NDArray[np.unsignedinteger]) -> NDArray[np.uint8]:
    """The nearest of 256 levels; uint8 or uint16, of any shape."""
    if values.dtype == np.uint8:
        return values.astype(np.uint8, copy=False)
    # Exact for all 65536: v * 255 / 65535, rounded.
    return ((values.astype(np.uint32) * 255 + 32895) >> 16).astype(np.uint8)


def lab_to_srgb(image: Image.Image) -> Image.Image:
    """Converts a picture in mode LAB (CIE L*a*b*, D50, as TIFF files hold it) to sRGB, mode RGB."""
    lab, srgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
    intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
    return ImageCms.ImageCmsTransform(
        ImageCms.ImageCmsProfile(lab), ImageCms.ImageCmsProfile(srgb), "LAB", "RGB", intent
    ).apply(image)


def _transform_to_srgb(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform:
    source = ImageCms.ImageCmsProfile(BytesIO(profile))
    target = ImageCms.ImageCmsProfile(BytesIO(srgb_profile()))
    return ImageCms.ImageCmsTransform(source, target, mode, "RGB", ImageCms.Intent.PERCEPTUAL)


def _hdr_to_srgb(image: Image.Image, colour: HdrColour) -> Image.Image:
    converter = HdrConverter(colour, (np.asarray(band) for _, band in _bands(image)))
    converted = Image.new("RGB", image.size)
    for top, band in _bands(image):
        converted.paste(Image.fromarray(converter.to_srgb(np.asarray(band))), (0, top))
    return converted


def _bands(image: Image.Image) -> Iterator[tuple[int, Image.Image]]:
    rows = max(1, _BAND_PX // image.width)
    for top in range(0, image.height, rows):
        yield top, image.crop((0, top, image.width, min(top + rows, image.height)))
