"""The window: layout, menus, dialogs and closing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QWidget

from app.look.icons import icon
from app.run.job import JobState
from app.studio.picture_roles import Role
from app.system import paths
from app.widgets.file_dialogs import FileDialogs
from app.widgets.print_dialog import PrintDialog
from app.window.again_actions import AgainActions
from app.window.carried_recipe_control import CarriedRecipeControl
from app.window.closing_questions import ClosingQuestions
from app.window.dialog_commands import DialogCommands
from app.window.drop_handler import DropHandler
from app.window.expert_settings import ExpertSettings
from app.window.film_export import FilmExport
from app.window.gallery_commands import GalleryCommands
from app.window.history_commands import HistoryCommands
from app.window.loupe_commands import LoupeCommands
from app.window.menus import Menus
from app.window.preset_menu import PresetMenu
from app.window.recent_menu import RecentMenu
from app.window.sheet_commands import SheetCommands
from app.window.side_panel import SidePanel
from app.window.stage import Stage
from app.window.view_menu import ViewMenu

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QKeyEvent

    from app.studio.studio import Studio
    from app.system.background_jobs import BackgroundJobs
    from core.recipe.sheet import Fit, PrintFormat

_LEAST_STAGE_PX: Final = 532


class MainWindow(QMainWindow):
    """Shows a studio.

    Signals:
        closed(): The window has closed for good; nothing goes on any more.
    """

    closed = Signal()

    def __init__(self, studio: Studio, background: BackgroundJobs) -> None:
        super().__init__()
        self._studio = studio
        self._may_close = False
        self._saves_elsewhere = False
        self.panel = SidePanel(
            studio.draft,
            background,
            samples=studio.imports.samples,
            strip=studio.strip,
            own=studio.own_paintings,
            parent=self,
        )
        more = self.panel.more
        expert, carried = ExpertSettings(studio.draft, more), CarriedRecipeControl(studio.preferences, more)
        more.add_section(expert, expert.is_usual)
        more.add_section(carried, carried.is_usual)
        self.stage = Stage(studio, background, self)
        self.dialogs = FileDialogs(self)
        self.menus = Menus(self)
        self.again = AgainActions(studio.again, (self.menus.picture, self.stage.run_bar.buttons.again_menu), self)
        self._recent = RecentMenu(studio, self.menus.file)
        self._view_menu = ViewMenu(self, self.stage)
        self._loupe = LoupeCommands(studio, self.stage, self._view_menu.menu)
        self._sheet = SheetCommands(studio, self.stage.pages.sheet, self.panel, self.dialogs, self._view_menu.menu)
        self._gallery = GalleryCommands(studio, self.stage.pages.gallery, self, self._view_menu.menu)
        self._history = HistoryCommands(studio.history, self.menus)
        self._film_export = FilmExport(studio, self.dialogs, self.menus, self.stage.timeline)
        self._questions = ClosingQuestions(self)
        self._dialog_commands = DialogCommands(studio, self.menus, self)
        self._drop_handler = DropHandler(self, self.panel, studio)
        self._presets = PresetMenu(studio.presets, self.panel.more, self.menus, self)
        self._lay_out()
        self._follow_studio()
        self._follow_commands()
        self._on_readiness_changed()

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Impasto"))
        self.setMinimumSize(QSize(self.panel.width() + _LEAST_STAGE_PX, 520))
        self.resize(_first_size(self.screen().availableSize()))
        centre = QWidget(self)
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.panel)
        row.addWidget(self.stage, 1)
        self.setCentralWidget(centre)
        self.stage.run_bar.buttons.set_icons(*(icon(paths.resources(), name) for name in ("compare", "copy", "save")))
        if self._studio.preferences.geometry:
            self.restoreGeometry(QByteArray(self._studio.preferences.geometry))
        self.stage.preview.setFocus()

    def _follow_studio(self) -> None:
        studio = self._studio
        studio.readiness_changed.connect(self._on_readiness_changed)
        studio.queue.changed.connect(self._on_readiness_changed)
        studio.draft.photo_loaded.connect(self._on_photo_loaded)
        studio.shutdown.ready.connect(self._on_shutdown_ready)
        studio.shutdown.hindered.connect(self._on_shutdown_hindered)

    def _follow_commands(self) -> None:
        studio, menus = self._studio, self.menus
        self.panel.controls.print_wanted.connect(self._on_print_wanted)
        studio.gallery_commands.print_wanted.connect(self._on_print_wanted)
        self.panel.more.start_picture_wanted.connect(self._on_start_picture_wanted)
        self.panel.picture_chosen.connect(studio.imports.choose)
        self.panel.picture_wanted.connect(self._on_picture_wanted)
        self.panel.painting_toggled.connect(studio.imports.toggle_painting)
        self.panel.strip.add_wanted.connect(self._on_add_paintings_wanted)
        self.dialogs.own_paintings_picked.connect(studio.own_paintings.add)
        self.dialogs.picture_picked.connect(self._on_pictures_picked)
        self.dialogs.start_picture_picked.connect(self.panel.more.take_start_picture)
        self.dialogs.recipe_picked.connect(studio.restoring.restore)
        self.dialogs.missing_picked.connect(studio.restoring.find)
        self.stage.banner.find_picture_pressed.connect(self._on_missing_wanted)
        studio.restoring.restored.connect(self.panel.more.unfold_unusual)
        self.dialogs.target_picked.connect(self._on_target_picked)
        self.stage.run_bar.buttons.save_pressed.connect(self._on_save_wanted)
        self.stage.save_elsewhere_wanted.connect(self._on_save_elsewhere_wanted)
        self._questions.close_confirmed.connect(self._begin_shutdown)
        self._questions.unkept_given_up.connect(self._on_unkept_given_up)
        self._questions.save_wanted.connect(self._on_save_elsewhere_wanted)
        menus.photo_wanted.connect(partial(self._on_picture_wanted, Role.PHOTO))
        menus.painting_wanted.connect(partial(self._on_picture_wanted, Role.PAINTING))
        menus.recipe_wanted.connect(self._on_recipe_wanted)
        menus.save_wanted.connect(self._on_save_wanted)
        menus.quit_wanted.connect(self.close)
        menus.copy_wanted.connect(self.stage.copy_picture)
        menus.paste_wanted.connect(self._drop_handler.paste)
        menus.reset_wanted.connect(self.panel.reset)
        menus.run_wanted.connect(studio.stylize)
        menus.stop_wanted.connect(studio.stop)
        menus.pause_wanted.connect(studio.pause_or_resume)
        menus.diagnostics_wanted.connect(self.stage.copy_diagnostics)

    @Slot()
    def _on_readiness_changed(self) -> None:
        studio, job = self._studio, self._studio.queue.active
        state = None if job is None else job.state
        self.menus.set_available(run=studio.can_stylize, save=studio.results.can_save)
        self.menus.set_run_state(
            running=state is not None and state is not JobState.STOPPING,
            paused=state in {JobState.PAUSING, JobState.PAUSED},
        )

    @Slot()
    def _on_photo_loaded(self) -> None:
        photo = self._studio.draft.photo.picture
        if photo is not None:
            self.setWindowTitle(self.tr("{name} – Impasto").format(name=photo.path.name))

    # Files.

    @Slot(object)
    def _on_picture_wanted(self, role: Role) -> None:
        self.dialogs.ask_for_picture(role, self._studio.imports.folder_of(role))

    @Slot(object, object)
    def _on_pictures_picked(self, role: Role, paths: tuple[Path, ...]) -> None:
        self._studio.imports.choose(role, *paths)

    @Slot()
    def _on_add_paintings_wanted(self) -> None:
        self.dialogs.ask_for_own_paintings(self._studio.imports.folder_of(Role.PAINTING))

    @Slot()
    def _on_start_picture_wanted(self) -> None:
        self.dialogs.ask_for_start_picture(self._studio.results.folder)

    @Slot()
    def _on_recipe_wanted(self) -> None:
        self.dialogs.ask_for_recipe(self._studio.results.folder)

    @Slot()
    def _on_missing_wanted(self) -> None:
        restoring = self._studio.restoring
        if restoring.wanted is not None and restoring.folder is not None:
            self.dialogs.ask_for_missing(restoring.shown_name(restoring.wanted.name), restoring.folder)

    @Slot()
    def _on_save_wanted(self) -> None:
        job = self._studio.results.job
        if job is not None:
            self._saves_elsewhere = False
            self.dialogs.ask_for_target(self._studio.save_folder, job.name)

    @Slot()
    def _on_save_elsewhere_wanted(self) -> None:
        job = self._studio.results.to_save_elsewhere
        if job is not None:
            self._saves_elsewhere = True
            self.dialogs.ask_for_target(self._studio.folders.pictures, job.name)

    @Slot(object, str)
    def _on_target_picked(self, path: Path, suffix: str) -> None:
        self._studio.save(path, suffix, elsewhere=self._saves_elsewhere)

    @Slot()
    def _on_print_wanted(self) -> None:
        settings = self._studio.draft.settings
        dialog = PrintDialog(settings.sheet, settings.fit, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._on_sheet_chosen)
        dialog.open()

    @Slot(object, object)
    def _on_sheet_chosen(self, sheet: PrintFormat | None, fit: Fit) -> None:
        self._studio.draft.set(sheet=sheet, fit=fit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that whatever has the focus leaves alone are the preview's: holding X shows the photo."""
        self.stage.preview.take_key(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go."""
        self.stage.preview.take_key(event)

    # Closing.

    def end(self) -> None:
        """Close as soon as what is being painted has been kept, without asking anything."""
        self._studio.preferences.remember(geometry=bytes(self.saveGeometry().data()))
        self.hide()
        self._studio.shutdown.begin(anywhere=True)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close at once when idle; otherwise disappear, stop the run, and close when its picture has been kept."""
        event.ignore()
        self._close_if_ready(event)
        if event.isAccepted():
            return
        studio = self._studio
        if not studio.shutdown.begun:
            studio.preferences.remember(geometry=bytes(self.saveGeometry().data()))
        if studio.results.unkept and studio.shutdown.nothing_goes_on:
            self._ask_about_unkept()
        elif studio.queue.waiting and not studio.shutdown.begun:
            self._questions.ask_about_waiting(len(studio.queue.waiting), go_on_later=studio.waiting.is_safe)
        elif not studio.shutdown.begun:
            self._begin_shutdown()
            self._close_if_ready(event)

    def _ask_about_unkept(self) -> None:
        results = self._studio.results
        if results.in_memory_only:
            self._questions.ask_about_unkept(len(results.in_memory_only))
        else:
            self._questions.ask_about_elsewhere(len(results.unkept))

    def _close_if_ready(self, event: QCloseEvent) -> None:
        if self._may_close:
            event.accept()
            self.closed.emit()

    @Slot()
    def _begin_shutdown(self) -> None:
        self.hide()
        self._studio.shutdown.begin()

    @Slot()
    def _on_unkept_given_up(self) -> None:
        self._studio.shutdown.give_up_unkept()
        self._begin_shutdown()

    @Slot()
    def _on_shutdown_ready(self) -> None:
        self._may_close = True
        self.close()

    @Slot()
    def _on_shutdown_hindered(self) -> None:
        """Come back: the reason is told already, and the picture can be saved elsewhere."""
        self.show()
        self.raise_()
        self.activateWindow()


def _first_size(available: QSize) -> QSize:
    """A comfortable size that leaves some of the screen to others."""
    return QSize(min(1360, round(0.92 * available.width())), min(900, round(0.92 * available.height())))
