"""What a very large photo costs to open: seconds and peak memory, each reading in a process of its own.

    python -m tests.benchmarks.large_inputs [--megapixels 200] [--longest 1024] [--folder FOLDER]

Makes one photo of that size for each kind of file (kept in FOLDER, if given, for the next time) and reads it as the
window does (`read_thumbnail`) and as a run does (`read_picture`). The peak is the whole process's, the program's own
modules included; the first line shows what those take by themselves.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import numpy as np
from PIL import Image, ImageCms

from core.files.reading import read_picture, read_thumbnail

ROOT: Final = Path(__file__).parents[2]
READERS: Final = {"read_picture": read_picture, "read_thumbnail": read_thumbnail}
KINDS: Final[dict[str, tuple[str, dict[str, Any]]]] = {
    "photo.jpg": ("RGB", {"quality": 90}),
    "progressive.jpg": ("RGB", {"quality": 90, "progressive": True}),
    "profile.jpg": ("RGB", {"quality": 90, "icc_profile": True}),
    "photo.png": ("RGB", {"compress_level": 1}),
    "transparent.png": ("RGBA", {"compress_level": 1}),
    "profile.png": ("RGB", {"compress_level": 1, "icc_profile": True}),
    "raw.tif": ("RGB", {}),
    "deflated.tif": ("RGB", {"compression": "tiff_adobe_deflate"}),
    "photo.webp": ("RGB", {"quality": 80, "method": 0}),
}
WEBP_LONGEST_PX: Final = 16383


def main() -> None:
    """Measure every kind of file with every reader, or one of them in this very process."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megapixels", type=float, default=200)
    parser.add_argument("--longest", type=int, default=1024, help="longest side to read them at (%(default)s)")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--only", nargs="+", choices=list(KINDS), default=list(KINDS))
    parser.add_argument("--make", metavar="FILE", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--here", nargs=2, metavar=("READER", "FILE"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.make:
        _make(arguments.make, *KINDS[arguments.only[0]], arguments.megapixels)
        return
    if arguments.here:
        _measure_here(arguments.here[0], Path(arguments.here[1]), arguments.longest)
        return
    with TemporaryDirectory() as temporary:
        folder = arguments.folder or Path(temporary)
        print(f"{'nothing':<16} {'':<16} {_resident_mib():8.0f} MiB")  # noqa: T201 - it reports to the terminal
        for name in arguments.only:
            path = folder / f"{arguments.megapixels:g} {name}"
            if not path.exists():
                _run("--make", path, "--only", name, "--megapixels", arguments.megapixels)
            for reader in READERS:
                found = json.loads(_run("--longest", arguments.longest, "--here", reader, path))
                print(f"{name:<16} {reader:<16} {found['peak_mib']:8.0f} MiB {found['seconds']:7.2f} s")  # noqa: T201


def _make(path: Path, mode: str, options: dict[str, Any], megapixels: float) -> None:
    """A soft landscape with some grain, in the shape 4 : 3."""
    height_px = round(math.sqrt(megapixels * 1e6 * 3 / 4))
    width_px = round(height_px * 4 / 3)
    if path.suffix == ".webp":
        width_px = min(width_px, WEBP_LONGEST_PX)
    random = np.random.default_rng(0)
    grain = random.integers(0, 24, (256, width_px, len(mode)), dtype=np.uint8)
    pixels = np.empty((height_px, width_px, len(mode)), np.uint8)
    for top in range(0, height_px, len(grain)):
        band = pixels[top : top + len(grain)]
        band[:] = 60 + 150 * top // height_px + grain[: len(band)]
    if options.get("icc_profile"):
        profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
        options = {**options, "icc_profile": profile}
    limit, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, None
    Image.fromarray(pixels).save(path, **options)
    Image.MAX_IMAGE_PIXELS = limit


def _run(*arguments: object) -> str:
    # Never in this process, not even making the photos: a process's peak begins with that of the one that started it.
    command = [sys.executable, "-m", __spec__.name, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def _measure_here(reader: str, path: Path, longest_px: int) -> None:
    began_s = time.perf_counter()
    READERS[reader](path, longest_px)
    found = {"seconds": time.perf_counter() - began_s, "peak_mib": _resident_mib()}
    print(json.dumps(found))  # noqa: T201


def _resident_mib() -> float:
    """The most memory that this process has ever had in use; Linux counts in KiB, macOS in bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10


if __name__ == "__main__":
    main()
