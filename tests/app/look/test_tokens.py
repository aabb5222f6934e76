"""The colours of the window: all in one place, all seen well enough, with any accent."""

from __future__ import annotations

import ast
import dataclasses
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.look.contrast import contrast
from app.look.tokens import DARK, LIGHT, Tokens, illegible, with_accent

if TYPE_CHECKING:
    from collections.abc import Iterator

APP: Final = Path(__file__).parents[3] / "app"
# Where colours may stand; the other one draws ink and paper that nobody sees, but as numbers.
HOMES: Final = {APP / "look" / "tokens.py", APP / "look" / "contrast.py", APP / "look" / "lettering.py"}
LITERAL: Final = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b|\brgba?\(|\bhsl")
BOTH: Final = pytest.mark.parametrize("look", [DARK, LIGHT], ids=["dark", "light"])
# Those of Windows, GNOME, KDE, Ubuntu and macOS.
USUAL_ACCENTS: Final = ("#0078d4", "#3584e4", "#3daee9", "#e95420", "#007aff", "#9141ac", "#f7821b", "#3a944a")
COLOURS: Final = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@BOTH
def test_everything_is_seen_well_enough(look: Tokens) -> None:
    assert illegible(look) == []


@BOTH
def test_the_canvas_and_all_around_it_is_neutral(look: Tokens) -> None:
    for name in ("ground", "panel", "raised", "sunken", "field", "line", "edge", "text", "quiet"):
        colour = getattr(look, name)
        assert len({colour[1:3], colour[3:5], colour[5:7]}) == 1, name


@pytest.mark.parametrize(
    ("name", "colour"),
    [
        ("quiet", "#808080"),
        ("edge", "#4a4a4a"),
        ("accent", "#303030"),
        ("on_accent", "#ffffff"),
        ("overlay", "#80202020"),
    ],
)
def test_what_is_seen_badly_is_found(name: str, colour: str) -> None:
    found = illegible(dataclasses.replace(DARK, **cast("dict[str, Any]", {name: colour})))
    assert found
    assert all(name in each for each in found)


@BOTH
@pytest.mark.parametrize("accent", USUAL_ACCENTS)
def test_the_accents_of_the_systems_are_taken(look: Tokens, accent: str) -> None:
    assert with_accent(look, accent) != look


@BOTH
@given(accent=COLOURS)
def test_whatever_the_accent_everything_is_seen_well_enough(look: Tokens, accent: str) -> None:
    changed = with_accent(look, accent)
    assert illegible(changed) == []
    # Even where it is that of no control but of a link.
    assert contrast(changed.link, changed.panel) >= 4.5


def test_an_accent_that_cannot_be_seen_is_not_taken() -> None:
    assert with_accent(DARK, "#101010") is DARK
    assert with_accent(LIGHT, "#fefefe") is LIGHT


def test_an_accent_that_is_nearly_seen_is_made_darker_or_lighter() -> None:
    assert with_accent(DARK, "#0078d4").accent not in {DARK.accent, "#0078d4"}
    assert with_accent(LIGHT, "#0078d4").accent == "#0078d4"


def literals(source: str) -> Iterator[str]:
    """Colours that are written down in a source, in whatever way Qt takes them."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and LITERAL.search(node.value):
            yield node.value
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == "QColor":
            yield from (ast.unparse(node) for argument in node.args if isinstance(argument, ast.Constant))
        if isinstance(node, ast.Attribute) and node.attr == "GlobalColor":
            yield ast.unparse(node)


def test_colours_are_found_in_whatever_way_they_are_written() -> None:
    found = (
        "'#ff0000'",
        "f'color: #abc;'",
        "QColor(1, 2, 3)",
        "QColor('red')",
        "Qt.GlobalColor.red",
        "'rgba(1, 2, 3, 4)'",
    )
    for each in found:
        assert list(literals(each)), each
    for each in ("'#runButton'", "'#panel'", "QColor(theme.tokens().text)", "'Issue #16'"):
        assert not list(literals(each)), each


def test_no_colour_stands_anywhere_else() -> None:
    found = {
        str(path.relative_to(APP)): colours
        for path in sorted(APP.rglob("*.py"))
        if path not in HOMES and (colours := list(literals(path.read_text(encoding="utf-8"))))
    }
    assert found == {}
