"""A finished picture as the gallery knows it, as a frozen value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path  # noqa: TC003 - of a public field
from typing import TYPE_CHECKING, Final, Self, TypeAlias

if TYPE_CHECKING:
    from core.recipe.choices import Preset
    from core.recipe.recipe import Recipe

MAX_RATING: Final = 5

# As app.library.delivery.keep writes it, with the number that tells two of one second apart.
_TIME: Final = re.compile(r" – \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d(?: \(\d+\))?$")

# When a file was changed last, in ns, and its length in bytes: see core.files.file_version.
FileVersion: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class RecipeSummary:
    """What the gallery tells of a recipe.

    Attributes:
        photo: The name of the photo's file.
        paintings: The names of the paintings' files.
        preset: How much work went into the picture.
        strength: Its style strength, 0 to 100.
        freedom: 0 kept the photo's drawing, 100 redrew it.
        size_px: Longest side of what was painted.
        for_print: Whether it was painted for a sheet of paper.
    """

    photo: str
    paintings: tuple[str, ...]
    preset: Preset
    strength: float
    freedom: float
    size_px: int
    for_print: bool

    @classmethod
    def of(cls, recipe: Recipe) -> Self:
        """The summary of a recipe."""
        return cls(
            photo=recipe.photo.name,
            paintings=tuple(style.path.name for style in recipe.styles),
            preset=recipe.preset,
            strength=recipe.style_strength,
            freedom=recipe.freedom,
            size_px=recipe.size_px,
            for_print=recipe.print_format is not None,
        )


@dataclass(frozen=True, slots=True)
class GalleryEntry:
    """A picture.

    Attributes:
        path: Its file.
        version: What tells whether that is still the one that was looked at.
        fingerprint: What stays the same when it is moved or renamed; hexadecimal digits.
        size_px: Width and height, upright.
        recipe: How it was painted; None where its file does not tell.
        rating: Stars, 0 to 5; 0 for none.
    """

    path: Path
    version: FileVersion
    fingerprint: str
    size_px: tuple[int, int]
    recipe: RecipeSummary | None = None
    rating: int = 0

    @property
    def name(self) -> str:
        """What the artist calls it."""
        return self.path.stem

    @property
    def title(self) -> str:
        """The same without the time that the program has put behind it, which is told beside it."""
        return _TIME.sub("", self.name) or self.name

    @property
    def changed_s(self) -> float:
        """When its file was written, in seconds since 1970."""
        return self.version[0] / 1e9


def newest_first(entry: GalleryEntry) -> tuple[int, str]:
    """Sorts entries: the newest first, those of one moment by their names."""
    return -entry.version[0], str(entry.path)
