"""The sheets of paper that are offered by name, and the limits of the fields that ask for others."""

from __future__ import annotations

from typing import Final

from core.recipe.sheet import PrintFormat

# Width and height in millimetres, upright.
PAPER_SIZES: Final = (
    ("13 × 18 cm", 130.0, 180.0),
    ("20 × 30 cm", 200.0, 300.0),
    ("A4", 210.0, 297.0),
    ("A3", 297.0, 420.0),
    ("30 × 40 cm", 300.0, 400.0),
    ("50 × 70 cm", 500.0, 700.0),
    ("8 × 10 in", 203.2, 254.0),
    ("16 × 20 in", 406.4, 508.0),
)
MIN_SIDE_MM: Final = 10.0
MAX_SIDE_MM: Final = 3000.0
MIN_DPI: Final = 50
MAX_DPI: Final = 1200
MAX_BLEED_MM: Final = 50.0


def within_limits(sheet: PrintFormat) -> PrintFormat:
    """The sheet, or the nearest one that the fields can show."""
    return PrintFormat(
        width_mm=_between(sheet.width_mm, MIN_SIDE_MM, MAX_SIDE_MM),
        height_mm=_between(sheet.height_mm, MIN_SIDE_MM, MAX_SIDE_MM),
        dpi=_between(sheet.dpi, MIN_DPI, MAX_DPI),
        bleed_mm=_between(sheet.bleed_mm, 0.0, MAX_BLEED_MM),
    )


def named_size(sheet: PrintFormat) -> int | None:
    """The place of the sheet in ``PAPER_SIZES``, whichever way it is turned; None where it has no name."""
    sides_mm = sorted((round(sheet.width_mm, 1), round(sheet.height_mm, 1)))
    known = [sorted(sides) for _, *sides in PAPER_SIZES]
    return known.index(sides_mm) if sides_mm in known else None


def _between(value: float, lowest: float, highest: float) -> float:
    return min(max(value, lowest), highest)
