"""Settings that the artist keeps by name: each is a file of its own, which can be given to others.

The file is one JSON object: ``impasto_preset`` (the version), ``name``, and ``settings``, which is a recipe without its
pictures (see ``core.recipe.codec``). It may be a stranger's: bounded before it is parsed, strictly typed, and no member
of it is a path.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.library.output_names import legal_part
from core.errors import RecipeError, RecipeProblem
from core.files.replacing import replace_file
from core.recipe.codec import from_members, read_json, to_members, write_json
from core.recipe.recipe import Recipe, StyleSource

if TYPE_CHECKING:
    from collections.abc import Sequence

PRESET_SUFFIX: Final = ".impasto-preset"
LONGEST_NAME: Final = 60
# More than anybody looks through; what else lies in the folder is left alone.
MOST_PRESETS: Final = 200

_VERSION: Final = 1
# A preset takes some six hundred bytes.
_MOST_BYTES: Final = 20_000
_MEMBERS: Final = frozenset({"impasto_preset", "name", "settings"})
_OF_PICTURES: Final = frozenset({"photo", "styles", "start_picture"})
_ANY: Final = Recipe(Path("photo"), (StyleSource(Path("painting")),))


@dataclass(frozen=True, slots=True)
class KeptPreset:
    """Settings with a name.

    Attributes:
        name: As the artist calls them.
        recipe: The settings; its pictures mean nothing.
        file: Where they are kept; None before they are.
    """

    name: str
    recipe: Recipe
    file: Path | None = None


def encoded(preset: KeptPreset) -> str:
    """A preset as one JSON object."""
    settings = to_members(preset.recipe, with_pictures=False)
    return write_json({"impasto_preset": _VERSION, "name": preset.name, "settings": settings})


def decoded(text: str, file: Path | None = None) -> KeptPreset:
    """The preset that a text describes.

    Raises:
        RecipeError: If it is none, is of a newer version, or holds something that makes no sense.
    """
    members = read_json(text)
    if not isinstance(members, dict) or "impasto_preset" not in members:
        raise RecipeError(RecipeProblem.NOT_A_PRESET)
    version = members["impasto_preset"]
    if type(version) is int and _VERSION < version < _VERSION + 1000:
        raise RecipeError(RecipeProblem.NEWER_VERSION, version=version, newest=_VERSION)
    name, settings = members.get("name"), members.get("settings")
    whole = type(version) is int and version == _VERSION and members.keys() == _MEMBERS
    if not whole or not isinstance(settings, dict) or not _OF_PICTURES.isdisjoint(settings):
        raise RecipeError(RecipeProblem.NOT_A_PRESET)
    if not isinstance(name, str) or plain_name(name) != name or not name:
        raise RecipeError(RecipeProblem.NOT_A_PRESET)
    return KeptPreset(name, from_members(settings, _ANY), file)


def plain_name(text: str) -> str:
    """What of a text can be a preset's name: one line of what can be seen, not too long; may be empty."""
    line = " ".join("".join(each if each.isprintable() else " " for each in text).split())
    return line[:LONGEST_NAME].strip()


def read_preset(file: Path) -> KeptPreset:
    """The preset in a file.

    Raises:
        RecipeError: If there is none in it.
        OSError: If it cannot be read.
    """
    with file.open("rb") as stream:
        content = stream.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise RecipeError(RecipeProblem.NOT_A_PRESET)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RecipeError(RecipeProblem.NOT_A_PRESET) from error
    return decoded(text, file)


def read_presets(folder: Path) -> tuple[KeptPreset, ...]:
    """All presets of a folder by their names; files that are none are left alone."""
    found: list[KeptPreset] = []
    for file in sorted(folder.glob(f"*{PRESET_SUFFIX}"))[:MOST_PRESETS] if folder.is_dir() else ():
        try:
            found.append(read_preset(file))
        except (RecipeError, OSError):
            continue
    return tuple(sorted(found, key=lambda preset: (preset.name.casefold(), preset.name)))


def write_preset(folder: Path, preset: KeptPreset) -> Path:
    """Keep a preset; one of the same name is replaced.

    Raises:
        OSError: If it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    same = next((each.file for each in read_presets(folder) if each.name == preset.name), None)
    file = same or _free_file(folder, preset.name)
    replace_file(file, encoded(preset).encode())
    return file


def rename_preset(folder: Path, preset: KeptPreset, name: str) -> None:
    """Call a preset something else.

    Raises:
        OSError: If it cannot be written.
    """
    written = write_preset(folder, KeptPreset(name, preset.recipe))
    if preset.file is not None and preset.file != written:
        preset.file.unlink(missing_ok=True)


def import_presets(folder: Path, files: Sequence[Path]) -> tuple[KeptPreset, ...]:
    """Keep the presets in some files; one whose name is taken by other settings gets a number.

    Raises:
        RecipeError: If a file holds none.
        OSError: If one cannot be read or written.
    """
    taken = {preset.name: preset.recipe for preset in read_presets(folder)}
    imported: list[KeptPreset] = []
    for preset in [read_preset(file) for file in files]:
        name, number = preset.name, 1
        while name in taken and taken[name] != preset.recipe:
            number += 1
            name = f"{preset.name[: LONGEST_NAME - 5]} ({number})"
        taken[name] = preset.recipe
        kept = KeptPreset(name, preset.recipe)
        imported.append(KeptPreset(name, preset.recipe, write_preset(folder, kept)))
    return tuple(imported)


def _free_file(folder: Path, name: str) -> Path:
    stem = legal_part(name) or "preset"
    candidates = (folder / f"{stem}{ending}{PRESET_SUFFIX}" for ending in ("", *(f" {n}" for n in range(2, 10_000))))
    return next(file for file in candidates if not file.exists())
