from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.words.plain_text import name_to_show, printable


@pytest.mark.parametrize("text", ["", "Foto vom Süden.jpg", "東京 🎨.png", "a'b\"c&<d>.tif"])
def test_what_can_be_read_stays_as_it_is(text: str) -> None:
    assert printable(text) == name_to_show(text) == text


@pytest.mark.parametrize("text", ["\x1b]0;title\x07", "\x9b31m", "a\nb", "gpj.\u202eexe", "\udcff", "\u2028"])
def test_what_controls_a_terminal_or_turns_the_text_about_is_taken_out(text: str) -> None:
    assert printable(text).isprintable()
    assert "\ufffd" in printable(text)


@given(st.text())
def test_a_name_is_printable_and_short(name: str) -> None:
    shown = name_to_show(name)
    assert shown == "" or shown.isprintable()
    assert len(shown) <= 80


def test_a_long_name_ends_in_an_ellipsis() -> None:
    assert name_to_show("x" * 81) == "x" * 79 + "…"
    assert name_to_show("x" * 80) == "x" * 80
