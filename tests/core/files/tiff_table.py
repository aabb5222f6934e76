"""TIFF files of every kind of pixel, layout and byte order, with what they show."""

from __future__ import annotations

import io
import struct
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from tests.core.files import true_colours
from tests.core.files.image_files import linear_grey_profile, saved, wide_rgb_profile
from tests.core.files.true_files import TrueFile, grey, grey_ramp, opacity_ramp, ramps, stored, tiff

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray


def inks() -> NDArray[np.float64]:
    """(H, W, 4): cyan, magenta, yellow and black from 0 to 1."""
    return np.dstack([ramps(), 0.3 * grey_ramp()])


def models() -> dict[str, tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64] | None, dict[str, Any]]]:
    """By name: values to store, levels shown, opacity, and how tifffile is told."""
    alpha = opacity_ramp()
    return {
        "grey": (grey_ramp()[..., np.newaxis], grey(grey_ramp()), None, {"photometric": "minisblack"}),
        "RGB": (ramps(), ramps() * 255, None, {"photometric": "rgb"}),
        "CMYK": (inks(), 255 * (1 - inks()[..., :3]) * (1 - inks()[..., 3:]), None, {"photometric": "separated"}),
        "grey, alpha": (np.dstack([grey_ramp(), alpha]), grey(grey_ramp()), alpha,
                        {"photometric": "minisblack", "extrasamples": ["unassalpha"]}),
        "RGB, alpha": (np.dstack([ramps(), alpha]), ramps() * 255, alpha,
                       {"photometric": "rgb", "extrasamples": ["unassalpha"]}),
        "RGB times alpha": (np.dstack([ramps() * alpha[..., np.newaxis], alpha]), ramps() * 255, alpha,
                            {"photometric": "rgb", "extrasamples": ["assocalpha"]}),
    }  # fmt: skip


def layouts() -> Iterator[TrueFile]:
    shapes: dict[str, dict[str, Any]] = {"strips": {"rowsperstrip": 10}, "tiles": {"tile": (32, 16)}}
    for model, (values, levels, opacity, told) in models().items():
        for kind in ("u1", "u2"):
            for shape, layout in shapes.items():
                for planar in ("contig", "separate") if values.shape[2] > 1 else ("contig",):
                    array = stored(values, kind)
                    if planar == "separate":
                        array = np.moveaxis(array, 2, 0)
                    options = {
                        **told,
                        **layout,
                        "planarconfig": planar,
                        "compression": "zlib" if kind == "u2" else None,
                    }
                    if values.shape[2] == 1:
                        array, options = array[..., 0], {**options, "planarconfig": None}
                    yield TrueFile(
                        f"{model}, {kind}, {shape}, {planar}", partial(tiff, array, **options), levels, opacity
                    )


def byte_orders() -> Iterator[TrueFile]:
    for order in "<>":
        for big in (False, True):
            for kind in ("u1", "u2", "f4"):
                yield TrueFile(
                    f"RGB, {kind}, {order}, {'Big' if big else ''}TIFF",
                    partial(tiff, stored(ramps(), kind), photometric="rgb", rowsperstrip=7,
                            extra={"byteorder": order, "bigtiff": big}), ramps() * 255,
                )  # fmt: skip


