"""Writes painted pictures to files, none of which replaces what it should not."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from app.library.carried_recipe import CarriedRecipe, program_name, recipe_packet
from core.errors import ImageFileError, ImageProblem
from core.files.metadata import read_metadata
from core.files.writing import JPEG_QUALITY, write_picture
from core.finishing.sheet import padded
from core.picture import deepened
from core.recipe.sheet import Fit

if TYPE_CHECKING:
    from pathlib import Path

    from core.picture import Picture
    from core.recipe.inputs import Inputs
    from core.recipe.recipe import Recipe


def check_replaces_no_input(path: Path, recipe: Recipe) -> None:
    """Makes sure that a file is none of the pictures that a recipe paints from, by whatever name, link or spelling.

    Raises:
        ImageFileError: If it is one.
    """
    for each in recipe.input_paths:
        # What is not there, or may not be looked at, is not replaced either; reading or writing it tells what is wrong.
        with contextlib.suppress(OSError, ValueError):
            if path.samefile(each):
                raise ImageFileError(path, ImageProblem.OUTPUT_IS_INPUT)


def write_result(
    path: Path,
    picture: Picture,
    recipe: Recipe,
    *,
    inputs: Inputs | None = None,
    carried: CarriedRecipe = CarriedRecipe.NAMES,
    keep_gps: bool = False,
    jpeg_quality: int = JPEG_QUALITY,
) -> None:
    """Write what a run has painted as its recipe wants it: on its sheet of paper, and with what the photo's EXIF says.

    The recipe itself goes into the file as well.

    Args:
        path: The file.
        picture: The run's picture.
        recipe: The run's recipe.
        inputs: The files that the run has read; None where they are not known.
        carried: How much of the recipe the file may tell.
        keep_gps: Whether the file may tell where the photo was taken.
        jpeg_quality: Of a JPEG, 1 to 95.

    Raises:
        ImageFileError: If it cannot be written, or is one of the pictures that the recipe paints from.
    """
    check_replaces_no_input(path, recipe)
    if recipe.is_deep:
        picture = deepened(picture)  # what a run broke off with may have 8 bits
    sheet = recipe.print_format
    if sheet is not None and recipe.fit is Fit.PAD:
        picture = padded(picture, sheet.size_px)
    metadata = read_metadata(
        recipe.photo,
        software=program_name(),
        dpi=None if sheet is None else sheet.dpi,
        keep_gps=keep_gps,
        xmp=recipe_packet(recipe, inputs, carried),
    )
    write_picture(path, picture, metadata, jpeg_quality=jpeg_quality)
