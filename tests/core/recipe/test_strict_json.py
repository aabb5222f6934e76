from __future__ import annotations

import pytest

from core.recipe.strict_json import read_strictly

JSON = '{"a": [1, 2.5, null, true], "b": "ü"}'


@pytest.mark.parametrize("text", [JSON, JSON.encode()])
def test_json_is_read(text: str | bytes) -> None:
    assert read_strictly(text) == {"a": [1, 2.5, None, True], "b": "ü"}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("NaN", "NaN"),
        ("[-Infinity]", "-Infinity"),
        ('{"a": 1, "a": 2}', "'a', 2"),
        ("{", "property name"),
        (b"\xff\xff", "decode"),
        ("", "Expecting value"),
    ],
)
def test_what_the_standard_does_not_know_is_refused(text: str | bytes, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        read_strictly(text)
