"""The program's one door to the engine. What lies behind it imports torch, so it is opened as late as possible."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Protocol

from app.system import paths

if TYPE_CHECKING:
    from pathlib import Path

    from core.forecast.forecast import Pace
    from core.optimization.checkpoint.plan import Checkpoints
    from core.optimization.control import RunControl
    from core.optimization.events import Event
    from core.optimization.loupe_plan import Spot
    from core.optimization.run_state import RunState
    from core.optimization.view import GrowingView
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
        max_memory_bytes: int | None = None,
        checkpoints: Checkpoints | None = None,
        resume_from: RunState | None = None,
    ) -> Iterator[Event]:
        """Yield the events of a run."""


class PaintThumbnail(Protocol):
    """The shape of ``core.optimization.thumbnails.ThumbnailPainter.paint``."""

    def __call__(self, recipe: Recipe, is_wanted: Callable[[], bool]) -> Iterator[GrowingView]:
        """Yield a thumbnail as it grows."""


class PaintPart(Protocol):
    """The shape of ``core.optimization.loupe.LoupePainter.paint``."""

    def __call__(self, recipe: Recipe, spot: Spot, is_wanted: Callable[[], bool]) -> Iterator[GrowingView]:
        """Yield a part of a picture as it grows."""


EngineLoader = Callable[[], Stylize]
PaceMeter = Callable[["Recipe", Callable[[], bool]], "Pace | None"]
ThumbnailLoader = Callable[["Path"], PaintThumbnail]
LoupeLoader = Callable[["Path"], PaintPart]


def load_engine() -> Stylize:
    """The engine itself; the first call takes seconds, for it imports torch."""
    from core.optimization.engine import stylize  # noqa: PLC0415 - the window must be up before torch is loaded

    return stylize


def load_thumbnails(networks_folder: Path) -> PaintThumbnail:
    """What paints thumbnails with the networks of a folder; it remembers what the next one of the same photo needs."""
    from core.optimization.thumbnails import ThumbnailPainter  # noqa: PLC0415 - as above

    return ThumbnailPainter(networks_folder).paint


def load_loupe(networks_folder: Path) -> PaintPart:
    """What paints parts of large pictures; it remembers what the next part of the same picture needs."""
    from core.optimization.loupe import LoupePainter  # noqa: PLC0415 - as above

    return LoupePainter(networks_folder).paint


def measure_pace(probe: Recipe, is_wanted: Callable[[], bool]) -> Pace | None:
    """How fast this computer paints, which takes seconds to find out; None once that is no longer wanted."""
    from core.forecast import pace  # noqa: PLC0415 - as above

    return pace.measure_pace(probe, networks_folder=paths.networks(), is_wanted=is_wanted)


def read_state(folder: Path) -> RunState:
    """The state of the run whose folder this is.

    Raises:
        CheckpointError: If it cannot be read.
    """
    from core.optimization.checkpoint.reading import read_checkpoint  # noqa: PLC0415 - as above

    return read_checkpoint(folder).state


def read_branch(folder: Path, recipe: Recipe) -> RunState:
    """The state that a run of a recipe begins with at the end of a scale of another one.

    Raises:
        CheckpointError: If that cannot be read, or the photo is another one by now.
        TimelineError: If the recipe does not lead on from there.
    """
    from core.optimization.timeline import branching  # noqa: PLC0415 - as above

    return branching.read_branch(folder, recipe)
