"""The languages of the window: which there are, which is the person's, and having the program speak it.

The files are made by ``.ci/languages.py``. Qt's own words, of its standard buttons and dialogs, come from Qt.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

from app.system import paths

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from PySide6.QtCore import QCoreApplication

AS_THE_SYSTEM: Final = ""
"""What is remembered where no language was chosen."""

_ENGLISH: Final = "en"


@dataclass(frozen=True, slots=True)
class Language:
    """A language that the window speaks.

    Attributes:
        code: By ISO 639, such as ``de``.
        name: As those who speak it write it.
    """

    code: str
    name: str


_LANGUAGES: Final = (
    Language("de", "Deutsch"),
    Language(_ENGLISH, "English"),
    Language("fr", "Français"),
    Language("ja", "日本語"),
)


def available_languages() -> tuple[Language, ...]:
    """All that can be chosen, by their names."""
    return _LANGUAGES


def language_or_system(code: str) -> str:
    """A code that was stored.

    Raises:
        ValueError: No such language is available.
    """
    if code != AS_THE_SYSTEM and code not in {language.code for language in _LANGUAGES}:
        raise ValueError(code)
    return code


def first_spoken(wanted: Iterable[str]) -> str:
    """The first of some languages that the window speaks; English where it speaks none of them.

    Args:
        wanted: Locales such as ``de-CH``, the dearest first, as ``QLocale.uiLanguages`` gives them.
    """
    known = {language.code for language in _LANGUAGES}
    spoken = (code for code in (each.replace("_", "-").partition("-")[0] for each in wanted) if code in known)
    return next(spoken, _ENGLISH)


class SpokenLanguage:
    """A language that a program speaks from now on, in texts, numbers and dates.

    Attributes:
        code: Which one.
    """

    def __init__(self, app: QCoreApplication, chosen: str = AS_THE_SYSTEM, folder: Path | None = None) -> None:
        """Have the program speak it; whatever has words already keeps them.

        Args:
            app: The program.
            chosen: A language's code, or ``AS_THE_SYSTEM``.
            folder: Where the translations lie; the program's own folder where it is None.
        """
        system = QLocale.system()
        self.code = chosen or first_spoken(system.uiLanguages())
        self._app = app
        self._before = QLocale()
        own = folder or paths.resources() / "languages"
        of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._translators: list[QTranslator] = []
        for name, place in ((f"qtbase_{self.code}", of_qt), (f"impasto_{self.code}", str(own))):
            translator = QTranslator(app)
            # Qt has no file of its own words in English.
            if translator.load(name, place) and app.installTranslator(translator):
                self._translators.append(translator)
        # The system's own country, with its way to write numbers, where it is the system's language.
        if chosen and first_spoken([system.name()]) != chosen:
            QLocale.setDefault(QLocale(chosen))

    def end(self) -> None:
        """Speak as before."""
        for translator in reversed(self._translators):
            self._app.removeTranslator(translator)
        self._translators.clear()
        QLocale.setDefault(self._before)
