"""Every sentence can be translated: the toolkit's own tool finds it, and a translation reaches the person."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from app.words.advice import advice
from app.words.durations import plain_duration
from app.words.errors import sentence
from app.words.translation import Words, in_english, install_translator
from core.errors import ImageFileError, ImageProblem, RecipeError, RecipeProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[3]

# The receiver that is no context of its own: the text belongs to the class.
QT_RECEIVER = "self"


class Text(NamedTuple):
    """One text to translate."""

    context: str
    text: str
    is_counted: bool


class _Finder(ast.NodeVisitor):
    """Collects the calls of ``tr`` in a module."""

    def __init__(self) -> None:
        self.texts: set[Text] = set()
        self.not_literal: list[int] = []
        self._classes: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Attribute) and node.func.attr == "tr" and isinstance(node.func.value, ast.Name):
            receiver, first = node.func.value.id, node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str) and not node.keywords:
                context = self._classes[-1] if receiver == QT_RECEIVER else receiver
                self.texts.add(Text(context, first.value, len(node.args) > 2))
            else:
                self.not_literal.append(node.lineno)
        self.generic_visit(node)


def modules() -> list[Path]:
    return sorted((ROOT / "app").rglob("*.py"))


def texts_in(path: Path) -> _Finder:
    finder = _Finder()
    finder.visit(ast.parse(path.read_text(encoding="utf-8")))
    return finder


def tool(name: str) -> str:
    found = shutil.which(name, path=str(Path(sys.executable).parent))
    assert found is not None
    return found


def extracted(paths: list[Path], folder: Path) -> set[Text]:
    """What the toolkit's own tool finds."""
    file = folder / "impasto.ts"
    subprocess.run([tool("pyside6-lupdate"), *map(str, paths), "-ts", str(file)], check=True, capture_output=True)
    return {
        Text(context.findtext("name", ""), message.findtext("source", ""), message.get("numerus") == "yes")
        for context in ET.parse(file).getroot().iter("context")  # noqa: S314 - made a moment ago
        for message in context.iter("message")
    }


def test_the_toolkit_finds_every_sentence_with_its_context(tmp_path: Path) -> None:
    wanted = set[Text]().union(*(texts_in(path).texts for path in modules()))
    assert len(wanted) > 150
    assert extracted(modules(), tmp_path) == wanted


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_texts_to_translate_are_literal(path: Path) -> None:
    assert texts_in(path).not_literal == []


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_words_are_found_under_the_name_of_their_variable(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Assign):
            target, value = node.targets[0], node.value
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            target, value = node.target, node.value
        else:
            continue
        if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == Words.__name__:
            assert ast.unparse(value.args[0]) == repr(ast.unparse(target))


def test_counted_texts_have_their_number_and_no_others() -> None:
    for path in modules():
        for each in texts_in(path).texts:
            assert each.is_counted == ("%n" in each.text), each


@pytest.fixture
def restored() -> Iterator[None]:
    yield
    install_translator(in_english)


@pytest.mark.usefixtures("restored")
def test_a_translator_gets_context_text_comment_and_number() -> None:
    heard: list[tuple[object, ...]] = []

    def translate(*given: object) -> str:
        heard.append(given)
        return "Hallo"

    install_translator(translate)
    assert Words("greetings").tr("Hello %n", "at the door", 3) == "Hallo"
    assert heard == [("greetings", "Hello %n", "at the door", 3)]


def test_without_a_translator_the_text_is_english() -> None:
    assert Words("greetings").tr("%n hellos") == "%n hellos"
    assert Words("greetings").tr("%n hellos", "", 0) == "0 hellos"


GERMAN = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="de_DE">
<context><name>errors</name>
<message><source>“{name}” does not exist.</source><translation>„{name}“ gibt es nicht.</translation></message>
<message numerus="yes"><source>At this size the picture would be only %n pixels on its short side.</source>
<translation><numerusform>Nur %n Bildpunkt.</numerusform><numerusform>Nur %n Bildpunkte.</numerusform></translation>
</message></context>
<context><name>remedies</name>
<message><source>Crop it in another program first.</source><translation>Erst zuschneiden.</translation></message>
</context>
<context><name>durations</name>
<message><source>a few seconds</source><translation>ein paar Sekunden</translation></message></context></TS>
"""


@pytest.mark.usefixtures("qapp", "restored")
def test_a_translation_of_the_toolkit_reaches_the_person(tmp_path: Path) -> None:
    (tmp_path / "german.ts").write_text(GERMAN, encoding="utf-8")
    compiled = tmp_path / "german.qm"
    command = [tool("pyside6-lrelease"), str(tmp_path / "german.ts"), "-qm", str(compiled)]
    subprocess.run(command, check=True, capture_output=True)
    german = QTranslator()
    assert german.load(str(compiled))
    install_translator(QCoreApplication.translate)
    QCoreApplication.installTranslator(german)
    try:
        assert sentence(ImageFileError(Path("a/Käse.png"), ImageProblem.MISSING)) == "„Käse.png“ gibt es nicht."
        assert advice(ImageFileError(Path("a.png"), ImageProblem.TOO_LONG)) == "Erst zuschneiden."
        assert sentence(RecipeError(RecipeProblem.TOO_NARROW, short_side_px=1)) == "Nur 1 Bildpunkt."
        assert sentence(RecipeError(RecipeProblem.TOO_NARROW, short_side_px=4)) == "Nur 4 Bildpunkte."
        assert plain_duration(3) == "ein paar Sekunden"
    finally:
        QCoreApplication.removeTranslator(german)
    assert plain_duration(3) == "a few seconds"
    assert plain_duration(22) == "about 20 s"
