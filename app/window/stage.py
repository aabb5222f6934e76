"""The right side of the window: what the person is told, the picture, and the run that makes it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.run.job import JobState
from app.system.diagnostics import diagnostics
from app.widgets.banner import Banner
from app.widgets.preview import Preview
from app.widgets.run_bar import RunBar
from app.widgets.unfinished_strip import UnfinishedStrip
from app.window.draft_words import DraftWords
from app.window.first_hint import FirstHint
from app.window.preview_sources import PreviewSources
from app.window.stage_pages import StagePages
from app.window.timeline_bar import TimelineBar
from app.words.durations import plain_elapsed
from core.picture import fitted_size

if TYPE_CHECKING:
    from pathlib import Path

    from app.library.rescue import Delivery
    from app.run.job import Job
    from app.studio.interrupted_run import InterruptedRun
    from app.studio.studio import Studio
    from app.system.background_jobs import BackgroundJobs


class Stage(QWidget):
    """Shows the job that is being painted, else the one that ended last, else the photo of the draft.

    Signals:
        save_elsewhere_wanted(): A picture that could not be kept is to be saved.
    """

    save_elsewhere_wanted = Signal()

    def __init__(self, studio: Studio, background: BackgroundJobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._background = background
        self._shown_number: int | None = None
        self.banner, self.unfinished = Banner(self), UnfinishedStrip(self)
        self.preview = Preview(background, self)
        self.pages = StagePages(studio, self.preview, background, self)
        self.timeline, self.run_bar = TimelineBar(studio, self.preview, self), RunBar(self)
        self._draft_words = DraftWords(studio, self.run_bar, self)
        self.first_hint = FirstHint(studio, self.preview).hint
        self._sources = PreviewSources(self.preview, studio, background, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.unfinished)
        column.addWidget(self.pages, 1)
        column.addWidget(self.timeline)
        column.addWidget(self.run_bar)
        self._follow_studio()
        self._follow_commands()
        self._on_readiness_changed()

    def _follow_studio(self) -> None:
        studio = self._studio
        studio.readiness_changed.connect(self._on_readiness_changed)
        studio.again.changed.connect(self._on_readiness_changed)
        studio.notices.posted.connect(self.banner.show_notice)
        studio.notices.cleared.connect(self.banner.clear)
        studio.draft.photo_loaded.connect(self._show_draft)
        studio.queue.added.connect(self._on_waiting_changed)
        studio.queue.removed.connect(self._on_removed)
        studio.queue.changed.connect(self._on_job_changed)
        studio.queue.finished.connect(self._on_job_ended)
        studio.queue.failed.connect(self._on_job_ended)
        studio.results.kept.connect(self._on_kept)
        studio.results.kept_elsewhere.connect(self._on_kept_elsewhere)
        studio.results.keep_failed.connect(self._on_keep_failed)
        studio.results.saved.connect(self._on_saved)
        studio.sheet_saving.saved.connect(self._on_saved)
        studio.interrupted.found.connect(self._on_interrupted_found)
        studio.interrupted.settled.connect(self.unfinished.hide)

    def _follow_commands(self) -> None:
        studio, buttons = self._studio, self.run_bar.buttons
        buttons.finish_pressed.connect(studio.finish)
        buttons.run_pressed.connect(studio.stylize)
        buttons.stop_pressed.connect(studio.stop)
        buttons.pause_pressed.connect(studio.pause_or_resume)
        buttons.copy_pressed.connect(self.copy_picture)
        buttons.compare_toggled.connect(self.preview.divide)
        self.run_bar.waiting.remove_wanted.connect(studio.queue.remove)
        self.run_bar.waiting.next_wanted.connect(self._on_next_wanted)
        self.timeline.told.connect(self.run_bar.say)
        self.run_bar.folder_wanted.connect(self._on_folder_wanted)
        self.banner.save_pressed.connect(self.save_elsewhere_wanted)
        self.banner.use_recipe_pressed.connect(self._on_use_recipe_pressed)
        self.banner.go_back_pressed.connect(self._on_go_back_pressed)
        self.unfinished.go_on_pressed.connect(studio.interrupted.go_on)
        self.unfinished.later_pressed.connect(studio.interrupted.leave)
        self.unfinished.discard_pressed.connect(studio.interrupted.discard)

    @Slot()
    def _on_use_recipe_pressed(self) -> None:
        self._studio.restoring.use_offered()

    @Slot()
    def _on_go_back_pressed(self) -> None:
        self._studio.restoring.go_back()

    @Slot(object)
    def _on_interrupted_found(self, run: InterruptedRun) -> None:
        self.unfinished.offer(run.recipe.photo.name, run.progress, run.picture)

    @Slot()
    def copy_picture(self) -> None:
        """Put the painted picture on the clipboard."""
        image = self._studio.results.image()
        if image is not None:
            QGuiApplication.clipboard().setImage(image)
            self.run_bar.say(self.tr("Copied"), self.tr("Paste the picture into any other program."))

    @Slot()
    def copy_diagnostics(self) -> None:
        """Put what helps to find a fault on the clipboard."""
        self._background.send(
            partial(diagnostics, self._studio.folders.log, loads_engine=False),
            on_done=self._on_diagnosed,
            on_failed=self._studio.notices.error,
        )

    def _on_diagnosed(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._studio.notices.info(
            self.tr("The diagnostics are on the clipboard."),
            self.tr("Paste them into your report. The names of folders, files and people are left out."),
        )

    @Slot()
    def _on_readiness_changed(self) -> None:
        studio, job = self._studio, self._studio.queue.active
        self.run_bar.buttons.set_available(
            run=studio.can_stylize,
            save=studio.results.can_save,
            compare=self.preview.can_compare,
            finish=studio.queue.current is not None and studio.queue.current.can_be_finished,
            again=studio.again.can_paint_another,
        )
        self.run_bar.buttons.set_state(None if job is None else job.state)

    # What is shown.

    @Slot()
    def _show_draft(self) -> None:
        """Show the photo of the draft, unless there is a job to show."""
        photo = self._studio.draft.photo.picture
        if self._studio.queue.current is not None:
            return
        if photo is None:
            self.preview.show_photo(QImage())
            self._draft_words.say()
            return
        self._shown_number = None
        self.preview.show_photo(photo.image, (photo.width_px, photo.height_px))
        self._sources.follow_draft()
        self.run_bar.set_progress(0)
        self._draft_words.say()
        self._on_readiness_changed()

    @Slot(object)
    def _on_job_changed(self, job: Job) -> None:
        self._on_waiting_changed(job)
        current = self._studio.queue.current
        if current is None or job.number != current.number:
            return
        if job.number != self._shown_number:
            self._shown_number = job.number
            self.preview.show_photo(job.photo, _painted_size(job))
            self._sources.follow_job(job)
            self.run_bar.set_progress(0)
        if job.preview is not None and not self.timeline.looks_back:
            self.preview.show_painted(job.preview)
        if job.is_active:
            self._tell(job)
        self._on_readiness_changed()

    def _tell(self, job: Job) -> None:
        """Say how a run goes that is not over."""
        bar = self.run_bar
        if job.progress is not None:
            bar.set_progress(job.progress.progress)
        match job.state:
            case JobState.PAUSING:
                bar.say(self.tr("Pausing…"), self.tr("The step that is under way is finished first."))
            case JobState.PAUSED:
                bar.say(self.tr("Paused"), self.tr("Press Resume to go on painting."))
            case JobState.STOPPING:
                bar.say(self.tr("Stopping…"), self.tr("The picture so far is kept."))
            case _ if job.progress is not None:
                bar.show_progress(job.progress)
            case _:
                bar.say(self.tr("Getting ready…"), self.tr("Loading the network and looking at both pictures."))

    @Slot(object)
    def _on_job_ended(self, job: Job) -> None:
        if job.number != self._shown_number:
            return
        bar = self.run_bar
        if job.picture is None:
            self.preview.forget_painted()
            if job.state is JobState.STOPPED:
                bar.say(self.tr("Stopped"), self.tr("Nothing had been painted yet."))
            else:
                bar.say(self._headline(job), self.tr("See above for the reason."))
        else:
            bar.say(self._headline(job), self.tr("Keeping the picture…"))
        if job.state is JobState.DONE:
            bar.set_progress(1)
        self._on_readiness_changed()

    def _headline(self, job: Job) -> str:
        finished = getattr(job.outcome, "finished", None)
        if finished is None:
            return self.tr("The run broke off")
        words = self.tr("Stopped after {time}") if finished.stopped else self.tr("Done in {time}")
        return words.format(time=plain_elapsed(finished.seconds))

    @Slot(object, object)
    def _on_kept(self, job: Job, path: Path) -> None:
        # While the next one is being painted, the bar is for that.
        if job.number == self._shown_number and self._studio.queue.active is None:
            self.run_bar.say_kept(self._headline(job), self._folder_words(path.parent))

    @Slot(object, object)
    def _on_kept_elsewhere(self, job: Job, _delivery: Delivery) -> None:
        if job.number == self._shown_number and self._studio.queue.active is None:
            self.run_bar.say(self._headline(job), self.tr("Kept in another place: see above."))

    @Slot(object, object)
    def _on_keep_failed(self, job: Job, _error: Exception) -> None:
        if job.number == self._shown_number and self._studio.queue.active is None:
            self.run_bar.say(self._headline(job), self.tr("Not kept: see above. Save it somewhere else."))

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        if self._studio.queue.active is None:
            self.run_bar.say(self.tr("Saved"), str(path))
        if not self._studio.results.unkept:
            self.banner.clear()

    # What waits.

    @Slot(object)
    def _on_waiting_changed(self, _job: Job) -> None:
        self.run_bar.waiting.show_jobs([(job.number, job.name) for job in self._studio.queue.waiting])

    @Slot(object)
    def _on_removed(self, job: Job) -> None:
        self._on_waiting_changed(job)
        if job.number == self._shown_number:
            self._show_draft()

    @Slot(int)
    def _on_next_wanted(self, number: int) -> None:
        self._studio.queue.move(number, 0)

    @Slot()
    def _on_folder_wanted(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._studio.results.folder)))

    def _folder_words(self, folder: Path) -> str:
        home = self._studio.folders.pictures.parent
        return folder.relative_to(home).as_posix() if folder.is_relative_to(home) else str(folder)


def _painted_size(job: Job) -> tuple[int, int]:
    """Width and height of what a job paints: nearly, until it is painted."""
    if job.photo.isNull():  # it could not be read
        return 0, 0
    return fitted_size(job.photo.width(), job.photo.height(), job.recipe.size_px)
