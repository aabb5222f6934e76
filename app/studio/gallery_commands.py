"""What can be done with pictures of the gallery."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QFile, QObject, Signal, Slot

from app.library.found_recipe import larger, with_photo
from app.library.gallery.renaming import rename_picture
from core.errors import ImageFileError, ImageProblem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from app.library.found_recipe import FoundRecipe
    from app.studio.draft import Draft
    from app.studio.gallery import Gallery
    from app.studio.notices import Notices
    from app.studio.restoring import Restoring
    from app.system.background_jobs import BackgroundJobs


class GalleryCommands(QObject):
    """Works on a gallery, and brings the recipes of its pictures into the draft.

    Signals:
        renamed(GalleryEntry): A picture has another name now.
        print_wanted(): The draft holds a recipe for which a sheet of paper is to be chosen.
    """

    renamed = Signal(object)
    print_wanted = Signal()

    def __init__(
        self,
        gallery: Gallery,
        draft: Draft,
        restoring: Restoring,
        background: BackgroundJobs,
        notices: Notices,
    ) -> None:
        super().__init__(gallery)
        self._gallery = gallery
        self._draft = draft
        self._restoring = restoring
        self._background = background
        self._notices = notices
        self._is_for_print = False
        restoring.restored.connect(self._on_restored)
        restoring.busy_changed.connect(self._on_busy_changed)

    # Painting again.

    def use_settings(self, path: Path) -> None:
        """Have the photo that is chosen painted as a picture was; where there is none, the picture's own."""
        photo = self._draft.chosen_photo
        self._restore(path, None if photo is None else partial(with_photo, photo=photo))

    def paint_again(self, path: Path) -> None:
        """Take over all of it: the settings, the paintings and the photo."""
        self._restore(path, None)

    def paint_larger(self, path: Path) -> None:
        """The same at twice the size."""
        self._restore(path, larger)

    def paint_for_print(self, path: Path) -> None:
        """The same, for a sheet of paper that is chosen then."""
        self._restore(path, None)
        self._is_for_print = True

    def _restore(self, path: Path, adapt: Callable[[FoundRecipe], FoundRecipe] | None) -> None:
        self._is_for_print = False
        self._restoring.restore(path, adapt=adapt)

    @Slot()
    def _on_restored(self) -> None:
        # Whoever has something painted again wants to see the photo and the settings.
        self._gallery.close()
        if self._is_for_print:
            self._is_for_print = False
            self.print_wanted.emit()

    @Slot()
    def _on_busy_changed(self) -> None:
        # Where the recipe could not be taken over, a later one is not meant.
        if not self._restoring.busy:
            self._is_for_print = False

    # Files.

    def rename(self, path: Path, name: str) -> None:
        """Call a picture, and its file, something else."""
        self._background.send(
            partial(rename_picture, path, name),
            on_done=partial(self._on_renamed, path),
            on_failed=self._notices.error,
        )

    def _on_renamed(self, former: Path, path: Path) -> None:
        entry = self._gallery.entry_of(former)
        if entry is not None and path != former:
            renamed = replace(entry, path=path)
            # First: else what is looked at would seem to be gone.
            self._gallery.look.replace(former, renamed)
            self._gallery.put([former], [renamed])
            self.renamed.emit(renamed)

    def move_to_trash(self, paths: Sequence[Path]) -> None:
        """Put pictures into the system's trash, from which they can be taken out again."""
        self._background.send(partial(_trashed, tuple(paths)), on_done=self._on_trashed, on_failed=self._notices.error)

    def _on_trashed(self, outcome: tuple[tuple[Path, ...], ImageFileError | None]) -> None:
        paths, error = outcome
        self._gallery.put(paths)
        if error is not None:
            self._notices.error(error)


def _trashed(paths: Sequence[Path]) -> tuple[tuple[Path, ...], ImageFileError | None]:
    """Those that are in the trash now, and why the next one is not."""
    done: list[Path] = []
    for path in paths:
        if path.exists() and not _is_trashed(path):
            return tuple(done), ImageFileError(path, ImageProblem.NOT_TRASHED)
        done.append(path)
    return tuple(done), None


def _is_trashed(path: Path) -> bool:
    # Some versions of PySide tell whether, others that and where it is now.
    moved: object = QFile.moveToTrash(str(path))
    return bool(moved[0]) if isinstance(moved, tuple) else bool(moved)
