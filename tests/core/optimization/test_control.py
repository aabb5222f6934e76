from __future__ import annotations

import threading
import time
from pathlib import Path
from queue import Empty, Queue
from typing import TYPE_CHECKING

import pytest

from core.errors import RecipeError
from core.optimization.control import RunControl, StyleSettings
from core.optimization.events import Held, Resumed
from core.recipe.recipe import Recipe, StyleSource

if TYPE_CHECKING:
    from collections.abc import Callable

RECIPE = Recipe(Path("photo"), (StyleSource(Path("a"), 2.0), StyleSource(Path("b"))), style_strength=40, style_scale=2)


def test_a_stop_is_for_good() -> None:
    control = RunControl()
    assert not control.stop_requested
    control.stop()
    assert control.stop_requested


def test_a_stop_at_the_end_of_the_program_is_to_be_continued_unless_one_was_wanted_before() -> None:
    at_the_end, wanted = RunControl(), RunControl()
    wanted.stop()
    for control in (at_the_end, wanted):
        control.stop(to_be_continued=True)
        assert control.stop_requested
    assert at_the_end.to_be_continued
    assert not wanted.to_be_continued


@pytest.mark.parametrize(("release", "events"), [(RunControl.resume, [Held(), Resumed()]), (RunControl.stop, [Held()])])
def test_a_pause_sleeps_until_it_is_resumed_or_stopped(
    release: Callable[[RunControl], None], events: list[Held | Resumed]
) -> None:
    control, told = RunControl(), Queue[Held | Resumed | None]()
    control.pause()
    assert control.paused

    def run() -> None:
        for event in control.hold_while_paused():
            told.put(event)
        told.put(None)

    thread = threading.Thread(target=run)
    before_s = time.process_time()
    thread.start()
    assert told.get(timeout=5) == events[0]
    with pytest.raises(Empty):
        told.get(timeout=0.3)
    assert time.process_time() - before_s < 0.1
    # It counts while it still holds.
    assert 0.25 < control.held_s < 6
    release(control)
    assert [told.get(timeout=5) for _ in events] == [*events[1:], None]
    thread.join()
    held_s = control.held_s
    assert 0.25 < held_s < 6
    assert control.held_s == held_s


def test_without_a_pause_there_is_no_wait() -> None:
    control = RunControl()
    assert list(control.hold_while_paused()) == []
    assert control.held_s == 0


@pytest.mark.parametrize("end", [RunControl.resume, RunControl.stop])
def test_a_pause_that_is_over_before_the_step_is_holds_nothing(end: Callable[[RunControl], None]) -> None:
    control = RunControl()
    control.pause()
    end(control)
    assert list(control.hold_while_paused()) == []


def test_a_run_paused_again_at_once_tells_of_both_pauses() -> None:
    control = RunControl()
    control.pause()
    events = control.hold_while_paused()
    assert next(events) == Held()
    control.resume()
    control.pause()
    assert [next(events), next(events)] == [Resumed(), Held()]
    control.stop()
    assert list(events) == []


def test_a_change_is_taken_once_and_the_latest_counts() -> None:
    control = RunControl()
    assert control.take_change() is None
    control.change(StyleSettings(10, (1.0,), 1, 50))
    control.change(StyleSettings(20, (1.0,), 1, 50))
    assert control.take_change() == StyleSettings(20, (1.0,), 1, 50)
    assert control.take_change() is None


def test_settings_come_from_a_recipe_and_go_into_one() -> None:
    settings = StyleSettings.of(RECIPE)
    assert settings == StyleSettings(40, (2.0, 1.0), 2, 50)
    assert settings.applied_to(RECIPE) == RECIPE
    changed = StyleSettings(80, (0.0, 1.0), 0.5, 20).applied_to(RECIPE)
    assert (changed.style_strength, changed.style_scale, changed.freedom) == (80, 0.5, 20)
    assert [style.weight for style in changed.styles] == [0, 1]
    assert [style.path for style in changed.styles] == [Path("a"), Path("b")]


def test_settings_out_of_range_are_refused() -> None:
    with pytest.raises(RecipeError):
        StyleSettings(101, (1.0, 1.0), 1, 50).applied_to(RECIPE)
    with pytest.raises(RecipeError):
        StyleSettings(50, (1.0, 1.0), 1, 101).applied_to(RECIPE)
    with pytest.raises(RecipeError, match="NUM_STYLE_WEIGHTS"):
        StyleSettings(50, (1.0,), 1, 50).applied_to(RECIPE)
