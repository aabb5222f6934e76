"""The colours of the window, by what they are for: once dark, once light, and with the accent of the person's system.

All of them stand here and nowhere else. Everything but the accent and the notices is a neutral grey, so that the
colours of a picture are judged fairly.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from app.look.contrast import BLACK, LEAST_OF_CONTROLS, LEAST_OF_TEXT, WHITE, contrast, mixed, over

_HOVER: Final = 0.12
_PRESSED: Final = 0.22
_CHOSEN: Final = 0.2
# How far an accent is darkened or lightened to be seen.
_SHADES: Final = (0.0, 0.1, 0.2, 0.3)
_GROUNDS: Final = ("panel", "ground", "raised", "raised_hover", "sunken", "field")
_WORDS: Final = (
    *((ink, ground) for ink in ("text", "quiet") for ground in _GROUNDS),
    *(("on_accent", ground) for ground in ("accent", "accent_hover", "accent_pressed")),
    ("link", "panel"),
    ("text", "selected"),
    ("text", "chosen"),
    ("on_chosen", "chosen"),
    ("text", "notice"),
    ("on_notice", "notice"),
    ("on_notice_quiet", "notice"),
)
_MARKS: Final = (
    *((mark, ground) for mark in ("edge", "accent", "handle") for ground in ("panel", "ground", "sunken", "field")),
    ("accent", "raised"),
    ("on_picture", "on_picture_mark"),
)
_WORDS_OVER_PICTURES: Final = (("text", "overlay"), ("quiet", "overlay"), ("on_picture", "tag"), ("text", "veil"))


@dataclass(frozen=True, slots=True)
class Tokens:
    """One look of the window; each colour as Qt reads it, ``#rrggbb`` or ``#aarrggbb``.

    Attributes:
        is_dark: Whether light letters stand on a dark ground.
        ground: The canvas around pictures.
        panel: The ground of controls.
        raised: Buttons and menus.
        raised_hover: The same under the pointer.
        sunken: Wells for pictures, and what holds a list.
        field: What is written into.
        line: Lines that part areas, and the edges of what cannot be used now.
        edge: The edges of controls.
        text: Words that matter most.
        quiet: Words that stand back.
        faint: What cannot be used now, and outlines under the pointer.
        selected: The ground of an entry under the pointer, and of a button that is switched on.
        accent: What is chosen, filled or has the keyboard.
        accent_hover: The accent under the pointer.
        accent_pressed: The accent while it is pressed.
        on_accent: Words on the accent.
        link: Words that can be clicked.
        chosen: The ground of what is chosen among several.
        on_chosen: Words on it.
        handle: What is dragged along a slider.
        handle_hover: The same under the pointer.
        notice: The ground of what the person is told.
        notice_edge: Its lower edge.
        on_notice: What is told.
        on_notice_quiet: What can be done about it.
        overlay: The ground of controls that lie upon pictures.
        veil: What lies over a well while a picture is dragged over it.
        shadow: The shadow of a picture, to which an opacity is given.
        tag: The ground of a word on a picture.
        on_picture: Lines and words on a picture, and the word on a tag.
        on_picture_mark: The arrows on the knob of such a line.
        on_picture_edge: The edge of such lines.
        shade: What lies over the parts of a picture that are left out.
    """

    is_dark: bool
    ground: str
    panel: str
    raised: str
    raised_hover: str
    sunken: str
    field: str
    line: str
    edge: str
    text: str
    quiet: str
    faint: str
    selected: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    link: str
    chosen: str
    on_chosen: str
    handle: str
    handle_hover: str
    notice: str
    notice_edge: str
    on_notice: str
    on_notice_quiet: str
    overlay: str
    veil: str
    shadow: str
    tag: str = "#be141414"
    on_picture: str = "#e8e8e8"
    on_picture_mark: str = "#282828"
    on_picture_edge: str = "#5a000000"
    shade: str = "#6e000000"


DARK: Final = Tokens(
    is_dark=True,
    ground="#1f1f1f",
    panel="#282828",
    raised="#353535",
    raised_hover="#404040",
    sunken="#1b1b1b",
    field="#1b1b1b",
    line="#3d3d3d",
    edge="#747474",
    text="#e8e8e8",
    quiet="#b4b4b4",
    faint="#747474",
    selected="#4a4a4a",
    accent="#e9a23b",
    accent_hover="#f3b456",
    accent_pressed="#cf8c2a",
    on_accent="#1c1508",
    link="#e9a23b",
    chosen="#4b4030",
    on_chosen="#ffe3b5",
    handle="#e8e8e8",
    handle_hover=WHITE,
    notice="#3b2b26",
    notice_edge="#6b4030",
    on_notice="#ffd9c7",
    on_notice_quiet="#e3c6b9",
    overlay="#ee202020",
    veil="#be1b1b1b",
    shadow=BLACK,
)
LIGHT: Final = Tokens(
    is_dark=False,
    ground="#d4d4d4",
    panel="#f2f2f2",
    raised="#fcfcfc",
    raised_hover="#e8e8e8",
    sunken="#e4e4e4",
    field=WHITE,
    line="#d0d0d0",
    edge="#767676",
    text="#1f1f1f",
    quiet="#4f4f4f",
    faint="#8d8d8d",
    selected="#d9d9d9",
    accent="#9a5a08",
    accent_hover="#874e05",
    accent_pressed="#754303",
    on_accent=WHITE,
    link="#8a4f04",
    chosen="#f6e3c6",
    on_chosen="#4a2b02",
    handle="#3d3d3d",
    handle_hover="#1f1f1f",
    notice="#fbe3d6",
    notice_edge="#dba98c",
    on_notice="#57260f",
    on_notice_quiet="#6b3a22",
    overlay="#eef7f7f7",
    veil="#dcf2f2f2",
    shadow="#6e6e6e",
)


def with_accent(tokens: Tokens, accent: str) -> Tokens:
    """The same look with another accent, or with a darker or lighter shade of it that is seen well enough.

    Args:
        tokens: The look.
        accent: An opaque colour.

    Returns:
        The look as it was where no such shade is near.
    """
    for share in _SHADES:
        changed = _accented(tokens, mixed(accent, WHITE if tokens.is_dark else BLACK, share))
        if not illegible(changed):
            return changed
    return tokens


def _accented(tokens: Tokens, accent: str) -> Tokens:
    on_accent = max(BLACK, WHITE, key=lambda ink: contrast(ink, accent))
    # Away from the ink: whatever the accent, its words stay as readable as they are.
    away = WHITE if on_accent == BLACK else BLACK
    return replace(
        tokens,
        accent=accent,
        accent_hover=mixed(accent, away, _HOVER),
        accent_pressed=mixed(accent, away, _PRESSED),
        on_accent=on_accent,
        link=accent if contrast(accent, tokens.panel) >= LEAST_OF_TEXT else tokens.text,
        chosen=mixed(tokens.raised, accent, _CHOSEN),
        on_chosen=tokens.text,
    )


def illegible(tokens: Tokens) -> list[str]:
    """What is not seen well enough, as ``this on that: ratio``; nothing where all is.

    Words need a ratio of 4.5; edges, marks and the outline of what has the keyboard need 3. What cannot be used now
    needs none.
    """
    found = [(ink, ground, _ratio(tokens, ink, ground), LEAST_OF_TEXT) for ink, ground in _WORDS]
    found += [(mark, ground, _ratio(tokens, mark, ground), LEAST_OF_CONTROLS) for mark, ground in _MARKS]
    # What lies upon pictures must be read on the lightest and on the darkest.
    for ink, ground in _WORDS_OVER_PICTURES:
        upon = [over(getattr(tokens, ground), picture) for picture in (BLACK, WHITE)]
        found += [(ink, ground, contrast(getattr(tokens, ink), seen), LEAST_OF_TEXT) for seen in upon]
    return [f"{upper} on {lower}: {ratio:.2f}" for upper, lower, ratio, least in found if ratio < least]


def _ratio(tokens: Tokens, upper: str, lower: str) -> float:
    return contrast(getattr(tokens, upper), getattr(tokens, lower))
