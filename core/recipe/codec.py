"""Recipes as JSON: versioned, strict, and without private folders unless they are asked for.

``encode`` writes one object whose members are named as the fields of ``Recipe``, with ``version`` beside them; both
directions walk the fields of the dataclasses, so that a new field needs nothing here. What is missing takes its default
value. What has the wrong type, 512.5 or ``true`` where a whole number is meant, is refused with the field's name, never
rounded or guessed: a recipe that is read must paint what it painted before. For the same reason a member that nobody
knows is refused: it is a misspelt setting, or one of a program that says more with the same version.

A field that is taken out of ``Recipe`` goes out of the newest version too; where files of that version are about
already, raise ``RECIPE_VERSION`` and write an upgrade that drops it. No library does this: msgspec, cattrs and pydantic
would save some thirty lines of types, but not the names in the errors, the upgrades and the paths, and each brings a
package, the first and the last a compiled one, into the program that is shipped.
"""

from __future__ import annotations

import dataclasses
import json
import math
import types
import typing
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from core.errors import RecipeError, RecipeProblem
from core.recipe.recipe import Recipe
from core.recipe.strict_json import read_strictly

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

RECIPE_VERSION: Final = 2

# A recipe of a hundred paintings takes some ten thousand characters: what is longer was made to do harm.
MAX_CHARACTERS: Final = 1_000_000

# No program will ever write a higher one; a number of thousands of digits would only be shown.
_MAX_VERSION: Final = 1_000_000

# How much of a value that cannot be used is shown.
_SHOWN_CHARACTERS: Final = 40

_FIELDS_OF_VERSION_1: Final = frozenset({
    "photo", "styles", "size_px", "preset", "style_strength", "style_scale", "loss", "color", "network", "device",
    "seed", "pooling", "optimizer", "start_from", "start_picture", "smoothness", "precision", "print_format", "fit",
    "depth_bits",
})  # fmt: skip


def name_only(path: Path) -> str:
    """The name of a file without the folders that it lies in, which are nobody else's business."""
    return path.name


def whole_path(path: Path) -> str:
    """Where a file lies, for what never leaves this computer."""
    return str(path.absolute())


def relative_to(folder: Path) -> Callable[[Path], str]:
    """A way of writing paths: from a folder on for the files in it, the name alone for all others."""

    def written(path: Path) -> str:
        return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.name

    return written


def encode(recipe: Recipe, paths: Callable[[Path], str] = name_only, *, with_pictures: bool = True) -> str:
    """A recipe as one JSON object.

    Args:
        recipe: What to write.
        paths: How the paths of the pictures are written: ``name_only``, ``relative_to(folder)`` or ``whole_path``.
        with_pictures: Without them the text holds every setting but the pictures, as a preset does.
    """
    return write_json(to_members(recipe, paths, with_pictures=with_pictures))


def write_json(members: Mapping[str, object]) -> str:
    """A JSON object as text, in its own characters where they are Unicode."""
    text = json.dumps(members, ensure_ascii=False, allow_nan=False)
    try:
        text.encode()
    except UnicodeEncodeError:  # a file name that is not Unicode
        return json.dumps(members, allow_nan=False)
    return text


def decode(text: str, defaults: Recipe | None = None) -> Recipe:
    """The recipe that a text describes, of this version or an older one. No file is looked at.

    Args:
        text: One JSON object.
        defaults: Where to take from what the text does not say, such as the pictures of a preset; None for the values
            that a new recipe has. Where the whole picture goes onto a sheet, its size is that of the photo the text
            was written for: see ``Recipe.for_print``.

    Raises:
        RecipeError: If it is no recipe, is of a newer version, or holds something that makes no sense.
    """
    return from_members(read_json(text), defaults)


def read_json(text: str) -> Any:  # noqa: ANN401 - any JSON
    """What a JSON text holds, of a length that a recipe can have.

    Raises:
        RecipeError: If it is too long, or no JSON: NaN, Infinity and a name twice in an object are none either.
    """
    if len(text) > MAX_CHARACTERS:
        raise RecipeError(RecipeProblem.NOT_A_RECIPE)
    try:
        return read_strictly(text)
    except (ValueError, RecursionError) as error:
        raise RecipeError(RecipeProblem.NOT_A_RECIPE) from error


def to_members(
    recipe: Recipe, paths: Callable[[Path], str] = name_only, *, with_pictures: bool = True
) -> dict[str, object]:
    """What :func:`encode` writes, for a place inside a larger JSON document; its arguments are the same."""
    members: dict[str, object] = {"version": RECIPE_VERSION, **_plain_fields(recipe, paths)}
    if not with_pictures:
        for name in ("photo", "styles", "start_picture"):
            members.pop(name, None)
        if recipe.start_from.needs_picture:
            del members["start_from"]
    return members


