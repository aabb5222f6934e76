"""Lets the gallery know of a picture that was painted without the window."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from app.library.gallery.kept_timelines import note_picture
from app.library.gallery.notes import GalleryNotes
from app.system.data_folder import gallery_folder
from app.system.pictures_folder import kept_folder

if TYPE_CHECKING:
    from pathlib import Path

_log = logging.getLogger(__name__)


def note_arrival(picture: Path, timeline: Path | None) -> None:
    """Have a picture found in the gallery, wherever it lies; where that fails, only the log says so.

    Args:
        picture: Its file.
        timeline: The folder of how it came about; None where that is not kept.
    """
    kept = kept_folder()
    try:
        if kept is None or not picture.absolute().is_relative_to(kept):
            GalleryNotes(gallery_folder()).note_saved([picture])
        if timeline is not None:
            note_picture(timeline, picture)
    except (OSError, RuntimeError) as error:  # RuntimeError: somebody without a home
        _log.warning("The gallery does not know of %s: %s", picture, error)
