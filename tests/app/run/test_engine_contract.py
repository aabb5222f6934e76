"""What both engines promise, the real one and the one that the program's tests work with."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final, Protocol

import numpy as np
import pytest

from app.system import paths
from core.errors import DiskFullError, DivergedError, InterruptedRunError, OutOfMemoryError, RecipeError
from core.files.hashing import sha256_of
from core.files.reading import read_picture
from core.loss.objective import Evaluation, Objective
from core.optimization import schedule
from core.optimization.control import RunControl, StyleSettings
from core.optimization.engine import stylize
from core.optimization.events import (
    Event,
    Finished,
    Held,
    InputsRead,
    PreviewReady,
    Resumed,
    ScaleStarted,
    SettingsRefused,
    SettingsTaken,
    StepDone,
)
from core.recipe.choices import DeviceName, Preset, StartFrom
from core.recipe.inputs import InputFile, Inputs
from core.recipe.recipe import Recipe, StyleSource
from tests.app.fake_engine import FakeEngine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NUM_SCALES, NUM_STEPS = 2, 3
LAST: Final = NUM_SCALES * NUM_STEPS
ONE_SCALE: Final = [ScaleStarted, *[StepDone] * NUM_STEPS]


class Engine(Protocol):
    """One of the two."""

    def events(self, recipe: Recipe, control: RunControl, *, previews: bool) -> Iterator[Event]:
        """Begin a run of 2 scales with 3 steps each."""

    def fail_in_step(self, number: int, error: Exception) -> None:
        """Let a step of the run, from 1, end in an error."""


class Fake:
    """The one without a network."""

    def __init__(self) -> None:
        self._engine = FakeEngine(num_scales=NUM_SCALES, num_steps=NUM_STEPS, previews_the_start=True)

    def events(self, recipe: Recipe, control: RunControl, *, previews: bool) -> Iterator[Event]:
        return self._engine.stylize(
            recipe, networks_folder=paths.networks(), control=control, preview_due=lambda: previews
        )

    def fail_in_step(self, number: int, error: Exception) -> None:
        self._engine.error, self._engine.error_after = error, number - 1


class Real:
    """The one that paints, on a canvas of 48 and 64 pixels."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch
        scales = (schedule.Scale(48, NUM_STEPS), schedule.Scale(64, NUM_STEPS))
        monkeypatch.setattr(schedule, "schedule", lambda _size_px, _preset: scales)

    def events(self, recipe: Recipe, control: RunControl, *, previews: bool) -> Iterator[Event]:
        return stylize(recipe, networks_folder=paths.networks(), control=control, preview_due=lambda: previews)

    def fail_in_step(self, number: int, error: Exception) -> None:
        evaluate, calls = Objective.evaluate, 0

        def failing(self: Objective, *args: Any) -> Evaluation:  # noqa: ANN401 - passed through as it came
            nonlocal calls
            calls += 1
            if calls >= number:
                raise error
            return evaluate(self, *args)

        self._monkeypatch.setattr(Objective, "evaluate", failing)


@pytest.fixture(params=["fake", "real"])
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Engine:
    return Fake() if request.param == "fake" else Real(monkeypatch)


@pytest.fixture
def recipe(photo: Path, painting: Path) -> Recipe:
    return Recipe(photo, (StyleSource(painting),), size_px=64, preset=Preset.DRAFT, device=DeviceName.CPU)


@dataclass
class Observed:
    """A run that is listened to, and what is told to it meanwhile."""

    engine: Engine
    recipe: Recipe
    previews: bool = False
    control: RunControl = field(default_factory=RunControl)
    events: list[Event] = field(default_factory=list)

    def run(self, after_step: int | None = None, do: Callable[[RunControl], object] = RunControl.resume) -> Observed:
        """Listen to the end; what is to be done is done as soon as the step of that number, from 1, is over."""
        for event in self.engine.events(self.recipe, self.control, previews=self.previews):
            self.events.append(event)
            if isinstance(event, StepDone) and self.num_steps == after_step:
                do(self.control)
        return self

    @property
    def kinds(self) -> list[type]:
        """Without the inputs, which come first in every run."""
        return [type(event) for event in self.events if not isinstance(event, InputsRead)]

    @property
    def num_steps(self) -> int:
        return self.kinds.count(StepDone)

    @property
    def finished(self) -> Finished:
        assert self.kinds.count(Finished) == 1
        last = self.events[-1]
        assert isinstance(last, Finished)
        return last

    def shows_the_photo(self) -> bool:
        return np.array_equal(self.finished.picture.rgb, read_picture(self.recipe.photo, self.recipe.size_px).rgb)


