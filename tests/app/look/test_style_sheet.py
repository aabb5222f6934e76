"""The style sheet puts together only what can be read."""

from __future__ import annotations

import re
from typing import Final

import pytest

from app.look.contrast import LEAST_OF_CONTROLS, LEAST_OF_TEXT, contrast
from app.look.style_sheet import style_sheet
from app.look.tokens import DARK, LIGHT, Tokens, with_accent

RULE: Final = re.compile(r"([^{}]+)\{([^{}]*)\}")
COLOUR: Final = re.compile(r"#[0-9a-f]{6}\b(?![0-9a-f])")
LOOKS: Final = pytest.mark.parametrize(
    "look",
    [DARK, LIGHT, with_accent(DARK, "#9141ac"), with_accent(LIGHT, "#ffd500")],
    ids=["dark", "light", "dark, violet", "light, yellow"],
)


def rules(look: Tokens) -> list[tuple[str, dict[str, str]]]:
    """Selector and declarations of each rule for what can be used now."""
    found = []
    for selector, body in RULE.findall(style_sheet(look)):
        declarations = dict(part.split(":", 1) for part in body.split(";") if ":" in part)
        found.append(
            (" ".join(selector.split()), {name.strip(): value.strip() for name, value in declarations.items()})
        )
    return [(selector, declarations) for selector, declarations in found if ":disabled" not in selector]


@LOOKS
def test_words_are_read_on_the_ground_they_are_given(look: Tokens) -> None:
    pairs = [
        (selector, contrast(declared["color"], declared["background"]))
        for selector, declared in rules(look)
        if COLOUR.fullmatch(declared.get("color", "")) and COLOUR.fullmatch(declared.get("background", ""))
    ]
    assert len(pairs) >= 3
    assert [pair for pair in pairs if pair[1] < LEAST_OF_TEXT] == []


@LOOKS
def test_words_without_a_ground_of_their_own_are_read_on_the_panel(look: Tokens) -> None:
    own = {"#bannerWhat": look.notice, "#bannerRemedy": look.notice}
    pairs = [
        (selector, contrast(declared["color"], own.get(selector, look.panel)))
        for selector, declared in rules(look)
        if "color" in declared and "background" not in declared
    ]
    assert len(pairs) >= 5
    assert [pair for pair in pairs if pair[1] < LEAST_OF_TEXT] == []


@LOOKS
def test_the_outline_of_what_has_the_keyboard_is_seen_on_every_ground(look: Tokens) -> None:
    outlines = [
        (selector, colour, ground)
        for selector, declared in rules(look)
        for colour in COLOUR.findall(declared.get("border", "") + declared.get("border-color", ""))
        for ground in (look.panel, look.ground, look.sunken)
        if ":focus" in selector
    ]
    assert len(outlines) >= 8
    assert [each for each in outlines if contrast(each[1], each[2]) < LEAST_OF_CONTROLS] == []


@LOOKS
def test_the_edges_of_controls_are_seen(look: Tokens) -> None:
    controls = ("QPushButton", "QLineEdit", "QAbstractSpinBox", 'QPushButton[segment="true"]')
    edges = [
        (selector, contrast(COLOUR.findall(declared["border"])[0], look.panel))
        for selector, declared in rules(look)
        if selector in controls
    ]
    assert len(edges) == len(controls)
    assert [edge for edge in edges if edge[1] < LEAST_OF_CONTROLS] == []


@LOOKS
def test_what_gets_the_keyboard_does_not_grow(look: Tokens) -> None:
    """An outline that is thicker takes as much from the padding."""
    known = dict(rules(look))
    for selector, declared in known.items():
        if ":focus" not in selector or "padding" not in declared or selector.startswith("QAbstractSpinBox QLineEdit"):
            continue
        before = [
            int(number) for number in re.findall(r"(\d+)(?:px)?", known[selector.replace(":focus", "")]["padding"])
        ]
        after = [int(number) for number in re.findall(r"(\d+)(?:px)?", declared["padding"])]
        assert [number - 1 for number in before] == after, selector
