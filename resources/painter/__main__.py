"""Paints the starter styles into files: ``python -m resources.painter [NAME ...] [--out DIR] [--size 768]``."""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from resources.painter.gallery import GALLERY

if TYPE_CHECKING:
    from resources.painter.fields import Field

_STYLES = Path(__file__).resolve().parent.parent / "styles"
_JPEG_QUALITY = 90


def main(arguments: list[str] | None = None) -> int:
    """Paints the works named on the command line, or all of them, and writes the list of all beside them."""
    parser = _parser()
    options = parser.parse_args(arguments)
    unknown = set(options.names) - {work.slug for work in GALLERY}
    if unknown:
        parser.error(f"no such picture: {', '.join(sorted(unknown))}")
    options.out.mkdir(parents=True, exist_ok=True)
    for work in GALLERY:
        if options.names and work.slug not in options.names:
            continue
        started = time.perf_counter()
        path = options.out / f"{work.slug}.jpg"
        to_image(work.paint(options.size)).save(path, quality=_JPEG_QUALITY, subsampling=0, optimize=True)
        sys.stdout.write(f"{path}  {time.perf_counter() - started:.1f} s\n")
    _write_list(options.out / "styles.json")
    return 0


def to_image(picture: Field) -> Image.Image:
    """Returns a picture ``(H, W, 3)`` in [0, 1] as an 8-bit image."""
    return Image.fromarray(np.rint(picture * 255).astype(np.uint8))


def _write_list(path: Path) -> None:
    entries = [{"file": f"{work.slug}.jpg", "name": work.name, "description": work.description} for work in GALLERY]
    path.write_text(json.dumps(entries, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m resources.painter", description="Paints the starter styles.")
    slugs = [work.slug for work in GALLERY]
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"what to paint: {', '.join(slugs)}; all when left out"
    )
    parser.add_argument(
        "--out", type=Path, default=_STYLES, help="the folder to write into (default: resources/styles)"
    )
    parser.add_argument("--size", type=int, default=768, help="the longest side in pixels (default: 768)")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