def test_a_run_tells_first_which_files_it_has_read(engine: Engine, recipe: Recipe, tmp_path: Path) -> None:
    begun = tmp_path / "begun.png"
    begun.write_bytes(recipe.photo.read_bytes())
    recipe = replace(recipe, start_from=StartFrom.PICTURE, start_picture=begun)
    observed = Observed(engine, recipe).run()
    files = [
        InputFile(path.name, path.stat().st_size, sha256_of(path))
        for path in (recipe.photo, recipe.styles[0].path, begun)
    ]
    assert observed.events[0] == InputsRead(Inputs(files[0], (files[1],), files[2]))
    assert [type(event) for event in observed.events].count(InputsRead) == 1


def test_what_was_read_is_told_though_the_files_have_changed_since(engine: Engine, recipe: Recipe) -> None:
    sha256 = sha256_of(recipe.photo)
    events = engine.events(recipe, RunControl(), previews=False)
    first = next(events)
    assert isinstance(first, InputsRead)
    recipe.photo.write_bytes(b"something else")
    assert first.inputs.photo.sha256 == sha256
    assert not any(isinstance(event, InputsRead) for event in events)


def test_events_come_in_order(engine: Engine, recipe: Recipe) -> None:
    observed = Observed(engine, recipe).run()
    assert observed.kinds == [*ONE_SCALE, *ONE_SCALE, Finished]
    assert not observed.finished.stopped
    assert observed.finished.num_steps == LAST
    assert observed.finished.recipe == recipe
    assert not observed.shows_the_photo()


def test_scales_and_steps_are_numbered_and_progress_reaches_one(engine: Engine, recipe: Recipe) -> None:
    events = Observed(engine, recipe).run().events
    scales = [event for event in events if isinstance(event, ScaleStarted)]
    assert [(scale.scale, scale.num_scales, scale.num_steps) for scale in scales] == [(1, 2, 3), (2, 2, 3)]
    steps = [event for event in events if isinstance(event, StepDone)]
    assert [(step.step, step.num_steps) for step in steps] == [(1, 3), (2, 3), (3, 3)] * 2
    shares = [step.progress for step in steps]
    assert shares == sorted(shares)
    assert shares[0] > 0
    assert shares[-1] == pytest.approx(1)


def test_a_preview_that_is_due_follows_the_start_of_a_scale_and_every_step(engine: Engine, recipe: Recipe) -> None:
    observed = Observed(engine, recipe, previews=True).run()
    assert observed.kinds == [kind for each in [*ONE_SCALE, *ONE_SCALE] for kind in (each, PreviewReady)] + [Finished]
    assert not any(event.pixels.flags.writeable for event in observed.events if isinstance(event, PreviewReady))


@pytest.mark.parametrize("command", [RunControl.resume, RunControl.pause, RunControl.stop])
def test_strength_zero_gives_the_photo_without_a_step(
    engine: Engine, recipe: Recipe, command: Callable[[RunControl], None]
) -> None:
    observed = Observed(engine, replace(recipe, style_strength=0))
    command(observed.control)
    observed.run()
    assert observed.kinds == [Finished]
    assert observed.finished.num_steps == 0
    assert not observed.finished.stopped
    assert observed.shows_the_photo()


@pytest.mark.parametrize("step", [1, 3, 5])
def test_a_change_during_a_step_is_taken_before_the_next(engine: Engine, recipe: Recipe, step: int) -> None:
    change = StyleSettings(80, (2.0,), 0.5, 50)
    observed = Observed(engine, recipe).run(step, lambda control: control.change(change))
    expected = [*ONE_SCALE, *ONE_SCALE, Finished]
    # The next step of the run is after the start of a scale, where there is one in between.
    expected.insert({1: 2, 3: 5, 5: 7}[step], SettingsTaken)
    assert observed.kinds == expected
    assert observed.finished.recipe == change.applied_to(recipe)
    assert SettingsTaken(change.applied_to(recipe)) in observed.events


def test_a_change_before_the_run_is_taken_before_its_first_step(engine: Engine, recipe: Recipe) -> None:
    observed = Observed(engine, recipe)
    observed.control.change(StyleSettings(80, (1.0,), 1, 50))
    assert observed.run().kinds[:3] == [ScaleStarted, SettingsTaken, StepDone]
    assert observed.finished.recipe.style_strength == 80


def test_a_change_in_the_last_step_comes_too_late(engine: Engine, recipe: Recipe) -> None:
    observed = Observed(engine, recipe).run(LAST, lambda control: control.change(StyleSettings(80, (1.0,), 1, 50)))
    assert observed.kinds == [*ONE_SCALE, *ONE_SCALE, Finished]
    assert observed.finished.recipe == recipe


