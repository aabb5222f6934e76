"""An engine without a network: the same events, made of plain colours."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from core.forecast.forecast import Line, Pace
from core.optimization.events import Event, Finished, PreviewReady, ScaleStarted, StepDone
from core.picture import Picture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from app.run.engine_access import Stylize
    from core.optimization.control import RunControl, StyleSettings
    from core.recipe.recipe import Recipe

WIDTH_PX, HEIGHT_PX = 48, 36
# A computer that takes a second for a step at 1,000,000 pixels, with 4 GiB to spare.
PACE = Pace(1.0, Line(0.1, 1e-6), Line(0.01, 1e-6), 300 << 20, 4 << 30, 50 << 30)


@dataclass
class FakeEngine:
    """Counts as loaded at once; can be held between two steps and can fail after any of them.

    Attributes:
        num_scales: Scales of a run.
        num_steps: Steps of each scale.
        error: What to raise, after ``error_after`` steps of the whole run.
        hold_after: Steps after which the run waits for ``go_on`` or a stop; None for never.
    """

    num_scales: int = 2
    num_steps: int = 3
    error: Exception | None = None
    error_after: int = 0
    hold_after: int | None = None
    finishes: bool = True
    previews_the_start: bool = False
    alpha: NDArray[np.uint8] | None = None
    go_on: threading.Event = field(default_factory=threading.Event)
    recipes: list[Recipe] = field(default_factory=list)
    threads: list[int] = field(default_factory=list)
    changes: list[StyleSettings] = field(default_factory=list)

    def load(self) -> Stylize:
        return self.stylize

    def stylize(
        self,
        recipe: Recipe,
        *,
        networks_folder: Path,
        control: RunControl | None = None,
        preview_due: Callable[[], bool] = lambda: False,
    ) -> Iterator[Event]:
        assert networks_folder is not None
        self.recipes.append(recipe)
        self.threads.append(threading.get_ident())
        done, total = 0, self.num_scales * self.num_steps
        for scale in range(1, self.num_scales + 1):
            yield ScaleStarted(WIDTH_PX, WIDTH_PX, HEIGHT_PX, scale, self.num_scales, self.num_steps)
            if self.previews_the_start and preview_due():
                yield PreviewReady(pixels(done, total))
            self._fail_if_due(done)
            for step in range(1, self.num_steps + 1):
                if self.hold_after == done:
                    self._wait(control)
                if control is not None:
                    yield from control.hold_while_paused()
                if control is not None and control.stop_requested:
                    yield Finished(
                        Picture(pixels(done, total), self.alpha),
                        stopped=True,
                        seconds=1.5,
                        num_steps=done,
                        recipe=recipe,
                    )
                    return
                done += 1
                yield StepDone(WIDTH_PX, step, self.num_steps, 1.0 / done, 0.5, 0.5, done / total)
                if preview_due():
                    yield PreviewReady(pixels(done, total))
                self._fail_if_due(done)
        if self.finishes:
            yield Finished(
                Picture(pixels(done, total), self.alpha), stopped=False, seconds=61.0, num_steps=done, recipe=recipe
            )

    def _fail_if_due(self, done: int) -> None:
        if self.error is not None and done == self.error_after:
            raise self.error

    def _wait(self, control: RunControl | None) -> None:
        while not self.go_on.is_set() and not (control is not None and control.stop_requested):
            if control is not None and (settings := control.take_change()) is not None:
                self.changes.append(settings)
            time.sleep(0.002)


def pixels(done: int, total: int) -> NDArray[np.uint8]:
    """A plain picture that turns from blue to orange."""
    share = done / total
    plain = np.empty((HEIGHT_PX, WIDTH_PX, 3), np.uint8)
    plain[:] = (round(40 + 200 * share), 120, round(220 - 180 * share))
    plain.flags.writeable = False
    return plain
