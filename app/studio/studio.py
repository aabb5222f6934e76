"""What the window works on: two chosen pictures, the settings, the run and its picture."""

from __future__ import annotations

import dataclasses
import logging
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.library.bundled import BundledPicture, display_name
from app.library.output_names import picture_stem, with_suffix
from app.look.qimage import pixels_of_image
from app.run.session import RunState
from app.studio.landing import Role, assigned, landing
from app.studio.picture_slot import PictureSlot
from app.studio.results import Result
from app.words.advice import advice
from core.errors import RecipeError, StyleTransferError
from core.files.writing import write_picture
from core.optimization.control import StyleSettings
from core.picture import Picture
from core.recipe.recipe import Recipe, StyleSource

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QImage

    from app.run.session import StylizeSession
    from app.run.worker import RunFailure, RunResult
    from app.studio.offer import Offer
    from app.studio.picture_slot import ChosenPicture
    from app.studio.settings import Settings
    from app.system.background_jobs import BackgroundJobs
    from app.system.user_folders import UserFolders
    from core.recipe.choices import ColorMode, Preset
    from core.recipe.sheet import Fit, PrintFormat

_log = logging.getLogger(__name__)

_SETTLED_MS: Final = 250


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that went wrong, for the person to read.

    Attributes:
        what: What happened.
        remedy: What to do about it; may be empty.
    """

    what: str
    remedy: str = ""


class Studio(QObject):
    """The model behind the window.

    Signals:
        readiness_changed(): ``can_run``, ``can_save`` or ``locked`` may have changed.
        recipe_changed(): What the next run would paint has changed.
        problem_arose(Problem): Something went wrong.
        problem_passed(): What went wrong last no longer matters.
        became_idle(): Nothing goes on any more, neither a run nor a job in the background.
    """

    readiness_changed = Signal()
    recipe_changed = Signal()
    problem_arose = Signal(object)
    problem_passed = Signal()
    became_idle = Signal()

    def __init__(
        self,
        session: StylizeSession,
        jobs: BackgroundJobs,
        settings: Settings,
        folders: UserFolders,
        *,
        samples: Sequence[BundledPicture] = (),
        starters: Sequence[BundledPicture] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.folders = folders
        self.samples, self.starters = tuple(samples), tuple(starters)
        self.settings = settings
        self.choices = {role: PictureSlot(jobs, self) for role in Role}
        self._jobs = jobs
        self.result = Result(jobs, folders.kept, self)
        self.result.failed.connect(self._on_saving_failed)
        self._running: Recipe | None = None
        self._running_name = ""
        # Dragging a slider passes through many values; only the one where it comes to rest is worth a new beginning.
        self._settle_timer = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settle_timer.timeout.connect(self._send_settings)
        for choice in self.choices.values():
            choice.failed.connect(self._on_choice_failed)
        self.choices[Role.PHOTO].loaded.connect(self._on_photo_loaded)
        self.choices[Role.PAINTING].loaded.connect(self._on_painting_loaded)
        session.state_changed.connect(self._on_state_changed)
        session.succeeded.connect(self._on_succeeded)
        session.failed.connect(self._on_failed)
        jobs.finished.connect(self._on_errands_finished)

    # What the window may do now.

    @property
    def locked(self) -> bool:
        """Whether a run goes on, so that the pictures and settings must stay as they are."""
        return self.session.state is not RunState.IDLE

    @property
    def busy(self) -> bool:
        """Whether a run goes on or something is still being read or written."""
        return self.locked or self._jobs.busy

    @property
    def can_run(self) -> bool:
        """Whether a run can begin."""
        return not self.locked and all(choice.picture and not choice.loading for choice in self.choices.values())

    @property
    def can_save(self) -> bool:
        """Whether there is a painted picture to save or copy."""
        return self.result.is_there and not self.locked

    @property
    def save_folder(self) -> Path:
        """Where a dialog for saving opens."""
        return self.settings.save_folder or self.folders.pictures

    def folder_of(self, role: Role) -> Path:
        """Where a dialog for opening such a picture opens: beside the last one, unless that is the program's own."""
        picture = self.choices[role].picture
        bundled = self.samples if role is Role.PHOTO else self.starters
        if picture is None or picture.path in {entry.path for entry in bundled}:
            return self.folders.pictures
        return picture.path.parent

    # Pictures in.

    def open_first(self, photo: Path | None = None, painting: Path | None = None) -> None:
        """Load what was asked for, else what was there last time, else a sample and a starter style."""
        wanted = {
            Role.PHOTO: (photo, self.settings.photo, self.samples),
            Role.PAINTING: (painting, self.settings.painting, self.starters),
        }
        for role, (asked, last, bundled) in wanted.items():
            first = bundled[0].path if bundled else None
            path = asked or _remembered(last, bundled) or first
            if path is not None:
                self.choices[role].choose(path)

    @Slot(object, object)
    def choose(self, role: Role, path: Path) -> None:
        """Take another picture, unless a run goes on."""
        if not self.locked:
            self.problem_passed.emit()
            self.choices[role].choose(path)
            self.readiness_changed.emit()

    def landing_of(self, offer: Offer, over: Role | None) -> tuple[Role, ...]:
        """Where the pictures of a drag would go if it ended now."""
        if self.locked:
            return ()
        photo, painting = (self.choices[role].picture for role in (Role.PHOTO, Role.PAINTING))
        return landing(
            offer.num_pictures,
            over,
            photo_is_own=photo is not None and photo.path not in {sample.path for sample in self.samples},
            painting_is_own=painting is not None and painting.path not in {style.path for style in self.starters},
        )

    def accept(self, offer: Offer, image: QImage | None, over: Role | None) -> None:
        """Take what was dropped or pasted; ``image`` holds the pixels where there is no file."""
        if self.locked:
            return
        roles = self.landing_of(offer, over)
        if offer.paths:
            for role, path in assigned(offer.paths, roles).items():
                self.choose(role, path)
        elif image is not None and not image.isNull() and roles:
            self._paste(image, roles[0])
        elif offer.elsewhere:
            self._raise(
                self.tr("That picture is not on this computer, and Impasto never goes online."),
                self.tr("Save it to a folder first, then drop the file here."),
            )
        else:
            self._raise(self.tr("There is no picture in that."), self.tr("Copy or drag a picture, or a picture file."))

    def _paste(self, image: QImage, role: Role) -> None:
        path = self.folders.pasted / f"pasted-{uuid4().hex[:12]}.png"
        self._jobs.send(
            partial(_write_pasted, image, path), on_done=partial(self.choose, role), on_failed=self._on_choice_failed
        )

    @Slot(object)
    def _on_photo_loaded(self, _picture: ChosenPicture) -> None:
        self.result.clear()
        self._remember()

    @Slot(object)
    def _on_painting_loaded(self, _picture: ChosenPicture) -> None:
        self._remember()

    def _remember(self) -> None:
        photo, painting = (self.choices[role].picture for role in (Role.PHOTO, Role.PAINTING))
        self.settings = dataclasses.replace(
            self.settings,
            photo=photo.path if photo else None,
            painting=painting.path if painting else None,
        )
        self.recipe_changed.emit()
        self.readiness_changed.emit()

    @Slot(object)
    def _on_choice_failed(self, error: Exception) -> None:
        self._raise_error(error)
        self.readiness_changed.emit()

    # Settings.

    def _set(self, **changed: Any) -> None:  # noqa: ANN401 - what dataclasses.replace takes
        self.settings = dataclasses.replace(self.settings, **changed)
        self.recipe_changed.emit()

    def _set_followed(self, **changed: Any) -> None:  # noqa: ANN401 - as above
        """Change what a run that goes on can follow; it does so once the choice is settled."""
        self._set(**changed)
        if self.locked:
            self._settle_timer.start()

    @Slot(int)
    def set_size(self, size_px: int) -> None:
        """Choose the longest side of the result."""
        self._set(size_px=size_px)

    @Slot(object, object)
    def set_sheet(self, sheet: PrintFormat | None, fit: Fit) -> None:
        """Choose the sheet to paint for, and how; None to paint for the screen."""
        self._set(sheet=sheet, fit=fit)

    @Slot(object)
    def set_preset(self, preset: Preset) -> None:
        """Choose how much work goes into the result."""
        self._set(preset=preset)

    @Slot(int)
    def set_strength(self, strength: int) -> None:
        """Choose how near the result comes to the painting, also while a run goes on."""
        self._set_followed(strength=strength)

    @Slot(float)
    def set_style_scale(self, style_scale: float) -> None:
        """Choose the size of the brush strokes, also while a run goes on."""
        self._set_followed(style_scale=style_scale)

    @Slot(object)
    def set_color(self, color: ColorMode) -> None:
        """Choose whose colours the result has."""
        self._set(color=color)

    @Slot()
    def _send_settings(self) -> None:
        """Have the run that goes on take the settings as they are now."""
        if not self.locked or self._running is None:
            return
        settings = dataclasses.replace(
            StyleSettings.of(self._running),
            style_strength=float(self.settings.strength),
            style_scale=self.settings.style_scale,
        )
        self._running = settings.applied_to(self._running)
        self.session.change(settings)

    # The run.

    @Slot()
    def run(self) -> None:
        """Begin a run with the pictures and settings as they are."""
        if not self.can_run:
            return
        self.problem_passed.emit()
        try:
            recipe = self.recipe()
        except StyleTransferError as error:
            self._raise_error(error)
            return
        style = recipe.styles[0].path
        self._running_name = picture_stem(display_name(recipe.photo, self.samples), display_name(style, self.starters))
        self.result.clear()
        self._running = recipe
        self.session.start(recipe)

    @Slot()
    def stop(self) -> None:
        """End the run within a step, keeping its picture."""
        self.session.stop()

    @Slot()
    def pause_or_resume(self) -> None:
        """Hold the run, or let it go on."""
        if self.session.state is RunState.PAUSED:
            self.session.resume()
        else:
            self.session.pause()

    def recipe(self) -> Recipe:
        """What a run would paint now.

        Raises:
            RecipeError: If a picture is missing, or a setting is out of its range.
        """
        photo, painting = (self.choices[role].picture for role in (Role.PHOTO, Role.PAINTING))
        if photo is None or painting is None:
            msg = "There are no pictures to paint from."
            raise RecipeError(msg)
        recipe = Recipe(
            photo=photo.path,
            styles=(StyleSource(painting.path),),
            size_px=self.settings.size_px,
            preset=self.settings.preset,
            style_strength=float(self.settings.strength),
            style_scale=self.settings.style_scale,
            color=self.settings.color,
        )
        sheet = self.settings.sheet
        if sheet is None:
            return recipe
        return recipe.for_print(sheet, self.settings.fit, (photo.width_px, photo.height_px))

    @Slot(object)
    def _on_state_changed(self, state: RunState) -> None:
        self.readiness_changed.emit()
        if state is RunState.IDLE:
            self._settle_timer.stop()
            self._on_errands_finished()

    @Slot()
    def _on_errands_finished(self) -> None:
        if not self.busy:
            self.became_idle.emit()

    @Slot(object)
    def _on_succeeded(self, result: RunResult) -> None:
        if result.finished.num_steps > 0:
            self._keep(result.finished.picture)

    @Slot(object)
    def _on_failed(self, failure: RunFailure) -> None:
        self._raise_error(failure.error)
        if failure.picture is not None:
            self._keep(failure.picture)

    # Pictures out.

    def _keep(self, picture: Picture) -> None:
        if self._running is None:  # pragma: no cover - a picture comes from a run only
            return
        self.result.keep(picture, self._running, self._running_name)
        self.readiness_changed.emit()

    def save(self, path: Path, default_suffix: str) -> None:
        """Write the painted picture to ``path``, in the background."""
        if self.result.is_there:
            path = with_suffix(path, default_suffix)
            self.settings = dataclasses.replace(self.settings, save_folder=path.parent)
            self.result.save(path)

    # What went wrong.

    @Slot(object)
    def _on_saving_failed(self, error: Exception) -> None:
        self._raise_error(error)

    def _raise_error(self, error: Exception) -> None:
        if isinstance(error, StyleTransferError):
            self._raise(str(error), advice(error))
            return
        self._raise(
            self.tr("Something went wrong that Impasto did not expect."),
            self.tr("Try again. If it happens again, the details are in {folder}.").format(folder=self.folders.log),
        )

    def _raise(self, what: str, remedy: str) -> None:
        self.problem_arose.emit(Problem(what, remedy))


def _remembered(last: Path | None, bundled: Sequence[BundledPicture]) -> Path | None:
    if last is None:
        return None
    # The program may have moved or been updated since; its own pictures are then found by their place within it.
    own = (entry.path for entry in bundled if entry.path.parts[-2:] == last.parts[-2:])
    return next(own, last if last.is_file() else None)


def _write_pasted(image: QImage, path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_picture(path, Picture(pixels_of_image(image)))
    return path
