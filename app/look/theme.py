"""How the program looks now: dark or light, as the person or their system wants it, with the system's accent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QColor, QPalette

from app.look.appearance import Appearance
from app.look.style_sheet import style_sheet
from app.look.tokens import DARK, LIGHT, Tokens, with_accent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

_SCHEMES: Final = {
    Appearance.SYSTEM: Qt.ColorScheme.Unknown,
    Appearance.LIGHT: Qt.ColorScheme.Light,
    Appearance.DARK: Qt.ColorScheme.Dark,
}


def tokens() -> Tokens:
    """The colours of now: to be asked for whenever something is drawn."""
    return _Look.tokens


def apply(application: QApplication, appearance: Appearance) -> None:
    """Give the whole program its look, and have it follow the system from now on where it is to."""
    _theme_of(application).apply(appearance)


def follow_accent(application: QApplication, window: QWidget) -> None:
    """Have the program follow the system's accent as well, of which the system tells its windows."""
    window.installEventFilter(_theme_of(application))


def _theme_of(application: QApplication) -> Theme:
    return application.findChild(Theme) or Theme(application)


class _Look:
    """The one look of the process: what is drawn reads it, and `Theme` alone changes it."""

    tokens: Tokens = DARK


class Theme(QObject):
    """Keeps the look of an application as the person wants it."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._appearance = Appearance.SYSTEM
        self._applied: Tokens | None = None
        application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    def apply(self, appearance: Appearance) -> None:
        """Look like this from now on."""
        self._appearance = appearance
        # The frames of the windows and the dialogs of the system follow this.
        self._application.styleHints().setColorScheme(_SCHEMES[appearance])
        self._show()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Hear of another accent of the system."""
        if event.type() is QEvent.Type.ThemeChange:
            self._show()
        return False

    @Slot()
    def _on_system_changed(self) -> None:
        self._show()

    def system_scheme(self) -> Qt.ColorScheme:
        """Whether the system is dark or light; unknown where it does not tell."""
        return self._application.styleHints().colorScheme()

    def system_accent(self) -> str | None:
        """The accent of the person's system as ``#rrggbb``; None where it has none of its own."""
        # Without colours of ours, the application has the system's, and those of the style for what that leaves open.
        self._application.setPalette(QPalette())
        accent = self._application.palette().color(QPalette.ColorRole.Accent)
        of_style = self._application.style().standardPalette().color(QPalette.ColorRole.Accent)
        return None if accent == of_style else accent.name()

    def _show(self) -> None:
        accent = self.system_accent()
        looks_light = self._appearance is Appearance.LIGHT or (
            self._appearance is Appearance.SYSTEM and self.system_scheme() is Qt.ColorScheme.Light
        )
        wanted = LIGHT if looks_light else DARK
        wanted = wanted if accent is None else with_accent(wanted, accent)
        _Look.tokens = wanted
        self._application.setPalette(_palette(wanted))
        if wanted != self._applied:
            self._applied = wanted
            self._application.setStyleSheet(style_sheet(wanted))


def _palette(look: Tokens) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: look.panel,
        QPalette.ColorRole.WindowText: look.text,
        QPalette.ColorRole.Base: look.field,
        QPalette.ColorRole.AlternateBase: look.panel,
        QPalette.ColorRole.Text: look.text,
        QPalette.ColorRole.PlaceholderText: look.quiet,
        QPalette.ColorRole.Button: look.raised,
        QPalette.ColorRole.ButtonText: look.text,
        QPalette.ColorRole.BrightText: look.text,
        QPalette.ColorRole.Highlight: look.accent,
        QPalette.ColorRole.Accent: look.accent,
        QPalette.ColorRole.HighlightedText: look.on_accent,
        QPalette.ColorRole.Link: look.link,
        QPalette.ColorRole.LinkVisited: look.link,
        QPalette.ColorRole.ToolTipBase: look.raised,
        QPalette.ColorRole.ToolTipText: look.text,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(look.faint))
    return palette
