from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from core.errors import RecipeError
from core.optimization.control import RunControl, StyleSettings
from core.recipe.recipe import Recipe, StyleSource

RECIPE = Recipe(Path("photo"), (StyleSource(Path("a"), 2.0), StyleSource(Path("b"))), style_strength=40, style_scale=2)


def test_a_stop_is_for_good() -> None:
    control = RunControl()
    assert not control.stop_requested
    control.stop()
    assert control.stop_requested


@pytest.mark.parametrize("release", [RunControl.resume, RunControl.stop])
def test_a_pause_sleeps_until_it_is_resumed_or_stopped(release: object) -> None:
    control, passed = RunControl(), threading.Event()
    control.pause()
    assert control.paused

    def run() -> None:
        control.wait_while_paused()
        passed.set()

    thread = threading.Thread(target=run)
    before = time.process_time()
    thread.start()
    assert not passed.wait(0.3)
    assert time.process_time() - before < 0.1
    release(control)  # type: ignore[operator] # one of the two methods above
    assert passed.wait(5)
    thread.join()
    assert 0.25 < control.held_s < 6


def test_without_a_pause_there_is_no_wait() -> None:
    control = RunControl()
    control.wait_while_paused()
    assert control.held_s == 0


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
    with pytest.raises(ValueError, match="zip"):
        StyleSettings(50, (1.0,), 1, 50).applied_to(RECIPE)
