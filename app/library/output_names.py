"""Where pictures go: names that never collide, and writing that never replaces what it should not."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from core.files.formats import WRITABLE_SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path


_MAX_PART: Final = 60
# What Linux's file systems, and most others, allow a name. They count bytes, of which a character can take four.
_MAX_NAME_BYTES: Final = 255
# Two parts, the time and a number must find room in one name.
_MAX_PART_BYTES: Final = 100
# Stands for paintings whose names find no room.
_OTHERS: Final = " + …"
# By some system at least.
FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


def picture_stem(photo: str, *paintings: str) -> str:
    """A file name without suffix for ``photo`` painted like some paintings, legal on every system."""
    return f"{legal_part(photo)} – {mixture_part(paintings)}"


def mixture_part(paintings: Sequence[str]) -> str:
    """Names of several paintings as one part: as many as find room in it whole, the first one in any case."""
    part = legal_part(paintings[0] if paintings else "")
    for number, name in enumerate(map(legal_part, paintings[1:]), start=2):
        longer = f"{part} + {name}"
        # Where others follow, what stands for them must find room as well.
        needed = longer if number == len(paintings) else f"{longer}{_OTHERS}"
        if legal_part(needed) != needed:
            return f"{_cut(part[: _MAX_PART - len(_OTHERS)], _MAX_PART_BYTES - len(_OTHERS.encode()))}{_OTHERS}"
        part = longer
    return part


def with_suffix(path: Path, default_suffix: str, suffixes: Collection[str] = WRITABLE_SUFFIXES) -> Path:
    """The path itself if its ending names a format, else a free one with the default ending.

    A file dialog asks before it lets an existing file be replaced, but it asks about the name it was given; a name
    that is completed afterwards must therefore not hit an existing file.

    Args:
        path: As the person has given it.
        default_suffix: Such as ``.png``.
        suffixes: The endings that name a format, in lower case.
    """
    if path.suffix.lower() in suffixes:
        return path
    return free_path(path.parent, path.name, default_suffix)


def legal_part(part: str) -> str:
    """A part of a name: without what some system forbids, and short enough that the rest finds room beside it."""
    legal = FORBIDDEN.sub("_", part).strip(" .")[:_MAX_PART]
    return _cut(legal, _MAX_PART_BYTES).strip(" .") or "picture"


def legal_name(name: str) -> str:
    """A whole name without ending: without what some system forbids; empty where nothing is left of it."""
    return _cut(FORBIDDEN.sub("_", name).strip(" ."), _MAX_NAME_BYTES).strip(" .")


def _cut(text: str, max_bytes: int) -> str:
    """As much of the text as has room, never a part of a character, nor a letter without the accents set upon it."""
    # surrogatepass: what stands for an undecodable byte of a file name is counted, rather than refused.
    if len(text.encode("utf-8", "surrogatepass")) <= max_bytes:
        return text
    length = num_bytes = 0
    while (num_bytes := num_bytes + len(text[length].encode("utf-8", "surrogatepass"))) <= max_bytes:
        length += 1
    while length > 0 and unicodedata.combining(text[length]):
        length -= 1
    return text[:length]


def reserved_path(folder: Path, stem: str, suffix: str) -> Path:
    """A new empty file in the folder under that name, or the name with a number.

    Raises:
        OSError: If it cannot be made.
    """
    while True:
        path = free_path(folder, stem, suffix)
        try:
            # Creating it claims the name, even against a second window that keeps a picture in the same second.
            path.touch(exist_ok=False)
        except FileExistsError:
            continue
        return path


def free_path(folder: Path, stem: str, suffix: str) -> Path:
    """A path in the folder under that name, cut to what a name may have, or the name with a number: it is not there."""
    path, number = path_named(folder, stem, suffix), 2
    while path.exists():
        path, number = path_named(folder, stem, f" ({number}){suffix}"), number + 1
    return path


def path_named(folder: Path, stem: str, ending: str) -> Path:
    """A path in the folder under that name, cut before its ending to what a name may have; it may be there."""
    return folder / f"{_cut(stem, _MAX_NAME_BYTES - len(ending))}{ending}"
