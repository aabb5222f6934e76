"""What makes no sense in a checkpoint is damage."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from core.errors import CheckpointError, CheckpointProblem, RecipeError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def damage_told() -> Iterator[None]:
    """Have whatever is found to make no sense told as damage.

    Raises:
        CheckpointError: If something does not.
    """
    try:
        yield
    except (ValueError, RecursionError, RecipeError) as error:
        raise CheckpointError(CheckpointProblem.DAMAGED) from error
