"""A recipe that was found in a picture or a file, and where its pictures are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.library.input_search import InputMatch, InputMatches, InputState, find_inputs
from app.words.plain_text import name_to_show
from core.files.provenance_files import Carrier, read_provenance
from core.recipe.recipe import MAX_SIZE_PX

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from core.recipe.provenance import Provenance


@dataclass(frozen=True, slots=True)
class FoundRecipe:
    """A recipe that was found in a file, and what has become of its pictures.

    Attributes:
        file: Where it was found.
        provenance: The recipe, and how its pictures are known.
        matches: Where they are.
        is_for_another_photo: Whether it is to be painted of another photo than it was.
    """

    file: Path
    provenance: Provenance
    matches: InputMatches
    is_for_another_photo: bool = False


def look_up(path: Path, folders: Sequence[Path]) -> FoundRecipe:
    """Read a recipe and look for its pictures; this may take a while.

    Args:
        path: A picture that carries one, or a file of JSON, whose paths are then followed.
        folders: Where the pictures may be, beside its own folder.

    Raises:
        ImageFileError: If the file cannot be read.
        RecipeError: If there is no recipe in it, or none that can be used.
    """
    provenance, carrier = read_provenance(path)
    matches = find_inputs(provenance, path.parent, folders, follow_paths=carrier is Carrier.JSON_FILE)
    return FoundRecipe(path, provenance, matches)


def look_again(found: FoundRecipe, picked: Path, folders: Sequence[Path]) -> FoundRecipe:
    """Look once more for what is missing, also where a person has picked a file.

    If the first of what is missing is not there either, the file that was picked takes its place.

    Args:
        found: With at least one picture missing.
        picked: The file.
        folders: As for :func:`look_up`.
    """
    again = find_inputs(found.provenance, found.file.parent, (picked.parent, *folders))
    matches = [new if new.is_found or not old.is_found else old for old, new in zip(found.matches, again, strict=True)]
    wanted = next(number for number, old in enumerate(found.matches) if not old.is_found)
    if not matches[wanted].is_found:
        matches[wanted] = InputMatch(matches[wanted].name, InputState.REPLACED, picked)
    end = 1 + len(again.styles)
    start = matches[end] if again.start_picture is not None else None
    return replace(found, matches=InputMatches(matches[0], tuple(matches[1:end]), start))


def with_photo(found: FoundRecipe, photo: Path) -> FoundRecipe:
    """The same manner for another photo, which is there."""
    recipe = replace(found.provenance.recipe, photo=photo)
    matches = replace(found.matches, photo=InputMatch(name_to_show(photo.name), InputState.UNCHANGED, photo))
    # What is known of the files it was painted from is of another photo's.
    provenance = replace(found.provenance, recipe=recipe, inputs=None)
    return replace(found, provenance=provenance, matches=matches, is_for_another_photo=True)


def larger(found: FoundRecipe) -> FoundRecipe:
    """The same at twice the size, or as large as can be painted; for the screen, where it was for a sheet of paper."""
    recipe = found.provenance.recipe
    size_px = min(2 * recipe.size_px, MAX_SIZE_PX)
    recipe = replace(recipe, size_px=size_px, print_format=None)
    return replace(found, provenance=replace(found.provenance, recipe=recipe))
