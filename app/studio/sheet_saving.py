"""A sheet as a file: every thumbnail that is done, with its caption."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from app.library.delivery import check_replaces_no_input
from app.library.output_names import with_suffix
from app.look.lettering import lettering
from app.look.qimage import pixels_of_image
from app.studio.sheet_entries import SheetKind
from core.files.formats import WRITABLE_SUFFIXES
from core.files.pdf import PDF_SUFFIX, write_pdf
from core.files.writing import write_picture
from core.finishing.contact_sheet import ContactCell, contact_sheet
from core.picture import Picture

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from app.studio.sheet import Sheet
    from app.system.background_jobs import BackgroundJobs
    from core.recipe.recipe import Recipe

# Of each picture on paper: a thumbnail is enlarged once, smoothly, so that no program enlarges it in blocks.
_CELL_PX: Final = 320
_COLUMNS: Final = {SheetKind.PAINTINGS: 4, SheetKind.VARIATIONS: 3}


class SheetSaving(QObject):
    """Writes sheets, in the background.

    Signals:
        saved(Path): A sheet has been written.
        failed(Exception): It could not be.
    """

    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, sheet: Sheet, background: BackgroundJobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._background = background

    def save(self, path: Path, default_suffix: str) -> Path | None:
        """Write what is done of the sheet; the name that it will have, None where nothing is done."""
        kind = self._sheet.kind
        pairs = zip(self._sheet.entries, self._sheet.thumbnails, strict=True)
        done = [(entry, thumbnail.image) for entry, thumbnail in pairs if thumbnail.is_done]
        if kind is None or not done:
            return None
        num_lines = 2 if kind is SheetKind.VARIATIONS else 1
        cells = [
            (
                pixels_of_image(image),
                lettering("\n".join(filter(None, (entry.section, entry.caption))), _CELL_PX, num_lines),
            )
            for entry, image in done
        ]
        target = with_suffix(path, default_suffix, (*WRITABLE_SUFFIXES, PDF_SUFFIX))
        recipes = [entry.recipe for entry, _ in done]
        self._background.send(
            partial(_written, target, cells, recipes, _COLUMNS[kind]),
            on_done=self.saved.emit,
            on_failed=self.failed.emit,
        )
        return target


def _written(
    path: Path,
    cells: Sequence[tuple[NDArray[np.uint8], NDArray[np.uint8]]],
    recipes: Sequence[Recipe],
    num_columns: int,
) -> Path:
    for recipe in recipes:
        check_replaces_no_input(path, recipe)
    enlarged = [ContactCell(Picture(pixels).resized(_CELL_PX), caption) for pixels, caption in cells]
    write = write_pdf if path.suffix.lower() == PDF_SUFFIX else write_picture
    write(path, contact_sheet(enlarged, num_columns))
    return path
