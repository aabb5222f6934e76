"""The program's one door to the engine. What lies behind it imports torch, so it is opened as late as possible."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from core.control import RunControl
    from core.events import Event
    from core.recipe import Recipe


class Stylize(Protocol):
    """The shape of ``core.engine.stylize``."""

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


def load_engine() -> Stylize:
    """The engine itself; the first call takes seconds, for it imports torch."""
    from core.engine import stylize  # noqa: PLC0415 - the window must be up before torch is loaded

    return stylize
