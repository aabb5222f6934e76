"""What the window works on: its parts, and the few commands that concern several of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.run.job import JobState
from app.run.kept_run import RunFolders
from app.run.queue import RunQueue
from app.run.side_queue import SideQueue
from app.studio.again import Again
from app.studio.applied_preferences import AppliedPreferences
from app.studio.draft import Draft
from app.studio.failure_notices import FailureNotices
from app.studio.gallery import Gallery
from app.studio.gallery_commands import GalleryCommands
from app.studio.history import History
from app.studio.interrupted_run import InterruptedRuns
from app.studio.live_settings import LiveSettings
from app.studio.loupe import Loupe
from app.studio.notices import Notices
from app.studio.own_paintings import OwnPaintings
from app.studio.picture_import import PictureImport
from app.studio.preferences import Preferences
from app.studio.presets import Presets
from app.studio.recent_photos import RecentPhotos
from app.studio.restoring import Restoring
from app.studio.results import Results
from app.studio.sheet import Sheet
from app.studio.sheet_saving import SheetSaving
from app.studio.shutdown import Shutdown
from app.studio.strip_model import StripModel
from app.studio.timeline_view import Branch, TimelineView
from app.studio.waiting_jobs import WaitingJobs
from core.errors import StyleTransferError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtCore import QSettings

    from app.library.bundled import BundledPicture
    from app.run.compute_thread import ComputeThread
    from app.studio.picture_slot import PictureSlot
    from app.system.background_jobs import BackgroundJobs
    from app.system.user_folders import UserFolders


class Studio(QObject):
    """The model behind the window.

    Attributes:
        folders: The folders of the person.
        preferences: What is remembered from one start to the next.
        notices: What the person is told.
        draft: What the next run would paint.
        recent: The last photos.
        own_paintings: The person's own paintings beside the starters.
        strip: Both, to choose from.
        history: What can be undone of the draft and the person's own paintings.
        imports: Pictures on their way into the draft.
        restoring: Recipes on their way there.
        queue: The pictures that are to be painted.
        results: The painted ones.
        again: What can be made of them.
        side_queue: The small ones that are to be painted while no others are.
        presets: Settings by name.
        loupe: Parts of the draft as they will look.
        sheet: The photo in many manners, for choosing by looking.
        sheet_saving: Writes it to a file.
        timeline: How the picture that is shown came about.
        gallery: The finished pictures.
        gallery_commands: What can be done with them.
        interrupted: What a crash has left unfinished.
        waiting: What was not begun, from one start to the next.
        shutdown: The end of it all.

    Signals:
        readiness_changed(): ``can_stylize`` or ``results.can_save`` may have changed.
    """

    readiness_changed = Signal()

    def __init__(
        self,
        compute: ComputeThread,
        background: BackgroundJobs,
        store: QSettings,
        folders: UserFolders,
        *,
        samples: Sequence[BundledPicture] = (),
        starters: Sequence[BundledPicture] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.folders = folders
        self.preferences = Preferences(store, self)
        self.notices = Notices(folders.log, self)
        self.draft = Draft(background, self.preferences.draft, (*samples, *starters), self)
        self.restoring = Restoring(self.draft, background, self.notices, self._known_folders, self)
        self.imports = PictureImport(
            self.draft,
            background,
            self.notices,
            folders,
            self.restoring,
            samples=samples,
            starters=starters,
            parent=self,
        )
        self.recent = RecentPhotos(self.draft, self.preferences, background, self)
        self.queue = RunQueue(compute, folders=RunFolders(folders.checkpoints, folders.timelines), parent=self)
        self.results = Results(self.queue, background, folders.kept, self.preferences, self.draft.bundled, parent=self)
        self.again = Again(self.draft, self.queue, self.results, self)
        self.side_queue = SideQueue(compute, self.queue, self)
        self.loupe = Loupe(self.draft, self.side_queue, self)
        self.own_paintings = OwnPaintings(background, folders, self.notices, self)
        self.sheet = Sheet(
            self.draft,
            self.side_queue,
            starters=starters,
            own=self.own_paintings,
            choose=self.imports.choose,
            background=background,
            parent=self,
        )
        self.sheet_saving = SheetSaving(self.sheet, background, self)
        self.shutdown = Shutdown(self.queue, background, self.results, self)
        self.interrupted = InterruptedRuns(self.queue, background, folders.checkpoints, self)
        self.waiting = WaitingJobs(self.queue, self.interrupted, background, self.notices, folders, parent=self)
        self.timeline = TimelineView(self.queue, self.draft, background, self)
        self.gallery = Gallery(
            background, folders, self.notices, results=self.results, bundled=(*samples, *starters), parent=self
        )
        self.gallery_commands = GalleryCommands(self.gallery, self.draft, self.restoring, background, self.notices)
        self._failures = FailureNotices(
            self.notices, self.queue, self.results, (self.draft, self.interrupted, self.sheet_saving, self.timeline)
        )
        self._live = LiveSettings(self.draft, self.queue, self)
        self._applied = AppliedPreferences(self.preferences, self.draft, self.queue, compute, self)
        self.restoring.begins.connect(self._live.let_go)  # what goes on has nothing to do with what is restored
        self.strip = StripModel(starters, self.own_paintings, background, folders.thumbnails, self)
        self.presets = Presets(self.draft, background, folders.presets, self.notices, self)
        self.history = History(self.draft, self.own_paintings, self)
        self.restoring.begins.connect(self.history.begin_whole)
        self.restoring.restored.connect(self.history.end_whole)
        self.restoring.busy_changed.connect(self.readiness_changed)
        self._follow()

    def _follow(self) -> None:
        draft, queue, results = self.draft, self.queue, self.results
        draft.settings_changed.connect(self._on_settings_changed)
        draft.photo_loaded.connect(self._on_photo_loaded)
        draft.paintings_loaded.connect(self._on_paintings_loaded)
        draft.weights_changed.connect(self._on_weights_changed)
        draft.readiness_changed.connect(self.readiness_changed)
        results.changed.connect(self.readiness_changed)
        queue.added.connect(self.sheet.close)  # whoever has something painted wants to see it
        queue.added.connect(self.gallery.close)
        self.timeline.branch_wanted.connect(self._on_branch_wanted)

    def open_first(self, photo: Path | None = None, paintings: Sequence[Path] = ()) -> None:
        """Load what was asked for, else what was there last time, else a sample and a starter style."""
        self.own_paintings.load()
        self.presets.load()
        pictures = self.presets.take_from([path for path in (photo, *paintings) if path is not None])
        self.imports.open_first(self.preferences, pictures[0] if pictures else None, pictures[1:])

    @property
    def can_stylize(self) -> bool:
        """Whether the draft can be painted, at once or after what is being painted."""
        return self.draft.ready and not self.restoring.busy

    @Slot()
    def stylize(self) -> None:
        """Have the draft painted as it is, after those that wait."""
        if not self.can_stylize:
            return
        self.notices.clear()
        try:
            recipe, photo = self.draft.recipe(), self.draft.shown_photo()
        except StyleTransferError as error:
            self.notices.error(error)
            return
        if self.queue.is_idle:
            self.results.put_away()
        self._live.follow(self.queue.add(recipe, self.draft.name, photo).number)

    @Slot()
    def finish(self) -> None:
        """Go on with the picture that was stopped, or broke off, last."""
        job = self.queue.current
        if job is not None and job.can_be_finished and job.checkpoint is not None:
            self.notices.clear()
            self.queue.go_on(job.checkpoint, job.recipe, job.name, job.photo, job.preview)

    @Slot(object)
    def _on_branch_wanted(self, branch: Branch) -> None:
        self.notices.clear()
        if self.queue.is_idle:
            self.results.put_away()
        self._live.follow(self.queue.branch(branch.checkpoint, branch.recipe, branch.name, branch.photo).number)

    @Slot()
    def stop(self) -> None:
        """End the run that goes on within a step, keeping its picture."""
        if self.queue.active is not None:
            self.queue.stop(self.queue.active.number)

    @Slot()
    def pause_or_resume(self) -> None:
        """Hold the run that goes on, or let it go on."""
        job = self.queue.active
        if job is not None and job.state in {JobState.PAUSING, JobState.PAUSED}:
            self.queue.resume(job.number)
        elif job is not None:
            self.queue.pause(job.number)

    def _known_folders(self) -> tuple[Path, ...]:
        """Where the pictures of a recipe may be."""
        own = (self.save_folder, self.folders.pictures, self.results.folder, self.folders.kept, self.folders.pasted)
        chosen = [picture.path for slot in (self.draft.photo, self.draft.paintings) for picture in slot.pictures]
        bundled = [picture.path for picture in self.draft.bundled]
        return tuple(dict.fromkeys((*(path.parent for path in (*chosen, *bundled)), *own)))

    def save_sheet(self, path: Path, default_suffix: str) -> None:
        """Write the sheet to ``path``, in the background."""
        target = self.sheet_saving.save(path, default_suffix)
        if target is not None:
            self.preferences.remember(save_folder=target.parent)

    @property
    def save_folder(self) -> Path:
        """Where a dialog for saving opens."""
        return self.preferences.save_folder or self.folders.pictures

    def save(self, path: Path, default_suffix: str, *, elsewhere: bool = False) -> None:
        """Write a painted picture to ``path``, in the background; ``elsewhere`` as :meth:`Results.save` has it."""
        target = self.results.save(path, default_suffix, elsewhere=elsewhere)
        if target is not None:
            self.preferences.remember(save_folder=target.parent)

    @Slot(object, str)
    def export_timeline(self, path: Path, default_suffix: str) -> None:
        """Write a film of how the picture that is shown came about, in the background."""
        self.timeline.export(path, default_suffix)
        self.preferences.remember(save_folder=path.parent)

    @Slot()
    def _on_settings_changed(self) -> None:
        self.preferences.remember(draft=self.draft.settings)

    @Slot()
    def _on_photo_loaded(self) -> None:
        if self.queue.is_idle:
            self.results.put_away()
        photo = self.draft.photo.picture
        self.preferences.remember(photo=None if photo is None else photo.path)
        self._tell_what_is_missing(self.draft.photo)

    @Slot()
    def _on_paintings_loaded(self) -> None:
        paintings = tuple(painting.path for painting in self.draft.paintings.pictures)
        self.preferences.remember(paintings=paintings, weights=self.draft.weights)
        self._tell_what_is_missing(self.draft.paintings)

    @Slot()
    def _on_weights_changed(self) -> None:
        self.preferences.remember(weights=self.draft.weights)

    def _tell_what_is_missing(self, slot: PictureSlot) -> None:
        picture = next((picture for picture in slot.pictures if picture.lacks_end), None)
        if picture is not None:
            self.notices.lacks_end(picture.path)
