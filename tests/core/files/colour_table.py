"""Files whose colours are not sRGB, in every way in which a file can say so, and files that count only in part."""

from __future__ import annotations

import io
import struct
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from tests.core.files import true_colours
from tests.core.files.image_files import chunk, linear_grey_profile, saved, wide_rgb_profile
from tests.core.files.true_colours import ADOBE, BT2020, P3, SRGB, in_gamut, pq_encoded, shown_in_srgb
from tests.core.files.true_files import (
    HEIGHT_PX,
    WIDTH_PX,
    TrueFile,
    avif,
    chrm,
    cicp,
    clean_aperture,
    gama,
    grey,
    grey_ramp,
    heic,
    iccp,
    opacity_ramp,
    png,
    ramps,
    with_property,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

Primaries = tuple[tuple[float, float], ...]
PRIMARIES: dict[int, Primaries] = {1: SRGB, 9: BT2020, 12: P3}
CURVES = {
    1: true_colours.bt709_decoded,
    4: true_colours.power(2.2),
    8: true_colours.power(1.0),
    13: true_colours.srgb_decoded,
    14: true_colours.bt709_decoded,
}
PQ, HLG = 16, 18


def muted() -> NDArray[np.float64]:
    """Values from 0.3 to 0.8, whose colours in wider primaries sRGB can show as well."""
    greys = ramps().mean(axis=-1)[..., np.newaxis]
    values: NDArray[np.float64] = 0.25 + 0.6 * (0.35 * ramps() + 0.65 * greys)
    return values


def of_code_points() -> Iterator[tuple[str, tuple[int, int], NDArray[np.float64], NDArray[np.float64]]]:
    """Name, code points, values and what they show."""
    for primaries, transfer in ((12, 13), (9, 14), (9, 1), (1, 8), (1, 4), (12, 4), (9, 13)):
        shown = shown_in_srgb(muted(), PRIMARIES[primaries], CURVES[transfer])
        yield f"code points {primaries}, {transfer}", (primaries, transfer), muted(), shown
    # White at reference white and nothing above it: the picture is what it would be in sRGB.
    levels = 255 * muted()
    nits = true_colours.WHITE_NITS * in_gamut(BT2020, levels)
    yield "PQ up to reference white", (9, PQ), pq_encoded(nits), levels
    nits = true_colours.WHITE_NITS * in_gamut(P3, levels)
    yield "PQ of P3", (12, PQ), pq_encoded(nits), levels
    bright = 2 + 900 * np.repeat(grey_ramp()[..., np.newaxis], 3, axis=-1) ** 2
    bright *= 900 / bright.max()
    yield "PQ up to 900 cd/m2", (9, PQ), pq_encoded(bright), true_colours.hdr_shown_in_srgb(bright, BT2020)
    values = 0.2 + 0.7 * muted()
    nits = true_colours.hlg_nits(values, BT2020)
    yield "HLG", (9, HLG), values, true_colours.hdr_shown_in_srgb(nits, BT2020)


def coded() -> Iterator[TrueFile]:
    for name, points, values, shown in of_code_points():
        hdr = points[1] in (PQ, HLG)
        for bits in (8, 16):
            # A step of PQ at 8 bits is up to two levels of sRGB, and wide primaries make more of it; so does a coder
            # of 8 bits. Without conversion these are off by 12 to 64 in the mean.
            slack = 5.0 if hdr and bits == 8 else 3.0
            yield TrueFile(f"PNG, {bits} bits, {name}", partial(png, values, bits, cicp(*points)), shown, None, slack)
        for bits in (8, 10):
            slack = 12.0 if hdr and bits == 8 else 6.0
            yield TrueFile(f"HEIC, {bits} bits, {name}", partial(heic, values, bits, points), shown, None, slack)
        yield TrueFile(f"AVIF, {name}", partial(avif, values, points), shown, None, 16.0 if hdr else 12.0)


def png_chunks() -> Iterator[TrueFile]:
    values = muted()
    by_gamma = {gamma: shown_in_srgb(values, SRGB, true_colours.power(1 / gamma)) for gamma in (1.0, 1 / 1.8, 1 / 2.2)}
    for bits in (8, 16):
        make = partial(png, values, bits)
        for gamma, shown in by_gamma.items():
            yield TrueFile(f"PNG, {bits} bits, gamma {gamma:.3f}", partial(make, gama(gamma)), shown)
        wide = shown_in_srgb(values, ADOBE, true_colours.power(2.2))
        yield TrueFile(f"PNG, {bits} bits, gAMA and cHRM", partial(make, gama(1 / 2.2), chrm(ADOBE)), wide)
        plain = values * 255
        yield TrueFile(
            f"PNG, {bits} bits, sRGB before gAMA", partial(make, chunk(b"sRGB", b"\0"), gama(1.0), chrm(P3)), plain
        )
        profiled = shown_in_srgb(values, P3, true_colours.power(2.0))
        yield TrueFile(
            f"PNG, {bits} bits, iCCP before gAMA", partial(make, gama(1.0), iccp(wide_rgb_profile())), profiled
        )
        yield TrueFile(
            f"PNG, {bits} bits, cICP before iCCP", partial(make, iccp(wide_rgb_profile()), cicp(1, 13)), plain
        )
        yield TrueFile(f"PNG, {bits} bits, gamma of zero", partial(make, chunk(b"gAMA", bytes(4))), plain)
        yield TrueFile(f"PNG, {bits} bits, interlaced", partial(make, interlaced=True), plain)
        yield TrueFile(f"PNG, {bits} bits, cHRM without light", partial(make, chunk(b"cHRM", bytes(32))), plain)
        alpha = opacity_ramp()
        yield TrueFile(
            f"PNG, {bits} bits, alpha and gamma",
            partial(png, np.dstack([values, alpha]), bits, gama(1.0)),
            by_gamma[1.0],
            alpha,
        )
        linear = true_colours.srgb_decoded(grey_ramp())[..., np.newaxis]
        if bits == 16:
            yield TrueFile(
                "PNG, 16 bits, linear grey", partial(png, linear, 16, iccp(linear_grey_profile())), grey(grey_ramp())
            )
            yield TrueFile("PNG, 16 bits, linear grey by gamma", partial(png, linear, 16, gama(1.0)), grey(grey_ramp()))
            transparent = np.dstack([grey_ramp(), alpha])
            yield TrueFile("PNG, 16 bits, grey and alpha", partial(png, transparent, 16), grey(grey_ramp()), alpha)


def adobe_rgb() -> Iterator[TrueFile]:
    values = muted()
    shown = shown_in_srgb(values, ADOBE, true_colours.power(563 / 256))
    image = Image.fromarray(np.rint(values * 255).astype(np.uint8))
    for name, space, index in (("R03", 0xFFFF, b"R03\0"), ("ColorSpace 2", 2, b"R98\0"), ("R03 alone", None, b"R03\0")):
        for order in "<>":
            block = exif_of_colour(space, index, order)
            yield TrueFile(
                f"JPEG, Adobe RGB by {name}, {order}",
                partial(saved, image, "JPEG", quality=100, subsampling=0, exif=block),
                shown,
                None,
                6.0,
            )
    block = exif_of_colour(0xFFFF, b"R03\0", "<")
    yield TrueFile("WebP, Adobe RGB", partial(saved, image, "WEBP", lossless=True, exif=block), shown)
    profiled = shown_in_srgb(values, P3, true_colours.power(2.0))
    yield TrueFile(
        "JPEG, a profile before EXIF",
        partial(saved, image, "JPEG", quality=100, subsampling=0, exif=block, icc_profile=wide_rgb_profile()),
        profiled,
        None,
        6.0,
    )
    for name, space, index in (("sRGB", 1, b"R98\0"), ("sRGB, R03", 1, b"R03\0"), ("uncalibrated", 0xFFFF, b"R98\0")):
        block = exif_of_colour(space, index, "<")
        yield TrueFile(
            f"JPEG, {name}",
            partial(saved, image, "JPEG", quality=100, subsampling=0, exif=block),
            values * 255,
            None,
            6.0,
        )


def exif_of_colour(space: int | None, index: bytes, order: str) -> bytes:
    """EXIF with ColorSpace and the interoperability index, by hand."""
    mark = {"<": b"II*\0", ">": b"MM\0*"}[order]
    short, long = struct.Struct(f"{order}HHIHH"), struct.Struct(f"{order}HHII")
    count, end = struct.Struct(f"{order}H"), bytes(4)
    first = count.pack(1) + long.pack(0x8769, 4, 1, 26) + end
    number = 1 if space is None else 2
    inner_at = 26 + 2 + 12 * number + 4
    entries = b"" if space is None else short.pack(0xA001, 3, 1, space, 0)
    exif = count.pack(number) + entries + long.pack(0xA005, 4, 1, inner_at) + end
    inner = count.pack(1) + struct.pack(f"{order}HHI4s", 1, 2, 4, index) + end
    return b"Exif\0\0" + mark + struct.pack(f"{order}I", 8) + first + exif + inner


def cropped() -> Iterator[TrueFile]:
    left, top, width, height = 12, 8, 48, 40
    shown = ramps()[top : top + height, left : left + width] * 255
    whole = np.rint(ramps() * 255) / 255
    aperture = clean_aperture(left, top, width, height, (WIDTH_PX, HEIGHT_PX))
    yield TrueFile("AVIF, clean aperture", partial(add, avif, whole, [(b"clap", aperture)]), shown, None, 6.0)
    yield TrueFile(
        "AVIF, clean aperture, turned",
        partial(add, avif, whole, [(b"clap", aperture), (b"irot", b"\1")]),
        np.rot90(shown),
        None,
        6.0,
    )
    # Whole blocks of 64, so that the encoder has no clean aperture of its own.
    across, down = np.meshgrid(np.linspace(0, 1, 128), np.linspace(0, 1, 64))
    blocks = np.stack([across, down, 1 - across], axis=-1)
    aperture = clean_aperture(20, 12, 80, 40, (128, 64))
    shown = np.rint(blocks * 255)[12:52, 20:100]
    for bits in (8, 10):
        yield TrueFile(
            f"HEIC, {bits} bits, clean aperture",
            partial(add, partial(heic, bits=bits), blocks, [(b"clap", aperture)]),
            shown,
            None,
            6.0,
        )
        yield TrueFile(
            f"HEIC, {bits} bits, clean aperture, turned",
            partial(add, partial(heic, bits=bits), blocks, [(b"clap", aperture), (b"irot", b"\1")]),
            np.rot90(shown),
            None,
            6.0,
        )


def add(make: Callable[..., bytes], values: NDArray[np.float64], properties: list[tuple[bytes, bytes]]) -> bytes:
    data = make(values)
    for name, content in properties:
        data = with_property(data, name, content)
    return data


def frames() -> Iterator[TrueFile]:
    picture = Image.fromarray(np.rint(ramps() * 255).astype(np.uint8))
    blank = Image.new("RGB", picture.size, "white")
    empty = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    shown = np.asarray(picture).astype(float)
    options: dict[str, Any] = {"save_all": True, "append_images": [picture]}
    yield TrueFile("WebP, blank first frame", partial(saved, blank, "WEBP", lossless=True, **options), shown)
    yield TrueFile("WebP, transparent first frame", partial(saved, empty, "WEBP", lossless=True, **options), shown)
    yield TrueFile("APNG, blank first frame", partial(saved, blank, "PNG", **options), shown)
    few = picture.quantize(64)
    yield TrueFile(
        "GIF, blank first frame",
        partial(saved, blank, "GIF", save_all=True, append_images=[few]),
        np.asarray(few.convert("RGB")).astype(float),
    )
    opacity = np.zeros((HEIGHT_PX, WIDTH_PX))
    opacity[16:48, 8:72] = 1
    small = few.crop((8, 16, 72, 48))
    part = np.zeros((HEIGHT_PX, WIDTH_PX, 3))
    part[16:48, 8:72] = np.asarray(small.convert("RGB"))
    yield TrueFile(
        "GIF, undefined background", partial(gif_on_screen, small, (8, 16)), part, opacity, thumbnail_tolerance=3.0
    )


def gif_on_screen(image: Image.Image, at: tuple[int, int]) -> bytes:
    """A GIF without a global palette, so without a background, whose picture covers a part of its screen."""
    file = io.BytesIO()
    image.save(file, "GIF", interlace=False)
    data = file.getvalue()
    flags = data[10]
    table = data[13 : 13 + 3 * 2 ** ((flags & 7) + 1)]
    place = data.index(b",", 13 + len(table))
    descriptor = struct.pack("<4HB", *at, *image.size, 0x80 | (flags & 7))
    screen = struct.pack("<2H3B", WIDTH_PX, HEIGHT_PX, 0x70, 0, 0)
    return b"GIF89a" + screen + b"," + descriptor + table + data[place + 10 :]


def uncommon_jpegs() -> Iterator[TrueFile]:
    colours, greys = np.rint(ramps() * 4095).astype(np.uint16), np.rint(grey_ramp() * 65535).astype(np.uint16)
    yield TrueFile("JPEG, 12 bits", partial(twelve_bit_jpeg, colours), ramps() * 255, None, 4.0)
    yield TrueFile("JPEG, 12 bits, grey", partial(twelve_bit_jpeg, colours[..., 0].copy()), grey(grey_ramp()))
    yield TrueFile("JPEG, lossless, 16 bits, grey", partial(lossless_jpeg, greys), grey(grey_ramp()))


def twelve_bit_jpeg(levels: NDArray[np.uint16]) -> bytes:
    import imagecodecs  # noqa: PLC0415 - slow to load

    return bytes(imagecodecs.jpeg8_encode(levels, level=98, bitspersample=12))


def lossless_jpeg(levels: NDArray[np.uint16]) -> bytes:
    import imagecodecs  # noqa: PLC0415 - slow to load

    return bytes(imagecodecs.ljpeg_encode(levels, bitspersample=16))


def colour_files() -> list[TrueFile]:
    """All of them."""
    return [file for family in (coded, png_chunks, adobe_rgb, cropped, frames, uncommon_jpegs) for file in family()]
