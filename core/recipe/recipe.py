"""The recipe of a picture: everything a run needs to know, and nothing that changes while it runs."""

from __future__ import annotations

import dataclasses
import json
import math
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, Self

from core.errors import RecipeError
from core.recipe.choices import (
    ColorMode,
    DeviceName,
    NetworkName,
    OptimizerName,
    Pooling,
    Precision,
    Preset,
    StartFrom,
    StyleLossName,
)
from core.recipe.sheet import Fit, PrintFormat

MIN_SIZE_PX: Final = 64
MAX_SIZE_PX: Final = 16384
DEPTHS_BITS: Final = (8, 16)
_DEEP_BITS: Final = 16
MIN_STYLE_SCALE: Final = 0.25
MAX_STYLE_SCALE: Final = 4.0
RECIPE_VERSION: Final = 1


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
            msg = f"A style weight must be zero or more, not {self.weight}."
            raise RecipeError(msg)


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything a run needs; frozen, validated, and round-trips through JSON.

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
        pooling: How the network halves its feature maps.
        optimizer: How the pixels are moved.
        start_from: What the canvas shows first.
        start_picture: The file to start from when ``start_from`` is ``PICTURE``.
        smoothness: Weight of the total variation in the loss; 0 switches it off.
        precision: In what numbers the network computes.
        print_format: The sheet that the picture is painted for; None when it is not painted for print.
        fit: How the picture goes onto that sheet.
        depth_bits: Bits of each channel of the result, 8 or 16.
        freedom: 0 keeps the photo's drawing, 100 redraws it in the painter's forms.

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
    pooling: Pooling = Pooling.MAX
    optimizer: OptimizerName = OptimizerName.LBFGS
    start_from: StartFrom = StartFrom.PHOTO
    start_picture: Path | None = None
    smoothness: float = 1.0
    precision: Precision = Precision.AUTO
    print_format: PrintFormat | None = None
    fit: Fit = Fit.CROP
    depth_bits: int = 8
    freedom: float = 50.0

    def __post_init__(self) -> None:
        for problem in self._problems():
            raise RecipeError(problem)

    @property
    def is_deep(self) -> bool:
        """Whether the result has 16 bits a channel."""
        return self.depth_bits == _DEEP_BITS

    @property
    def shape(self) -> tuple[int, int] | None:
        """Width and height of the sheet to whose shape the photo is cropped; None when all of it is painted."""
        return None if self.print_format is None or self.fit is not Fit.CROP else self.print_format.size_px

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

    def _problems(self) -> list[str]:
        sheet = self.print_format
        checks = [
            (
                sheet is None or MIN_SIZE_PX <= sheet.longest_side_px <= MAX_SIZE_PX,
                "" if sheet is None else _not_a_size(sheet),
            ),
            (bool(self.styles), "Choose at least one painting."),
            (
                not self.styles or sum(style.weight for style in self.styles) > 0,
                "At least one painting needs a weight above zero.",
            ),
            (
                MIN_SIZE_PX <= self.size_px <= MAX_SIZE_PX,
                f"The size must be from {MIN_SIZE_PX} to {MAX_SIZE_PX} pixels, not {self.size_px}.",
            ),
            (
                0 <= self.style_strength <= 100,  # noqa: PLR2004
                f"The style strength must be from 0 to 100, not {self.style_strength:g}.",
            ),
            (0 <= self.freedom <= 100, f"The freedom must be from 0 to 100, not {self.freedom:g}."),  # noqa: PLR2004
            (
                MIN_STYLE_SCALE <= self.style_scale <= MAX_STYLE_SCALE,
                f"The style scale must be from {MIN_STYLE_SCALE} to {MAX_STYLE_SCALE:g}, not {self.style_scale:g}.",
            ),
            (0 <= self.seed < 2**63, f"The seed must be a whole number from 0 up, not {self.seed}."),
            (
                math.isfinite(self.smoothness) and self.smoothness >= 0,
                f"The smoothness must be zero or more, not {self.smoothness}.",
            ),
            (
                (self.start_from is StartFrom.PICTURE) == (self.start_picture is not None),
                "A start picture is needed exactly when the run starts from a picture.",
            ),
            (self.depth_bits in DEPTHS_BITS, f"The depth must be 8 or 16 bits, not {self.depth_bits}."),
            (
                sheet is None or self.size_px <= sheet.longest_side_px,
                f"A picture of {self.size_px} pixels does not fit on its sheet.",
            ),
            (
                self.shape is None or self.size_px == max(self.shape),
                f"A picture of {self.size_px} pixels does not fill its sheet.",
            ),
        ]
        return [problem for holds, problem in checks if not holds]

    def to_json(self) -> str:
        """The recipe as one JSON object with paths and choices as text."""
        fields = dataclasses.asdict(self) | {"version": RECIPE_VERSION}
        return json.dumps(fields, default=str, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The recipe that :meth:`to_json` wrote.

        Raises:
            RecipeError: If the text is not such a recipe.
        """
        try:
            fields: dict[str, Any] = json.loads(text)
            version = fields.pop("version", None)
            if version != RECIPE_VERSION:
                msg = f"This recipe is of version {version}; this program reads version {RECIPE_VERSION}."
                raise RecipeError(msg)
            start_picture = fields.pop("start_picture", None)
            print_format = fields.pop("print_format", None)
            return cls(
                photo=Path(fields.pop("photo")),
                styles=tuple(
                    StyleSource(Path(style["path"]), float(style["weight"])) for style in fields.pop("styles")
                ),
                preset=Preset(fields.pop("preset")),
                loss=StyleLossName(fields.pop("loss")),
                color=ColorMode(fields.pop("color")),
                precision=Precision(fields.pop("precision")),
                network=NetworkName(fields.pop("network")),
                device=DeviceName(fields.pop("device")),
                pooling=Pooling(fields.pop("pooling")),
                optimizer=OptimizerName(fields.pop("optimizer")),
                start_from=StartFrom(fields.pop("start_from")),
                start_picture=None if start_picture is None else Path(start_picture),
                print_format=None if print_format is None else PrintFormat(**print_format),
                fit=Fit(fields.pop("fit", Fit.CROP)),
                **fields,
            )
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            msg = "This is not a recipe that Impasto wrote."
            raise RecipeError(msg) from error


def _not_a_size(sheet: PrintFormat) -> str:
    width_px, height_px = sheet.size_px
    return (
        f"At {sheet.dpi:g} dpi the sheet would have {width_px} x {height_px} pixels; "
        f"its longer side must have from {MIN_SIZE_PX} to {MAX_SIZE_PX}."
    )
