from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from core.optimization.checkpoint.members import from_members, to_members


@dataclass(frozen=True)
class Inner:
    number: int
    share: float


@dataclass(frozen=True)
class Outer:
    name: str
    path: Path
    sure: bool
    items: tuple[Inner, ...]
    maybe: Inner | None
    sizes: tuple[int | None, ...]


VALUE = Outer("é", Path("/a/b"), sure=True, items=(Inner(1, 0.1), Inner(2, 1e-300)), maybe=None, sizes=(3, None))


def members() -> dict[str, Any]:
    found = json.loads(json.dumps(to_members(VALUE, {})))
    assert isinstance(found, dict)
    return found


def test_a_value_comes_back_the_same() -> None:
    assert from_members(Outer, members(), {}) == VALUE


def test_other_types_are_written_and_read_as_is_said() -> None:
    written = to_members(VALUE, {Inner: lambda inner: inner.number})
    assert isinstance(written, dict)
    assert written["items"] == [1, 2]
    read = from_members(Outer, written, {Inner: lambda number: Inner(number, 0.5)})
    assert read.items == (Inner(1, 0.5), Inner(2, 0.5))


@pytest.mark.parametrize(
    ("name", "member"),
    [
        ("name", 3),
        ("path", ""),
        ("path", "a\0b"),
        ("sure", 1),
        ("items", {"number": 1, "share": 0.1}),
        ("items", [{"number": 1}]),
        ("items", [{"number": True, "share": 0.1}]),
        ("items", [{"number": 1.0, "share": 0.1}]),
        ("items", [{"number": 1, "share": 1}]),
        ("items", [{"number": 1, "share": float("inf")}]),
        ("maybe", []),
        ("sizes", [3, "x"]),
    ],
)
def test_nothing_is_guessed(name: str, member: object) -> None:
    with pytest.raises(ValueError, match=" instead of "):
        from_members(Outer, members() | {name: member}, {})


def test_what_is_missing_or_not_known_is_refused() -> None:
    found = members()
    with pytest.raises(ValueError, match="Outer"):
        from_members(Outer, found | {"more": 1}, {})
    del found["name"]
    with pytest.raises(ValueError, match="Outer"):
        from_members(Outer, found, {})
