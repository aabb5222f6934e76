"""The translations are complete, and the script that says so finds what is wrong."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "resources" / "languages"


@pytest.fixture
def languages(monkeypatch: pytest.MonkeyPatch) -> Any:  # noqa: ANN401 - a script has no types to import
    spec = importlib.util.spec_from_file_location("ci_languages", ROOT / ".ci" / "languages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, module)
    spec.loader.exec_module(module)
    return module


def test_everything_is_translated_and_compiled(languages: Any) -> None:  # noqa: ANN401
    assert list(languages.problems(FOLDER)) == []


def test_what_is_missing_gone_or_not_compiled_is_found(languages: Any, tmp_path: Path) -> None:  # noqa: ANN401
    file = tmp_path / "impasto_de.ts"
    text = (FOLDER / "impasto_de.ts").read_text(encoding="utf-8")
    text = text.replace("<source>Dismiss</source>", "<source>Go away</source>")
    file.write_text(text.replace("Fertig malen", "Zu Ende malen"), encoding="utf-8")
    shutil.copy(FOLDER / "impasto_de.qm", tmp_path)
    assert sorted(languages.problems(tmp_path)) == [
        "impasto_de.qm is not made from impasto_de.ts",
        "impasto_de: Banner: “Dismiss” is not translated",
        "impasto_de: Banner: “Go away” is in the program no more",
    ]


@pytest.fixture
def complaints(languages: Any) -> Callable[..., list[str]]:  # noqa: ANN401
    def made(source: str, *forms: str, counted: bool = False, state: str = "") -> list[str]:
        message = languages.Message("Menus", source, "", forms, state, counted)
        return list(languages.complaints("impasto_de", message))

    return made


@pytest.mark.parametrize(
    ("source", "good", "bad", "why"),
    [
        ("Find {name}", "{name} suchen", "Namen suchen", "placeholders"),
        ("{w:g} cm", "{w:g} cm", "{w} cm", "placeholders"),
        ("&File", "&Datei", "Datei", "letter behind &"),
        ("Stop (Esc)", "Anhalten (Esc)", "Anhalten", "does not name"),
        ("Go (Ctrl+Return)", "Los (Strg+Eingabe)", "Los (Ctrl+Return)", "does not name"),
        ("All (0)", "Alles (0)", "Alles", "does not name"),
        ("JPEG (*.jpg *.jpeg)", "JPEG (*.jpg *.jpeg)", "JPEG (*.jpg)", "file endings"),
        ("Save as…", "Speichern unter…", "Speichern unter", "ends differently"),
        (" px", " px", "px", "ends differently"),
    ],
)
def test_a_translation_at_odds_with_its_english_is_found(
    complaints: Callable[..., list[str]], source: str, good: str, bad: str, why: str
) -> None:
    assert complaints(source, good) == []
    (complaint,) = complaints(source, bad)
    assert why in complaint


def test_every_plural_form_has_its_number(complaints: Callable[..., list[str]]) -> None:
    assert complaints("%n waiting", "%n wartet", "%n warten", counted=True) == []
    assert "has no %n" in complaints("%n waiting", "eines wartet", "%n warten", counted=True)[0]
    assert complaints("%n waiting", "%n wartet", "", counted=True) == ["is not translated"]
    assert complaints("Yes", "Ja", state="unfinished") == ["is not translated"]
