"""The settings of the next picture: everything of a recipe but its pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from core.recipe.choices import ColorMode, NetworkName, Precision, Preset, StartFrom, StyleLossName
from core.recipe.recipe import Recipe
from core.recipe.sheet import Fit

if TYPE_CHECKING:
    from pathlib import Path

    from core.recipe.recipe import StyleSource
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
        loss: How the manner of two pictures is compared; like the three below no choice of the window's, but of the
            command line's, and of recipes that come from there.
        network: Which network looks at the pictures.
        precision: In what numbers it computes.
        depth_bits: Bits of each channel of the result.
    """

    size_px: int = 512
    preset: Preset = Preset.STANDARD
    strength: float = 50
    freedom: float = 50
    turned_strokes: bool = False
    style_scale: float = 1.0
    color: ColorMode = ColorMode.STYLE
    sheet: PrintFormat | None = None
    fit: Fit = Fit.CROP
    start_from: StartFrom = StartFrom.PHOTO
    start_picture: Path | None = None
    seed: int = 0
    loss: StyleLossName = StyleLossName.WASSERSTEIN
    network: NetworkName = NetworkName.VGG19
    precision: Precision = Precision.AUTO
    depth_bits: int = 8

    @classmethod
    def of(cls, recipe: Recipe) -> Self:
        """The settings that a recipe was made with; where to compute is left to this computer."""
        return cls(
            size_px=recipe.size_px,
            preset=recipe.preset,
            strength=recipe.style_strength,
            freedom=recipe.freedom,
            turned_strokes=recipe.turned_strokes,
            style_scale=recipe.style_scale,
            color=recipe.color,
            sheet=recipe.print_format,
            fit=recipe.fit,
            start_from=recipe.start_from,
            start_picture=recipe.start_picture,
            seed=recipe.seed,
            loss=recipe.loss,
            network=recipe.network,
            precision=recipe.precision,
            depth_bits=recipe.depth_bits,
        )

    def recipe(self, photo: Path, styles: tuple[StyleSource, ...]) -> Recipe:
        """What these settings make of a photo and some paintings, for the screen; see `Recipe.for_print` for a sheet.

        Raises:
            RecipeError: If a setting is out of its range.
        """
        return Recipe(
            photo=photo,
            styles=styles,
            size_px=self.size_px,
            preset=self.preset,
            style_strength=float(self.strength),
            freedom=float(self.freedom),
            turned_strokes=self.turned_strokes,
            style_scale=self.style_scale,
            color=self.color,
            start_from=self.start_from,
            start_picture=self.start_picture if self.start_from.needs_picture else None,
            seed=self.seed,
            loss=self.loss,
            network=self.network,
            precision=self.precision,
            depth_bits=self.depth_bits,
        )
