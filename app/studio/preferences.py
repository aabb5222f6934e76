"""What the program remembers from one start to the next; written down when it changes, not when it ends."""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from PySide6.QtCore import QByteArray, QObject, Signal

from app.library.carried_recipe import CarriedRecipe
from app.library.name_template import USUAL_TEMPLATE, check_template
from app.look.appearance import Appearance
from app.studio.draft_settings import DraftSettings
from app.system.languages import AS_THE_SYSTEM, language_or_system
from core.errors import RecipeError
from core.files.writing import JPEG_QUALITY
from core.machine.courtesy import Courtesy
from core.recipe.choices import ColorMode, DeviceName, NetworkName, Precision, Preset, StartFrom, StyleLossName
from core.recipe.recipe import DEPTHS_BITS, MAX_SIZE_PX, MAX_STYLE_SCALE, MIN_SIZE_PX, MIN_STYLE_SCALE
from core.recipe.sheet import Fit, PrintFormat

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSettings

_Number = TypeVar("_Number", int, float)
_LARGEST_SEED: Final = 2**63 - 1


@dataclass(frozen=True, slots=True)
class _Entry:
    """How one value is stored.

    Attributes:
        key: Its key in the store.
        read: Makes the value of what is stored; raises ValueError or RecipeError where that makes no sense.
        written: Makes what is stored of the value.
    """

    key: str
    read: Callable[[object], Any]
    written: Callable[[Any], object] = str


def _number(kind: type[_Number], lowest: _Number, highest: _Number) -> Callable[[object], _Number]:
    def read(stored: object) -> _Number:
        number = kind(str(stored))
        if not (math.isfinite(number) and lowest <= number <= highest):
            raise ValueError(number)
        return number

    return read


def _yes_or_no(stored: object) -> bool:
    if stored not in ("yes", "no"):
        raise ValueError(stored)
    return stored == "yes"


def _written_yes_or_no(value: bool) -> str:
    return "yes" if value else "no"


def _path(stored: object) -> Path | None:
    return Path(stored) if isinstance(stored, str) and stored else None


def _paths(stored: object) -> tuple[Path, ...]:
    names = [stored] if isinstance(stored, str) else stored if isinstance(stored, list) else []
    return tuple(Path(name) for name in names if isinstance(name, str) and name)


def _weights(stored: object) -> tuple[float, ...]:
    numbers = [stored] if isinstance(stored, str) else stored if isinstance(stored, list) else []
    weights = tuple(_number(float, 0, math.inf)(number) for number in numbers)
    if weights and not 0 < sum(weights) < math.inf:
        raise ValueError(weights)
    return weights


def _shortest(number: float) -> str:
    """A number as it is read again; a whole one as older versions of the program read it."""
    return str(int(number)) if float(number).is_integer() else repr(number)


def _depth(stored: object) -> int:
    depth_bits = int(str(stored))
    if depth_bits not in DEPTHS_BITS:
        raise ValueError(depth_bits)
    return depth_bits


def _or_empty(value: object) -> str:
    return "" if value is None else str(value)


def _sheet(stored: object) -> PrintFormat | None:
    sheet, _, bleed = str(stored).partition(" + ")
    return PrintFormat.parse(sheet, bleed or None) if sheet else None


def _written_sheet(sheet: PrintFormat | None) -> str:
    return "" if sheet is None else f"{sheet} + {sheet.bleed_mm:g}mm"


def _template(stored: object) -> str:
    check_template(str(stored))
    return str(stored)


def _suffix(stored: object) -> str:
    if stored not in KEPT_SUFFIXES:
        raise ValueError(stored)
    return str(stored)


def _memory(stored: object) -> int | None:
    return _number(int, MIB, 1 << 50)(stored) if stored else None


def _geometry(stored: object) -> bytes:
    return bytes(stored.data()) if isinstance(stored, QByteArray) else b""


