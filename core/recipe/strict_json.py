"""JSON as its standard has it: Python reads more, and keeps the last of two members of one name."""

from __future__ import annotations

import json
from typing import Any, NoReturn


def read_strictly(text: str | bytes) -> Any:  # noqa: ANN401 - any JSON
    """What a JSON text holds.

    Raises:
        ValueError: If it is no JSON: NaN, Infinity and a name twice in an object are none either.
        RecursionError: If it is nested too deeply.
    """
    return json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=_without_repetition)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _without_repetition(members: list[tuple[str, object]]) -> dict[str, object]:
    if len(found := dict(members)) < len(members):
        raise ValueError(members)
    return found
