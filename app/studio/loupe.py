"""The loupe: places of a large picture as they will look in it, before hours are spent on all of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from app.run.side_worker import Part
from core.errors import RecipeError
from core.optimization.loupe_plan import CROP_PX, Spot, is_worthwhile
from core.picture import central_box, fitted_size

if TYPE_CHECKING:
    from app.run.side_queue import SideQueue
    from app.run.side_worker import Subject
    from app.studio.draft import Draft
    from core.recipe.recipe import Recipe

# Side by side, more could not be compared.
_MOST_PLACES: Final = 8


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """One place under the loupe.

    Attributes:
        part: What is painted.
        image: What there is of it; a null image before there is anything.
        progress: How far it is, 0 to 1.
        error: Why there will be none; None where nothing is wrong.
    """

    part: Part
    image: QImage
    progress: float = 0.0
    error: Exception | None = None

    @property
    def is_done(self) -> bool:
        """Whether it shows what the picture will look like."""
        return self.progress >= 1


class Loupe(QObject):
    """Keeps the places that were looked at, with the settings that they were painted with.

    Signals:
        opened(), closed(): The places are to be seen, or no longer.
        places_changed(): There are others, or the settings are.
        place_changed(int): The picture of that place is another.
        availability_changed(): ``available`` may be another.
    """

    opened = Signal()
    closed = Signal()
    places_changed = Signal()
    place_changed = Signal(int)
    availability_changed = Signal()

    def __init__(self, draft: Draft, queue: SideQueue, parent: QObject | None = None) -> None:
        """Look at what a draft would become.

        Args:
            draft: What would be painted.
            queue: Paints the places, before anything that is wanted there later.
            parent: The owner.
        """
        super().__init__(parent)
        self._draft = draft
        self._queue = queue
        self._places: list[Place] = []
        self._is_open = False
        draft.changed.connect(self._on_draft_changed)
        queue.painted.connect(self._on_painted)
        queue.failed.connect(self._on_failed)
        self._want()

    @property
    def is_open(self) -> bool:
        """Whether the places are to be seen."""
        return self._is_open

    @property
    def places(self) -> tuple[Place, ...]:
        """What was looked at, the newest first."""
        return tuple(self._places)

    @property
    def available(self) -> bool:
        """Whether the picture will be so large that there is more to see than in a small one."""
        recipe = self._recipe()
        return recipe is not None and is_worthwhile(recipe)

    @property
    def frame(self) -> tuple[float, float]:
        """Width and height of what it shows of a place, as shares of those of the photo."""
        recipe, photo = self._recipe(), self._draft.photo.picture
        if recipe is None or photo is None:
            return 1.0, 1.0
        size_px = photo.width_px, photo.height_px
        left, top, right, bottom = central_box(size_px, recipe.shape or size_px)
        width_px, height_px = fitted_size(round(right - left), round(bottom - top), recipe.size_px)
        return (
            min(1.0, CROP_PX / width_px) * (right - left) / photo.width_px,
            min(1.0, CROP_PX / height_px) * (bottom - top) / photo.height_px,
        )

    def is_current(self, place: Place) -> bool:
        """Whether the picture would still look like this with the settings as they are now."""
        return place.part.recipe == self._recipe()

    def look_at(self, x: float, y: float) -> None:
        """Paint a place with the settings as they are.

        Args:
            x: Across the photo of the draft, from 0 to 1.
            y: Down, from 0 to 1.
        """
        recipe = self._recipe()
        if recipe is not None and is_worthwhile(recipe):
            self._add(Part(recipe, self._spot(recipe, x, y)))

    def look_again(self, number: int) -> None:
        """Paint the same place with the settings as they are now, and keep the former one beside it."""
        recipe = self._recipe()
        if recipe is not None and is_worthwhile(recipe) and 0 <= number < len(self._places):
            self._add(Part(recipe, self._places[number].part.spot))

    def remove(self, number: int) -> None:
        """Look at a place no longer."""
        if 0 <= number < len(self._places):
            del self._places[number]
            self.places_changed.emit()
            self._want()

    @Slot()
    def open(self) -> None:
        """Have the places seen."""
        if not self._is_open:
            self._is_open = True
            self.opened.emit()
            self._want()

    @Slot()
    def close(self) -> None:
        """Paint no more of them; what is there is kept."""
        if self._is_open:
            self._is_open = False
            self.closed.emit()
            self._want()

    def _add(self, part: Part) -> None:
        before = next((place for place in self._places if place.part == part and place.error is None), None)
        self._places = [place for place in self._places if place.part != part]
        self._places.insert(0, before or Place(part, QImage()))
        del self._places[_MOST_PLACES:]
        self.places_changed.emit()
        self.open()
        self._want()

    def _want(self) -> None:
        todo = [place.part for place in self._places if not place.is_done and place.error is None]
        self._queue.want(self, todo if self._is_open else ())

    def _recipe(self) -> Recipe | None:
        try:
            return self._draft.recipe()
        except RecipeError:
            return None

    def _spot(self, recipe: Recipe, x: float, y: float) -> Spot:
        """A place of the photo as one of the picture, which may be a part of it, in another shape."""
        photo = self._draft.photo.picture
        if recipe.shape is None or photo is None:
            return Spot(_clamped(x), _clamped(y))
        left, top, right, bottom = central_box((photo.width_px, photo.height_px), recipe.shape)
        return Spot(
            _clamped((x * photo.width_px - left) / (right - left)),
            _clamped((y * photo.height_px - top) / (bottom - top)),
        )

    @Slot()
    def _on_draft_changed(self) -> None:
        self.availability_changed.emit()
        if self._places:
            self.places_changed.emit()

    @Slot(object, QImage, float)
    def _on_painted(self, subject: Subject, image: QImage, progress: float) -> None:
        for number, place in enumerate(self._places):
            if place.part == subject:
                self._places[number] = replace(place, image=image, progress=progress)
                self.place_changed.emit(number)

    @Slot(object, object)
    def _on_failed(self, subject: Subject, error: Exception) -> None:
        for number, place in enumerate(self._places):
            if place.part == subject:
                self._places[number] = replace(place, error=error)
                self.place_changed.emit(number)


def _clamped(share: float) -> float:
    return min(1.0, max(0.0, share))