def test_a_change_in_the_step_that_a_stop_ends_is_not_taken(engine: Engine, recipe: Recipe) -> None:
    def change_and_stop(control: RunControl) -> None:
        control.change(StyleSettings(80, (1.0,), 1, 50))
        control.stop()

    observed = Observed(engine, recipe).run(2, change_and_stop)
    assert observed.kinds == [ScaleStarted, StepDone, StepDone, Finished]
    assert observed.finished.recipe == recipe


def test_only_the_latest_of_several_changes_is_taken(engine: Engine, recipe: Recipe) -> None:
    def change_twice(control: RunControl) -> None:
        control.change(StyleSettings(80, (1.0,), 1, 50))
        control.change(StyleSettings(20, (1.0,), 1, 50))

    observed = Observed(engine, recipe).run(1, change_twice)
    assert observed.kinds.count(SettingsTaken) == 1
    assert observed.finished.recipe.style_strength == 20


def test_a_change_that_changes_nothing_says_nothing(engine: Engine, recipe: Recipe) -> None:
    observed = Observed(engine, recipe).run(1, lambda control: control.change(StyleSettings.of(recipe)))
    assert observed.kinds == [*ONE_SCALE, *ONE_SCALE, Finished]


@pytest.mark.parametrize("change", [StyleSettings(101, (1.0,), 1, 50), StyleSettings(50, (1.0, 1.0), 1, 50)])
def test_a_change_that_makes_no_sense_is_refused_and_the_run_goes_on(
    engine: Engine, recipe: Recipe, change: StyleSettings
) -> None:
    observed = Observed(engine, recipe).run(1, lambda control: control.change(change))
    assert observed.kinds == [ScaleStarted, StepDone, SettingsRefused, StepDone, StepDone, *ONE_SCALE, Finished]
    (refused,) = (event for event in observed.events if isinstance(event, SettingsRefused))
    assert isinstance(refused.error, RecipeError)
    assert refused.recipe == observed.finished.recipe == recipe


@pytest.mark.parametrize("step", [1, 3])
def test_a_pause_holds_once_the_step_is_over_until_it_is_resumed(engine: Engine, recipe: Recipe, step: int) -> None:
    observed = Observed(engine, recipe)
    for event in engine.events(recipe, observed.control, previews=False):
        observed.events.append(event)
        if isinstance(event, StepDone) and observed.num_steps == step:
            observed.control.pause()
        if isinstance(event, Held):
            observed.control.resume()
    expected = [*ONE_SCALE, *ONE_SCALE, Finished]
    place = {1: 2, 3: 5}[step]
    assert observed.kinds == [*expected[:place], Held, Resumed, *expected[place:]]
    assert not observed.finished.stopped


def test_a_stop_ends_a_pause(engine: Engine, recipe: Recipe) -> None:
    observed = Observed(engine, recipe)
    for event in engine.events(recipe, observed.control, previews=False):
        observed.events.append(event)
        if isinstance(event, StepDone):
            observed.control.pause()
        if isinstance(event, Held):
            observed.control.stop()
    assert observed.kinds == [ScaleStarted, StepDone, Held, Finished]
    assert observed.finished.stopped
    assert not observed.shows_the_photo()


def test_settings_changed_while_the_run_holds_are_taken_when_it_goes_on(engine: Engine, recipe: Recipe) -> None:
    observed = Observed(engine, recipe)
    for event in engine.events(recipe, observed.control, previews=False):
        observed.events.append(event)
        if observed.num_steps == 1 and isinstance(event, StepDone):
            observed.control.pause()
        if isinstance(event, Held):
            observed.control.change(StyleSettings(80, (1.0,), 1, 50))
            observed.control.resume()
    assert observed.kinds[:6] == [ScaleStarted, StepDone, Held, Resumed, SettingsTaken, StepDone]
    assert observed.finished.recipe.style_strength == 80


def test_a_pause_in_the_last_step_holds_nothing(engine: Engine, recipe: Recipe) -> None:
    observed = Observed(engine, recipe).run(LAST, RunControl.pause)
    assert observed.kinds == [*ONE_SCALE, *ONE_SCALE, Finished]


def test_a_pause_that_is_over_before_the_step_is_says_nothing(engine: Engine, recipe: Recipe) -> None:
    def pause_and_resume(control: RunControl) -> None:
        control.pause()
        control.resume()

    assert Observed(engine, recipe).run(1, pause_and_resume).kinds == [*ONE_SCALE, *ONE_SCALE, Finished]


def test_a_stop_before_the_run_gives_back_the_photo(engine: Engine, recipe: Recipe) -> None:
    observed = Observed(engine, recipe)
    observed.control.stop()
    assert observed.run().kinds == [Finished]
    assert observed.finished.stopped
    assert observed.finished.num_steps == 0
    assert observed.shows_the_photo()


