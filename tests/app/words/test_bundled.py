"""The pictures that come with the program have names in every language."""

from __future__ import annotations

import json

import pytest

from app.system import paths
from app.words.bundled import bundled_words
from app.words.translation import in_english, install_translator

ROWS = [
    row
    for table in ("styles/styles.json", "samples/samples.json")
    for row in json.loads((paths.resources() / table).read_text(encoding="utf-8"))
]


def test_every_name_and_description_is_a_text_to_translate() -> None:
    install_translator(lambda _context, text, _comment, _number: f"<{text}>")
    try:
        for row in ROWS:
            assert bundled_words(row["name"]) == f"<{row['name']}>"
            assert bundled_words(row["description"]) == f"<{row['description']}>"
    finally:
        install_translator(in_english)


@pytest.mark.parametrize("english", ["Cat", "A picture of tomorrow"])
def test_without_a_translator_it_stays_as_it_is(english: str) -> None:
    assert bundled_words(english) == english
