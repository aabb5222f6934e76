"""Finds the pictures again that something was painted from: by name, and by content where they have moved.

A recipe may be a stranger's. Of the paths that it names only the names count, unless its folders are to be followed,
and no address of a network is ever followed. What is found is known by its SHA-256, not by its name.
"""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.words.plain_text import name_to_show
from core.files.formats import READABLE_SUFFIXES
from core.files.hashing import sha256_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from core.recipe.inputs import InputFile
    from core.recipe.provenance import Provenance
    from core.recipe.recipe import Recipe

# How many files of a folder are looked at. Only those of the right length are read.
_MAX_FILES: Final = 20_000
_NETWORK: Final = re.compile(r"[\\/]{2}|[a-z][a-z0-9+.-]+:", re.IGNORECASE)


class InputState(Enum):
    """What has become of a picture; ``REPLACED``: the person has chosen another one in its place."""

    UNCHANGED = auto()
    MOVED = auto()
    CHANGED = auto()
    MISSING = auto()
    REPLACED = auto()


@dataclass(frozen=True, slots=True)
class InputMatch:
    """A picture that a recipe names, and what has become of it.

    Attributes:
        name: What the recipe calls it, made fit to be shown.
        state: What has become of it.
        path: Where it is: the file itself where it is unchanged or has moved, one of its name where that has changed,
            None where it is missing.
    """

    name: str
    state: InputState
    path: Path | None = None

    @property
    def is_found(self) -> bool:
        """Whether it can be painted from."""
        return self.state in {InputState.UNCHANGED, InputState.MOVED, InputState.REPLACED}


@dataclass(frozen=True, slots=True)
class InputMatches:
    """All pictures that a recipe names.

    Attributes:
        photo: The photograph.
        styles: The paintings, in the recipe's order.
        start_picture: The picture to start from; None where there is none.
    """

    photo: InputMatch
    styles: tuple[InputMatch, ...]
    start_picture: InputMatch | None = None

    def __iter__(self) -> Iterator[InputMatch]:
        """Each of them."""
        yield self.photo
        yield from self.styles
        if self.start_picture is not None:
            yield self.start_picture

    def names(self, state: InputState) -> tuple[str, ...]:
        """The names of those of which this has become, each once."""
        return tuple(dict.fromkeys(match.name for match in self if match.state is state))

    def applied_to(self, recipe: Recipe) -> Recipe:
        """The recipe with the pictures where they were found; others keep the path that it names."""
        start = self.start_picture
        return replace(
            recipe,
            photo=_found_or(self.photo, recipe.photo),
            styles=tuple(
                replace(style, path=_found_or(match, style.path))
                for match, style in zip(self.styles, recipe.styles, strict=True)
            ),
            start_picture=None if start is None else start.path if start.is_found else recipe.start_picture,
        )


def find_inputs(
    provenance: Provenance, beside: Path, folders: Sequence[Path] = (), *, follow_paths: bool = False
) -> InputMatches:
    """Look for the pictures of a recipe; this reads files and may take a while.

    Args:
        provenance: The recipe, and how its pictures are known.
        beside: The folder that it lies in, looked into first; relative paths begin there.
        folders: Where else to look. Their subfolders are left alone.
        follow_paths: Whether to look at the places that the recipe names.
    """
    recipe, inputs = provenance.recipe, provenance.inputs
    search = _Search((beside, *folders), beside if follow_paths else None)
    start = recipe.start_picture
    return InputMatches(
        search.match(recipe.photo, None if inputs is None else inputs.photo),
        tuple(
            search.match(style.path, None if inputs is None else inputs.styles[number])
            for number, style in enumerate(recipe.styles)
        ),
        None if start is None else search.match(start, None if inputs is None else inputs.start_picture),
    )


def is_on_network(path: Path) -> bool:
    """Whether a path is an address rather than a place on this computer, such as ``//host/share`` or ``smb://host``."""
    return _NETWORK.match(str(path)) is not None


class _Search:
    """Looks for one picture after the other, and reads no file twice."""

    def __init__(self, folders: Sequence[Path], followed_from: Path | None) -> None:
        self._folders = tuple(dict.fromkeys(folders))
        self._followed_from = followed_from
        self._sha256: dict[Path, str] = {}
        self._by_length: dict[int, list[Path]] | None = None

    def match(self, path: Path, known: InputFile | None) -> InputMatch:
        name = path.name if known is None else Path(known.name).name
        shown = name_to_show(name)
        places = [] if self._followed_from is None or is_on_network(path) else [self._followed_from / path]
        named = [*places, *(folder / name for folder in self._folders if name)]
        there = [each for each in named if _length(each) is not None]
        found = next((each for each in there if self._is(each, known)), None)
        if found is not None:
            return InputMatch(
                shown, InputState.MOVED if places and found not in places else InputState.UNCHANGED, found
            )
        moved = None if known is None else self._by_content(known)
        if moved is not None:
            return InputMatch(shown, InputState.MOVED, moved)
        return InputMatch(shown, InputState.CHANGED, there[0]) if there else InputMatch(shown, InputState.MISSING)

    def _is(self, path: Path, known: InputFile | None) -> bool:
        return known is None or (_length(path) == known.num_bytes and self._sha256_of(path) == known.sha256)

    def _by_content(self, known: InputFile) -> Path | None:
        if self._by_length is None:
            self._by_length = _files_by_length(self._folders)
        alike = self._by_length.get(known.num_bytes, ())
        return next((path for path in alike if self._sha256_of(path) == known.sha256), None)

    def _sha256_of(self, path: Path) -> str:
        if path not in self._sha256:
            try:
                self._sha256[path] = sha256_of(path)
            except OSError:
                self._sha256[path] = ""
        return self._sha256[path]


def _found_or(match: InputMatch, path: Path) -> Path:
    return match.path if match.is_found and match.path is not None else path


def _length(path: Path) -> int | None:
    """How long a file is; None where there is none, or what is there is a folder, or a pipe, which nobody may read."""
    try:
        status = path.stat()
    except (OSError, ValueError):  # ValueError: no file can have such a name
        return None
    return status.st_size if stat.S_ISREG(status.st_mode) else None


def _files_by_length(folders: Sequence[Path]) -> dict[int, list[Path]]:
    found: dict[int, list[Path]] = {}
    for folder in folders:
        for path in _pictures_in(folder):
            length = _length(path)
            if length is not None:
                found.setdefault(length, []).append(path)
    return found


def _pictures_in(folder: Path) -> list[Path]:
    names: list[str] = []
    try:
        with os.scandir(folder) as entries:
            for number, entry in enumerate(entries):
                if number >= _MAX_FILES:
                    break
                names.append(entry.name)
    except OSError:
        return []
    return [folder / name for name in sorted(names) if name.lower().endswith(READABLE_SUFFIXES)]