@pytest.mark.parametrize(("step", "kinds"), [(1, ONE_SCALE[:2]), (3, ONE_SCALE), (5, [*ONE_SCALE, *ONE_SCALE[:3]])])
def test_a_stop_ends_the_run_with_the_step_and_keeps_the_picture(
    engine: Engine, recipe: Recipe, step: int, kinds: list[type]
) -> None:
    observed = Observed(engine, recipe).run(step, RunControl.stop)
    assert observed.kinds == [*kinds, Finished]
    assert observed.finished.stopped
    assert observed.finished.num_steps == step
    assert not observed.shows_the_photo()


def test_a_stop_in_the_last_step_leaves_nothing_unpainted(engine: Engine, recipe: Recipe) -> None:
    observed = Observed(engine, recipe).run(LAST, RunControl.stop)
    assert observed.kinds == [*ONE_SCALE, *ONE_SCALE, Finished]
    assert not observed.finished.stopped


@pytest.mark.parametrize(
    ("step", "error"),
    [(1, DivergedError()), (2, DiskFullError()), (4, OutOfMemoryError(64)), (LAST, DivergedError())],
)
def test_a_run_that_breaks_off_raises_once_and_brings_what_is_painted(
    engine: Engine, recipe: Recipe, step: int, error: InterruptedRunError
) -> None:
    error.picture = None
    engine.fail_in_step(step, error)
    observed = Observed(engine, recipe)
    with pytest.raises(type(error)) as caught:
        observed.run()
    assert Finished not in observed.kinds
    assert observed.num_steps == step - 1
    # Before the first step there is nothing but where the run began, which must replace no picture.
    assert (caught.value.picture is None) == (step == 1)
    assert caught.value.picture is None or caught.value.picture.rgb.std() > 0


@pytest.mark.parametrize("step", [1, LAST])
def test_a_run_ends_with_its_error(engine: Engine, recipe: Recipe, step: int) -> None:
    engine.fail_in_step(step, ZeroDivisionError("a fault of ours"))
    events = engine.events(recipe, RunControl(), previews=False)
    with pytest.raises(ZeroDivisionError, match="a fault of ours"):
        list(events)
    assert list(events) == []


def test_a_run_that_broke_off_has_told_with_which_settings(engine: Engine, recipe: Recipe) -> None:
    engine.fail_in_step(LAST, DivergedError())
    change, observed = StyleSettings(80, (1.0,), 1, 50), Observed(engine, recipe)
    with pytest.raises(DivergedError):
        observed.run(2, lambda control: control.change(change))
    assert [event for event in observed.events if isinstance(event, SettingsTaken)] == [
        SettingsTaken(change.applied_to(recipe))
    ]


@pytest.mark.parametrize(("step", "place"), [(1, 2), (3, 5), (5, 7)])
def test_a_step_that_fails_has_told_what_was_done_before_it(
    engine: Engine, recipe: Recipe, step: int, place: int
) -> None:
    def pause_and_change(control: RunControl) -> None:
        control.change(replace(StyleSettings.of(recipe), style_strength=80))
        control.pause()

    engine.fail_in_step(step + 1, DivergedError())
    observed = Observed(engine, recipe)

    def listen() -> None:
        for event in engine.events(recipe, observed.control, previews=False):
            observed.events.append(event)
            if isinstance(event, StepDone) and observed.num_steps == step:
                pause_and_change(observed.control)
            if isinstance(event, Held):
                observed.control.resume()

    with pytest.raises(DivergedError):
        listen()
    assert observed.kinds == [*[*ONE_SCALE, *ONE_SCALE][:place], Held, Resumed, SettingsTaken]


@pytest.mark.parametrize("step", [1, 3, 5])
def test_a_stop_comes_before_the_step_that_would_have_failed(engine: Engine, recipe: Recipe, step: int) -> None:
    engine.fail_in_step(step + 1, DivergedError())
    observed = Observed(engine, recipe).run(step, RunControl.stop)
    assert observed.finished.stopped
    assert observed.finished.num_steps == step


def test_a_run_paused_before_it_starts_holds_before_its_first_step(engine: Engine, recipe: Recipe) -> None:
    observed = Observed(engine, recipe)
    observed.control.pause()
    for event in engine.events(recipe, observed.control, previews=False):
        observed.events.append(event)
        if isinstance(event, Held):
            observed.control.resume()
    assert observed.kinds == [ScaleStarted, Held, Resumed, *ONE_SCALE[1:], *ONE_SCALE, Finished]


def test_a_run_that_nobody_listens_to_any_more_can_be_left(engine: Engine, recipe: Recipe) -> None:
    events = engine.events(recipe, RunControl(), previews=False)
    assert isinstance(next(events), InputsRead)
    assert isinstance(next(events), ScaleStarted)
    assert isinstance(next(events), StepDone)
    assert isinstance(events, Generator)
    events.close()
    assert list(events) == []