# Everything that is remembered, under the name of the attribute that holds it.
_DRAFT: Final = {
    "size_px": _Entry("recipe/size_px", _number(int, MIN_SIZE_PX, MAX_SIZE_PX)),
    "preset": _Entry("recipe/preset", lambda stored: Preset(str(stored))),
    "strength": _Entry("recipe/strength", _number(float, 0, 100), _shortest),
    "freedom": _Entry("recipe/freedom", _number(float, 0, 100), _shortest),
    "turned_strokes": _Entry("recipe/turned_strokes", _yes_or_no, _written_yes_or_no),
    "style_scale": _Entry("recipe/style_scale", _number(float, MIN_STYLE_SCALE, MAX_STYLE_SCALE), repr),
    "color": _Entry("recipe/color", lambda stored: ColorMode(str(stored))),
    "sheet": _Entry("print/sheet", _sheet, _written_sheet),
    "fit": _Entry("print/fit", lambda stored: Fit(str(stored))),
    "start_from": _Entry("recipe/start_from", lambda stored: StartFrom(str(stored))),
    "start_picture": _Entry("recipe/start_picture", _path, _or_empty),
    "seed": _Entry("recipe/seed", _number(int, 0, _LARGEST_SEED)),
    "loss": _Entry("recipe/loss", lambda stored: StyleLossName(str(stored))),
    "network": _Entry("recipe/network", lambda stored: NetworkName(str(stored))),
    "precision": _Entry("recipe/precision", lambda stored: Precision(str(stored))),
    "depth_bits": _Entry("recipe/depth_bits", _depth),
}
# In what kinds of file pictures are kept by themselves, the usual one first.
KEPT_SUFFIXES: Final = (".png", ".tif", ".jpg", ".webp")
LOWEST_QUALITY, HIGHEST_QUALITY = 60, JPEG_QUALITY
MIB: Final = 1 << 20
_OTHERS: Final = {
    "photo": _Entry("recipe/photo", _path, _or_empty),
    "paintings": _Entry("recipe/painting", _paths, lambda paths: [str(path) for path in paths]),
    "weights": _Entry("recipe/weights", _weights, lambda weights: [_shortest(weight) for weight in weights]),
    "recent_photos": _Entry("recent/photos", _paths, lambda paths: [str(path) for path in paths]),
    "save_folder": _Entry("window/save_folder", _path, _or_empty),
    "carried": _Entry("pictures/recipe", lambda stored: CarriedRecipe(str(stored))),
    "geometry": _Entry("window/geometry", _geometry, QByteArray),
    "appearance": _Entry("window/appearance", lambda stored: Appearance(str(stored)), lambda wanted: wanted.value),
    "hint_learnt": _Entry("window/hint_learnt", _yes_or_no, _written_yes_or_no),
    "language": _Entry("window/language", lambda stored: language_or_system(str(stored))),
    "notifies": _Entry("window/notifies", _yes_or_no, lambda yes: "yes" if yes else "no"),
    "kept_folder": _Entry("pictures/folder", _path, _or_empty),
    "kept_suffix": _Entry("pictures/suffix", _suffix),
    "jpeg_quality": _Entry("pictures/jpeg_quality", _number(int, LOWEST_QUALITY, HIGHEST_QUALITY)),
    "name_template": _Entry("pictures/name", _template),
    "device": _Entry("painting/device", lambda stored: DeviceName(str(stored))),
    "max_memory_bytes": _Entry("painting/memory", _memory, _or_empty),
    "courtesy": _Entry("painting/courtesy", lambda stored: Courtesy(str(stored))),
}


class Preferences(QObject):
    """The person's last choices.

    Attributes:
        draft: The settings of the next picture.
        photo: The last photo, None before there was one.
        paintings: The last paintings.
        weights: Their weights.
        recent_photos: The last photos, the last one first.
        save_folder: Where "Save as" went last.
        carried: How much of its recipe a picture carries.
        geometry: The window's place and size, in Qt's own form.
        appearance: Whether the window is dark, light or as the system is.
        hint_learnt: Whether the hint of the first start is not needed any more.
        language: The code of the language that was chosen for the window, ``AS_THE_SYSTEM`` where none was.
        notifies: Whether the system tells of a picture that is done while the window is not looked at.
        kept_folder: Where pictures are kept by themselves; None for the program's own folder.
        kept_suffix: As what kind of file, one of ``KEPT_SUFFIXES``.
        jpeg_quality: Of every JPEG.
        name_template: What they are called: see ``app.library.name_template``.
        device: Where the next pictures are painted.
        max_memory_bytes: How much memory painting them may take; None for as much as is free.
        courtesy: How much of the processor is left to other programs meanwhile.

    Signals:
        changed(str): The attribute of this name has another value.
    """

    changed = Signal(str)

    def __init__(self, store: QSettings, parent: QObject | None = None) -> None:
        """Read what is stored; whatever is absent or makes no sense gets its default."""
        super().__init__(parent)
        self._store = store
        self.draft = _sound(dataclasses.replace(DraftSettings(), **_read(store, _DRAFT)))
        self.photo: Path | None = None
        self.paintings: tuple[Path, ...] = ()
        self.weights: tuple[float, ...] = ()
        self.recent_photos: tuple[Path, ...] = ()
        self.save_folder: Path | None = None
        self.carried = CarriedRecipe.NAMES
        self.geometry = b""
        self.appearance = Appearance.SYSTEM
        self.hint_learnt = False
        self.language = AS_THE_SYSTEM
        self.notifies = True
        self.kept_folder: Path | None = None
        self.kept_suffix = KEPT_SUFFIXES[0]
        self.jpeg_quality = JPEG_QUALITY
        self.name_template = USUAL_TEMPLATE
        self.device = DeviceName.AUTO
        self.max_memory_bytes: int | None = None
        self.courtesy = Courtesy.NOTHING
        for name, value in _read(store, _OTHERS).items():
            setattr(self, name, value)

    def remember(self, **changed: Any) -> None:  # noqa: ANN401 - any of the attributes
        """Take other values for these attributes, and write down those that differ.

        Qt brings them to the disk from its event loop, within moments.
        """
        for name, value in changed.items():
            before = getattr(self, name)
            setattr(self, name, value)
            if name != "draft":
                self._write(_OTHERS[name], before, value)
            else:
                for part, entry in _DRAFT.items():
                    self._write(entry, getattr(before, part), getattr(value, part))
            if value != before:
                self.changed.emit(name)

    def _write(self, entry: _Entry, before: object, value: object) -> None:
        if value != before:
            self._store.setValue(entry.key, entry.written(value))


def _read(store: QSettings, table: dict[str, _Entry]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, entry in table.items():
        stored = store.value(entry.key)
        if stored is None:
            continue
        try:
            values[name] = entry.read(stored)
        except (ValueError, RecipeError):
            continue
    return values


def _sound(draft: DraftSettings) -> DraftSettings:
    """Settings that go together: a picture to start from must be there."""
    wants_picture = draft.start_from.needs_picture
    if wants_picture and (draft.start_picture is None or not draft.start_picture.is_file()):
        return dataclasses.replace(draft, start_from=StartFrom.PHOTO, start_picture=None)
    return draft if wants_picture else dataclasses.replace(draft, start_picture=None)
