"""What a run tells when it cannot follow a change of its settings."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from core.errors import OutOfMemoryError, StyleTransferError
from core.machine.memory import is_out_of_memory
from core.machine.tracebacks import without_tracebacks
from core.optimization.events import SettingsRefused

if TYPE_CHECKING:
    from core.recipe.recipe import Recipe

_log = logging.getLogger(__name__)


def refusal(recipe: Recipe, error: Exception) -> SettingsRefused:
    """The event for an error that a change of settings met; one that nobody expects is raised again.

    Args:
        recipe: What is still being painted.
        error: Let go of its tracebacks.
    """
    if not isinstance(error, StyleTransferError):
        if not is_out_of_memory(error):
            raise error
        error = OutOfMemoryError(recipe.size_px)
    _log.warning("A change of settings was refused: %s", error)
    return SettingsRefused(recipe, without_tracebacks(error))
