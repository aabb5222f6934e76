"""The menu bar and its shortcuts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence

from app.widgets.key_overview import KeyOverview, key_groups

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow, QMenu


class Menus(QObject):
    """Builds the menus of a window; each entry is a signal.

    Attributes:
        file, edit, picture: The menus of files, of settings and of the picture, which more can be put into.

    Signals:
        photo_wanted(), painting_wanted(), recipe_wanted(), save_wanted(), quit_wanted(), undo_wanted(), redo_wanted(),
        copy_wanted(), paste_wanted(), reset_wanted(), settings_wanted(), run_wanted(), stop_wanted(), pause_wanted(),
        film_wanted(), about_wanted(), diagnostics_wanted(): The entry of that name was chosen.
    """

    photo_wanted = Signal()
    painting_wanted = Signal()
    recipe_wanted = Signal()
    save_wanted = Signal()
    quit_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    copy_wanted = Signal()
    paste_wanted = Signal()
    reset_wanted = Signal()
    settings_wanted = Signal()
    run_wanted = Signal()
    stop_wanted = Signal()
    pause_wanted = Signal()
    film_wanted = Signal()
    about_wanted = Signal()
    diagnostics_wanted = Signal()

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        bar = window.menuBar()
        file = self.file = bar.addMenu(self.tr("&File"))
        self._photo = self._add(file, self.tr("Open &photo…"), QKeySequence.StandardKey.Open)
        self._painting = self._add(file, self.tr("Open pa&inting…"), "Ctrl+Shift+O")
        self._recipe = self._add(file, self.tr("Paint a picture a&gain…"), None)
        file.addSeparator()
        self._save = self._add(file, self.tr("Save &as…"), QKeySequence.StandardKey.Save)
        file.addSeparator()
        quit_ = self._add(file, self.tr("&Quit"), "Ctrl+Q")
        quit_.setMenuRole(QAction.MenuRole.QuitRole)
        edit = self.edit = bar.addMenu(self.tr("&Edit"))
        self._undo = self._add(edit, "", QKeySequence.StandardKey.Undo)
        self._redo = self._add(edit, "", None)
        self._redo.setShortcuts([QKeySequence(QKeySequence.StandardKey.Redo), QKeySequence("Ctrl+Shift+Z")])
        self.set_history(undo="", redo="")
        edit.addSeparator()
        self._copy = self._add(edit, self.tr("&Copy picture"), QKeySequence.StandardKey.Copy)
        self._paste = self._add(edit, self.tr("&Paste"), QKeySequence.StandardKey.Paste)
        edit.addSeparator()
        self._reset = self._add(edit, self.tr("R&eset all settings"), None)
        edit.addSeparator()
        settings = self._add(edit, self.tr("&Settings…"), "Ctrl+,")
        settings.setMenuRole(QAction.MenuRole.PreferencesRole)
        picture = self.picture = bar.addMenu(self.tr("&Picture"))
        self._run = self._add(picture, self.tr("&Stylize"), "Ctrl+Return")
        self._run.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self._pause = self._add(picture, self.tr("&Pause"), "Pause")
        self._pause.setCheckable(True)
        self._stop = self._add(picture, self.tr("S&top"), "Esc")
        picture.addSeparator()
        self._film = self._add(picture, self.tr("Save time&lapse…"), None)
        help_ = bar.addMenu(self.tr("&Help"))
        keys = self._add(help_, self.tr("&Keys"), "F1")
        keys.setShortcuts([QKeySequence("F1"), QKeySequence("?")])
        keys.triggered.connect(self._on_keys_wanted)
        diagnostics = self._add(help_, self.tr("Copy &diagnostics"), None)
        about = self._add(help_, self.tr("&About Impasto"), None)
        about.setMenuRole(QAction.MenuRole.AboutRole)
        wiring = {
            self._photo: self.photo_wanted,
            self._painting: self.painting_wanted,
            self._recipe: self.recipe_wanted,
            self._save: self.save_wanted,
            quit_: self.quit_wanted,
            self._undo: self.undo_wanted,
            self._redo: self.redo_wanted,
            self._copy: self.copy_wanted,
            self._paste: self.paste_wanted,
            self._reset: self.reset_wanted,
            settings: self.settings_wanted,
            self._run: self.run_wanted,
            self._pause: self.pause_wanted,
            self._stop: self.stop_wanted,
            self._film: self.film_wanted,
            diagnostics: self.diagnostics_wanted,
            about: self.about_wanted,
        }
        for action, signal in wiring.items():
            action.triggered.connect(signal)

    def _add(self, menu: QMenu, text: str, shortcut: QKeySequence.StandardKey | str | None) -> QAction:
        action = menu.addAction(text)
        if shortcut is not None:
            action.setShortcut(QKeySequence(shortcut))
        return action

    @Slot()
    def _on_keys_wanted(self) -> None:
        KeyOverview(key_groups(self._window.menuBar()), self._window).open()

    def set_history(self, *, undo: str, redo: str) -> None:
        """Say what can be undone and redone; empty for nothing."""
        for action, words, what in (
            (self._undo, self.tr("&Undo {what}"), undo),
            (self._redo, self.tr("&Redo {what}"), redo),
        ):
            action.setEnabled(bool(what))
            action.setText(words.format(what=what).rstrip())

    def set_film_available(self, *, film: bool) -> None:
        """Enable saving a film where there is one to save."""
        self._film.setEnabled(film)

    def set_available(self, *, run: bool, save: bool) -> None:
        """Enable what can be done now."""
        for action in (self._save, self._copy):
            action.setEnabled(save)
        self._run.setEnabled(run)

    def set_run_state(self, *, running: bool, paused: bool) -> None:
        """Enable what can be done with the run that goes on."""
        self._stop.setEnabled(running)
        self._pause.setEnabled(running)
        self._pause.setChecked(paused)
