"""Sheets of paper and how a picture goes onto one: from centimetres to pixels. Knows nothing of the engine."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, Self

from core.errors import RecipeError, RecipeProblem

DEFAULT_DPI: Final = 300.0
MM_PER_INCH: Final = 25.4

MM_PER_UNIT: Final = {"mm": 1.0, "cm": 10.0, "in": MM_PER_INCH}
# Keeps absurd sizes finite, so that they can be refused with a number.
_BEYOND_ANY_SHEET_PX: Final = 10.0**9
_NUMBER: Final = r"(\d+(?:[.,]\d+)?)"
_UNIT: Final = r"(mm|cm|in)"
_SHEET: Final = re.compile(rf"{_NUMBER} *[x×] *{_NUMBER} *{_UNIT}(?: *@ *{_NUMBER}(?: *dpi)?)?", re.IGNORECASE)
_LENGTH: Final = re.compile(rf"{_NUMBER} *{_UNIT}", re.IGNORECASE)


class Fit(StrEnum):
    """How a picture goes onto a sheet of another shape.

    ``CROP``: the photo is cut, equally on both sides, to the sheet's shape before it is painted, and fills the sheet.
    ``PAD``: the whole picture, in the middle of the sheet, with white borders. ``INSIDE``: the whole picture, as large
    as the sheet allows and without borders; the file is smaller than the sheet on one side.
    """

    CROP = "crop"
    PAD = "pad"
    INSIDE = "inside"


@dataclass(frozen=True, slots=True)
class PrintFormat:
    """A sheet to print on, width by height: it is never turned to suit the photo.

    Attributes:
        width_mm: Width of the finished sheet.
        height_mm: Height of the finished sheet.
        dpi: Pixels per inch.
        bleed_mm: What is printed beyond each of the four edges, to be cut off.

    Raises:
        RecipeError: If a value makes no sense.
    """

    width_mm: float
    height_mm: float
    dpi: float = DEFAULT_DPI
    bleed_mm: float = 0.0

    def __post_init__(self) -> None:
        sides_mm = (self.width_mm, self.height_mm)
        if not all(math.isfinite(side_mm) and side_mm > 0 for side_mm in sides_mm):
            raise RecipeError(RecipeProblem.SHEET_SIDES, width_mm=self.width_mm, height_mm=self.height_mm)
        if not (math.isfinite(self.dpi) and self.dpi > 0):
            raise RecipeError(RecipeProblem.SHEET_RESOLUTION, dpi=self.dpi)
        if not (math.isfinite(self.bleed_mm) and self.bleed_mm >= 0):
            raise RecipeError(RecipeProblem.BLEED, bleed_mm=self.bleed_mm)

    @classmethod
    def parse(cls, sheet: str, bleed: str | None = None) -> Self:
        """The format that texts such as ``50x70cm@300`` and ``3mm`` describe.

        Args:
            sheet: Width x height with one unit (cm, mm or in), and the resolution in pixels per inch after an ``@``;
                300 without. Numbers may have decimals.
            bleed: A length with its unit; None for no bleed.

        Raises:
            RecipeError: If a text cannot be understood, or its values make no sense.
        """
        found = _SHEET.fullmatch(sheet.strip())
        if found is None:
            raise RecipeError(RecipeProblem.SHEET_TEXT, text=sheet)
        width, height, unit, dpi = found.groups()
        return cls(
            width_mm=_millimetres(width, unit),
            height_mm=_millimetres(height, unit),
            dpi=DEFAULT_DPI if dpi is None else _number(dpi),
            bleed_mm=0.0 if bleed is None else _bleed_mm(bleed),
        )

    def with_bleed(self, text: str) -> Self:
        """The same sheet with another bleed, such as ``3mm``.

        Raises:
            RecipeError: If the text cannot be understood.
        """
        return replace(self, bleed_mm=_bleed_mm(text))

    def __str__(self) -> str:
        """The sheet as :meth:`parse` reads it, without its bleed."""
        return f"{self.width_mm:g}x{self.height_mm:g}mm@{self.dpi:g}"

    @property
    def size_px(self) -> tuple[int, int]:
        """Width and height of the whole sheet in pixels, the bleed on all four sides included; at least 1."""
        return self._pixels(self.width_mm), self._pixels(self.height_mm)

    @property
    def longest_side_px(self) -> int:
        """The longer of the sheet's sides in pixels, bleed included."""
        return max(self.size_px)

    def longest_side_px_of(self, fit: Fit, photo_size_px: tuple[int, int]) -> int:
        """How long, in pixels, the longest side of the painted picture is.

        Args:
            fit: How the picture goes onto the sheet.
            photo_size_px: Width and height of the upright photo.
        """
        if fit is Fit.CROP:
            return self.longest_side_px
        (sheet_width, sheet_height), (width, height) = self.size_px, photo_size_px
        scale = min(sheet_width / width, sheet_height / height)
        return max(1, round(max(width, height) * scale))

    def _pixels(self, side_mm: float) -> int:
        pixels = (side_mm + 2 * self.bleed_mm) / MM_PER_INCH * self.dpi
        return max(1, round(min(pixels, _BEYOND_ANY_SHEET_PX)))


def _bleed_mm(text: str) -> float:
    found = _LENGTH.fullmatch(text.strip())
    if found is None:
        raise RecipeError(RecipeProblem.BLEED_TEXT, text=text)
    return _millimetres(*found.groups())


def _millimetres(number: str, unit: str) -> float:
    return _number(number) * MM_PER_UNIT[unit.lower()]


def _number(text: str) -> float:
    return float(text.replace(",", "."))
