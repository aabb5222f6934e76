"""The pictures that a run paints from, read once and kept while its settings change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from core.files.reading import read_input, read_size
from core.recipe.inputs import Inputs

if TYPE_CHECKING:
    from pathlib import Path

    from core.picture import Picture
    from core.recipe.inputs import InputFile
    from core.recipe.recipe import Recipe

# Paintings are kept at the size of the result's brush strokes; beyond this, more detail than a print shows.
LARGEST_PAINTING_PX: Final = 8192


@dataclass(frozen=True, slots=True, eq=False)
class Painting:
    """A painting in memory.

    Attributes:
        picture: The painting, at least as large as its brush strokes shall be.
        weight: Its share relative to the other paintings.
        file_px: Longest side of the picture in its file.
        file: The file as it was read.
    """

    picture: Picture
    weight: float
    file_px: int
    file: InputFile

    @property
    def longest_side_px(self) -> int:
        """Longest side of the picture in memory."""
        return max(self.picture.width_px, self.picture.height_px)


@dataclass(frozen=True, slots=True, eq=False)
class Sources:
    """The pictures of a run.

    Attributes:
        photo: At the size of the result.
        paintings: In the recipe's order.
        start: The picture to start from, at the size of the result; None where the recipe names none.
        inputs: The files of all of them, as they were read.
    """

    photo: Picture
    paintings: tuple[Painting, ...]
    start: Picture | None
    inputs: Inputs

    @property
    def weighted_paintings(self) -> tuple[tuple[Picture, float], ...]:
        """Each painting with its weight."""
        return tuple((painting.picture, painting.weight) for painting in self.paintings)

    def for_recipe(self, recipe: Recipe) -> Sources:
        """The sources for other settings of the same pictures.

        A file is read again only where the brush strokes shall be larger than the painting in memory allows and the
        file has more detail than that.

        Args:
            recipe: The run's recipe with other weights or another size of brush strokes.

        Raises:
            ImageFileError: If a painting has to be read again and cannot be.
        """
        wanted_px = painting_size_px(recipe)
        pairs = zip(self.paintings, recipe.styles, strict=True)
        paintings = tuple(
            replace(_enlarged(painting, style.path, wanted_px), weight=style.weight) for painting, style in pairs
        )
        inputs = replace(self.inputs, styles=tuple(painting.file for painting in paintings))
        return replace(self, paintings=paintings, inputs=inputs)

    def without_paintings(self) -> Sources:
        """What is left to be known once nothing is painted any more."""
        return replace(self, paintings=(), start=None)


def read_sources(recipe: Recipe) -> Sources:
    """Read the pictures that a recipe names.

    Raises:
        ImageFileError: If one cannot be read.
    """
    photo, photo_file = read_input(recipe.photo, recipe.size_px, recipe.shape)
    paintings = tuple(_read(style.path, style.weight, painting_size_px(recipe)) for style in recipe.styles)
    start = start_file = None
    if recipe.start_picture is not None:
        start, start_file = read_input(recipe.start_picture, recipe.size_px, recipe.shape)
    inputs = Inputs(photo_file, tuple(painting.file for painting in paintings), start_file)
    return Sources(photo, paintings, start, inputs)


def painting_size_px(recipe: Recipe) -> int:
    """Longest side that a painting needs for the size its brush strokes shall have in the result."""
    return min(round(recipe.size_px * recipe.style_scale), LARGEST_PAINTING_PX)


def _read(path: Path, weight: float, longest_side_px: int) -> Painting:
    picture, file = read_input(path, longest_side_px)
    return Painting(picture, weight, max(read_size(path)), file)


def _enlarged(painting: Painting, path: Path, wanted_px: int) -> Painting:
    if painting.longest_side_px >= wanted_px:
        return painting
    if painting.file_px > painting.longest_side_px:
        return _read(path, painting.weight, wanted_px)
    return replace(painting, picture=painting.picture.resized(wanted_px))
