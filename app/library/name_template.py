"""How the files of painted pictures are called: a text with placeholders, such as ``{photo} – {painting} – {date}``.

The text is somebody's own, and so are the names that go into it: no name ever leads into another folder, is forbidden
by some system, or is longer than file systems allow.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.library.output_names import FORBIDDEN, legal_part, mixture_part, path_named, reserved_path
from core.errors import RecipeError, RecipeProblem

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

PLACEHOLDERS: Final = ("photo", "painting", "date", "time", "number", "size")
LONGEST_TEMPLATE: Final = 120
USUAL_TEMPLATE: Final = "{photo} – {painting} – {date} {time}"

_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")
_MOST_NUMBERS: Final = 100_000


@dataclass(frozen=True, slots=True)
class NamedPicture:
    """What goes into the name of a picture.

    Attributes:
        photo: What the photo is called.
        paintings: What the paintings are called.
        when: When it was painted.
        size_px: Its longest side.
    """

    photo: str
    paintings: tuple[str, ...]
    when: datetime
    size_px: int


def check_template(template: str) -> None:
    """Make sure that names can be made of a template.

    Raises:
        RecipeError: If it is empty, too long, or has an unknown placeholder or a character that no name can have.
    """
    if not template.strip(" ."):
        raise RecipeError(RecipeProblem.NAME_EMPTY)
    if len(template) > LONGEST_TEMPLATE:
        raise RecipeError(RecipeProblem.NAME_TOO_LONG, most=LONGEST_TEMPLATE)
    unknown = next((found for found in _PLACEHOLDER.findall(template) if found not in PLACEHOLDERS), None)
    if unknown is not None:
        raise RecipeError(RecipeProblem.NAME_PLACEHOLDER, placeholder=unknown)
    rest = _PLACEHOLDER.sub("", template)
    forbidden = FORBIDDEN.search(rest) or re.search(r"[{}]", rest)
    if forbidden is not None:
        raise RecipeError(RecipeProblem.NAME_CHARACTER, character=forbidden.group())


def filled(template: str, picture: NamedPicture, number: int = 1) -> str:
    """A file name without suffix.

    Args:
        template: One that `check_template` accepts.
        picture: What goes into it.
        number: For ``{number}``.
    """
    values = {
        "photo": legal_part(picture.photo),
        "painting": mixture_part(picture.paintings),
        "date": f"{picture.when:%Y-%m-%d}",
        "time": f"{picture.when:%H.%M.%S}",
        "number": f"{number:03}",
        "size": str(picture.size_px),
    }
    # A name that begins with a dot would be hidden.
    return _PLACEHOLDER.sub(lambda found: values[found.group(1)], template).strip(" .") or values["photo"]


def reserved_name(folder: Path, template: str, picture: NamedPicture, suffix: str) -> Path:
    """A new empty file in a folder whose name comes from a template; its number is the lowest that is free.

    Args:
        folder: It must be there.
        template: One that `check_template` accepts.
        picture: What goes into the name.
        suffix: Such as ``.png``.

    Raises:
        OSError: If it cannot be made.
    """
    if "{number}" in template:
        for number in range(1, _MOST_NUMBERS):
            stem = filled(template, picture, number)
            path = path_named(folder, stem, suffix)
            # Where the name is so long that it is cut, the number may be gone with its end.
            if path.stem != stem:
                break
            try:
                path.touch(exist_ok=False)
            except FileExistsError:
                continue
            return path
    return reserved_path(folder, filled(template, picture), suffix)
