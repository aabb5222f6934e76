"""The recipe that a command line asks for: a new one, or one that was painted before, with what is said otherwise."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.library.bundled import sample_photos, starter_styles
from app.library.input_search import InputState, find_inputs
from app.system import paths
from core.errors import InputProblem, InputsError, RecipeError, RecipeProblem
from core.files.provenance_files import Carrier, read_provenance
from core.files.reading import read_size
from core.recipe.choices import StartFrom
from core.recipe.recipe import Recipe, StyleSource
from core.recipe.sheet import Fit, PrintFormat

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from app.library.input_search import InputMatches
    from core.recipe.provenance import Provenance

# The options that say a field of the recipe word for word.
_FIELD_OF_OPTION: Final = {
    "preset": "preset",
    "style_strength": "style_strength",
    "freedom": "freedom",
    "turned_strokes": "turned_strokes",
    "style_scale": "style_scale",
    "loss": "loss",
    "color": "color",
    "network": "network",
    "device": "device",
    "precision": "precision",
    "seed": "seed",
    "depth": "depth_bits",
}


def recipe_from(arguments: argparse.Namespace) -> tuple[Recipe, InputMatches | None]:
    """The recipe that parsed arguments ask for, and where its pictures were found if it was painted before.

    Raises:
        RecipeError: If they make no sense together, or there is no recipe where one should be.
        ImageFileError: If the recipe cannot be read, or a sheet is to be filled and the photo cannot be.
        InputsError: If a picture that was painted from is gone, or is no longer what it was.
    """
    if arguments.recipe is None:
        recipe = Recipe(arguments.photo, _weighted(arguments.styles, arguments.style_weights))
        return _with_options(recipe, arguments), None
    provenance, matches = _painted_before(arguments)
    recipe = matches.applied_to(provenance.recipe)
    if arguments.style_weights is not None:
        styles = _weighted([style.path for style in recipe.styles], arguments.style_weights)
        recipe = replace(recipe, styles=styles)
    return _with_options(recipe, arguments), matches


def _painted_before(arguments: argparse.Namespace) -> tuple[Provenance, InputMatches]:
    provenance, carrier = read_provenance(arguments.recipe)
    if arguments.start is not None:  # what it started from then is not needed
        provenance = _from_the_photo(provenance)
    bundled = (*sample_photos(paths.resources()), *starter_styles(paths.resources()))
    folders = [*arguments.look_in, Path(), *dict.fromkeys(picture.path.parent for picture in bundled)]
    matches = find_inputs(
        provenance,
        arguments.recipe.parent,
        folders,
        follow_paths=arguments.follow_paths or carrier is Carrier.JSON_FILE,
    )
    for state, problem in (
        (InputState.CHANGED, InputProblem.CHANGED),
        (InputState.MISSING, InputProblem.NOT_FOUND),
    ):
        names = matches.names(state)
        if names:
            raise InputsError(names, problem)
    return provenance, matches


def _from_the_photo(provenance: Provenance) -> Provenance:
    inputs = provenance.inputs
    return replace(
        provenance,
        recipe=replace(provenance.recipe, start_from=StartFrom.PHOTO, start_picture=None),
        inputs=None if inputs is None else replace(inputs, start_picture=None),
    )


def _with_options(recipe: Recipe, arguments: argparse.Namespace) -> Recipe:
    """A recipe with everything that the arguments say otherwise."""
    said: dict[str, Any] = {
        field: value for option, field in _FIELD_OF_OPTION.items() if (value := getattr(arguments, option)) is not None
    }
    if arguments.start is not None:
        said["start_from"], said["start_picture"] = arguments.start
    if arguments.size is not None:
        said |= {"size_px": arguments.size, "print_format": None, "fit": Fit.CROP}
    return _on_sheet(replace(recipe, **said), arguments)


def _on_sheet(recipe: Recipe, arguments: argparse.Namespace) -> Recipe:
    sheet, fit = recipe.print_format, recipe.fit if arguments.fit is None else arguments.fit
    if arguments.sheet is None and arguments.bleed is None and arguments.fit is None:
        return recipe
    if arguments.sheet is not None:
        sheet = PrintFormat.parse(arguments.sheet, arguments.bleed)
    elif sheet is not None and arguments.bleed is not None:
        sheet = sheet.with_bleed(arguments.bleed)
    if sheet is None:
        raise RecipeError(RecipeProblem.NO_SHEET)
    return recipe.for_print(sheet, fit, read_size(recipe.photo))


def _weighted(paths_of_styles: Sequence[Path], weights: Sequence[float] | None) -> tuple[StyleSource, ...]:
    if weights is None:
        weights = [1.0] * len(paths_of_styles)
    if len(weights) != len(paths_of_styles):
        raise RecipeError(RecipeProblem.NUM_STYLE_WEIGHTS, num_paintings=len(paths_of_styles), num_weights=len(weights))
    return tuple(StyleSource(path, weight) for path, weight in zip(paths_of_styles, weights, strict=True))
