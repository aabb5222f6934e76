"""A run follows a change of its settings, or tells why it cannot."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from core.errors import OutOfMemoryError, StyleTransferError
from core.machine.memory import is_out_of_memory
from core.machine.tracebacks import without_tracebacks
from core.optimization.events import SettingsRefused

if TYPE_CHECKING:
    from core.optimization.control import StyleSettings
    from core.optimization.scale_painter import ScalePainter
    from core.optimization.sources import Sources
    from core.recipe.recipe import Recipe

_log = logging.getLogger(__name__)


def change_settings(
    settings: StyleSettings, recipe: Recipe, sources: Sources, painter: ScalePainter
) -> tuple[Recipe, Sources] | SettingsRefused:
    """Have a painter follow other settings; where that fails, it goes on as before.

    Args:
        settings: What was asked for.
        recipe: What is being painted.
        sources: The pictures that it is painted from.
        painter: Of the scale under way.

    Returns:
        The recipe and its pictures from now on, the same where nothing is other than it was; or what to tell.
    """
    try:
        changed = settings.applied_to(recipe)
        if changed == recipe:
            return recipe, sources
        sources = sources.for_recipe(changed)
        painter.retarget(changed, sources.weighted_paintings)
    except (StyleTransferError, RuntimeError, MemoryError) as error:
        refused = _refusal(recipe, error)
    else:
        return changed, sources
    # Outside of the except clause, whose error keeps every tensor of the failed attempt alive.
    return refused


def _refusal(recipe: Recipe, error: Exception) -> SettingsRefused:
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
