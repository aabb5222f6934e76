"""What tells the pictures apart that something was painted from, wherever they lie and whatever they are called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from core.errors import RecipeError, RecipeProblem

_SHA256: Final = re.compile(r"[0-9a-f]{64}")
# No file system allows a longer name.
_MAX_NAME_CHARACTERS: Final = 1024
_SHOWN_CHARACTERS: Final = 40


@dataclass(frozen=True, slots=True)
class InputFile:
    """A picture's file as it was when it was read.

    Attributes:
        name: Its name, without the folders that it lay in.
        num_bytes: Its length.
        sha256: The SHA-256 of its whole content, 64 hexadecimal digits in lower case.

    Raises:
        RecipeError: If a value makes no sense.
    """

    name: str
    num_bytes: int
    sha256: str

    def __post_init__(self) -> None:
        if len(self.name) > _MAX_NAME_CHARACTERS:
            raise _refused("name", self.name)
        if self.num_bytes < 0:
            raise _refused("num_bytes", str(self.num_bytes))
        if _SHA256.fullmatch(self.sha256) is None:
            raise _refused("sha256", self.sha256)


@dataclass(frozen=True, slots=True)
class Inputs:
    """The files that a picture was painted from, as they were read.

    Attributes:
        photo: The photograph.
        styles: The paintings, in the recipe's order.
        start_picture: The picture that the run started from; None where there was none.
    """

    photo: InputFile
    styles: tuple[InputFile, ...]
    start_picture: InputFile | None = None


def _refused(field: str, value: str) -> RecipeError:
    return RecipeError(RecipeProblem.FIELD_VALUE, field=field, value=value[:_SHOWN_CHARACTERS])
