"""The settings of the next picture: everything of a recipe but its pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from core.recipe.choices import ColorMode, Preset, StartFrom
from core.recipe.sheet import Fit

if TYPE_CHECKING:
    from pathlib import Path

    from core.recipe.recipe import Recipe
    from core.recipe.sheet import PrintFormat


@dataclass(frozen=True, slots=True)
class DraftSettings:
    """What the window's controls show; the defaults are those of the first start.

    Attributes:
        size_px: Longest side of the result.
        preset: How much work goes into it.
        strength: Style strength, 0 to 100.
        freedom: 0 keeps the photo's drawing, 100 redraws it in the painter's forms.
        turned_strokes: Whether strokes may also be the paintings' turned and mirrored.
        style_scale: Size of the brush strokes, 0.25 to 4.
        color: Whose colours the result has.
        sheet: The sheet to paint for, which then decides the size; None to paint for the screen.
        fit: How the picture goes onto the sheet.
        start_from: What the canvas shows first.
        start_picture: The picture to start from, where that is what it shows.
        seed: Fixes the noise to start from.
    """

    size_px: int = 512
    preset: Preset = Preset.STANDARD
    strength: int = 50
    freedom: int = 50
    turned_strokes: bool = False
    style_scale: float = 1.0
    color: ColorMode = ColorMode.STYLE
    sheet: PrintFormat | None = None
    fit: Fit = Fit.CROP
    start_from: StartFrom = StartFrom.PHOTO
    start_picture: Path | None = None
    seed: int = 0

    @classmethod
    def of(cls, recipe: Recipe) -> Self:
        """The settings that a recipe was made with."""
        return cls(
            size_px=recipe.size_px,
            preset=recipe.preset,
            strength=round(recipe.style_strength),
            freedom=round(recipe.freedom),
            turned_strokes=recipe.turned_strokes,
            style_scale=recipe.style_scale,
            color=recipe.color,
            sheet=recipe.print_format,
            fit=recipe.fit,
            start_from=recipe.start_from,
            start_picture=recipe.start_picture,
            seed=recipe.seed,
        )
