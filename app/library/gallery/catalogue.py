"""What is known of the pictures: the index, which the files tell as well, and the notes, which they do not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.library.gallery.entry import GalleryEntry
from app.library.gallery.index import GalleryIndex
from app.library.gallery.notes import GalleryNotes
from app.library.gallery.scan import compared, looked_at, pictures_on_disk

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from app.library.gallery.entry import FileVersion
    from app.library.gallery.scan import Comparison


class Catalogue:
    """Kept in a folder, which several programs may use at once. May be called from any thread.

    Attributes:
        index: What was seen of each picture.
        notes: Ratings, and where pictures were saved.
    """

    def __init__(self, folder: Path) -> None:
        self.index = GalleryIndex(folder)
        self.notes = GalleryNotes(folder)

    def read(self) -> dict[Path, GalleryEntry]:
        """The pictures as they were when they were looked at last, rated as they are now."""
        entries, ratings = self.index.read(), self.notes.ratings()
        rated = {
            path: replace(entry, rating=ratings[entry.fingerprint])
            for path, entry in entries.items()
            if entry.fingerprint in ratings
        }
        return entries | rated

    def compare(self, folder: Path, known: Mapping[Path, FileVersion]) -> Comparison:
        """Find out what has come and gone; what is gone leaves the index.

        Args:
            folder: Where pictures are kept.
            known: What the files were when they were looked at.
        """
        comparison = compared(pictures_on_disk(folder, self.notes.saved()), known)
        if comparison.gone:
            self.index.write((), comparison.gone)
        return comparison

    def look_at(self, paths: Sequence[Path]) -> dict[Path, GalleryEntry | FileVersion]:
        """Look at pictures and take them into the index; of one that cannot be shown, what its file is like."""
        ratings = self.notes.ratings()
        looked = {path: looked_at(path, ratings) for path in paths}
        self.index.write([entry for entry in looked.values() if isinstance(entry, GalleryEntry)])
        return looked

    def put(self, former: Collection[Path], entries: Sequence[GalleryEntry], folder: Path) -> None:
        """Write down what has been done to pictures.

        Args:
            former: Files that are there no more.
            entries: Pictures in their place.
            folder: Where pictures are kept; those anywhere else have to be remembered.
        """
        self.index.write(entries, former)
        elsewhere = [entry.path for entry in entries if not entry.path.is_relative_to(folder)]
        self.notes.note_saved(elsewhere, former)
