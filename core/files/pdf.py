"""A picture as a page to be printed or sent."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from PIL import Image

from core.files.writing import replaced_when_written

if TYPE_CHECKING:
    from pathlib import Path

    from core.picture import Picture

PDF_SUFFIX: Final = ".pdf"
# A sheet of A4, upright.
_PAGE_IN: Final = (210 / 25.4, 297 / 25.4)
_JPEG_QUALITY: Final = 92


def write_pdf(path: Path, picture: Picture) -> None:
    """Write a picture as the only page of a PDF, as large as fits on A4; what shows through is white.

    Args:
        path: The file.
        picture: What to write.

    Raises:
        ImageFileError: It cannot be written.
    """
    dpi = max(picture.width_px / _PAGE_IN[0], picture.height_px / _PAGE_IN[1])
    with replaced_when_written(path) as unfinished, unfinished.open("xb") as file:
        Image.fromarray(picture.rgb).save(file, "PDF", resolution=dpi, quality=_JPEG_QUALITY)
        file.flush()
        os.fsync(file.fileno())
