"""Files of more than 8 bits that are not TIFF, and what is broken in a way that leaves the picture whole."""

from __future__ import annotations

import struct
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from tests.core.files import true_colours
from tests.core.files.colour_table import PRIMARIES, add, muted
from tests.core.files.image_files import chunk, linear_grey_profile, saved, wide_rgb_profile
from tests.core.files.true_colours import P3, SRGB, pq_encoded, shown_in_srgb
from tests.core.files.true_files import (
    HEIGHT_PX,
    WIDTH_PX,
    TrueFile,
    clean_aperture,
    gama,
    grey,
    grey_ramp,
    heic,
    iccp,
    opacity_ramp,
    png,
    ramps,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

GREYS, RGB, CMYK, LAB = 1, 3, 4, 9
# The darkest tenth of linear light, in which 8 bits have 26 levels.
SHADOWS = 0.1 * grey_ramp()
SHADOWS_SHOWN = grey(true_colours.srgb_encoded(SHADOWS))
RGB_SHADOWS = np.repeat(SHADOWS[..., np.newaxis], 3, axis=-1)


def avifs() -> Iterator[TrueFile]:
    alpha = opacity_ramp()
    kinds = {
        "grey": (grey_ramp(), grey(grey_ramp()), None),
        "RGB": (ramps(), ramps() * 255, None),
        "RGB, alpha": (np.dstack([ramps(), alpha]), ramps() * 255, alpha),
        "grey, alpha": (np.dstack([grey_ramp(), alpha]), grey(grey_ramp()), alpha),
    }
    for bits in (10, 12):
        for name, (values, levels, opacity) in kinds.items():
            yield TrueFile(f"AVIF, {bits} bits, {name}", partial(avif, values, bits), levels, opacity)
        for primaries, transfer in ((12, 13), (9, 13), (1, 4)):
            decoded = true_colours.srgb_decoded if transfer == 13 else true_colours.power(2.2)
            yield TrueFile(
                f"AVIF, {bits} bits, code points {primaries}, {transfer}",
                partial(avif, muted(), bits, (primaries, transfer)),
                shown_in_srgb(muted(), PRIMARIES[primaries], decoded),
                None,
                3.0,
            )
        nits = 2 + 900 * RGB_SHADOWS**2
        nits *= 900 / nits.max()
        yield TrueFile(
            f"AVIF, {bits} bits, PQ",
            partial(avif, pq_encoded(nits), bits, (9, 16)),
            true_colours.hdr_shown_in_srgb(nits, PRIMARIES[9]),
            None,
            3.0,
        )
    # At 8 bits these would be up to 8 levels off.
    yield TrueFile("AVIF, 12 bits, linear shadows", partial(avif, RGB_SHADOWS, 12, (1, 8)), SHADOWS_SHOWN)
    left, top, width, height = 12, 8, 48, 40
    aperture = clean_aperture(left, top, width, height, (WIDTH_PX, HEIGHT_PX))
    shown = ramps()[top : top + height, left : left + width] * 255
    yield TrueFile(
        "AVIF, 10 bits, clean aperture, turned",
        partial(add, partial(avif, bits=10), ramps(), [(b"clap", aperture), (b"irot", b"\1")]),
        np.rot90(shown),
    )


def avif(values: NDArray[np.float64], bits: int, code_points: tuple[int, int] = (1, 13)) -> bytes:
    import imagecodecs  # noqa: PLC0415 - slow to load

    levels = np.rint(values * (2**bits - 1)).astype(np.uint16)
    data = bytearray(imagecodecs.avif_encode(levels, level=100, speed=10, bitspersample=bits, pixelformat="444"))
    assert data.count(b"nclx") == 1
    place = data.index(b"nclx") + 4
    data[place : place + 4] = struct.pack(">HH", *code_points)
    return bytes(data)


def heics() -> Iterator[TrueFile]:
    yield TrueFile("HEIC, 10 bits, linear shadows", partial(heic, RGB_SHADOWS, 10, (1, 8)), SHADOWS_SHOWN, None, 6.0)


def pngs() -> Iterator[TrueFile]:
    alpha = opacity_ramp()
    kinds = {
        "linear shadows": (SHADOWS[..., np.newaxis], iccp(linear_grey_profile()), SHADOWS_SHOWN, None),
        "gamma": (RGB_SHADOWS, gama(1.0), SHADOWS_SHOWN, None),
        "alpha": (np.dstack([ramps(), alpha]), b"", ramps() * 255, alpha),
        "grey and alpha": (np.dstack([grey_ramp(), alpha]), b"", grey(grey_ramp()), alpha),
    }
    for name, (values, before, levels, opacity) in kinds.items():
        make = partial(png, values, 16, before, interlaced=True)
        yield TrueFile(f"PNG, 16 bits, interlaced, {name}", make, levels, opacity)
    frames = saved(picture(), "PNG", save_all=True, append_images=[Image.new("RGB", picture().size, "white")])
    shown = np.asarray(picture()).astype(float)
    for name, data in {
        "first": with_sequence(frames, {0: 7}),
        "second": with_sequence(frames, {1: 7}),
        "all": with_sequence(frames, dict.fromkeys(range(3), 7)),
    }.items():
        yield TrueFile(f"APNG, wrong sequence, {name}", partial(bytes, data), shown)


def picture() -> Image.Image:
    return Image.fromarray(np.rint(ramps() * 255).astype(np.uint8))


def with_sequence(data: bytes, numbers: dict[int, int]) -> bytes:
    """An APNG in which some of the numbers that tell the order of frames are others."""
    found, at, index = data[:8], 8, 0
    while at < len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        content = data[at + 8 : at + 8 + length]
        if name in (b"fcTL", b"fdAT"):
            if index in numbers:
                content = struct.pack(">I", numbers[index]) + content[4:]
            index += 1
        found += chunk(name, content)
        at += 12 + length
    return found


# Photoshop's files


def psds() -> Iterator[TrueFile]:
    alpha = opacity_ramp()
    inks = np.dstack([ramps(), 0.3 * grey_ramp()])
    of_inks = 255 * (1 - inks[..., :3]) * (1 - inks[..., 3:])
    profiled = shown_in_srgb(muted(), P3, true_colours.power(2.0))
    for bits in (8, 16):
        for is_psb in (False, True):
            for packed in (False, True):
                name = f"{'PSB' if is_psb else 'PSD'}, {bits} bits{', packed' if packed else ''}"
                make = partial(psd, bits=bits, is_psb=is_psb, packed=packed)
                yield TrueFile(f"{name}, RGB", partial(make, ramps(), RGB), ramps() * 255)
                yield TrueFile(f"{name}, grey", partial(make, grey_ramp()[..., np.newaxis], GREYS), grey(grey_ramp()))
                yield TrueFile(f"{name}, inks", partial(make, 1 - inks, CMYK), of_inks)
                # As Photoshop stores it: over white.
                white = np.dstack([ramps() * alpha[..., np.newaxis] + 1 - alpha[..., np.newaxis], alpha])
                yield TrueFile(
                    f"{name}, transparent", partial(make, white, RGB, num_layers=-2), ramps() * 255, alpha, 3.0
                )
        make = partial(psd, bits=bits)
        selection = np.dstack([ramps(), np.zeros_like(alpha)])
        yield TrueFile(f"PSD, {bits} bits, a saved selection", partial(make, selection, RGB), ramps() * 255)
        yield TrueFile(f"PSD, {bits} bits, layers", partial(make, selection, RGB, num_layers=3), ramps() * 255)
        yield TrueFile(f"PSD, {bits} bits, profile", partial(make, muted(), RGB, profile=wide_rgb_profile()), profiled)
        lab = lab_of(muted() * 255)
        # 0 is 128, of 16 bits 128 times 256.
        chroma = (lab[..., 1:] + 128) / 255 if bits == 8 else (lab[..., 1:] * 256 + 32768) / 65535
        shares = np.dstack([lab[..., 0] / 100, chroma])
        yield TrueFile(f"PSD, {bits} bits, Lab", partial(make, shares, LAB), muted() * 255, None, 24.0 / bits)
    linear = partial(psd, SHADOWS[..., np.newaxis], GREYS, 16, profile=linear_grey_profile())
    yield TrueFile("PSD, 16 bits, linear shadows", linear, SHADOWS_SHOWN)
    yield TrueFile("PSD, 32 bits", partial(psd, RGB_SHADOWS, RGB, 32), SHADOWS_SHOWN)
    yield TrueFile("PSD, 32 bits, packed", partial(psd, RGB_SHADOWS, RGB, 32, packed=True), SHADOWS_SHOWN)


def lab_of(levels: NDArray[np.float64]) -> NDArray[np.float64]:
    """(H, W, 3) CIE L*a*b* of D50 that levels of sRGB mean."""
    bradford = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])
    white_65 = true_colours.to_xyz(SRGB) @ np.ones(3)
    white_50 = np.array([0.9642, 1.0, 0.8249])
    adapt = np.linalg.inv(bradford) @ np.diag(bradford @ white_50 / (bradford @ white_65)) @ bradford
    xyz = true_colours.srgb_decoded(levels / 255) @ true_colours.to_xyz(SRGB).T @ adapt.T / white_50
    roots = np.where(xyz > (6 / 29) ** 3, np.cbrt(xyz), xyz * (29 / 6) ** 2 / 3 + 4 / 29)
    return np.stack([
        116 * roots[..., 1] - 16, 500 * (roots[..., 0] - roots[..., 1]), 200 * (roots[..., 1] - roots[..., 2]),
    ], axis=-1)  # fmt: skip


