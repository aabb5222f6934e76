from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import RecipeError, RecipeProblem
from core.finishing.sheet import padded
from core.picture import Picture, fitted_size
from core.recipe.sheet import Fit, PrintFormat


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("50x70cm@300", PrintFormat(500, 700, 300)),
        ("50x70cm", PrintFormat(500, 700, 300)),
        ("  297 x 210 mm @ 240 dpi ", PrintFormat(297, 210, 240)),
        ("8.5x11in@600", PrintFormat(8.5 * 25.4, 11 * 25.4, 600)),
        ("29,7×42CM@299.5", PrintFormat(297, 420, 299.5)),
    ],
)
def test_sheets_that_are_understood(text: str, expected: PrintFormat) -> None:
    assert PrintFormat.parse(text) == expected


@pytest.mark.parametrize(
    "text",
    ["", "50x70", "50cm", "x70cm", "50x70pt", "50x70cm@", "-50x70cm", "50x70x90cm", "1e3x2cm", "A4", "５0x70cm!"],  # noqa: RUF001
)
def test_a_sheet_that_is_not_understood(text: str) -> None:
    with pytest.raises(RecipeError) as caught:
        PrintFormat.parse(text)
    assert caught.value.problem is RecipeProblem.SHEET_TEXT
    assert caught.value.arguments == {"text": text}


@pytest.mark.parametrize(("text", "bleed_mm"), [("3mm", 3), ("0.3 cm", 3), ("0,125in", 3.175), ("0mm", 0)])
def test_bleed(text: str, bleed_mm: float) -> None:
    assert PrintFormat.parse("5x7cm", text).bleed_mm == pytest.approx(bleed_mm)


@pytest.mark.parametrize("text", ["", "3", "mm", "-3mm", "3 px"])
def test_a_bleed_that_is_not_understood(text: str) -> None:
    with pytest.raises(RecipeError) as caught:
        PrintFormat.parse("5x7cm", text)
    assert caught.value.problem is RecipeProblem.BLEED_TEXT
    assert caught.value.arguments == {"text": text}


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"width_mm": 0}, "RecipeProblem.SHEET_SIDES width_mm=0 height_mm=70"),
        ({"height_mm": float("inf")}, "RecipeProblem.SHEET_SIDES width_mm=50 height_mm=inf"),
        ({"dpi": 0}, "RecipeProblem.SHEET_RESOLUTION dpi=0"),
        ({"dpi": float("nan")}, "RecipeProblem.SHEET_RESOLUTION dpi=nan"),
        ({"bleed_mm": -1}, "RecipeProblem.BLEED bleed_mm=-1"),
    ],
)
def test_values_that_make_no_sense(values: dict[str, float], problem: str) -> None:
    with pytest.raises(RecipeError) as caught:
        PrintFormat(**{"width_mm": 50, "height_mm": 70} | values)
    assert str(caught.value) == problem


def test_pixels_of_a_sheet() -> None:
    assert PrintFormat.parse("50x70cm@300").size_px == (5906, 8268)
    assert PrintFormat.parse("8x10in@300").size_px == (2400, 3000)
    assert PrintFormat.parse("8x10in@300", "0.125in").size_px == (2475, 3075)
    assert PrintFormat.parse("0.001x10in@300").size_px == (1, 3000)


sheets = st.builds(
    PrintFormat,
    width_mm=st.floats(20, 1000),
    height_mm=st.floats(20, 1000),
    dpi=st.floats(30, 300),
    bleed_mm=st.floats(0, 10),
)
photos = st.tuples(st.integers(16, 20000), st.integers(16, 20000))


@given(sheets, photos, st.sampled_from([Fit.INSIDE, Fit.PAD]))
def test_a_whole_picture_fits_on_its_sheet_and_touches_two_edges(
    sheet: PrintFormat, photo: tuple[int, int], fit: Fit
) -> None:
    width_px, height_px = fitted_size(*photo, sheet.longest_side_px_of(fit, photo))
    sheet_width, sheet_height = sheet.size_px
    assert width_px <= sheet_width
    assert height_px <= sheet_height
    assert width_px == sheet_width or height_px == sheet_height


@given(sheets, photos)
def test_a_cropped_picture_is_as_large_as_its_sheet(sheet: PrintFormat, photo: tuple[int, int]) -> None:
    assert fitted_size(*sheet.size_px, sheet.longest_side_px_of(Fit.CROP, photo)) == sheet.size_px


@given(st.tuples(st.integers(1, 30), st.integers(1, 30)), st.tuples(st.integers(0, 9), st.integers(0, 9)))
def test_padding_puts_the_picture_in_the_middle_of_white(size: tuple[int, int], more: tuple[int, int]) -> None:
    width_px, height_px = size
    rgb = np.full((height_px, width_px, 3), 7, np.uint8)
    picture = Picture(rgb, np.full(rgb.shape[:2], 9, np.uint8), np.full(rgb.shape, 1800, np.uint16))
    sheet = padded(picture, (width_px + more[0], height_px + more[1]))
    assert (sheet.width_px, sheet.height_px) == (width_px + more[0], height_px + more[1])
    assert sheet.alpha is not None
    assert sheet.deep is not None
    here = (slice(more[1] // 2, more[1] // 2 + height_px), slice(more[0] // 2, more[0] // 2 + width_px))
    for values, painted, white in ((sheet.rgb, 7, 255), (sheet.alpha, 9, 255), (sheet.deep, 1800, 65535)):
        assert (values[here] == painted).all()
        assert (values == painted).sum() == values[here].size
        assert np.isin(values, (painted, white)).all()


def test_a_picture_of_the_sheets_size_stays_as_it_is() -> None:
    picture = Picture(np.zeros((4, 6, 3), np.uint8))
    assert padded(picture, (6, 4)) is picture
    assert padded(picture, (8, 4)).alpha is None


def test_a_picture_larger_than_the_sheet_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        padded(Picture(np.zeros((4, 6, 3), np.uint8)), (7, 3))
