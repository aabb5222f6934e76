"""What the program returns to the shell."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Final

from core.errors import (
    CheckpointError,
    CheckpointProblem,
    ImageFileError,
    ImageProblem,
    InputsError,
    OutOfMemoryError,
    RecipeError,
    RecipeProblem,
    TimelineError,
    TimelineProblem,
)

if TYPE_CHECKING:
    from pathlib import Path

    from core.errors import StyleTransferError

# What is wrong with a recipe's file, and not with what was asked for.
_BAD_RECIPE: Final = frozenset({
    RecipeProblem.NOT_A_RECIPE, RecipeProblem.NOT_A_PRESET,
    RecipeProblem.NO_RECIPE, RecipeProblem.NEWER_VERSION, RecipeProblem.FIELD_VALUE,
    RecipeProblem.MISSING_FIELD, RecipeProblem.UNKNOWN_FIELD,
})  # fmt: skip


# What is wrong with the film that was asked for, and not with the timeline.
_NO_FILM: Final = frozenset({TimelineProblem.UNKNOWN_FILM_FORMAT, TimelineProblem.NO_MP4_ENCODER})


class ExitCode(IntEnum):
    """What the program returns to the shell; scripts rely on it."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    BAD_INPUT = 3
    OUT_OF_MEMORY = 4
    KEPT_ELSEWHERE = 6
    HUNG_UP = 129
    INTERRUPTED = 130
    TERMINATED = 143


def exit_code_of(error: StyleTransferError, output: Path | None = None) -> ExitCode:
    """The code for an error.

    Args:
        error: What went wrong.
        output: The file that was to be written, which is no bad input.
    """
    if isinstance(error, RecipeError):
        return ExitCode.BAD_INPUT if error.problem in _BAD_RECIPE else ExitCode.USAGE
    if isinstance(error, OutOfMemoryError):
        return ExitCode.OUT_OF_MEMORY
    if isinstance(error, CheckpointError):
        return ExitCode.USAGE if error.problem is CheckpointProblem.NO_OUTPUT else ExitCode.BAD_INPUT
    if isinstance(error, TimelineError):
        return ExitCode.USAGE if error.problem in _NO_FILM else ExitCode.BAD_INPUT
    if isinstance(error, InputsError) or (isinstance(error, ImageFileError) and not is_of_output(error, output)):
        return ExitCode.BAD_INPUT
    return ExitCode.FAILED


def is_of_output(error: StyleTransferError, output: Path | None) -> bool:
    """Whether the file to be written is at fault; a photo that is not there may have the same name.

    Args:
        error: What went wrong.
        output: The file to be written.
    """
    return isinstance(error, ImageFileError) and error.path == output and error.problem is not ImageProblem.MISSING
