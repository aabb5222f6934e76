"""ICC colour profiles: any picture to sRGB, and the profile that written files carry."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import ImageCms

if TYPE_CHECKING:
    from PIL import Image

_CREATED = slice(24, 36)  # of the profile's header: six 16-bit numbers, from the year to the second
_A_FIXED_DATE = bytes.fromhex("07e8 0001 0001 0000 0000 0000")


@cache
def srgb_profile() -> bytes:
    """The sRGB profile to embed in a file; always the same bytes."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_CREATED] = _A_FIXED_DATE
    return bytes(profile)


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Converts a picture without transparency to sRGB.

    A profile that is broken, or made for another kind of picture than this one, is taken for sRGB: a picture in
    slightly wrong colours is worth more than none.

    Args:
        image: Mode L, RGB or CMYK.
        profile: The embedded ICC profile, None when there is none.

    Returns:
        The picture in mode RGB; the image itself where there is nothing to do.
    """
    if not profile:
        return image if image.mode == "RGB" else image.convert("RGB")
    try:
        return _transform_to_srgb(profile, image.mode).apply(image)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image.convert("RGB")


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
