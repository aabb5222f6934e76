"""The recipe of a picture: everything a run needs to know, and nothing that changes while it runs."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from pathlib import Path  # noqa: TC003 - the codec reads the types of the fields while the program runs
from typing import TYPE_CHECKING, Final, Self

from core.errors import RecipeError, RecipeProblem
from core.recipe.choices import (
    ColorMode,
    DeviceName,
    NetworkName,
    Precision,
    Preset,
    StartFrom,
    StyleLossName,
)
from core.recipe.sheet import Fit, PrintFormat

if TYPE_CHECKING:
    from collections.abc import Iterator

MIN_SIZE_PX: Final = 64
MAX_SIZE_PX: Final = 16384
DEPTHS_BITS: Final = (8, 16)
_DEEP_BITS: Final = 16
MIN_STYLE_SCALE: Final = 0.25
MAX_STYLE_SCALE: Final = 4.0
MAX_STYLE_STRENGTH: Final = 100
MAX_FREEDOM: Final = 100
MAX_SEED: Final = 2**63 - 1


@dataclass(frozen=True, slots=True)
class StyleSource:
    """A painting and how much of it goes into the mixture.

    Attributes:
        path: The painting's file.
        weight: Its share relative to the other paintings; not negative.
    """

    path: Path
    weight: float = 1.0

    def __post_init__(self) -> None:
        if not (math.isfinite(self.weight) and self.weight >= 0):
            raise RecipeError(RecipeProblem.STYLE_WEIGHT, value=self.weight)


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything a run needs; frozen and validated. As JSON: see ``core.recipe.codec``.

    Attributes:
        photo: The photograph to repaint.
        styles: The paintings to take the manner from, at least one.
        size_px: The longest side of the result in pixels.
        preset: How much work goes into it.
        style_strength: 0 leaves the photo as it is, 100 keeps barely its outlines.
        style_scale: Size of the brush strokes: of the paintings relative to the photo, 0.25 to 4.
        loss: How the manner of two pictures is compared.
        color: Whose colours the result has.
        network: Which bundled network looks at the pictures.
        device: Where to compute.
        seed: Fixes the noise of a run that starts from noise.
        start_from: What the canvas shows first.
        start_picture: The file to start from when ``start_from`` is ``PICTURE`` or ``FINISHED``.
        precision: In what numbers the network computes.
        print_format: The sheet that the picture is painted for; None when it is not painted for print.
        fit: How the picture goes onto that sheet.
        depth_bits: Bits of each channel of the result, 8 or 16.
        freedom: 0 keeps the photo's drawing, 100 redraws it in the painter's forms.
        turned_strokes: Whether strokes may run other ways than in the paintings, which then count turned and mirrored.

    Raises:
        RecipeError: If a value is out of its range.
    """

    photo: Path
    styles: tuple[StyleSource, ...]
    size_px: int = 512
    preset: Preset = Preset.STANDARD
    style_strength: float = 50.0
    style_scale: float = 1.0
    loss: StyleLossName = StyleLossName.WASSERSTEIN
    color: ColorMode = ColorMode.STYLE
    network: NetworkName = NetworkName.VGG19
    device: DeviceName = DeviceName.AUTO
    seed: int = 0
    start_from: StartFrom = StartFrom.PHOTO
    start_picture: Path | None = None
    precision: Precision = Precision.AUTO
    print_format: PrintFormat | None = None
    fit: Fit = Fit.CROP
    depth_bits: int = 8
    freedom: float = 50.0
    turned_strokes: bool = False

    def __post_init__(self) -> None:
        for problem in self._problems():
            raise problem

    @property
    def is_deep(self) -> bool:
        """Whether the result has 16 bits a channel."""
        return self.depth_bits == _DEEP_BITS

    @property
    def shape(self) -> tuple[int, int] | None:
        """Width and height of the sheet to whose shape the photo is cropped; None when all of it is painted."""
        return None if self.print_format is None or self.fit is not Fit.CROP else self.print_format.size_px

    @property
    def input_paths(self) -> tuple[Path, ...]:
        """The files that it is painted from: the photo, the paintings, and the picture to start from, if any."""
        start = () if self.start_picture is None else (self.start_picture,)
        return (self.photo, *(style.path for style in self.styles), *start)

    def for_print(self, print_format: PrintFormat, fit: Fit, photo_size_px: tuple[int, int]) -> Self:
        """This recipe for a picture that goes onto a sheet; the sheet decides the size.

        Args:
            print_format: The sheet.
            fit: How the picture goes onto it.
            photo_size_px: Width and height of the upright photo.

        Raises:
            RecipeError: If the sheet has too few or too many pixels.
        """
        size_px = print_format.longest_side_px_of(fit, photo_size_px)
        return replace(self, size_px=size_px, print_format=print_format, fit=fit)

    def _problems(self) -> Iterator[RecipeError]:
        # The sheet first: it decides the size, whose own limits it would otherwise seem to break.
        yield from self._problems_of_sheet()
        yield from _problems_of_styles(self.styles)
        yield from self._problems_of_numbers()
        if self.start_from.needs_picture != (self.start_picture is not None):
            yield RecipeError(RecipeProblem.START_PICTURE)

    def _problems_of_numbers(self) -> Iterator[RecipeError]:
        # Written so that NaN, which is in no range, is refused.
        if not MIN_SIZE_PX <= self.size_px <= MAX_SIZE_PX:
            yield RecipeError(RecipeProblem.SIZE, value=self.size_px, low=MIN_SIZE_PX, high=MAX_SIZE_PX)
        if not 0 <= self.style_strength <= MAX_STYLE_STRENGTH:
            yield RecipeError(RecipeProblem.STYLE_STRENGTH, value=self.style_strength, low=0, high=MAX_STYLE_STRENGTH)
        if not 0 <= self.freedom <= MAX_FREEDOM:
            yield RecipeError(RecipeProblem.FREEDOM, value=self.freedom, low=0, high=MAX_FREEDOM)
        if not MIN_STYLE_SCALE <= self.style_scale <= MAX_STYLE_SCALE:
            yield RecipeError(
                RecipeProblem.STYLE_SCALE, value=self.style_scale, low=MIN_STYLE_SCALE, high=MAX_STYLE_SCALE
            )
        if not 0 <= self.seed <= MAX_SEED:
            yield RecipeError(RecipeProblem.SEED, value=self.seed)
        if self.depth_bits not in DEPTHS_BITS:
            yield RecipeError(RecipeProblem.DEPTH, value=self.depth_bits)

    def _problems_of_sheet(self) -> Iterator[RecipeError]:
        sheet = self.print_format
        if sheet is None:
            return
        if not MIN_SIZE_PX <= sheet.longest_side_px <= MAX_SIZE_PX:
            width_px, height_px = sheet.size_px
            yield RecipeError(
                RecipeProblem.PIXELS_OF_SHEET,
                dpi=sheet.dpi,
                width_px=width_px,
                height_px=height_px,
                low=MIN_SIZE_PX,
                high=MAX_SIZE_PX,
            )
        if self.size_px > sheet.longest_side_px:
            yield RecipeError(RecipeProblem.LARGER_THAN_SHEET, size_px=self.size_px)
        if self.shape is not None and self.size_px != max(self.shape):
            yield RecipeError(RecipeProblem.SHEET_NOT_FILLED, size_px=self.size_px)


def _problems_of_styles(styles: tuple[StyleSource, ...]) -> Iterator[RecipeError]:
    total_weight = sum(style.weight for style in styles)
    if not styles:
        yield RecipeError(RecipeProblem.NO_PAINTING)
    elif total_weight == 0:
        yield RecipeError(RecipeProblem.NO_STYLE_WEIGHT)
    elif not math.isfinite(total_weight):
        yield RecipeError(RecipeProblem.STYLE_WEIGHTS_TOO_LARGE)
