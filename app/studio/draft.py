"""What the next run would paint. It stays editable while another goes on."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QRect, Signal, Slot

from app.library.bundled import display_name
from app.library.output_names import picture_stem
from app.studio.draft_settings import DraftSettings
from app.studio.picture_roles import Role
from app.studio.picture_slot import PictureSlot
from core.errors import RecipeError, RecipeProblem
from core.picture import central_box
from core.recipe.choices import DeviceName
from core.recipe.recipe import Recipe, StyleSource

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QImage

    from app.library.bundled import BundledPicture
    from app.studio.picture_slot import ChosenPicture
    from app.system.background_jobs import BackgroundJobs

_SETTINGS: Final = tuple(field.name for field in dataclasses.fields(DraftSettings))


class Draft(QObject):
    """A photo, paintings with their weights, and settings.

    Attributes:
        photo: The photo.
        paintings: The paintings.
        bundled: The program's own pictures, which have names.

    Signals:
        photo_loaded(): Another photo is there, or none any more.
        paintings_loaded(): Other paintings are there, or none any more.
        weights_changed(): The same paintings have other weights.
        settings_changed(): A setting has another value.
        changed(): Any of these: the next run would paint something else.
        readiness_changed(): ``ready`` may have changed.
        failed(Exception): A picture that was chosen cannot be read.
    """

    photo_loaded = Signal()
    paintings_loaded = Signal()
    weights_changed = Signal()
    settings_changed = Signal()
    changed = Signal()
    readiness_changed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        background: BackgroundJobs,
        settings: DraftSettings,
        bundled: Sequence[BundledPicture] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._device = DeviceName.AUTO
        self.bundled = tuple(bundled)
        self._weights: tuple[float, ...] = ()
        self._wanted_weights: tuple[float, ...] = ()
        self.photo, self.paintings = PictureSlot(background, self), PictureSlot(background, self)
        self.photo.loaded.connect(self._on_photo_loaded)
        self.paintings.loaded.connect(self._on_paintings_loaded)
        for slot in (self.photo, self.paintings):
            slot.failed.connect(self._on_failed)

    @property
    def settings(self) -> DraftSettings:
        """The settings as they are."""
        return self._settings

    @property
    def weights(self) -> tuple[float, ...]:
        """The share of each painting."""
        return self._weights

    @property
    def chosen_photo(self) -> Path | None:
        """The file of the photo that is there, or is being read."""
        paths = self.photo.chosen
        return paths[0] if paths else None

    @property
    def chosen_paintings(self) -> tuple[tuple[Path, float], ...]:
        """The files of the paintings that are there, or are being read, each with its weight."""
        weights = self._wanted_weights if self.paintings.loading else self._weights
        return tuple(zip(self.paintings.chosen, weights, strict=True))

    @property
    def loading(self) -> bool:
        """Whether pictures are being read."""
        return self.photo.loading or self.paintings.loading

    @property
    def ready(self) -> bool:
        """Whether a run could begin with it."""
        return self.photo.ready and self.paintings.ready

    @property
    def name(self) -> str:
        """A file name for what it would paint, without suffix."""
        photo = self.photo.picture
        names = (display_name(painting.path, self.bundled) for painting in self.paintings.pictures)
        return picture_stem("" if photo is None else display_name(photo.path, self.bundled), *names)

    def slot(self, role: Role) -> PictureSlot:
        """The pictures of that role."""
        return self.photo if role is Role.PHOTO else self.paintings

    def choose(self, role: Role, path: Path) -> None:
        """Take another photo, or one painting in place of those that are there."""
        self._choose(role, (path,), (1.0,))

    def choose_paintings(self, paths: Sequence[Path], weights: Sequence[float]) -> None:
        """Take other paintings, each with its weight."""
        self._choose(Role.PAINTING, paths, weights)

    def toggle_painting(self, path: Path) -> None:
        """Add a painting to the mixture, or take it out; the last one stays."""
        chosen = self.chosen_paintings
        kept = [each for each in chosen if each[0] != path]
        if len(kept) == len(chosen):
            # As much as the others on average, so that it gets its even share.
            weight = sum(weight for _, weight in kept) / len(kept) if kept else 1.0
            kept.append((path, weight or 1.0))
        self._mix(kept)

    def take_out(self, number: int) -> None:
        """Take the painting of this number, from 0, out of the mixture; the last one stays."""
        chosen = self.chosen_paintings
        self._mix([*chosen[:number], *chosen[number + 1 :]])

    def _mix(self, paintings: Sequence[tuple[Path, float]]) -> None:
        if not paintings:
            return
        weights = [weight for _, weight in paintings]
        if not any(weights):
            weights = [1.0] * len(weights)  # only those without weight are left
        self.choose_paintings([path for path, _ in paintings], weights)

    def set_weights(self, weights: Sequence[float]) -> None:
        """Give the paintings that are there other weights, one each."""
        newer = tuple(weights)
        if len(newer) == len(self._weights) and newer != self._weights:
            self._weights = newer
            self.weights_changed.emit()
            self.changed.emit()

    def clear(self, role: Role) -> None:
        """Hold no picture of that role, until another one is chosen."""
        if role is Role.PAINTING:
            self._wanted_weights = ()
        self.slot(role).clear()

    def _choose(self, role: Role, paths: Sequence[Path], weights: Sequence[float]) -> None:
        if role is Role.PAINTING:
            self._wanted_weights = tuple(weights)
        self.slot(role).choose(paths)
        self.readiness_changed.emit()

    def set(self, **settings: Any) -> None:  # noqa: ANN401 - what dataclasses.replace takes
        """Give settings other values."""
        newer = dataclasses.replace(self._settings, **settings)
        if newer != self._settings:
            self._settings = newer
            self.settings_changed.emit()
            self.changed.emit()

    @property
    def device(self) -> DeviceName:
        """Where the next pictures are painted."""
        return self._device

    def paint_on(self, device: DeviceName) -> None:
        """Have the next pictures painted there; it belongs to this computer, and to no recipe that is taken over."""
        if device is not self._device:
            self._device = device
            self.changed.emit()

    def reset(self, *names: str) -> None:
        """Give the settings of these names their defaults, and all of them where none is named."""
        usual = DraftSettings()
        self.set(**{name: getattr(usual, name) for name in names or _SETTINGS})

    def load(self, recipe: Recipe) -> None:
        """Take over what a recipe paints; its pictures are read in the background."""
        self.choose(Role.PHOTO, recipe.photo)
        self.choose_paintings([style.path for style in recipe.styles], [style.weight for style in recipe.styles])
        settings = DraftSettings.of(recipe)
        self.set(**{name: getattr(settings, name) for name in _SETTINGS})

    def recipe(self, *styles: StyleSource) -> Recipe:
        """What a run would paint now.

        Args:
            styles: What to paint like in place of the paintings; none to paint like those.

        Raises:
            RecipeError: If a picture is missing, or a setting is out of its range.
        """
        photo, settings = self._photo(), self._settings
        own = zip(self.paintings.pictures, self._weights, strict=True)
        paintings = styles or tuple(StyleSource(each.path, weight) for each, weight in own)
        recipe = dataclasses.replace(settings.recipe(photo.path, paintings), device=self._device)
        if settings.sheet is None:
            return recipe
        return recipe.for_print(settings.sheet, settings.fit, (photo.width_px, photo.height_px))

    def shown_photo(self) -> QImage:
        """What would be painted of the photo, ready for the screen: cropped as the sheet of paper wants it.

        Raises:
            RecipeError: As `recipe` does.
        """
        photo, shape = self._photo(), self.recipe().shape
        if shape is None:
            return photo.image
        left, top, right, bottom = central_box((photo.image.width(), photo.image.height()), shape)
        return photo.image.copy(QRect(round(left), round(top), round(right - left), round(bottom - top)))

    def _photo(self) -> ChosenPicture:
        photo = self.photo.picture
        if photo is None:
            raise RecipeError(RecipeProblem.NO_PICTURES)
        return photo

    @Slot()
    def _on_photo_loaded(self) -> None:
        self.photo_loaded.emit()
        self.changed.emit()
        self.readiness_changed.emit()

    @Slot()
    def _on_paintings_loaded(self) -> None:
        self._weights = self._wanted_weights
        self.paintings_loaded.emit()
        self.changed.emit()
        self.readiness_changed.emit()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)
        self.readiness_changed.emit()