def psd(
    values: NDArray[np.float64],
    mode: int,
    bits: int,
    *,
    is_psb: bool = False,
    packed: bool = False,
    num_layers: int = 0,
    profile: bytes = b"",
) -> bytes:
    """A file of Photoshop's of (H, W, C) values from 0 to 1, inks with less for darker, as they are stored."""
    height, width, channels = values.shape
    levels: NDArray[Any] = (
        values.astype(">f4") if bits == 32 else np.rint(values * (2**bits - 1)).astype(f">u{bits // 8}")
    )
    header = struct.pack(">4sH6xHIIHH", b"8BPS", 1 + is_psb, channels, height, width, bits, mode)
    resources = b""
    if profile:
        resources = b"8BIM" + struct.pack(">HHI", 1039, 0, len(profile)) + profile + bytes(len(profile) % 2)
    rows = [row.tobytes() for plane in np.moveaxis(levels, 2, 0) for row in plane]
    if packed:
        rows = [pack_bits(row) for row in rows]
        counts = np.array([len(row) for row in rows], ">u4" if is_psb else ">u2").tobytes()
        body = struct.pack(">H", 1) + counts + b"".join(rows)
    else:
        body = struct.pack(">H", 0) + b"".join(rows)
    layers = layer_section(num_layers, bits, ">Q" if is_psb else ">I") if num_layers else bytes(8 if is_psb else 4)
    return header + bytes(4) + struct.pack(">I", len(resources)) + resources + layers + body


