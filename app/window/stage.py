"""The right side of the window: what went wrong, the picture, and the run that makes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.run.session import RunProgress, RunState
from app.studio.landing import Role
from app.widgets.banner import Banner
from app.widgets.preview import Preview
from app.widgets.run_bar import RunBar
from app.words.durations import plain_elapsed

if TYPE_CHECKING:
    from pathlib import Path

    from app.run.worker import RunFailure, RunResult
    from app.studio.picture_slot import ChosenPicture
    from app.studio.studio import Problem, Studio


class Stage(QWidget):
    """Shows the run of the studio's session."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._headline = ""
        self._state = RunState.IDLE
        self.banner, self.preview, self.run_bar = Banner(self), Preview(self), RunBar(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.preview, 1)
        column.addWidget(self.run_bar)
        self._follow_studio()
        self._follow_session()
        buttons = self.run_bar.buttons
        buttons.run_pressed.connect(studio.run)
        buttons.stop_pressed.connect(studio.stop)
        buttons.pause_pressed.connect(studio.pause_or_resume)
        buttons.copy_pressed.connect(self.copy_picture)
        buttons.compare_toggled.connect(self.preview.pin_photo)
        self.run_bar.folder_wanted.connect(self._on_folder_wanted)
        self._on_readiness_changed()
        self.run_bar.say(self.tr("Loading the pictures…"))

    def _follow_studio(self) -> None:
        studio = self._studio
        studio.readiness_changed.connect(self._on_readiness_changed)
        studio.problem_arose.connect(self._on_problem_arose)
        studio.problem_passed.connect(self.banner.clear)
        studio.result.kept.connect(self._on_kept)
        studio.result.saved.connect(self._on_saved)
        studio.choices[Role.PHOTO].loaded.connect(self._on_photo_loaded)

    def _follow_session(self) -> None:
        session = self._studio.session
        session.state_changed.connect(self._on_state_changed)
        session.progressed.connect(self._on_progressed)
        session.previewed.connect(self._on_previewed)
        session.succeeded.connect(self._on_succeeded)
        session.failed.connect(self._on_failed)

    @Slot()
    def copy_picture(self) -> None:
        """Put the painted picture on the clipboard."""
        image = self._studio.result.image()
        if image is not None and self._studio.can_save:
            QGuiApplication.clipboard().setImage(image)
            self.run_bar.say(self.tr("Copied"), self.tr("Paste the picture into any other program."))

    @Slot()
    def _on_readiness_changed(self) -> None:
        studio = self._studio
        self.run_bar.buttons.set_available(run=studio.can_run, save=studio.can_save, compare=self.preview.can_compare)

    @Slot(object)
    def _on_photo_loaded(self, picture: ChosenPicture) -> None:
        self.preview.show_photo(picture.image)
        self.run_bar.set_progress(0)
        self.run_bar.say(self.tr("Ready"), self.tr("Press Stylize to paint the photo like the painting."))

    @Slot(object)
    def _on_problem_arose(self, problem: Problem) -> None:
        self.banner.show_problem(problem)

    @Slot(object)
    def _on_state_changed(self, state: RunState) -> None:
        self.run_bar.buttons.set_state(state)
        before, self._state = self._state, state
        if state is RunState.PAUSED:
            self.run_bar.say(self.tr("Paused"), self.tr("Press Resume to go on painting."))
        elif before is RunState.PAUSED and state is RunState.RUNNING:
            self.run_bar.say(self.tr("Going on…"))
        elif state is RunState.RUNNING:
            self._headline = ""
            self.run_bar.set_progress(0)
            self.run_bar.say(self.tr("Getting ready…"), self.tr("Loading the network and looking at both pictures."))
        elif state is RunState.STOPPING:
            self.run_bar.say(self.tr("Stopping…"), self.tr("The picture so far is kept."))
        self._on_readiness_changed()

    @Slot(object)
    def _on_progressed(self, progress: RunProgress) -> None:
        if self._state is RunState.RUNNING:
            self.run_bar.show_progress(progress)
        elif self._state is RunState.PAUSED:
            # The step that was under way when the button was pressed.
            self.run_bar.set_progress(progress.progress)

    @Slot(QImage)
    def _on_previewed(self, image: QImage) -> None:
        first = not self.preview.can_compare
        self.preview.show_painted(image)
        if first:
            self._on_readiness_changed()

    @Slot(object)
    def _on_succeeded(self, result: RunResult) -> None:
        finished = result.finished
        took = plain_elapsed(finished.seconds)
        if finished.num_steps == 0:
            self.preview.forget_painted()
            self.run_bar.say(self.tr("Stopped"), self.tr("Nothing had been painted yet."))
        else:
            self.preview.show_painted(result.image)
            words = self.tr("Stopped after {time}") if finished.stopped else self.tr("Done in {time}")
            self._headline = words.format(time=took)
            self.run_bar.say(self._headline, self.tr("Keeping the picture…"))
        if not finished.stopped:
            self.run_bar.set_progress(1)

    @Slot(object)
    def _on_failed(self, failure: RunFailure) -> None:
        self._headline = self.tr("The run broke off")
        if failure.image is None:
            self.preview.forget_painted()
        else:
            self.preview.show_painted(failure.image)
        self.run_bar.say(self._headline, self.tr("See above for the reason."))

    @Slot(object)
    def _on_kept(self, path: Path) -> None:
        # Without a headline the next run has begun already, and the bar is for that.
        if self._headline:
            self.run_bar.say_kept(self._headline, self._folder_words(path.parent))

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self.run_bar.say(self.tr("Saved"), str(path))

    @Slot()
    def _on_folder_wanted(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._studio.folders.kept)))

    def _folder_words(self, folder: Path) -> str:
        home = self._studio.folders.pictures.parent
        return folder.relative_to(home).as_posix() if folder.is_relative_to(home) else str(folder)
