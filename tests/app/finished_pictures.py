"""Pictures as a run leaves them, made without one: they carry their recipes."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from app.library.delivery import write_result
from core.files.hashing import identity_of
from core.picture import Picture
from core.recipe.inputs import Inputs
from core.recipe.recipe import Recipe, StyleSource

if TYPE_CHECKING:
    from pathlib import Path

    from core.recipe.inputs import InputFile


@dataclass
class FinishedPictures:
    """Writes pictures, each an hour older than the one before.

    Attributes:
        folder: Where they go.
        photo: What they are painted from.
        painting: And in whose manner.
        newest_s: When the first one was painted, in seconds since 1970.
        paths: Those that have been written, the newest first.
    """

    folder: Path
    photo: Path
    painting: Path
    newest_s: float = 1_790_000_000.0
    paths: list[Path] = field(default_factory=list)

    def add(self, name: str, width_px: int = 24, height_px: int = 18, **settings: Any) -> Path:  # noqa: ANN401 - a recipe's
        """Write one; its colour is another one every time."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        pixels = np.full((height_px, width_px, 3), (len(self.paths) * 40) % 256, np.uint8)
        pixels[:: len(self.paths) + 2] = 200
        recipe = Recipe(self.photo, (StyleSource(self.painting),), size_px=64, **settings)
        inputs = Inputs(_identity(self.photo), (_identity(self.painting),), None)
        write_result(path, Picture(pixels), recipe, inputs=inputs)
        self.date(path, self.newest_s - 3600 * len(self.paths))
        self.paths.append(path)
        return path

    @staticmethod
    def date(path: Path, changed_s: float) -> None:
        """Have it written at another time."""
        os.utime(path, (changed_s, changed_s))


def _identity(path: Path) -> InputFile:
    with path.open("rb") as file:
        return identity_of(file, path.name)
