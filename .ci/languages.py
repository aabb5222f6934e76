#!/usr/bin/env python3
"""The translations of the window, in resources/languages: kept up to date and checked by Qt's own tools.

    .venv/bin/python .ci/languages.py update         new texts into the .ts files, gone ones out, then the .qm files
    .venv/bin/python .ci/languages.py untranslated   what is still to be translated
    .venv/bin/python .ci/languages.py check          fails on whatever is missing, stale or at odds with its English

The command line speaks English: its texts are in no file.
"""

from __future__ import annotations

import re
import shutil
import string
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from PySide6.QtCore import QTranslator

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).parents[1]
FOLDER: Final = ROOT / "resources" / "languages"
# English needs nothing but its plurals.
PLURALS_ONLY: Final = "impasto_en"
# As they stand on the keyboards, and in Qt's own words of each language.
KEYS: Final = {
    "impasto_de": {"Ctrl": "Strg", "Return": "Eingabe"},
    "impasto_fr": {"Return": "Entrée", "Esc": "Échap"},
}
_MNEMONIC: Final = re.compile(r"&(?=[^&\s])")
_SHORTCUT: Final = re.compile(r"\(((?:(?:Ctrl|Shift|Alt)\+)?(?:[A-Z0-9+\-]|Esc|Return|F\d+))\)")
_PATTERN: Final = re.compile(r"\*(?:\.\w+)?")
_NUMBERS: Final = (0, 1, 2, 5)


@dataclass(frozen=True, slots=True)
class Message:
    """One text of a .ts file.

    Attributes:
        context: The class or the words that it belongs to.
        source: In English.
        comment: Tells equal texts apart.
        forms: Its translation: one, or one for each plural form.
        state: "" where it is translated; else Qt's word: "unfinished", "vanished" or "obsolete".
        is_counted: Whether a number decides about its form.
    """

    context: str
    source: str
    comment: str
    forms: tuple[str, ...]
    state: str
    is_counted: bool


def messages(path: Path) -> list[Message]:
    """What a .ts file holds."""
    found = []
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - the project's own file
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None  # noqa: S101 - Qt writes one
            plural = tuple(form.text or "" for form in translation.iter("numerusform"))
            found.append(
                Message(
                    context.findtext("name", ""),
                    message.findtext("source", ""),
                    message.findtext("comment", ""),
                    plural or (translation.text or "",),
                    translation.get("type", ""),
                    message.get("numerus") == "yes",
                )
            )
    return found


def complaints(language: str, message: Message) -> Iterator[str]:
    """What is wrong with one text."""
    if message.state in {"vanished", "obsolete"}:
        yield "is in the program no more"
        return
    if message.state or not all(message.forms):
        yield "is not translated"
        return
    for form in message.forms:
        if fields(form) != fields(message.source):
            yield f"has other {{placeholders}} in “{form}”"
        if message.is_counted and "%n" not in form:
            yield f"has no %n in “{form}”"
        if len(_MNEMONIC.findall(form)) != len(_MNEMONIC.findall(message.source)):
            yield f"has not one letter behind & in “{form}”"
        if sorted(_PATTERN.findall(form)) != sorted(_PATTERN.findall(message.source)):
            yield f"has other file endings in “{form}”"
        if missing := [key for key in shortcuts(language, message.source) if f"({key})" not in form]:
            yield f"does not name {missing} in “{form}”"
        if (_edges(form)) != (_edges(message.source)):
            yield f"begins or ends differently: “{form}”"


def fields(text: str) -> list[tuple[str, str, str]]:
    """The places to be filled in, and in which form."""
    return sorted((name, spec or "", kind or "") for _, name, spec, kind in string.Formatter().parse(text) if name)


def shortcuts(language: str, text: str) -> list[str]:
    """The keys that a text names in brackets, as they are called in a language."""
    names = KEYS.get(language, {})
    return ["+".join(names.get(key, key) for key in keys.split("+") if key) or keys for keys in _SHORTCUT.findall(text)]


def _edges(text: str) -> tuple[bool, bool, bool]:
    return text[:1].isspace(), text[-1:].isspace(), "…" in text[-5:]


def sources() -> list[Path]:
    """The modules with texts of the window."""
    return [path for path in sorted((ROOT / "app").rglob("*.py")) if "cli" not in path.relative_to(ROOT).parts]


def extract(files: list[Path], *, keep_gone: bool) -> None:
    """Bring .ts files up to date with the program."""
    options = ["-silent", "-locations", "none", *([] if keep_gone else ["-no-obsolete"])]
    for plurals_only in (False, True):
        chosen = [file for file in files if (file.stem == PLURALS_ONLY) == plurals_only]
        if chosen:
            more = ["-pluralonly", "-source-language", "en", "-target-language", "en"] if plurals_only else []
            _qt("lupdate", *options, *more, *map(str, sources()), "-ts", *map(str, chosen))


def compile_to(file: Path, compiled: Path) -> None:
    """Make of a .ts file the .qm file that the program reads."""
    _qt("lrelease", "-silent", str(file), "-qm", str(compiled))


def is_stale(file: Path, compiled: Path, scratch: Path) -> bool:
    """Whether a .qm file says anything else than its .ts file."""
    fresh = scratch / compiled.name
    compile_to(file, fresh)
    now, then = QTranslator(), QTranslator()
    if not (now.load(str(fresh)) and then.load(str(compiled))):
        return True
    return any(
        now.translate(each.context, each.source, each.comment, number)
        != then.translate(each.context, each.source, each.comment, number)
        for each in messages(file)
        for number in (_NUMBERS if each.is_counted else (-1,))
    )


def problems(folder: Path) -> Iterator[str]:
    """Whatever is wrong with the translations in a folder, one line each."""
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        copies = [Path(shutil.copy(file, scratch)) for file in sorted(folder.glob("*.ts"))]
        extract(copies, keep_gone=True)
        for copy in copies:
            for message in messages(copy):
                for complaint in complaints(copy.stem, message):
                    yield f"{copy.stem}: {message.context}: “{message.source}” {complaint}"
            original = folder / copy.name
            if is_stale(original, original.with_suffix(".qm"), scratch):
                yield f"{copy.stem}.qm is not made from {copy.name}"


def update(folder: Path) -> None:
    """Take new texts in and gone ones out, and compile."""
    files = sorted(folder.glob("*.ts"))
    extract(files, keep_gone=False)
    for file in files:
        compile_to(file, file.with_suffix(".qm"))


def untranslated(folder: Path) -> Iterator[str]:
    """What is still to be translated."""
    for file in sorted(folder.glob("*.ts")):
        for message in messages(file):
            if message.state or not all(message.forms):
                yield f"{file.stem}: {message.context}: {message.source!r}"


def _qt(name: str, *arguments: str) -> None:
    tool = shutil.which(f"pyside6-{name}", path=str(Path(sys.executable).parent))
    if tool is None:
        raise SystemExit(f"pyside6-{name} is not beside {sys.executable}.")
    done = subprocess.run([tool, *arguments], capture_output=True, text=True, check=False)  # noqa: S603 - Qt's own tool
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)


def main(arguments: list[str]) -> int:
    """Do what is asked; 1 where something is wrong."""
    if arguments == ["update"]:
        update(FOLDER)
        return 0
    if arguments not in (["check"], ["untranslated"]):
        sys.stderr.write(__doc__ or "")
        return 2
    lines = list((problems if arguments == ["check"] else untranslated)(FOLDER))
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
