"""How a run ends: with a result or with a failure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from core.optimization.events import Finished
    from core.picture import Picture
    from core.recipe.inputs import Inputs
    from core.recipe.recipe import Recipe


@dataclass(frozen=True, slots=True, eq=False)
class RunResult:
    """What a run that did not fail leaves behind.

    Attributes:
        finished: The engine's last event, with the picture and the recipe that it was painted from.
        image: The picture made ready for the screen; None where there was no memory for that.
        inputs: The files that the run has read; None where it has not told.
    """

    finished: Finished
    image: QImage | None
    inputs: Inputs | None = None

    @property
    def picture(self) -> Picture | None:
        """The picture; None of a run that was stopped before its first step, which has painted nothing."""
        return None if self.finished.stopped and self.finished.num_steps == 0 else self.finished.picture

    @property
    def recipe(self) -> Recipe:
        """What was painted."""
        return self.finished.recipe


@dataclass(frozen=True, slots=True, eq=False)
class RunFailure:
    """Why a run broke off, and what it had painted by then.

    Attributes:
        error: The reason, free of tracebacks.
        recipe: What was being painted, with every change of settings that had been taken.
        picture: The last good picture; None when no step had been done yet.
        image: The same made ready for the screen; None where there was no memory for that.
        inputs: The files that the run has read; None before it had.
    """

    error: Exception
    recipe: Recipe
    picture: Picture | None = None
    image: QImage | None = None
    inputs: Inputs | None = None
