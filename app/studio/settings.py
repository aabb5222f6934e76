"""What the program remembers from one start to the next."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from PySide6.QtCore import QByteArray

from core.errors import RecipeError
from core.recipe.choices import ColorMode, Preset
from core.recipe.recipe import MAX_SIZE_PX, MAX_STYLE_SCALE, MIN_SIZE_PX, MIN_STYLE_SCALE
from core.recipe.sheet import Fit, PrintFormat

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

_Choice = TypeVar("_Choice", bound=StrEnum)

_KEYS = {
    "size_px": "recipe/size_px",
    "preset": "recipe/preset",
    "strength": "recipe/strength",
    "style_scale": "recipe/style_scale",
    "color": "recipe/color",
    "sheet": "print/sheet",
    "bleed": "print/bleed",
    "fit": "print/fit",
    "photo": "recipe/photo",
    "painting": "recipe/painting",
    "save_folder": "window/save_folder",
    "geometry": "window/geometry",
}


@dataclass(frozen=True, slots=True)
class Settings:
    """The person's last choices; the defaults are those of the first start.

    Attributes:
        size_px: Longest side of the result.
        preset: How much work goes into it.
        strength: Style strength, 0 to 100.
        sheet: The sheet to paint for, which then decides the size; None to paint for the screen.
        fit: How the picture goes onto the sheet.
        style_scale: Size of the brush strokes, 0.25 to 4.
        color: Whose colours the result has.
        photo: The last photo, None before there was one.
        painting: The last painting, None before there was one.
        save_folder: Where "Save as" went last.
        geometry: The window's place and size, in Qt's own form.
    """

    size_px: int = 512
    preset: Preset = Preset.STANDARD
    strength: int = 50
    photo: Path | None = None
    painting: Path | None = None
    save_folder: Path | None = None
    geometry: bytes = b""
    sheet: PrintFormat | None = None
    fit: Fit = Fit.CROP
    style_scale: float = 1.0
    color: ColorMode = ColorMode.STYLE

    @classmethod
    def load(cls, store: QSettings) -> Self:
        """The stored settings; whatever is absent or makes no sense gets its default."""
        default = cls()
        geometry = store.value(_KEYS["geometry"])
        return cls(
            size_px=_number(store.value(_KEYS["size_px"]), MIN_SIZE_PX, MAX_SIZE_PX, default.size_px),
            preset=_one_of(Preset, store.value(_KEYS["preset"]), default.preset),
            strength=_number(store.value(_KEYS["strength"]), 0, 100, default.strength),
            photo=_path(store.value(_KEYS["photo"])),
            painting=_path(store.value(_KEYS["painting"])),
            save_folder=_path(store.value(_KEYS["save_folder"])),
            geometry=bytes(geometry.data()) if isinstance(geometry, QByteArray) else b"",
            sheet=_sheet(store.value(_KEYS["sheet"]), store.value(_KEYS["bleed"])),
            style_scale=_scale(store.value(_KEYS["style_scale"]), default.style_scale),
            color=_one_of(ColorMode, store.value(_KEYS["color"]), default.color),
            fit=_one_of(Fit, store.value(_KEYS["fit"]), default.fit),
        )

    def save(self, store: QSettings) -> None:
        """Write the settings down."""
        store.setValue(_KEYS["size_px"], self.size_px)
        store.setValue(_KEYS["preset"], self.preset.value)
        store.setValue(_KEYS["strength"], self.strength)
        store.setValue(_KEYS["photo"], str(self.photo or ""))
        store.setValue(_KEYS["painting"], str(self.painting or ""))
        store.setValue(_KEYS["save_folder"], str(self.save_folder or ""))
        store.setValue(_KEYS["style_scale"], repr(self.style_scale))
        store.setValue(_KEYS["color"], self.color.value)
        store.setValue(_KEYS["sheet"], str(self.sheet or ""))
        store.setValue(_KEYS["bleed"], f"{self.sheet.bleed_mm:g}mm" if self.sheet else "")
        store.setValue(_KEYS["fit"], self.fit.value)
        store.setValue(_KEYS["geometry"], QByteArray(self.geometry))
        store.sync()


def _number(value: object, lowest: int, highest: int, default: int) -> int:
    try:
        number = int(str(value))
    except ValueError:
        return default
    return number if lowest <= number <= highest else default


def _scale(value: object, default: float) -> float:
    try:
        scale = float(str(value))
    except ValueError:
        return default
    return scale if MIN_STYLE_SCALE <= scale <= MAX_STYLE_SCALE else default


def _one_of(kind: type[_Choice], value: object, default: _Choice) -> _Choice:
    try:
        return kind(str(value))
    except ValueError:
        return default


def _sheet(sheet: object, bleed: object) -> PrintFormat | None:
    try:
        return PrintFormat.parse(str(sheet), str(bleed))
    except RecipeError:
        return None


def _path(value: object) -> Path | None:
    return Path(value) if isinstance(value, str) and value else None
