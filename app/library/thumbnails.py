"""Small pictures of paintings, kept on the disk so that hundreds of them are there at once at the next start."""

from __future__ import annotations

import contextlib
import hashlib
import io
from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image

from core.files.file_version import file_version
from core.files.reading import read_thumbnail
from core.files.replacing import replace_file

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

SIDE_PX: Final = 256
_SUFFIX: Final = ".png"
# About 100 MB.
MOST_FILES: Final = 1000


def thumbnail(path: Path, folder: Path) -> NDArray[np.uint8]:
    """A picture, (H, W, 3), at most ``SIDE_PX`` long; from ``folder`` where it has been made before.

    Raises:
        ImageFileError: If the picture cannot be read.
    """
    kept = folder / f"{_key(path)}{_SUFFIX}"
    made_before = read_kept(kept, "PNG", SIDE_PX)
    if made_before is not None:
        return made_before
    pixels = read_thumbnail(path, SIDE_PX).rgb
    written = io.BytesIO()
    Image.fromarray(pixels).save(written, "PNG")
    with contextlib.suppress(OSError):  # without room for it, it is made again next time
        folder.mkdir(parents=True, exist_ok=True)
        replace_file(kept, written.getvalue())
    return pixels


def read_kept(file: Path, kind: str, most_px: int) -> NDArray[np.uint8] | None:
    """A small picture that was made before, (H, W, 3); None where it is not there, damaged, or another one.

    Args:
        file: Where it lies.
        kind: What kind of file it is, as Pillow names it.
        most_px: How long it is at most.
    """
    # Pillow raises a SyntaxError at some damaged files.
    with contextlib.suppress(OSError, ValueError, SyntaxError), Image.open(file, formats=[kind]) as image:
        if max(image.size) <= most_px:
            return np.asarray(image.convert("RGB"))
    return None


def _key(path: Path) -> str:
    """A name that is another one as soon as the file is."""
    told = "\0".join(map(str, (path, *(file_version(path) or ()))))
    return hashlib.sha256(told.encode("utf-8", "surrogateescape")).hexdigest()


def forget_oldest(folder: Path, most_files: int = MOST_FILES, suffix: str = _SUFFIX) -> None:
    """Leave the newest thumbnails in their folder, and no more than so many."""
    with contextlib.suppress(OSError):
        dated = sorted(((file.stat().st_mtime_ns, file) for file in folder.glob(f"*{suffix}")), reverse=True)
        for _, file in dated[most_files:]:
            file.unlink(missing_ok=True)