def from_members(members: object, defaults: Recipe | None = None) -> Recipe:
    """What :func:`decode` reads, from a place inside a larger JSON document.

    Raises:
        RecipeError: As there.
    """
    if not isinstance(members, dict) or "version" not in members:
        raise RecipeError(RecipeProblem.NOT_A_RECIPE)
    version = members["version"]
    if type(version) is not int or not 1 <= version <= _MAX_VERSION:
        raise unusable("version", version)
    if version > RECIPE_VERSION:
        raise RecipeError(RecipeProblem.NEWER_VERSION, version=version, newest=RECIPE_VERSION)
    settings = {name: value for name, value in members.items() if name != "version"}
    for step in _UPGRADES[version - 1 :]:
        settings = step(settings)
    known = {} if defaults is None else {each.name: getattr(defaults, each.name) for each in dataclasses.fields(Recipe)}
    return Recipe(**known | fields_of(Recipe, settings, "", frozenset(known)))


def _from_version_1(settings: dict[str, object]) -> dict[str, object]:
    """Version 1 is what was written before there was a codec: whole paths, and fields that have been given up since.

    There was no freedom then: the photo's drawing was kept.
    """
    given_up = _FIELDS_OF_VERSION_1 - {each.name for each in dataclasses.fields(Recipe)}
    return {"freedom": 0.0} | {name: value for name, value in settings.items() if name not in given_up}


# Each step leads from one version to the next, beginning with version 1.
_UPGRADES: Final[tuple[Callable[[dict[str, object]], dict[str, object]], ...]] = (_from_version_1,)


def _plain_fields(value: Any, paths: Callable[[Path], str]) -> dict[str, object]:  # noqa: ANN401 - any dataclass
    return {each.name: _plain(getattr(value, each.name), paths) for each in dataclasses.fields(value)}


def _plain(value: object, paths: Callable[[Path], str]) -> object:
    if dataclasses.is_dataclass(value):
        return _plain_fields(value, paths)
    if isinstance(value, tuple):
        return [_plain(each, paths) for each in value]
    if isinstance(value, Path):
        return paths(value)
    return value.value if isinstance(value, Enum) else value


def fields_of(
    kind: type, members: Mapping[str, object], place: str, given: frozenset[str] = frozenset()
) -> dict[str, Any]:
    """The values for the fields of a dataclass.

    Args:
        kind: The dataclass.
        members: Of the JSON object.
        place: What stands before the name of a field in an error.
        given: Fields that need no value because they have one from elsewhere.

    Raises:
        RecipeError: If a member is unknown, missing or of the wrong type.
    """
    fields = {each.name: each for each in dataclasses.fields(kind)}
    for name in members:
        if name not in fields:
            raise RecipeError(RecipeProblem.UNKNOWN_FIELD, field=f"{place}{name}"[:_SHOWN_CHARACTERS])
    for name, each in fields.items():
        if each.default is dataclasses.MISSING and name not in members and name not in given:
            raise RecipeError(RecipeProblem.MISSING_FIELD, field=f"{place}{name}")
    hints = typing.get_type_hints(kind)
    return {name: _value(hints[name], member, f"{place}{name}") for name, member in members.items()}


def _value(hint: Any, member: object, place: str) -> object:  # noqa: ANN401 - a type hint has no type
    """A member of the JSON as the type hint of its field says.

    Raises:
        RecipeError: If it is of another type.
    """
    if isinstance(hint, types.UnionType):
        (hint,) = (each for each in typing.get_args(hint) if each is not types.NoneType)
        return None if member is None else _value(hint, member, place)
    if typing.get_origin(hint) is tuple and isinstance(member, list):
        item = typing.get_args(hint)[0]
        return tuple(_value(item, each, f"{place}[{number}]") for number, each in enumerate(member))
    if isinstance(hint, type) and dataclasses.is_dataclass(hint) and isinstance(member, dict):
        return hint(**fields_of(hint, member, f"{place}."))
    return _simple_value(hint, member, place)


def _simple_value(hint: Any, member: object, place: str) -> object:  # noqa: ANN401 - a type hint has no type
    # Not isinstance: a truth value is no number.
    if hint in (int, bool) and type(member) is hint:
        return member
    if hint is float and type(member) in (int, float):
        return _finite(member, place)
    if hint is str and isinstance(member, str):
        return member
    if hint is Path and isinstance(member, str) and "\0" not in member:
        return Path(member)
    if isinstance(hint, type) and issubclass(hint, Enum) and member in [each.value for each in hint]:
        return hint(member)
    raise unusable(place, member)


def _finite(member: Any, place: str) -> float:  # noqa: ANN401 - a number
    try:
        value = float(member)
    except OverflowError:
        value = math.inf
    if not math.isfinite(value):
        raise unusable(place, member)
    return value


def unusable(place: str, member: object) -> RecipeError:
    """The error for a value that makes no sense at its place; it shows the beginning of it."""
    try:
        shown = json.dumps(member, ensure_ascii=False)
    except RecursionError:  # it was read, from a stack that was a little lower
        shown = ""
    if len(shown) > _SHOWN_CHARACTERS:
        shown = f"{shown[:_SHOWN_CHARACTERS]}…"
    return RecipeError(RecipeProblem.FIELD_VALUE, field=place, value=shown)
