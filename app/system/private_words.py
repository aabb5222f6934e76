"""Takes out of a text what is nobody else's business: folders, the names of the person and the computer, of files."""

from __future__ import annotations

import getpass
import platform
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

_QUOTED_NAME: Final = re.compile(r"\bname=('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")")
# A path ends where it is closed by the quote it is in, else before a colon, a comma or the end of the line: better a
# word too many than a name too few. What the program's own places have become stays.
_QUOTED_PATH: Final = re.compile(r"(?P<quote>['\"“])(?:~|/|[A-Za-z]:[\\/]|\\\\)[^'\"”\n]*")
_PATH: Final = re.compile(r"(?<![\w>.~/\\<])(?:~(?=[/\\])|/+(?=[\w.~-])|[A-Za-z]:[\\/]|\\\\(?=\w))[^\n'\"“”:,;]*")
_SUFFIXES: Final = "jpg|jpeg|jpe|jfif|png|webp|tif|tiff|bmp|dib|gif|heic|heif|hif|avif|json|txt|safetensors"
_QUOTED_FILE: Final = re.compile(rf"(?P<quote>['\"“])[^'\"”\n]*\.(?P<suffix>{_SUFFIXES})\b", re.IGNORECASE)
_FILE: Final = re.compile(rf"[^\s'\"“”/\\<>]+\.(?P<suffix>{_SUFFIXES})\b", re.IGNORECASE)
_SHORTEST_NAME: Final = 2


@dataclass(frozen=True, slots=True)
class PrivateWords:
    """What to take out.

    Attributes:
        places: Folders of programs, and what stands in their stead: what is in them is known to everybody.
        names: Of the person, the person's folder and the computer.
    """

    places: tuple[tuple[str, str], ...]
    names: tuple[str, ...]

    @classmethod
    def of_this_computer(cls) -> Self:
        """Those of the person who runs the program."""
        places = [
            (str(Path(__file__).parents[2]), "<impasto>"),
            (sys.prefix, "<python>"),
            (sys.base_prefix, "<python>"),
        ]
        names = [platform.node(), platform.node().partition(".")[0]]
        try:
            names += [Path.home().name, getpass.getuser()]
        except (RuntimeError, OSError, KeyError, ImportError):  # a user without a name; the last two before 3.13
            names += []
        # The longest first: one may lie in, or begin with, another.
        return cls(
            tuple(sorted(places, key=lambda place: -len(place[0]))),
            tuple(sorted({name for name in names if len(name) > _SHORTEST_NAME}, key=lambda name: -len(name))),
        )

    def taken_out(self, text: str) -> str:
        """The text without them."""
        for folder, word in self.places:
            text = text.replace(folder, word)
        text = _QUOTED_NAME.sub("name=<name>", text)
        text = _QUOTED_PATH.sub(r"\g<quote><path>", text)
        text = _PATH.sub("<path>", text)
        text = _QUOTED_FILE.sub(r"\g<quote><file>.\g<suffix>", text)
        text = _FILE.sub(_file_word, text)
        for name in self.names:
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "<name>", text, flags=re.IGNORECASE)
        return text


def _file_word(found: re.Match[str]) -> str:
    return found[0] if found[0].startswith("<file>") else f"<file>.{found['suffix']}"
