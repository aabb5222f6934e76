"""Where a picture comes from, as one JSON object: its recipe, the files it was painted from, and the program.

A picture that Impasto writes carries this text in its metadata; ``impasto recipe`` prints it::

    {"program": "Impasto 0.1.0",
     "inputs": {"photo": {"name": "photo.jpg", "num_bytes": 93857, "sha256": "…"},
                "styles": […], "start_picture": null},
     "recipe": {"version": 2, "photo": "photo.jpg", …}}

A bare recipe, as ``core.recipe.codec`` writes it, is read as well. The version is the recipe's: a program that adds a
member here raises it, so that an older program says that the picture is newer, rather than that it is wrong.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from core.errors import RecipeError, RecipeProblem
from core.recipe.codec import fields_of, from_members, name_only, read_json, to_members, unusable, write_json
from core.recipe.inputs import Inputs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from core.recipe.recipe import Recipe

# The pictures that a recipe names are all opened: more of them than this would do harm.
MAX_PAINTINGS: Final = 100
_MAX_PROGRAM_CHARACTERS: Final = 100
_MEMBERS: Final = ("program", "inputs", "recipe")


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a picture comes from.

    Attributes:
        recipe: What was painted.
        inputs: The files that it was painted from; None where they are not known.
        program: The program and its version; empty where it is not known.

    Raises:
        RecipeError: If the inputs are not those of the recipe, or there are too many.
    """

    recipe: Recipe
    inputs: Inputs | None = None
    program: str = ""

    def __post_init__(self) -> None:
        if len(self.recipe.styles) > MAX_PAINTINGS:
            raise unusable("styles", len(self.recipe.styles))
        if len(self.program) > _MAX_PROGRAM_CHARACTERS:
            raise unusable("program", self.program)
        if self.inputs is None:
            return
        if len(self.inputs.styles) != len(self.recipe.styles):
            raise unusable("inputs.styles", len(self.inputs.styles))
        if (self.inputs.start_picture is None) != (self.recipe.start_picture is None):
            raise unusable("inputs.start_picture", None)


def encode_provenance(provenance: Provenance, paths: Callable[[Path], str] = name_only) -> str:
    """A provenance as one JSON object.

    Args:
        provenance: What to write.
        paths: How the paths of the pictures are written: see ``core.recipe.codec.encode``.
    """
    members: dict[str, object] = {"program": provenance.program}
    if provenance.inputs is not None:
        members["inputs"] = asdict(provenance.inputs)
    return write_json(members | {"recipe": to_members(provenance.recipe, paths)})


def decode_provenance(text: str) -> Provenance:
    """The provenance that a text describes; one that holds a recipe alone says no more than that. No file is looked at.

    Raises:
        RecipeError: If it is none, is of a newer version, or holds something that makes no sense.
    """
    members = read_json(text)
    if not isinstance(members, dict) or "recipe" not in members:
        return Provenance(from_members(members))
    # The recipe first, which tells whether all of it is newer than this program.
    recipe = from_members(members["recipe"])
    for name in members:
        if name not in _MEMBERS:
            raise RecipeError(RecipeProblem.UNKNOWN_FIELD, field=name[:_MAX_PROGRAM_CHARACTERS])
    program = members.get("program", "")
    if not isinstance(program, str):
        raise unusable("program", program)
    return Provenance(recipe, _inputs(members.get("inputs")), program)


def _inputs(members: Any) -> Inputs | None:  # noqa: ANN401 - any JSON
    if members is None:
        return None
    if not isinstance(members, dict):
        raise unusable("inputs", members)
    return Inputs(**fields_of(Inputs, members, "inputs."))
