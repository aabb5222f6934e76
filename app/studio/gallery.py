"""The gallery: every finished picture, the newest first."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.library.gallery.catalogue import Catalogue
from app.library.gallery.entry import newest_first
from app.library.gallery.kept_timelines import note_picture
from app.library.gallery.thumbnails import forget_oldest_thumbnails
from app.studio.gallery_look import GalleryLook
from app.studio.gallery_model import GalleryModel
from app.studio.gallery_scan import GalleryScan

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from app.library.bundled import BundledPicture
    from app.library.gallery.entry import FileVersion, GalleryEntry
    from app.run.job import Job
    from app.studio.notices import Notices
    from app.studio.results import Results
    from app.system.background_jobs import BackgroundJobs
    from app.system.user_folders import UserFolders


class Gallery(QObject):
    """Knows the pictures in the folder where they are kept, and those that were saved elsewhere.

    Nothing is read before it is opened first. Everything that touches a disk happens in the background.

    Attributes:
        model: The pictures that are shown.
        look: One or two of them, seen large.

    Signals:
        opened(), closed(): It is to be seen, or no longer.
        changed(): Other pictures are shown, or it is known better which there are.
    """

    opened = Signal()
    closed = Signal()
    changed = Signal()

    def __init__(
        self,
        background: BackgroundJobs,
        folders: UserFolders,
        notices: Notices,
        *,
        results: Results,
        bundled: Sequence[BundledPicture] = (),
        parent: QObject | None = None,
    ) -> None:
        """Make a gallery that is closed.

        Args:
            background: Where files are read.
            folders: Where they lie.
            notices: What the person is told.
            results: Tells of new pictures.
            bundled: The program's own pictures, which have names.
            parent: The owner.
        """
        super().__init__(parent)
        self._background = background
        self._folders = folders
        self._notices = notices
        self._catalogue = Catalogue(folders.gallery)
        self._names = {picture.path.name: picture.name for picture in bundled}
        self.model = GalleryModel(background, folders.gallery_thumbnails, self)
        self.look = GalleryLook(background, folders.timelines, notices, self)
        self._is_open = self._is_loading = self._is_loaded = False
        self._known: dict[Path, GalleryEntry] = {}
        # Files that cannot be shown, so that they are not looked at again and again.
        self._refused: dict[Path, FileVersion] = {}
        self._searched = ""
        # Stars by fingerprints, which are on their way to the disk.
        self._unwritten: dict[str, int] = {}
        self._is_writing = False
        self._scan = GalleryScan(background, self._catalogue, folders.kept, self._versions, self)
        self._scan.found.connect(self._on_found)
        self._scan.lost.connect(self._on_lost)
        self._scan.busy_changed.connect(self.changed)
        results.kept.connect(self._on_kept)
        results.saved.connect(self._on_saved)

    @property
    def is_open(self) -> bool:
        """Whether it is to be seen."""
        return self._is_open

    @property
    def is_looking(self) -> bool:
        """Whether it is not known yet which pictures there are."""
        return not self._is_loaded or self._scan.busy

    @property
    def num_known(self) -> int:
        """How many pictures there are, whether they are shown or not."""
        return len(self._known)

    def entry_of(self, path: Path) -> GalleryEntry | None:
        """What is known of a picture."""
        return self._known.get(path)

    def name_of(self, file_name: str) -> str:
        """What a photo or a painting is called whose file has that name."""
        return self._names.get(file_name) or file_name.rpartition(".")[0] or file_name

    @Slot()
    def open(self) -> None:
        """Show the pictures, and look for those that have come since."""
        if self._is_open:
            return
        self._is_open = True
        self.opened.emit()
        if self._is_loaded:
            self._scan.begin()
        elif not self._is_loading:
            self._is_loading = True
            self._background.send(
                self._catalogue.read, on_done=self._take_known, on_failed=self._take_nothing, awaited=False
            )
            self._background.send(
                partial(forget_oldest_thumbnails, self._folders.gallery_thumbnails),
                on_done=_nothing,
                on_failed=_nothing,
                awaited=False,
            )

    @Slot()
    def close(self) -> None:
        """Show something else."""
        if self._is_open:
            self._is_open = False
            self._scan.end()
            self.closed.emit()

    @Slot(str)
    def search(self, text: str) -> None:
        """Show those alone in whose name, or the names of whose photo and paintings, a text stands."""
        self._searched = text.strip().casefold()
        self._show()

    # What there is.

    def _take_known(self, entries: dict[Path, GalleryEntry]) -> None:
        # What has been done meanwhile is newer.
        self._known = entries | self._known
        self._is_loaded = True
        self._show()
        if self._is_open:
            self._scan.begin()

    def _take_nothing(self, _error: Exception) -> None:
        """The log tells; the files themselves tell the rest."""
        self._take_known({})

    def _versions(self) -> Mapping[Path, FileVersion]:
        return self._refused | {path: entry.version for path, entry in self._known.items()}

    @Slot(object)
    def _on_lost(self, paths: Collection[Path]) -> None:
        for path in paths:
            self._known.pop(path, None)
            self._refused.pop(path, None)
        self._show()

    @Slot(object)
    def _on_found(self, looked: Mapping[Path, GalleryEntry | FileVersion]) -> None:
        for path, entry in looked.items():
            self._known.pop(path, None)
            self._refused.pop(path, None)
            if isinstance(entry, tuple):
                self._refused[path] = entry
            else:
                self._known[path] = entry
        self._show()

    def _show(self) -> None:
        shown = sorted((entry for entry in self._known.values() if self._is_searched(entry)), key=newest_first)
        self.model.show_entries(shown)
        self.changed.emit()

    def _is_searched(self, entry: GalleryEntry) -> bool:
        if not self._searched or self._searched in entry.name.casefold():
            return True
        recipe = entry.recipe
        names = () if recipe is None else (recipe.photo, *recipe.paintings)
        return any(self._searched in self.name_of(name).casefold() for name in names)

    # What becomes of them.

    def put(self, former: Collection[Path], entries: Sequence[GalleryEntry] = ()) -> None:
        """Show at once what has been done to pictures, before the disk has been looked at again.

        Args:
            former: Pictures that are there no more.
            entries: Others in their place.
        """
        for path in former:
            self._known.pop(path, None)
        self._known |= {entry.path: entry for entry in entries}
        self._background.send(
            partial(self._catalogue.put, former, entries, self._folders.kept), on_done=_nothing, on_failed=_nothing
        )
        self._show()

    def rate(self, paths: Collection[Path], stars: int) -> None:
        """Give pictures so many stars, 0 to 5."""
        rated = {self._known[path].fingerprint for path in paths if path in self._known}
        # Copies of a picture are the same picture.
        self._known |= {
            path: replace(entry, rating=stars) for path, entry in self._known.items() if entry.fingerprint in rated
        }
        self._unwritten |= dict.fromkeys(rated, stars)
        self._write_ratings()
        self._show()

    def _write_ratings(self) -> None:
        # One after the other: of two that are written at once, the later one might be overtaken.
        if self._unwritten and not self._is_writing:
            self._is_writing = True
            ratings, self._unwritten = self._unwritten, {}
            self._background.send(
                partial(self._catalogue.notes.rate, ratings), on_done=self._on_rated, on_failed=self._on_not_rated
            )

    def _on_rated(self, _outcome: object) -> None:
        self._is_writing = False
        self._write_ratings()

    def _on_not_rated(self, _error: Exception) -> None:
        self._is_writing = False
        self._notices.rating_not_written()
        self._write_ratings()

    @Slot(object, object)
    def _on_kept(self, job: Job, path: Path) -> None:
        if job.timeline is not None:
            note = partial(note_picture, job.timeline.folder, path)
            self._background.send(note, on_done=_nothing, on_failed=_nothing)
        self._on_saved(path)

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        if path.is_relative_to(self._folders.kept):
            self._scan.begin_soon()
        else:
            note = partial(self._catalogue.notes.note_saved, [path])
            self._background.send(note, on_done=self._on_noted, on_failed=_nothing)

    def _on_noted(self, _outcome: object) -> None:
        self._scan.begin_soon()


def _nothing(_outcome: object) -> None:
    """What could not be written down is seen again when the files are looked at; the log tells."""
