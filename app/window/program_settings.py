"""How the program itself is: its language, its look, and what it tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget

from app.look.appearance import Appearance
from app.look.theme import apply
from app.system.languages import AS_THE_SYSTEM, available_languages
from app.widgets.choice_box import ChoiceBox
from app.widgets.settings_form import SettingsForm

if TYPE_CHECKING:
    from app.studio.preferences import Preferences


class ProgramSettings(SettingsForm):
    """Shows and changes the preferences."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        languages = [(language.name, language.code) for language in available_languages()]
        self.appearance = ChoiceBox(
            self.tr("Appearance"),
            [
                (self.tr("As the system"), Appearance.SYSTEM),
                (self.tr("Light"), Appearance.LIGHT),
                (self.tr("Dark"), Appearance.DARK),
            ],
            self,
        )
        self.language = ChoiceBox(self.tr("Language"), [(self.tr("As the system"), AS_THE_SYSTEM), *languages], self)
        self.notifies = QCheckBox(self.tr("Tell me when a picture is done"), self)
        self.add(self.tr("Appearance"), self.appearance, self.tr("Whether the window is light or dark"))
        self.add(self.tr("Language"), self.language, self.tr("Which language the window speaks"))
        self.add_note(self.tr("Another language is spoken from the next start on."))
        self.add(
            self.tr("Notices"),
            self.notifies,
            self.tr("Only while another window is in front, and without a sound."),
        )
        self._show()
        self.language.chosen.connect(self._on_language_chosen)
        self.appearance.chosen.connect(self._on_appearance_chosen)
        self.notifies.toggled.connect(self._on_notifies_toggled)
        preferences.changed.connect(self._show)

    @Slot()
    def _show(self) -> None:
        self.language.select(self._preferences.language)
        self.appearance.select(self._preferences.appearance)
        self.notifies.setChecked(self._preferences.notifies)

    @Slot(object)
    def _on_language_chosen(self, code: str) -> None:
        self._preferences.remember(language=code)

    @Slot(object)
    def _on_appearance_chosen(self, appearance: Appearance) -> None:
        self._preferences.remember(appearance=appearance)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            apply(application, appearance)

    @Slot(bool)
    def _on_notifies_toggled(self, notifies: bool) -> None:
        self._preferences.remember(notifies=notifies)
