"""What a sheet shows: many recipes for one photo, each to be seen as a thumbnail."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from app.library.bundled import BundledPicture, display_name
from app.words.translation import Words
from core.recipe.choices import ColorMode, Preset, StartFrom
from core.recipe.recipe import Recipe, StyleSource

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from app.library.own_paintings import OwnPainting

sheet: Final = Words("sheet")

# No thumbnail shows the size.
_ANY_SIZE_PX: Final = 512
STRENGTHS: Final = (25.0, 50.0, 75.0)
STYLE_SCALES: Final = {0.5: "½", 1.0: "1", 2.0: "2"}


class SheetKind(Enum):
    """What differs from one thumbnail to the next.

    ``PAINTINGS``: the painting. ``VARIATIONS``: strength, size of the strokes and colours, for one painting.
    """

    PAINTINGS = auto()
    VARIATIONS = auto()


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """One thumbnail.

    Attributes:
        recipe: What it shows; equal for all that look the same as thumbnails.
        caption: What it is called.
        section: What it belongs to; empty where nothing is told apart.
    """

    recipe: Recipe
    caption: str
    section: str = ""


def thumbnail_recipe(recipe: Recipe) -> Recipe:
    """A recipe without all that no thumbnail shows."""
    start = StartFrom.PHOTO if recipe.start_from is StartFrom.NOISE else recipe.start_from
    small = replace(recipe, preset=Preset.STANDARD, depth_bits=8, seed=0, start_from=start)
    # The size of what is painted for print belongs to the shape of its sheet.
    return replace(small, size_px=_ANY_SIZE_PX) if recipe.print_format is None else small


def paintings_to_try(
    own: Sequence[OwnPainting], used: Iterable[Path], starters: Sequence[BundledPicture]
) -> tuple[BundledPicture, ...]:
    """Every painting there is to try, once: as the strip shows them, with those of no place there in between.

    Args:
        own: The artist's own, beside the starters.
        used: Others that have been painted like.
        starters: Those that the program offers.
    """
    offered = {starter.path for starter in starters}
    kept = [BundledPicture(each.path, each.name, "") for each in own if each.path not in offered]
    listed = offered.union(each.path for each in kept)
    others = [BundledPicture(path, display_name(path), "") for path in used if path not in listed]
    return (*kept, *others, *starters)


def painting_entries(draft: Recipe, paintings: Sequence[BundledPicture]) -> Iterator[SheetEntry]:
    """The draft with each of some paintings in place of its own."""
    for painting in paintings:
        recipe = replace(draft, styles=(StyleSource(painting.path),))
        yield SheetEntry(thumbnail_recipe(recipe), painting.name)


def variation_entries(draft: Recipe) -> Iterator[SheetEntry]:
    """The draft with other strengths, strokes and colours; its own colours first."""
    sections = {
        ColorMode.STYLE: sheet.tr("The painting's colours"),
        ColorMode.PHOTO: sheet.tr("The photo's colours"),
        ColorMode.MATCH: sheet.tr("Matched colours"),
    }
    caption = sheet.tr("Strength {strength:g}, strokes {scale}")
    for color in sorted(sections, key=lambda color: color is not draft.color):
        for style_scale, times in STYLE_SCALES.items():
            for strength in STRENGTHS:
                recipe = replace(draft, style_strength=strength, style_scale=style_scale, color=color)
                words = caption.format(strength=strength, scale=times)
                yield SheetEntry(thumbnail_recipe(recipe), words, sections[color])
