"""The window: layout, menus, drags and closing."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QWidget

from app.look.icons import icon
from app.run.session import RunState
from app.studio.landing import Role
from app.system import paths
from app.widgets.about import AboutDialog
from app.widgets.file_dialogs import FileDialogs
from app.widgets.print_dialog import PrintDialog
from app.window.drop_handler import DropHandler
from app.window.menus import Menus
from app.window.side_panel import SidePanel
from app.window.stage import Stage

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from app.studio.picture_slot import ChosenPicture
    from app.studio.studio import Studio
    from app.system.background_jobs import BackgroundJobs
    from core.recipe.sheet import Fit, PrintFormat


class MainWindow(QMainWindow):
    """Shows a studio.

    Signals:
        closed(): The window has closed for good; nothing goes on any more.
    """

    closed = Signal()

    def __init__(self, studio: Studio, jobs: BackgroundJobs) -> None:
        super().__init__()
        self._studio = studio
        self._closing = False
        self.panel = SidePanel(studio.settings, jobs, samples=studio.samples, starters=studio.starters, parent=self)
        self.stage = Stage(studio, self)
        self.dialogs = FileDialogs(self)
        self.menus = Menus(self)
        self._drop_handler = DropHandler(self, self.panel, studio)
        self._lay_out()
        self._follow_studio()
        self._follow_commands()
        self._on_readiness_changed()

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Impasto"))
        self.setMinimumSize(QSize(860, 520))
        self.resize(_first_size(self.screen().availableSize()))
        centre = QWidget(self)
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.panel)
        row.addWidget(self.stage, 1)
        self.setCentralWidget(centre)
        folder = paths.resources()
        self.stage.run_bar.buttons.set_icons(*(icon(folder, name) for name in ("compare", "copy", "save")))
        if self._studio.settings.geometry:
            self.restoreGeometry(QByteArray(self._studio.settings.geometry))
        self.stage.preview.setFocus()

    def _follow_studio(self) -> None:
        studio = self._studio
        studio.readiness_changed.connect(self._on_readiness_changed)
        studio.became_idle.connect(self._on_became_idle)
        studio.choices[Role.PHOTO].loaded.connect(self._on_photo_loaded)
        studio.choices[Role.PAINTING].loaded.connect(self._on_painting_loaded)

    def _follow_commands(self) -> None:
        studio, menus, controls = self._studio, self.menus, self.panel.controls
        controls.strength_changed.connect(studio.set_strength)
        controls.size_changed.connect(studio.set_size)
        controls.preset_changed.connect(studio.set_preset)
        controls.print_wanted.connect(self._on_print_wanted)
        self.panel.more.style_scale_changed.connect(studio.set_style_scale)
        self.panel.more.color_changed.connect(studio.set_color)
        self.panel.picture_chosen.connect(studio.choose)
        self.panel.picture_wanted.connect(self._on_picture_wanted)
        self.dialogs.picture_picked.connect(studio.choose)
        self.dialogs.target_picked.connect(studio.save)
        self.stage.run_bar.buttons.save_pressed.connect(self._on_save_wanted)
        menus.photo_wanted.connect(self._on_photo_wanted)
        menus.painting_wanted.connect(self._on_painting_wanted)
        menus.save_wanted.connect(self._on_save_wanted)
        menus.quit_wanted.connect(self.close)
        menus.copy_wanted.connect(self.stage.copy_picture)
        menus.paste_wanted.connect(self._drop_handler.paste)
        menus.run_wanted.connect(studio.run)
        menus.stop_wanted.connect(studio.stop)
        menus.pause_wanted.connect(studio.pause_or_resume)
        menus.about_wanted.connect(self._on_about_wanted)

    @Slot()
    def _on_readiness_changed(self) -> None:
        studio = self._studio
        self.panel.set_locked(studio.locked)
        state = studio.session.state
        self.menus.set_available(choose=not studio.locked, run=studio.can_run, save=studio.can_save)
        self.menus.set_run_state(running=state in {RunState.RUNNING, RunState.PAUSED}, paused=state is RunState.PAUSED)

    @Slot(object)
    def _on_photo_loaded(self, picture: ChosenPicture) -> None:
        self.panel.show_picture(Role.PHOTO, picture)
        self.setWindowTitle(self.tr("{name} – Impasto").format(name=picture.path.name))

    @Slot(object)
    def _on_painting_loaded(self, picture: ChosenPicture) -> None:
        self.panel.show_picture(Role.PAINTING, picture)

    # Files.

    @Slot()
    def _on_photo_wanted(self) -> None:
        self._on_picture_wanted(Role.PHOTO)

    @Slot()
    def _on_painting_wanted(self) -> None:
        self._on_picture_wanted(Role.PAINTING)

    @Slot(object)
    def _on_picture_wanted(self, role: Role) -> None:
        self.dialogs.ask_for_picture(role, self._studio.folder_of(role))

    @Slot()
    def _on_save_wanted(self) -> None:
        if self._studio.can_save:
            self.dialogs.ask_for_target(self._studio.save_folder, self._studio.result.name)

    @Slot()
    def _on_print_wanted(self) -> None:
        settings = self._studio.settings
        dialog = PrintDialog(settings.sheet, settings.fit, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._on_sheet_chosen)
        dialog.open()

    @Slot(object, object)
    def _on_sheet_chosen(self, sheet: PrintFormat | None, fit: Fit) -> None:
        self._studio.set_sheet(sheet, fit)
        self.panel.controls.show_sheet(sheet)

    @Slot()
    def _on_about_wanted(self) -> None:
        AboutDialog(self.windowIcon(), self).open()

    # Closing.

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close at once when idle; otherwise disappear, stop the run, and close when its picture has been kept."""
        if not self._closing:
            geometry = bytes(self.saveGeometry().data())
            self._studio.settings = dataclasses.replace(self._studio.settings, geometry=geometry)
        if self._studio.busy:
            self._closing = True
            event.ignore()
            self.hide()
            self._studio.stop()
            return
        event.accept()
        self.closed.emit()

    @Slot()
    def _on_became_idle(self) -> None:
        if self._closing:
            self.close()


def _first_size(available: QSize) -> QSize:
    """A comfortable size that leaves some of the screen to others."""
    return QSize(min(1360, round(0.92 * available.width())), min(900, round(0.92 * available.height())))
