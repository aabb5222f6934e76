"""The pictures that a run paints from, read once and kept while its settings change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from core.files.reading import read_input, read_size
from core.optimization.schedule import painted_px
from core.recipe.inputs import Inputs

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from core.picture import Picture
    from core.recipe.inputs import InputFile
    from core.recipe.recipe import Recipe, StyleSource

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
        sizes_px: The longest side that it was read at, and those that it was enlarged to in memory since.
    """

    picture: Picture
    weight: float
    file_px: int
    file: InputFile
    sizes_px: tuple[int, ...]

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


def read_sources(recipe: Recipe, painting_sizes_px: Sequence[Sequence[int]] | None = None) -> Sources:
    """Read the pictures that a recipe names.

    Args:
        recipe: Which, and how large.
        painting_sizes_px: For each painting the sizes that another run has had it at, one after the other, so that its
            pixels become the same; None for what the recipe asks for.

    Raises:
        ImageFileError: If one cannot be read.
    """
    if painting_sizes_px is None:
        painting_sizes_px = [[painting_size_px(recipe)]] * len(recipe.styles)
    photo, photo_file = read_input(recipe.photo, recipe.size_px, recipe.shape)
    pairs = zip(recipe.styles, painting_sizes_px, strict=True)
    paintings = tuple(_brought_to(style, sizes_px) for style, sizes_px in pairs)
    start = start_file = None
    if recipe.start_picture is not None:
        start, start_file = read_input(recipe.start_picture, recipe.size_px, recipe.shape)
    inputs = Inputs(photo_file, tuple(painting.file for painting in paintings), start_file)
    return Sources(photo, paintings, start, inputs)


def painting_size_px(recipe: Recipe, size_px: int | None = None) -> int:
    """Longest side that a painting needs for the size its brush strokes shall have.

    Args:
        recipe: Tells the size of the brush strokes.
        size_px: Longest side of what is painted; None for that of the recipe's largest canvas.
    """
    longest_px = size_px or painted_px(recipe.size_px, recipe.preset)
    return min(round(longest_px * recipe.style_scale), LARGEST_PAINTING_PX)


def _read(path: Path, weight: float, longest_side_px: int) -> Painting:
    picture, file = read_input(path, longest_side_px)
    return Painting(picture, weight, max(read_size(path)), file, (longest_side_px,))


def _brought_to(style: StyleSource, sizes_px: Sequence[int]) -> Painting:
    """A painting read at the first of some sizes and enlarged to each of the others."""
    painting = _read(style.path, style.weight, sizes_px[0])
    for size_px in sizes_px[1:]:
        painting = _resized(painting, size_px)
    return painting


def _enlarged(painting: Painting, path: Path, wanted_px: int) -> Painting:
    if painting.longest_side_px >= wanted_px:
        return painting
    if painting.file_px > painting.longest_side_px:
        return _read(path, painting.weight, wanted_px)
    return _resized(painting, wanted_px)


def _resized(painting: Painting, size_px: int) -> Painting:
    return replace(painting, picture=painting.picture.resized(size_px), sizes_px=(*painting.sizes_px, size_px))
