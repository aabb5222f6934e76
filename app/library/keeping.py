"""Pictures that are kept by themselves: in which folder, under what name and as what kind of file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path  # noqa: TC003 - of a public field
from typing import TYPE_CHECKING

from app.library.carried_recipe import CarriedRecipe
from app.library.delivery import write_result
from app.library.name_template import USUAL_TEMPLATE, filled, reserved_name
from app.library.rescue import Delivery, named_problem, rescue
from core.errors import ImageFileError, ImageProblem
from core.files.writing import JPEG_QUALITY, write_picture

if TYPE_CHECKING:
    from app.library.name_template import NamedPicture
    from core.picture import Picture
    from core.recipe.inputs import Inputs
    from core.recipe.recipe import Recipe


@dataclass(frozen=True, slots=True)
class Keeping:
    """How pictures are kept by themselves.

    Attributes:
        folder: Where; made if need be.
        template: What they are called: see `app.library.name_template`.
        suffix: Which kind of file, such as ``.png``.
        jpeg_quality: Of a JPEG, 1 to 95.
    """

    folder: Path
    template: str = USUAL_TEMPLATE
    suffix: str = ".png"
    jpeg_quality: int = JPEG_QUALITY


def keep(
    picture: Picture,
    recipe: Recipe,
    keeping: Keeping,
    named: NamedPicture,
    *,
    inputs: Inputs | None = None,
    carried: CarriedRecipe = CarriedRecipe.NAMES,
) -> Path:
    """Write a run's picture under a name that is new, and return its path.

    A picture that is too large for its kind of file becomes a PNG.

    Args:
        picture: As for :func:`write_result`, with the recipe, what the run has read, and how much to tell.
        recipe: As there.
        keeping: Where, and as what.
        named: What goes into its name.
        inputs: As there.
        carried: As there.

    Raises:
        ImageFileError: If it cannot be written.
    """
    try:
        keeping.folder.mkdir(parents=True, exist_ok=True)
        path = reserved_name(keeping.folder, keeping.template, named, keeping.suffix)
    except OSError as error:
        raise ImageFileError(keeping.folder, ImageProblem.OUTPUT_REFUSED) from error
    try:
        quality = keeping.jpeg_quality
        write_result(path, picture, recipe, inputs=inputs, carried=carried, jpeg_quality=quality)
    except ImageFileError as error:
        path.unlink(missing_ok=True)
        if error.problem is not ImageProblem.TOO_LARGE_FOR_FORMAT:
            raise
        return keep(picture, recipe, replace(keeping, suffix=".png"), named, inputs=inputs, carried=carried)
    except Exception:
        path.unlink(missing_ok=True)
        raise
    return path


def keep_anywhere(
    picture: Picture,
    recipe: Recipe,
    keeping: Keeping,
    named: NamedPicture,
    *,
    inputs: Inputs | None,
    carried: CarriedRecipe,
) -> Delivery:
    """Keep a picture in its folder; where that fails, in a temporary one. Its arguments are those of :func:`keep`."""
    wanted = keeping.folder / f"{filled(keeping.template, named)}{keeping.suffix}"
    try:
        path = keep(picture, recipe, keeping, named, inputs=inputs, carried=carried)
    except Exception as error:  # noqa: BLE001 - whatever it is, the picture must not be lost for it
        problem = named_problem(error, wanted)
    else:
        return Delivery(path, path)
    write = partial(write_result, picture=picture, recipe=recipe, inputs=inputs, carried=carried)
    return rescue(write, partial(write_picture, picture=picture), problem, wanted, None)
