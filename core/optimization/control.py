"""The one way to speak to a run that goes on. Thread-safe; the engine polls it at each step."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from core.errors import RecipeError, RecipeProblem
from core.optimization.events import Held, Resumed
from core.recipe.recipe import StyleSource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.recipe.recipe import Recipe


@dataclass(frozen=True, slots=True)
class StyleSettings:
    """What a person may change their mind about while a run goes on.

    Attributes:
        style_strength: 0 to 100.
        style_weights: The share of each painting, in the recipe's order.
        style_scale: Size of the brush strokes.
        freedom: 0 to 100.
    """

    style_strength: float
    style_weights: tuple[float, ...]
    style_scale: float
    freedom: float

    @classmethod
    def of(cls, recipe: Recipe) -> Self:
        """The settings that a recipe starts with."""
        weights = tuple(style.weight for style in recipe.styles)
        return cls(recipe.style_strength, weights, recipe.style_scale, recipe.freedom)

    def applied_to(self, recipe: Recipe) -> Recipe:
        """The recipe with these settings.

        Raises:
            RecipeError: If a value is out of its range, or there are not as many weights as paintings.
        """
        if len(self.style_weights) != len(recipe.styles):
            raise RecipeError(
                RecipeProblem.NUM_STYLE_WEIGHTS, num_paintings=len(recipe.styles), num_weights=len(self.style_weights)
            )
        pairs = zip(recipe.styles, self.style_weights, strict=True)
        return replace(
            recipe,
            style_strength=self.style_strength,
            style_scale=self.style_scale,
            freedom=self.freedom,
            styles=tuple(StyleSource(style.path, weight) for style, weight in pairs),
        )


class RunControl:
    """Commands from the person to one run. Call from any thread."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._stop_requested = False
        self._to_be_continued = False
        self._paused = False
        self._settings: StyleSettings | None = None
        self._held_s = 0.0
        self._held_since_s: float | None = None

    def stop(self, *, to_be_continued: bool = False) -> None:
        """Ask the run to end within one step, keeping the picture; also ends a pause.

        Args:
            to_be_continued: Whether it ends only because the program does: nobody has wanted the picture as it is.
        """
        with self._changed:
            self._to_be_continued = to_be_continued and not self._stop_requested
            self._stop_requested = True
            self._end_hold()

    @property
    def stop_requested(self) -> bool:
        """Whether :meth:`stop` has been called."""
        return self._stop_requested

    @property
    def to_be_continued(self) -> bool:
        """Whether it has been stopped only because the program ends."""
        return self._to_be_continued

    def pause(self) -> None:
        """Ask the run to hold within one step."""
        with self._changed:
            self._paused = True

    def resume(self) -> None:
        """Let a paused run go on."""
        with self._changed:
            self._paused = False
            self._end_hold()

    @property
    def paused(self) -> bool:
        """Whether the run holds, or will within one step."""
        return self._paused

    def hold_while_paused(self) -> Iterator[Held | Resumed]:
        """Hold for as long as the run is paused, without using the processor. Called by the engine between two steps.

        Yields:
            Held when the run begins to hold, and Resumed when it goes on; no Resumed where a stop ends the pause.
            A run that is resumed and paused again at once has been through two pauses, and says so.
        """
        while self._begin_hold():
            yield Held()
            if self._wait_for_end_of_hold():
                yield Resumed()

    def _begin_hold(self) -> bool:
        with self._changed:
            if self._stop_requested or not self._paused:
                return False
            self._held_since_s = time.monotonic()
            return True

    def _wait_for_end_of_hold(self) -> bool:
        """Sleep until the run is resumed or stopped, and tell whether it goes on."""
        with self._changed:
            self._changed.wait_for(lambda: self._held_since_s is None)
            return not self._stop_requested

    def _end_hold(self) -> None:
        if self._held_since_s is not None:
            self._held_s += time.monotonic() - self._held_since_s
            self._held_since_s = None
        self._changed.notify_all()

    @property
    def held_s(self) -> float:
        """How long pauses have held the run, in seconds, with the one that holds it now."""
        with self._changed:
            holding_s = 0.0 if self._held_since_s is None else time.monotonic() - self._held_since_s
            return self._held_s + holding_s

    def change(self, settings: StyleSettings) -> None:
        """Have the run go on from the present picture with other settings, within one step."""
        with self._changed:
            self._settings = settings

    def take_change(self) -> StyleSettings | None:
        """The settings asked for since the last call; None if there were none. Called by the engine."""
        with self._changed:
            settings, self._settings = self._settings, None
            return settings