def layer_section(num_layers: int, bits: int, length: str) -> bytes:
    """The count of layers, where Photoshop has it: of deep pictures, in a block of its own; the layers are left out."""
    count = struct.pack(">h", num_layers) + bytes(2)
    if bits == 8:
        content = struct.pack(length, len(count)) + count + bytes(4)
    else:
        other = b"8BIM" + b"Patt" + struct.pack(">I", 4) + bytes(4)
        block = b"8BIM" + f"Lr{bits}".encode() + struct.pack(length, len(count)) + count
        content = bytes(struct.calcsize(length)) + bytes(4) + other + block
    return struct.pack(length, len(content)) + content


def pack_bits(row: bytes) -> bytes:
    """Bytes as PackBits, in pieces of 100, alike ones as such."""
    pieces = [row[at : at + 100] for at in range(0, len(row), 100)]
    return b"".join(
        bytes([257 - len(piece), piece[0]])
        if len(set(piece)) == 1 and len(piece) > 1
        else bytes([len(piece) - 1]) + piece
        for piece in pieces
    )


def lossless_jpegs() -> Iterator[TrueFile]:
    halves = np.rint(ramps() * 127).astype(np.uint8)
    yield TrueFile("JPEG, lossless, point transform", partial(point_transformed, halves), halves.astype(np.float64) * 2)


def point_transformed(halves: NDArray[np.uint8]) -> bytes:
    """A lossless JPEG of 8 bits that leaves out the last.

    Only the first prediction is another than without: 64 instead of 128 (ITU-T T.81, H.1.2.1).
    """
    import imagecodecs  # noqa: PLC0415 - slow to load

    data = bytearray(imagecodecs.jpeg8_encode(halves + np.uint8(64), lossless=True))
    scan = data.index(b"\xff\xda")
    data[scan + 1 + int.from_bytes(data[scan + 2 : scan + 4], "big")] = 1
    return bytes(data)


def deep_files() -> list[TrueFile]:
    """All of them."""
    return [file for family in (avifs, heics, lossless_jpegs, pngs, psds) for file in family()]
