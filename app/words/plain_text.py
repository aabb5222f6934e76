"""Makes texts fit to be shown that somebody else has written, such as the names of files."""

from __future__ import annotations

from typing import Final

_MAX_CHARACTERS: Final = 80


def printable(text: str) -> str:
    """A text without control characters, which could do things to a terminal, or turn about what follows."""
    return "".join(character if character.isprintable() else "\ufffd" for character in text)


def name_to_show(name: str) -> str:
    """A printable name, and no longer than anybody reads."""
    shown = printable(name[: _MAX_CHARACTERS + 1])
    return shown if len(shown) <= _MAX_CHARACTERS else f"{shown[: _MAX_CHARACTERS - 1]}…"
