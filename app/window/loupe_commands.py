"""The loupe's ways in: its button on the preview, its entry in the menu, and the choice of a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QKeySequence

from app.widgets.spot_picker import SpotPicker

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from app.studio.studio import Studio
    from app.window.stage import Stage


class LoupeCommands(QObject):
    """Has a place chosen on the preview, and shows it under the loupe.

    Attributes:
        action: The entry of the menu.
        picker: Lies over the preview while a place is chosen.
    """

    def __init__(self, studio: Studio, stage: Stage, menu: QMenu) -> None:
        super().__init__(menu)
        self._studio = studio
        self._stage = stage
        self.picker = SpotPicker(stage.preview)
        self.action = QAction(self.tr("&Loupe"), self)
        self.action.setShortcut(QKeySequence("L"))
        menu.addSeparator()
        menu.addAction(self.action)
        self.action.triggered.connect(self._on_wanted)
        stage.preview.zoom_control.loupe_pressed.connect(self._on_wanted)
        stage.pages.loupe.place_wanted.connect(self._on_place_wanted)
        self.picker.picked.connect(studio.loupe.look_at)
        self.picker.given_up.connect(self._on_given_up)
        for changed in (studio.loupe.availability_changed, studio.readiness_changed, studio.queue.changed):
            changed.connect(self._on_availability_changed)
        self._on_availability_changed()

    @property
    def _available(self) -> bool:
        """Whether the photo that is shown is the one that the loupe would paint a place of."""
        studio, shown = self._studio, self._studio.queue.current
        of_draft = shown is None or shown.recipe.photo == studio.draft.chosen_photo
        return studio.can_stylize and of_draft and studio.loupe.available

    @Slot()
    def _on_availability_changed(self, _changed: object = None) -> None:
        available = self._available
        self.action.setEnabled(available or bool(self._studio.loupe.places))
        self._stage.preview.zoom_control.set_loupe_available(available)
        if not available:
            self.picker.give_up()

    @Slot()
    def _on_wanted(self) -> None:
        """Choose a place; where there are some already, show them, or hide them."""
        loupe = self._studio.loupe
        if loupe.is_open:
            loupe.close()
        elif loupe.places:
            loupe.open()
        else:
            self._on_place_wanted()

    @Slot()
    def _on_place_wanted(self) -> None:
        if self._available:
            self._studio.loupe.close()
            self._studio.sheet.close()
            self._studio.gallery.close()
            self.picker.begin(self._studio.loupe.frame)

    @Slot()
    def _on_given_up(self) -> None:
        if self._studio.loupe.places and not self._studio.sheet.kind:
            self._studio.loupe.open()
        else:
            self._stage.preview.setFocus()
