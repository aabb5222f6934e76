"""The window speaks the languages that it says it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QDialogButtonBox

from app.system import paths
from app.system.languages import AS_THE_SYSTEM, SpokenLanguage, available_languages, first_spoken, language_or_system

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [
        (["de-AT", "de", "en"], "de"),
        (["it-IT", "it", "fr-FR"], "fr"),
        (["ja_JP"], "ja"),
        (["en-GB", "de-DE"], "en"),
        (["eo"], "en"),
        ([], "en"),
    ],
)
def test_the_first_language_that_is_known_is_spoken(wanted: list[str], spoken: str) -> None:
    assert first_spoken(wanted) == spoken


def test_there_is_a_file_for_every_language_and_a_language_for_every_file() -> None:
    files = {path.stem.removeprefix("impasto_") for path in (paths.resources() / "languages").glob("*.qm")}
    assert files == {language.code for language in available_languages()} == {"de", "en", "fr", "ja"}


def test_languages_are_called_as_their_speakers_call_them() -> None:
    for language in available_languages():
        assert language.name.casefold() in QLocale(language.code).nativeLanguageName().casefold()


def test_what_was_stored_of_a_language_is_checked() -> None:
    assert language_or_system("ja") == "ja"
    assert language_or_system(AS_THE_SYSTEM) == AS_THE_SYSTEM
    with pytest.raises(ValueError, match="tlh"):
        language_or_system("tlh")


@pytest.mark.parametrize(
    ("code", "save_as", "cancel", "number"),
    [
        ("de", "Speichern &unter…", "Abbrechen", "2,5"),
        ("fr", "&Enregistrer sous…", "Annuler", "2,5"),
        ("ja", "名前を付けて保存(&S)…", "キャンセル", "2.5"),
        ("en", "Save &as…", "Cancel", "2.5"),
    ],
)
def test_texts_buttons_and_numbers_are_in_the_chosen_language(
    qtbot: QtBot, qapp: QApplication, code: str, save_as: str, cancel: str, number: str
) -> None:
    spoken = SpokenLanguage(qapp, code)
    try:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        qtbot.addWidget(box)
        assert QCoreApplication.translate("Menus", "Save &as…") == save_as
        assert box.buttons()[0].text().replace("&", "") == cancel
        assert QLocale().toString(2.5, "f", 1) == number
    finally:
        spoken.end()
    assert QCoreApplication.translate("Menus", "Save &as…") == "Save &as…"


@pytest.mark.parametrize(
    ("code", "one", "many"),
    [("de", "%n Gemälde", "%n Gemälde"), ("en", "%n painting", "%n paintings"), ("fr", "%n tableau", "%n tableaux")],
)
def test_plurals_follow_the_language(qapp: QApplication, code: str, one: str, many: str) -> None:
    spoken = SpokenLanguage(qapp, code)
    try:
        for number, wanted in ((1, one), (2, many), (5, many)):
            assert QCoreApplication.translate("SidePanel", "%n paintings", "", number) == wanted.replace(
                "%n", str(number)
            )
    finally:
        spoken.end()


def test_without_a_file_the_window_speaks_english(qapp: QApplication, tmp_path: Path) -> None:
    spoken = SpokenLanguage(qapp, "de", tmp_path)
    try:
        assert QCoreApplication.translate("Menus", "Save &as…") == "Save &as…"
    finally:
        spoken.end()
