"""The sheet: the photo in many manners, as thumbnails that are painted while they are looked at."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from app.library.bundled import display_name
from app.library.output_names import picture_stem
from app.studio.kept_thumbnails import KeptThumbnails
from app.studio.picture_roles import Role
from app.studio.sheet_entries import (
    SheetEntry,
    SheetKind,
    painting_entries,
    paintings_to_try,
    thumbnail_recipe,
    variation_entries,
)
from core.errors import RecipeError
from core.recipe.recipe import Recipe, StyleSource

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from app.library.bundled import BundledPicture
    from app.run.side_queue import SideQueue
    from app.run.side_worker import Subject
    from app.studio.draft import Draft
    from app.studio.own_paintings import OwnPaintings
    from app.system.background_jobs import BackgroundJobs

# Dragging a slider passes through many values; only the one where it comes to rest is worth new thumbnails.
_SETTLED_MS: Final = 300
# A painting that is not in the strip stays on the sheet when another one is taken from it.
_MOST_USED: Final = 12


@dataclass(frozen=True, slots=True, eq=False)
class SheetThumbnail:
    """How far a thumbnail of the sheet is.

    Attributes:
        image: What there is of it; a null image before there is anything.
        is_done: Whether it shows what the recipe paints; else it is growing, or a former one in its place.
        error: Why there will be none; None where nothing is wrong.
    """

    image: QImage
    is_done: bool = False
    error: Exception | None = None


class Sheet(QObject):
    """Follows the draft while it is open; thumbnails are kept until photo, painting or settings are others.

    Signals:
        opened(SheetKind): It is open, or shows something else now.
        closed(): It no longer is.
        entries_changed(): ``entries`` are others.
        thumbnail_changed(int): The thumbnail of that entry is another.
        taken_changed(): ``taken`` is another.
    """

    opened = Signal(object)
    closed = Signal()
    entries_changed = Signal()
    thumbnail_changed = Signal(int)
    taken_changed = Signal()

    def __init__(
        self,
        draft: Draft,
        queue: SideQueue,
        *,
        starters: Sequence[BundledPicture],
        own: OwnPaintings,
        choose: Callable[[Role, Path], None],
        background: BackgroundJobs,
        parent: QObject | None = None,
    ) -> None:
        """Make a sheet, closed at first.

        Args:
            draft: What is varied.
            queue: Paints the thumbnails.
            starters: The paintings that the program offers.
            own: The artist's own.
            choose: Takes another picture into the draft.
            background: Looks whether files are still the same.
            parent: The owner.
        """
        super().__init__(parent)
        self._draft = draft
        self._queue = queue
        self._starters = tuple(starters)
        self._own = own
        self._choose = choose
        self._used: OrderedDict[Path, None] = OrderedDict()
        self._kind: SheetKind | None = None
        self._entries: tuple[SheetEntry, ...] = ()
        self._thumbnails: list[SheetThumbnail] = []
        self._kept = KeptThumbnails(background)
        self._visible: tuple[int, ...] = ()
        self._settle_timer = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settle_timer.timeout.connect(self._refresh)
        draft.changed.connect(self._on_draft_changed)
        own.changed.connect(self._on_own_changed)
        queue.painted.connect(self._on_painted)
        queue.failed.connect(self._on_failed)

    @property
    def kind(self) -> SheetKind | None:
        """What it shows; None while it is closed."""
        return self._kind

    @property
    def entries(self) -> tuple[SheetEntry, ...]:
        """What there is to see, in its order."""
        return self._entries

    @property
    def thumbnails(self) -> tuple[SheetThumbnail, ...]:
        """The thumbnail of each entry."""
        return tuple(self._thumbnails)

    @property
    def num_done(self) -> int:
        """How many thumbnails are done."""
        return sum(thumbnail.is_done for thumbnail in self._thumbnails)

    @property
    def taken(self) -> int | None:
        """The entry that looks as the draft does; None where there is none."""
        try:
            now = thumbnail_recipe(self._draft.recipe())
        except RecipeError:
            return None
        return next((number for number, entry in enumerate(self._entries) if entry.recipe == now), None)

    @property
    def file_stem(self) -> str:
        """A file name for it, without suffix."""
        photo = self._draft.photo.picture
        of = self.tr("all paintings") if self._kind is SheetKind.PAINTINGS else self.tr("variations")
        return picture_stem("" if photo is None else display_name(photo.path, self._draft.bundled), of)

    def open(self, kind: SheetKind) -> None:
        """Show this, and have it painted."""
        if kind is self._kind:
            return
        self._kind = kind
        self._entries, self._thumbnails, self._visible = (), [], ()
        self.opened.emit(kind)
        self._refresh()

    @Slot()
    def close(self) -> None:
        """Show nothing, and paint nothing; what has been painted is kept."""
        if self._kind is None:
            return
        self._kind = None
        self._settle_timer.stop()
        self._queue.want(self, ())
        self.closed.emit()

    def look_at(self, numbers: Sequence[int]) -> None:
        """Paint these first: they are what can be seen."""
        self._visible = tuple(numbers)
        self._want()

    def take(self, number: int) -> None:
        """Paint like this entry from now on."""
        if self._kind is None or not 0 <= number < len(self._entries):
            return
        recipe = self._entries[number].recipe
        if self._kind is SheetKind.PAINTINGS:
            path = recipe.styles[0].path
            if self._draft.chosen_paintings != ((path, 1.0),):
                self._choose(Role.PAINTING, path)
            return
        self._draft.set(strength=recipe.style_strength, style_scale=recipe.style_scale, color=recipe.color)

    @Slot()
    def _on_draft_changed(self) -> None:
        if self._kind is None:
            return
        self.taken_changed.emit()
        self._settle_timer.start()

    @Slot()
    def _on_own_changed(self) -> None:
        if self._kind is SheetKind.PAINTINGS:
            self._refresh()

    @Slot()
    def _refresh(self) -> None:
        """Show what the draft asks for now."""
        if self._kind is None:
            return
        entries = self._entries_now()
        if entries != self._entries:
            before = {self._place(entry): thumbnail.image for entry, thumbnail in self._former()}
            self._entries = entries
            self._thumbnails = [
                SheetThumbnail(before.get(self._place(entry), QImage()))
                if (image := self._kept.image_of(entry.recipe)) is None
                else SheetThumbnail(image, is_done=True)
                for entry in entries
            ]
            self.entries_changed.emit()
        self.taken_changed.emit()
        # Nothing is painted before it is known whether the files are still the same.
        self._kept.check([entry.recipe for entry in entries], self._on_checked)

    def _former(self) -> list[tuple[SheetEntry, SheetThumbnail]]:
        """What was shown of the same photo: better than nothing until the new one is there."""
        photo = self._draft.photo.picture
        pairs = zip(self._entries, self._thumbnails, strict=True)
        return [pair for pair in pairs if photo is not None and pair[0].recipe.photo == photo.path]

    def _place(self, entry: SheetEntry) -> object:
        """What makes two entries the same place of the sheet, though their settings differ."""
        return entry.recipe.styles if self._kind is SheetKind.PAINTINGS else (entry.section, entry.caption)

    def _entries_now(self) -> tuple[SheetEntry, ...]:
        for picture in self._draft.paintings.pictures:
            self._used.setdefault(picture.path)
            if len(self._used) > _MOST_USED:
                self._used.popitem(last=False)
        try:
            if self._kind is SheetKind.VARIATIONS:
                return tuple(variation_entries(self._draft.recipe()))
            every = paintings_to_try(self._own.entries, self._used, self._starters)
            return tuple(painting_entries(self._draft.recipe(StyleSource(every[0].path)), every)) if every else ()
        except RecipeError:
            return ()

    def _on_checked(self, former: frozenset[Recipe]) -> None:
        """Have those painted anew whose files are others now."""
        for number, entry in enumerate(self._entries):
            if entry.recipe in former:
                self._thumbnails[number] = replace(self._thumbnails[number], is_done=False)
                self.thumbnail_changed.emit(number)
        self._want()

    def _want(self) -> None:
        if self._kind is None:
            return
        hidden = [number for number in range(len(self._entries)) if number not in self._visible]
        order = [number for number in (*self._visible, *hidden) if number < len(self._entries)]
        todo = [number for number in order if not self._thumbnails[number].is_done]
        self._queue.want(
            self, [self._entries[number].recipe for number in todo if self._thumbnails[number].error is None]
        )

    @Slot(object, QImage, float)
    def _on_painted(self, subject: Subject, image: QImage, progress: float) -> None:
        is_done = progress >= 1
        if is_done and isinstance(subject, Recipe):
            self._kept.keep(subject, image)
        self._show(subject, SheetThumbnail(image, is_done=is_done))

    @Slot(object, object)
    def _on_failed(self, subject: Subject, error: Exception) -> None:
        self._show(subject, SheetThumbnail(QImage(), error=error))

    def _show(self, subject: Subject, thumbnail: SheetThumbnail) -> None:
        for number, entry in enumerate(self._entries):
            if entry.recipe == subject:
                self._thumbnails[number] = thumbnail
                self.thumbnail_changed.emit(number)
