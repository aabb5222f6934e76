"""The program's one door to the engine. What lies behind it imports torch, so it is opened as late as possible."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Protocol

from app.system import paths

if TYPE_CHECKING:
    from pathlib import Path

    from core.forecast.forecast import Pace
    from core.optimization.control import RunControl
    from core.optimization.events import Event
    from core.recipe.recipe import Recipe


class Stylize(Protocol):
    """The shape of ``core.optimization.engine.stylize``."""

    def __call__(
        self,
        recipe: Recipe,
        *,
        networks_folder: Path,
        control: RunControl | None = None,
        preview_due: Callable[[], bool] = ...,
    ) -> Iterator[Event]:
        """Yield the events of a run."""


EngineLoader = Callable[[], Stylize]
PaceMeter = Callable[["Recipe"], "Pace"]


def load_engine() -> Stylize:
    """The engine itself; the first call takes seconds, for it imports torch."""
    from core.optimization.engine import stylize  # noqa: PLC0415 - the window must be up before torch is loaded

    return stylize


def measure_pace(recipe: Recipe) -> Pace:
    """How fast this computer paints; takes seconds."""
    from core.forecast import pace as estimate  # noqa: PLC0415 - as above

    return estimate.measure_pace(recipe, networks_folder=paths.networks())
