"""``impasto recipe``: prints the recipe that a picture carries."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from app.cli.streams import LastingStream
from app.words.plain_text import printable
from core.files.provenance_files import read_provenance_text
from core.recipe.provenance import decode_provenance

if TYPE_CHECKING:
    from pathlib import Path


def print_recipe(path: Path) -> None:
    """Print the recipe that a picture carries, or a file holds, as JSON for people and programs.

    Raises:
        ImageFileError: If the file cannot be read.
        RecipeError: If it holds no recipe, one of a newer program, or one that makes no sense.
    """
    text, _ = read_provenance_text(path)
    decode_provenance(text)
    lines = json.dumps(json.loads(text), ensure_ascii=False, indent=2)
    stream = LastingStream(sys.stdout)
    stream.write("".join(each if each == "\n" else _for_terminal(each) for each in lines) + "\n")
    stream.flush()


def _for_terminal(character: str) -> str:
    """What a terminal would obey, as JSON's own escape for it."""
    return character if printable(character) == character else json.dumps(character)[1:-1]
