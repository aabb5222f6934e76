"""How well one colour is seen on another, as the Web Content Accessibility Guidelines (WCAG) 2.2 reckon it.

Colours are written as Qt reads them: ``#rrggbb``, or ``#aarrggbb`` where something shines through.
"""

from __future__ import annotations

from typing import Final

# Source: WCAG 2.2, success criteria 1.4.3 (text) and 1.4.11 (what tells a control, its state or its focus).
LEAST_OF_TEXT: Final = 4.5
LEAST_OF_CONTROLS: Final = 3.0

BLACK: Final = "#000000"
WHITE: Final = "#ffffff"
_LONGEST: Final = len("#aarrggbb")


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two opaque colours, 1 to 21.

    Source: WCAG 2.2, definition of contrast ratio.
    """
    lower, higher = sorted((luminance(first), luminance(second)))
    return (higher + 0.05) / (lower + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of an opaque colour, 0 for black to 1 for white.

    Source: WCAG 2.2, definition of relative luminance, with the exponents of IEC 61966-2-1.
    """
    red, green, blue = (_linear(channel / 255) for channel in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mixed(first: str, second: str, share: float) -> str:
    """A colour between two opaque ones: the first at a share of 0, the second at 1; in sRGB, as screens blend."""
    pairs = zip(channels(first), channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def over(upper: str, lower: str) -> str:
    """What is seen of an opaque colour through another one, which need not be opaque."""
    opacity = int(upper[1:3], 16) / 255 if len(upper) == _LONGEST else 1.0
    return mixed(lower, "#" + upper[-6:], opacity)


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, 0 to 255 each."""
    return int(colour[-6:-4], 16), int(colour[-4:-2], 16), int(colour[-2:], 16)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - the standard's
