"""What the file of a painted picture tells of how it was painted."""

from __future__ import annotations

import logging
from enum import StrEnum
from typing import TYPE_CHECKING

from app.system.version import version
from core.errors import RecipeError
from core.files.xmp import packet_with
from core.recipe.codec import name_only, whole_path
from core.recipe.provenance import Provenance, encode_provenance

if TYPE_CHECKING:
    from core.recipe.inputs import Inputs
    from core.recipe.recipe import Recipe

_log = logging.getLogger(__name__)


class CarriedRecipe(StrEnum):
    """How much of its recipe a picture carries.

    ``NAMES``: all of it, with the names of the pictures that it was painted from. ``PATHS``: with the folders that they
    lie in as well, which are nobody's business unless the artist says so. ``NOTHING``: none of it.
    """

    NOTHING = "nothing"
    NAMES = "names"
    PATHS = "paths"


def program_name() -> str:
    """This program and its version, as files name it."""
    return f"Impasto {version()}"


def recipe_packet(recipe: Recipe, inputs: Inputs | None, carried: CarriedRecipe) -> bytes | None:
    """The XMP for a picture; None for nothing, also where the recipe is larger than anyone would read.

    Args:
        recipe: What was painted.
        inputs: The files it was painted from, as they were read; None where that is not known.
        carried: How much to tell.
    """
    if carried is CarriedRecipe.NOTHING:
        return None
    try:
        provenance = Provenance(recipe, inputs, program_name())
    except RecipeError as error:
        _log.warning("The recipe was left out of the picture: %s", error)
        return None
    paths = whole_path if carried is CarriedRecipe.PATHS else name_only
    return packet_with(encode_provenance(provenance, paths), program_name())
