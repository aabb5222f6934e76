"""Frozen values as members of a JSON document and back: strict, by the types of their fields.

Nothing is guessed or converted: what has another type, is missing or is not known is refused.
"""

from __future__ import annotations

import dataclasses
import math
import types
import typing
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

# For types that are no plain values: what is written for one, and what is made of that again.
Writer = Callable[[Any], object]
Reader = Callable[[Any], object]

_PLAIN: Final = (int, float, str, bool)


def to_members(value: object, writers: Mapping[type, Writer]) -> object:
    """What stands for a value in a JSON document.

    Args:
        value: A dataclass, a tuple, a path, a number, a text, a truth value or None.
        writers: For values of other types, and dataclasses that are written in another way.
    """
    writer = writers.get(type(value))
    if writer is not None:
        return writer(value)
    if dataclasses.is_dataclass(value):
        return {each.name: to_members(getattr(value, each.name), writers) for each in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [to_members(each, writers) for each in value]
    return str(value.absolute()) if isinstance(value, Path) else value


def from_members(hint: Any, member: object, readers: Mapping[type, Reader]) -> Any:  # noqa: ANN401 - a type hint has no type
    """The value that a member stands for.

    Args:
        hint: Its type, such as a dataclass or ``tuple[int, ...]``.
        member: What was read.
        readers: For types that ``to_members`` had writers for.

    Raises:
        ValueError: If it is of another type, or makes no sense.
    """
    if hint in readers:
        return readers[hint](member)
    if isinstance(hint, types.UnionType):
        (hint,) = (each for each in typing.get_args(hint) if each is not types.NoneType)
        return None if member is None else from_members(hint, member, readers)
    if typing.get_origin(hint) is tuple and isinstance(member, list):
        item = typing.get_args(hint)[0]
        return tuple(from_members(item, each, readers) for each in member)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return hint(**_fields_of(hint, member, readers))
    return _plain(hint, member)


def _fields_of(kind: type, member: object, readers: Mapping[type, Reader]) -> dict[str, object]:
    names = {each.name for each in dataclasses.fields(kind)}
    if not isinstance(member, dict) or member.keys() != names:
        raise _unusable(kind, member)
    hints = typing.get_type_hints(kind)
    return {name: from_members(hints[name], each, readers) for name, each in member.items()}


def _plain(hint: Any, member: object) -> object:  # noqa: ANN401 - a type hint has no type
    if hint is Path and isinstance(member, str) and member and "\0" not in member:
        return Path(member)
    # Not isinstance: a truth value is no number.
    if hint in _PLAIN and type(member) is hint and not (isinstance(member, float) and not math.isfinite(member)):
        return member
    raise _unusable(hint, member)


def _unusable(hint: object, member: object) -> ValueError:
    return ValueError(f"{type(member).__name__} instead of {hint}")
