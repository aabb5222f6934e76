"""Pictures on their way into the draft: the first ones, dropped and pasted ones."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.library.pasted_pictures import pasted_name
from app.look.qimage import pixels_of_image
from app.studio.picture_roles import Role, assigned, roles_for_dropped
from core.files.writing import write_picture
from core.picture import Picture

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QImage

    from app.library.bundled import BundledPicture
    from app.studio.draft import Draft
    from app.studio.notices import Notices
    from app.studio.offer import Offer
    from app.studio.preferences import Preferences
    from app.studio.restoring import Restoring
    from app.system.background_jobs import BackgroundJobs
    from app.system.user_folders import UserFolders


class PictureImport(QObject):
    """Decides where pictures that come from outside land, and turns pixels without a file into one.

    Attributes:
        samples: The photos that the program ships with.
        starters: The paintings that it ships with.
    """

    def __init__(
        self,
        draft: Draft,
        background: BackgroundJobs,
        notices: Notices,
        folders: UserFolders,
        restoring: Restoring,
        *,
        samples: Sequence[BundledPicture] = (),
        starters: Sequence[BundledPicture] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.samples, self.starters = tuple(samples), tuple(starters)
        self._draft = draft
        self._background = background
        self._notices = notices
        self._folders = folders
        self._restoring = restoring

    def bundled(self, role: Role) -> tuple[BundledPicture, ...]:
        """The program's own pictures of that role."""
        return self.samples if role is Role.PHOTO else self.starters

    def open_first(self, preferences: Preferences, photo: Path | None = None, paintings: Sequence[Path] = ()) -> None:
        """Load what was asked for, else what was there last time, else a sample and a starter style."""
        first_photo = photo or self._remembered_or_first(Role.PHOTO, preferences.photo)
        if photo is not None and not paintings:
            self.open(photo)
        elif first_photo is not None:
            self._draft.choose(Role.PHOTO, first_photo)
        if paintings:
            self._draft.choose_paintings(paintings, [1.0] * len(paintings))
        else:
            self._open_remembered_paintings(preferences)

    def _open_remembered_paintings(self, preferences: Preferences) -> None:
        last, weights = preferences.paintings, preferences.weights
        there = tuple(path for each in last if (path := _remembered(each, self.starters)) is not None)
        if there and len(there) == len(last):
            self._draft.choose_paintings(there, weights if len(weights) == len(there) else [1.0] * len(there))
        elif self.starters:
            self._draft.choose_paintings([self.starters[0].path], [1.0])

    def _remembered_or_first(self, role: Role, last: Path | None) -> Path | None:
        bundled = self.bundled(role)
        first = bundled[0].path if bundled else None
        return first if last is None else _remembered(last, bundled) or first

    def folder_of(self, role: Role) -> Path:
        """Where a dialog for opening such a picture opens: beside the last one, unless that is the program's own."""
        picture = self._draft.slot(role).picture
        if picture is None or picture.path in {entry.path for entry in self.bundled(role)}:
            return self._folders.pictures
        return picture.path.parent

    def choose(self, role: Role, path: Path, *others: Path) -> None:
        """Take another picture, or several paintings; where one that was painted is chosen, its recipe is offered."""
        self._restoring.let_go()
        self._choose(role, path, *others)
        if not others:
            self._restoring.offer(path)

    def toggle_painting(self, path: Path) -> None:
        """Add a painting to the mixture, or take it out."""
        self._restoring.let_go()
        self._notices.clear()
        self._draft.toggle_painting(path)

    def open(self, path: Path, role: Role = Role.PHOTO) -> None:
        """Take over how a picture was painted; one that does not tell becomes the photo, or a painting."""
        self._restoring.restore(path, otherwise=partial(self._choose, role, path))

    def _choose(self, role: Role, path: Path, *others: Path) -> None:
        self._notices.clear()
        if others and role is Role.PAINTING:
            paths = dict.fromkeys((path, *others))
            self._draft.choose_paintings(list(paths), [1.0] * len(paths))
        else:
            self._draft.choose(role, path)

    def roles_for(self, offer: Offer, over: Role | None) -> tuple[Role, ...]:
        """Where the pictures of a drag would go if it ended now."""
        return roles_for_dropped(
            offer.num_pictures,
            over,
            photo_is_own=self._is_own(Role.PHOTO),
            painting_is_own=self._is_own(Role.PAINTING),
        )

    def _is_own(self, role: Role) -> bool:
        picture = self._draft.slot(role).picture
        return picture is not None and picture.path not in {entry.path for entry in self.bundled(role)}

    def accept(self, offer: Offer, image: QImage | None, over: Role | None) -> None:
        """Take what was dropped or pasted; ``image`` holds the pixels where there is no file."""
        roles = self.roles_for(offer, over)
        if len(offer.paths) == 1 and over is None:
            self.open(offer.paths[0], roles[0])
        elif offer.paths:
            for role, paths in assigned(offer.paths, roles).items():
                self.choose(role, *paths)
        elif image is not None and not image.isNull() and roles:
            self._paste(image, roles[0])
        elif offer.elsewhere:
            self._notices.warning(
                self.tr("That picture is not on this computer, and Impasto never goes online."),
                self.tr("Save it to a folder first, then drop the file here."),
            )
        else:
            self._notices.warning(
                self.tr("There is no picture in that."), self.tr("Copy or drag a picture, or a picture file.")
            )

    def _paste(self, image: QImage, role: Role) -> None:
        path = self._folders.pasted / pasted_name()
        self._background.send(
            partial(_write_pasted, image, path), on_done=partial(self._choose, role), on_failed=self._notices.error
        )


def _remembered(last: Path, bundled: Sequence[BundledPicture]) -> Path | None:
    # The program may have moved or been updated since; its own pictures are then found by their place within it.
    own = (entry.path for entry in bundled if entry.path.parts[-2:] == last.parts[-2:])
    return next(own, last if last.is_file() else None)


def _write_pasted(image: QImage, path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_picture(path, Picture(pixels_of_image(image)))
    return path