def compressions() -> Iterator[TrueFile]:
    for name in ("lzw", "zlib", "packbits", "zstd", "lzma", "png"):
        for kind in ("u1", "u2"):
            yield TrueFile(
                f"{name}, {kind}",
                partial(tiff, stored(ramps(), kind), photometric="rgb", compression=name, rowsperstrip=16,
                        predictor=name in ("lzw", "zlib")), ramps() * 255,
            )  # fmt: skip
    image = Image.fromarray(stored(ramps(), "u1"))
    yield TrueFile("jpeg", partial(saved, image, "TIFF", compression="jpeg", quality=98), ramps() * 255, None, 8.0)
    yield TrueFile(
        "jpeg, RGB in tiles",
        partial(
            tiff,
            stored(ramps(), "u1"),
            photometric="rgb",
            compression="jpeg",
            tile=(32, 16),
            compressionargs={"level": 98},
        ),
        ramps() * 255,
        None,
        6.0,
    )
    yield TrueFile("YCbCr, not compressed", partial(saved, image.convert("YCbCr"), "TIFF"), ramps() * 255, None, 4.0)
    yield TrueFile(
        "jpeg 2000",
        partial(
            tiff, stored(ramps(), "u2"), photometric="rgb", compression="jpeg2000", compressionargs={"reversible": True}
        ),
        ramps() * 255,
    )
    yield TrueFile(
        "webp",
        partial(tiff, stored(ramps(), "u1"), photometric="rgb", compression="webp", compressionargs={"lossless": True}),
        ramps() * 255,
    )
    yield TrueFile("lerc", partial(tiff, stored(ramps(), "f4"), photometric="rgb", compression="lerc"), ramps() * 255)
    yield TrueFile(
        "float with predictor",
        partial(tiff, stored(ramps(), "f4"), photometric="rgb", compression="zlib", predictor=True),
        ramps() * 255,
    )


