"""Small pictures of the gallery's, kept on the disk, so that thousands of them can be scrolled through at once."""

from __future__ import annotations

import contextlib
import io
from typing import TYPE_CHECKING, Final

from PIL import Image

from app.library.thumbnails import forget_oldest, read_kept
from core.files.reading import read_thumbnail
from core.files.replacing import unfinished_beside

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from app.library.gallery.entry import GalleryEntry

SIDE_PX: Final = 320
_SUFFIX: Final = ".jpg"
_QUALITY: Final = 88
# About 250 MB.
MOST_FILES: Final = 8000


def gallery_thumbnail(entry: GalleryEntry, folder: Path) -> NDArray[np.uint8]:
    """A picture, (H, W, 3), at most ``SIDE_PX`` long; from ``folder`` where it has been made before.

    It is kept by the picture's fingerprint: one that is moved or renamed keeps it.

    Raises:
        ImageFileError: If the picture cannot be read.
    """
    kept = folder / f"{entry.fingerprint}{_SUFFIX}"
    made_before = read_kept(kept, "JPEG", SIDE_PX)
    if made_before is not None:
        return made_before
    pixels = read_thumbnail(entry.path, SIDE_PX).rgb
    with contextlib.suppress(OSError):  # without room for it, it is made again next time
        folder.mkdir(parents=True, exist_ok=True)
        _write(kept, pixels)
    return pixels


def _write(path: Path, pixels: NDArray[np.uint8]) -> None:
    content = io.BytesIO()
    Image.fromarray(pixels).save(content, "JPEG", quality=_QUALITY)
    # Not waited for until it is on the disk: what a power cut takes away is made again.
    unfinished = unfinished_beside(path)
    try:
        unfinished.write_bytes(content.getvalue())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def forget_oldest_thumbnails(folder: Path, most_files: int = MOST_FILES) -> None:
    """Leave the newest ones in their folder, and no more than so many."""
    forget_oldest(folder, most_files, _SUFFIX)
