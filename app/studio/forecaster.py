"""What the next picture will take, told anew whenever a picture or a setting changes."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.run.engine_access import measure_pace
from app.run.session import RunState
from app.studio.landing import Role
from core.errors import RecipeError
from core.forecast.forecast import Estimate, Pace, forecast
from core.machine.threads import lower_thread_priority
from core.recipe.recipe import Recipe, StyleSource

if TYPE_CHECKING:
    from app.run.engine_access import PaceMeter
    from app.run.worker import RunResult
    from app.studio.studio import Studio

_log = logging.getLogger(__name__)


class Forecaster(QObject):
    """Measures once how fast this computer paints, in a quiet moment, and learns from every picture that it paints.

    Signals:
        engine_loaded(): To be emitted, from any thread, when measuring need not load the engine first.
        changed(Estimate): What the picture would take with the settings as they are; None where that is unknown.
    """

    engine_loaded = Signal()
    changed = Signal(object)
    _measured = Signal(object)

    def __init__(self, studio: Studio, *, meter: PaceMeter = measure_pace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._meter = meter
        self._pace: Pace | None = None
        self._of_this_run: Estimate | None = None
        self._engine_is_loaded = self._has_begun = False
        # How fast a picture is painted depends on its size, hardly on what it shows: the program's own will do.
        self._probe = (
            Recipe(studio.samples[0].path, (StyleSource(studio.starters[0].path),))
            if studio.samples and studio.starters
            else None
        )
        self._measured.connect(self._on_measured)
        self.engine_loaded.connect(self._on_engine_loaded)
        studio.became_idle.connect(self._begin)
        studio.recipe_changed.connect(self._on_recipe_changed)
        studio.session.state_changed.connect(self._on_state_changed)
        studio.session.succeeded.connect(self._on_succeeded)

    @Slot()
    def _on_engine_loaded(self) -> None:
        self._engine_is_loaded = True
        self._begin()

    def close(self) -> None:
        """Measure no more: the window is closing."""
        self._has_begun = True

    @Slot()
    def _begin(self) -> None:
        """Measure, unless that has been done, or a run goes on: the two would slow each other down."""
        if self._probe is None or self._has_begun or not self._engine_is_loaded or self._studio.locked:
            return
        self._has_begun = True
        # No daemon, as in `warm_up`: a program that is closed meanwhile lingers for seconds, windowless.
        threading.Thread(target=self._measure, args=(self._probe,), name="impasto-forecast").start()

    def _measure(self, probe: Recipe) -> None:
        lower_thread_priority()
        try:
            pace = self._meter(probe)
        except Exception:  # noqa: BLE001 - a picture can be painted without a forecast; what is wrong, the run will tell
            _log.exception("There is no forecast")
            return
        try:
            self._measured.emit(pace)
        except RuntimeError:
            _log.debug("The window was gone before its computer had been measured")

    @Slot(object)
    def _on_measured(self, pace: Pace) -> None:
        self._pace = pace
        self._on_recipe_changed()

    @Slot()
    def _on_recipe_changed(self) -> None:
        self.changed.emit(self._forecast())

    @Slot(object)
    def _on_state_changed(self, state: RunState) -> None:
        if state is RunState.IDLE:
            self._of_this_run = None
        elif self._of_this_run is None:
            self._of_this_run = self._forecast()

    @Slot(object)
    def _on_succeeded(self, result: RunResult) -> None:
        """Learn from how long the picture really took."""
        expected = self._of_this_run
        if self._pace is None or expected is None or expected.seconds == 0 or result.finished.stopped:
            return
        self._pace = self._pace.times(result.finished.seconds / expected.seconds)
        self._on_recipe_changed()

    def _forecast(self) -> Estimate | None:
        photo, painting = (self._studio.choices[role].picture for role in (Role.PHOTO, Role.PAINTING))
        if self._pace is None or photo is None or painting is None:
            return None
        try:
            recipe = self._studio.recipe()
            return forecast(
                recipe,
                self._pace,
                recipe.shape or (photo.width_px, photo.height_px),
                [(painting.width_px, painting.height_px)],
            )
        except RecipeError:
            return None