def white_is_zero() -> Iterator[TrueFile]:
    for kind in ("u1", "u2", "u4", "f4"):
        array = stored(1 - grey_ramp(), kind)
        yield TrueFile(f"WhiteIsZero, {kind}", partial(tiff, array, photometric="miniswhite"), grey(grey_ramp()))
    bits = (np.arange(80) // 40)[np.newaxis].repeat(64, axis=0)
    yield TrueFile(
        "WhiteIsZero, 1 bit", partial(tiff, bits.astype(bool), photometric="miniswhite"), grey((1 - bits).astype(float))
    )
    yield TrueFile(
        "BlackIsZero, 1 bit", partial(tiff, bits.astype(bool), photometric="minisblack"), grey(bits.astype(float))
    )


def hot(array: NDArray[Any], value: float) -> NDArray[Any]:
    """One pixel far brighter than all others."""
    array = array.copy()
    array[5, 7] = value
    return array


def numbers() -> Iterator[TrueFile]:
    def shown(values: NDArray[np.float64], at: float = 1.0) -> NDArray[np.float64]:
        return grey(hot(values, at))

    for kind in ("f2", "f4", "f8"):
        yield TrueFile(f"{kind}", partial(tiff, stored(grey_ramp(), kind), photometric="minisblack"), grey(grey_ramp()))
        yield TrueFile(f"RGB, {kind}", partial(tiff, stored(ramps(), kind), photometric="rgb"), ramps() * 255)
        yield TrueFile(
            f"{kind}, one hot pixel",
            partial(tiff, hot(grey_ramp().astype(kind), 60_000.0), photometric="minisblack"),
            shown(grey_ramp()),
        )
    yield TrueFile(
        "RGB, f4, one hot pixel",
        partial(tiff, hot(ramps().astype("f4"), 1e6), photometric="rgb"),
        hot(ramps(), 1.0) * 255,
    )
    alpha = opacity_ramp()
    bright_colours = np.dstack([ramps() / ramps().max() * 7, alpha]).astype("f4")
    yield TrueFile(
        "RGB up to 7, alpha up to 1, f4",
        partial(tiff, bright_colours, photometric="rgb", extrasamples=["unassalpha"]),
        ramps() / ramps().max() * 255,
        alpha,
    )
    bright = grey_ramp() / grey_ramp().max() * 4000
    yield TrueFile(
        "f4, up to 4000, one hot pixel",
        partial(tiff, hot(bright.astype("f4"), 1e9), photometric="minisblack"),
        shown(bright / 4000),
    )
    yield TrueFile(
        "f4, below zero",
        partial(tiff, hot(grey_ramp().astype("f4"), -5.0), photometric="minisblack"),
        shown(grey_ramp(), 0.0),
    )
    for kind, white in (("i1", 127), ("i2", 32767), ("i4", 2**31 - 1)):
        array = np.rint(grey_ramp() * white).astype(kind)
        yield TrueFile(f"signed, {kind}", partial(tiff, array, photometric="minisblack"), grey(grey_ramp()))
        array = np.rint(ramps() * white).astype(kind)
        yield TrueFile(f"signed RGB, {kind}", partial(tiff, array, photometric="rgb"), ramps() * 255)
    yield TrueFile("u4", partial(tiff, stored(grey_ramp(), "u4"), photometric="minisblack"), grey(grey_ramp()))
    yield TrueFile("RGB, u4", partial(tiff, stored(ramps(), "u4"), photometric="rgb"), ramps() * 255)
    for bits in (2, 4, 6, 10, 12, 14):
        levels = np.rint(grey_ramp() * (2**bits - 1))
        yield TrueFile(
            f"{bits} bits",
            partial(packed_tiff, levels[..., np.newaxis].astype(np.uint16), bits, 1),
            grey(levels / (2**bits - 1)),
        )
    for bits in (4, 10, 12):
        levels = np.rint(ramps() * (2**bits - 1))
        yield TrueFile(
            f"RGB, {bits} bits", partial(packed_tiff, levels.astype(np.uint16), bits, 2), levels / (2**bits - 1) * 255
        )


def packed_tiff(levels: NDArray[np.uint16], bits: int, photometric: int) -> bytes:
    """Samples without gaps between them, each row beginning with a byte; by hand."""
    height, width, channels = levels.shape
    rows = ["".join(f"{int(level):0{bits}b}" for level in row.ravel()) for row in levels]
    data = b"".join(int(row.ljust(-(-len(row) // 8) * 8, "0"), 2).to_bytes(-(-len(row) // 8), "big") for row in rows)
    entries = [(256, 4, 1, width), (257, 4, 1, height), (259, 3, 1, 1), (262, 3, 1, photometric), (273, 4, 1, 0),
               (277, 3, 1, channels), (278, 4, 1, height), (279, 4, 1, len(data))]  # fmt: skip
    end = 8 + 2 + 12 * (len(entries) + 1) + 4
    widths = struct.pack(f"<{channels}H", *[bits] * channels)
    entries.append((258, 3, channels, int.from_bytes(widths, "little") if channels < 3 else end))
    entries[4] = (273, 4, 1, end + 8)
    body = b"".join(struct.pack("<HHII", *entry) for entry in sorted(entries))
    return struct.pack("<2sHIH", b"II", 42, 8, len(entries)) + body + bytes(4) + widths.ljust(8, b"\0") + data


def palettes() -> Iterator[TrueFile]:
    index = (np.arange(80)[np.newaxis] + np.arange(64)[:, np.newaxis]).astype(np.uint8)
    colours = np.stack([np.arange(256), 255 - np.arange(256), np.arange(256) // 2])
    shown = colours.T[index].astype(float)
    for name, table in (("16 bits", colours * 257), ("8 bits shifted", colours * 256), ("0 to 255", colours)):
        yield TrueFile(
            f"palette of {name}", partial(tiff, index, photometric="palette", colormap=table.astype(np.uint16)), shown
        )


def several_pages() -> Iterator[TrueFile]:
    small = np.zeros((16, 20, 3), np.uint8)
    for kind in ("u1", "u2"):
        array = stored(ramps(), kind)
        yield TrueFile(f"thumbnail first, {kind}", partial(pages, [(small, 1), (array, 0)]), ramps() * 255)
        yield TrueFile(
            f"picture in a SubIFD, {kind}", partial(pages, [(small, 1), (array, 0)], within=True), ramps() * 255
        )
    yield TrueFile(
        "two sizes behind the thumbnail",
        partial(pages, [(small, 1), (np.zeros((32, 40, 3), np.uint8), 0), (stored(ramps(), "u1"), 0)]),
        ramps() * 255,
    )
    yield TrueFile(
        "picture first, thumbnail next", partial(pages, [(stored(ramps(), "u1"), 0), (small, 1)]), ramps() * 255
    )
    yield TrueFile(
        "larger page behind the first",
        partial(pages, [(stored(ramps(), "u1"), 0), (np.zeros((90, 90, 3), np.uint8), 0)]),
        ramps() * 255,
    )


def pages(arrays: list[tuple[NDArray[Any], int]], *, within: bool = False) -> bytes:
    """Pages, each with its NewSubfileType; ``within`` puts all others into the first."""
    import tifffile  # noqa: PLC0415 - slow to load

    file = io.BytesIO()
    with tifffile.TiffWriter(file) as writer:
        for number, (array, subfile_type) in enumerate(arrays):
            writer.write(array, photometric="rgb", subfiletype=subfile_type, metadata=None,
                         subifds=len(arrays) - 1 if within and number == 0 else None)  # fmt: skip
    return file.getvalue()


def lab() -> Iterator[TrueFile]:
    """By CIE 15: L* alone makes greys; a* and b* are zero there, and a moderate ramp elsewhere."""
    lightness, chroma = 20 + 60 * grey_ramp(), 30 * (opacity_ramp() - 0.75)
    f = (lightness + 16) / 116
    roots = np.stack([f + chroma / 500, f, f + chroma / 200], axis=-1)
    xyz = np.where(roots > 6 / 29, roots**3, 3 * (6 / 29) ** 2 * (roots - 4 / 29)) * [0.96422, 1.0, 0.82521]
    bradford = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])
    d50, d65 = np.array([0.96422, 1.0, 0.82521]), np.array([0.3127, 0.3290, 0.3583]) / 0.3290
    adapted = np.linalg.inv(bradford) @ np.diag((bradford @ d65) / (bradford @ d50)) @ bradford
    levels = 255 * true_colours.srgb_encoded(xyz @ adapted.T @ np.linalg.inv(true_colours.to_xyz(true_colours.SRGB)).T)
    for bits in (8, 16):
        white, step, signed = (255, 1, np.int8) if bits == 8 else (65535, 256, np.int16)
        unsigned = np.uint8 if bits == 8 else np.uint16
        light = np.rint(lightness / 100 * white).astype(unsigned)
        a_b = np.rint(np.stack([chroma, -chroma], axis=-1) * step)
        array = np.dstack([light, a_b.astype(signed).view(unsigned)])
        # Steps of 1 in a* and b* show: 8 bits are as coarse as that.
        yield TrueFile(
            f"CIE L*a*b*, {bits} bits",
            partial(tiff, array, photometric="cielab"),
            levels,
            None,
            3.0 if bits == 8 else 2.0,
        )
        array = np.dstack([light, (a_b + 128 * step).astype(unsigned)])
        yield TrueFile(
            f"ICC L*a*b*, {bits} bits",
            partial(tiff, array, photometric="icclab"),
            levels,
            None,
            3.0 if bits == 8 else 2.0,
        )


def profiles() -> Iterator[TrueFile]:
    # The test profile's primaries are those of P3, its curve is the square.
    shown = true_colours.shown_in_srgb(ramps() * 0.3 + 0.5, true_colours.P3, true_colours.power(2.0))
    for kind in ("u1", "u2", "f4"):
        array = stored(ramps() * 0.3 + 0.5, kind)
        yield TrueFile(
            f"wide profile, {kind}", partial(tiff, array, photometric="rgb", iccprofile=wide_rgb_profile()), shown
        )
    linear = true_colours.srgb_decoded(grey_ramp())
    yield TrueFile(
        "linear grey",
        partial(tiff, stored(linear, "u2"), photometric="minisblack", iccprofile=linear_grey_profile()),
        grey(grey_ramp()),
    )
    alpha = opacity_ramp()
    yield TrueFile(
        "linear grey, alpha",
        partial(
            tiff,
            stored(np.dstack([linear, alpha]), "u2"),
            photometric="minisblack",
            extrasamples=["unassalpha"],
            iccprofile=linear_grey_profile(),
        ),
        grey(grey_ramp()),
        alpha,
    )


def tiff_files() -> list[TrueFile]:
    """All of them."""
    families = (layouts, byte_orders, compressions, white_is_zero, numbers, palettes, several_pages, lab, profiles)
    return [file for family in families for file in family()]
