"""How much of what is pale and flat in a photo has flecks of a foreign colour in the picture.

    python -m tests.benchmarks.flecks PHOTO PICTURE [PICTURE ...]

A fleck is a pixel whose chroma (a* and b* of CIELAB) is further than 20 from that of the median around it. For each
picture: the share of the photo's pale flat area that is flecks, and of all of the picture, in percent. The photo itself
has hardly any: give it as a picture, too.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image, ImageFilter

from tests.benchmarks.engine import say

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Lightness L* from which a place is pale, and the most that bytes of grey may differ around it for it to be flat.
PALE: Final = 60
FLAT: Final = 60
FLAT_WITHIN_PX: Final = 7
MEDIAN_OF_PX: Final = 9
FOREIGN_CHROMA: Final = 20

# sRGB to CIE XYZ under D65, relative to white; IEC 61966-2-1.
_TO_XYZ: Final = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
_WHITE: Final = np.array([0.9505, 1.0, 1.089])


def lab(image: Image.Image) -> NDArray[np.float64]:
    """(H, W, 3) CIELAB of an sRGB image; ISO/CIE 11664-4."""
    rgb = np.asarray(image, float) / 255
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    xyz = linear @ _TO_XYZ.T / _WHITE
    roots = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    x, y, z = np.moveaxis(roots, -1, 0)
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], -1)


def is_flat_and_pale(photo: Image.Image) -> NDArray[np.bool_]:
    """(H, W), where a photo is both."""
    grey = photo.convert("L")
    brightest, darkest = (
        np.asarray(grey.filter(extreme(FLAT_WITHIN_PX)), int)
        for extreme in (ImageFilter.MaxFilter, ImageFilter.MinFilter)
    )
    pale_and_flat: NDArray[np.bool_] = (lab(photo)[..., 0] > PALE) & (brightest - darkest < FLAT)
    return pale_and_flat


def is_fleck(picture: Image.Image) -> NDArray[np.bool_]:
    """(H, W), where a picture has another colour than what lies around."""
    difference = lab(picture) - lab(picture.filter(ImageFilter.MedianFilter(MEDIAN_OF_PX)))
    foreign: NDArray[np.bool_] = np.hypot(difference[..., 1], difference[..., 2]) > FOREIGN_CHROMA
    return foreign


def main() -> None:
    """Print a line for each picture."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photo", type=Path)
    parser.add_argument("pictures", type=Path, nargs="+")
    arguments = parser.parse_args()
    photo = Image.open(arguments.photo).convert("RGB")
    for path in arguments.pictures:
        picture = Image.open(path).convert("RGB")
        walls = is_flat_and_pale(photo.resize(picture.size, Image.Resampling.LANCZOS))
        flecks = is_fleck(picture)
        of_walls, of_all, size = (100 * share for share in (flecks[walls].mean(), flecks.mean(), walls.mean()))
        say(f"{path.name}: {of_walls:.1f} % of {size:.1f} %; everywhere {of_all:.1f} %")


if __name__ == "__main__":
    main()
