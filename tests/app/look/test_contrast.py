"""Contrast as WCAG reckons it."""

from __future__ import annotations

import pytest

from app.look.contrast import contrast, luminance, mixed, over


def test_luminance_of_the_primaries() -> None:
    assert luminance("#000000") == 0
    assert luminance("#ffffff") == pytest.approx(1)
    assert luminance("#ff0000") == pytest.approx(0.2126)
    assert luminance("#00ff00") == pytest.approx(0.7152)
    # Below the knee of the curve: 10 / 255 / 12.92, times 0.0722.
    assert luminance("#00000a") == pytest.approx(0.0722 * 10 / 255 / 12.92)


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    # The last two are known to lie just above and just below what text needs.
    [("#000000", "#ffffff", 21), ("#123456", "#123456", 1), ("#767676", "#ffffff", 4.54), ("#777777", "#ffffff", 4.48)],
)
def test_contrast_is_that_of_the_guidelines_either_way(first: str, second: str, ratio: float) -> None:
    assert contrast(first, second) == pytest.approx(ratio, abs=0.005)
    assert contrast(second, first) == contrast(first, second)


def test_colours_are_mixed_by_their_shares() -> None:
    assert mixed("#000000", "#ff8040", 0) == "#000000"
    assert mixed("#000000", "#ff8040", 1) == "#ff8040"
    assert mixed("#100020", "#300000", 0.5) == "#200010"


def test_what_shines_through_is_seen() -> None:
    assert over("#00123456", "#abcdef") == "#abcdef"
    assert over("#ff123456", "#abcdef") == "#123456"
    assert over("#123456", "#abcdef") == "#123456"
    assert over("#80ffffff", "#000000") == "#808080"
