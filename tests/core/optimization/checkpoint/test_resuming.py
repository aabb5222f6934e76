"""A run that is interrupted anywhere and gone on with ends with the bytes of one that never was."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import torch

from core.errors import CheckpointError, CheckpointProblem
from core.files.reading import read_picture
from core.loss.objective import Evaluation, Objective
from core.optimization import schedule as scales
from core.optimization.checkpoint.pacing import Pacing
from core.optimization.checkpoint.plan import Checkpoints
from core.optimization.checkpoint.reading import read_checkpoint
from core.optimization.control import RunControl, StyleSettings
from core.optimization.engine import stylize
from core.optimization.events import Event, Finished, ScaleStarted, StepDone
from core.optimization.result import to_picture
from core.optimization.schedule import Scale
from core.recipe.choices import ColorMode, DeviceName, Precision, Preset, StartFrom, StyleLossName
from core.recipe.recipe import Recipe, StyleSource
from tests.apart import apart
from tests.core.conftest import NETWORKS_FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from core.picture import Picture

# Before every step, whatever it costs.
ALWAYS = Pacing(interval_s=0, largest_share=1e9)
NUM_STEPS = 11

Change = tuple[int, StyleSettings]


@pytest.fixture
def recipe(photo: Path, painting: Path) -> Recipe:
    return Recipe(photo, (StyleSource(painting),), size_px=64, preset=Preset.DRAFT, device=DeviceName.CPU)


@pytest.fixture(autouse=True)
def _two_short_scales(monkeypatch: pytest.MonkeyPatch) -> None:
    """A schedule of six steps at 48 px and five at 64 px."""
    monkeypatch.setattr(scales, "schedule", lambda _size, _preset: (Scale(48, 6), Scale(64, 5)))


def run(recipe: Recipe, *changes: Change, end_after: int | None = None, **options: Any) -> list[Event]:  # noqa: ANN401
    """The events of a run, up to a step at which it is killed.

    Changes are asked for after the steps whose numbers are given.
    """
    control = RunControl()
    events: list[Event] = []
    num_steps = 0 if options.get("resume_from") is None else options["resume_from"].num_steps
    asked_for = dict(changes)
    # What was asked for after the last checkpoint is asked for again.
    ask(control, asked_for.get(num_steps))
    for event in stylize(recipe, networks_folder=NETWORKS_FOLDER, control=control, **options):
        events.append(event)
        if isinstance(event, StepDone):
            num_steps += 1
            ask(control, asked_for.get(num_steps))
            if num_steps == end_after:
                break
    return events


def ask(control: RunControl, settings: StyleSettings | None) -> None:
    if settings is not None:
        control.change(settings)


def interrupted(folder: Path, recipe: Recipe, num_steps: int, *changes: Change, **options: Any) -> list[Event]:  # noqa: ANN401
    """The events of a run that goes on from the last checkpoint of one that was killed after some steps."""
    folder.mkdir()
    checkpoints = Checkpoints(folder, pacing=ALWAYS)
    run(recipe, *changes, end_after=num_steps + 1, checkpoints=checkpoints, **options)
    found = read_checkpoint(folder)
    assert found.state.num_steps == num_steps
    assert found.manifest.recipe == found.state.recipe
    return run(found.state.recipe, *changes, checkpoints=checkpoints, resume_from=found.state, **options)


def photo_of(recipe: Recipe) -> Picture:
    return read_picture(recipe.photo, recipe.size_px, recipe.shape).resized(recipe.size_px)


def result(events: list[Event]) -> Finished:
    finished = events[-1]
    assert isinstance(finished, Finished)
    return finished


def assert_same(picture: Picture, expected: Picture) -> None:
    assert np.array_equal(picture.rgb, expected.rgb)
    if expected.deep is not None:
        assert picture.deep is not None
        assert np.array_equal(picture.deep, expected.deep)


def settings(recipe: Recipe, **changed: float) -> StyleSettings:
    return replace(StyleSettings.of(recipe), **changed)  # type: ignore[arg-type] # which of them is not known here


@pytest.mark.exhaustive
@pytest.mark.slow
def test_at_every_step(recipe: Recipe, tmp_path: Path) -> None:
    recipe = replace(recipe, depth_bits=16)
    expected = result(run(recipe))
    assert expected.num_steps == NUM_STEPS
    for num_steps in range(1, NUM_STEPS):
        events = interrupted(tmp_path / f"{num_steps}", recipe, num_steps)
        assert_same(result(events).picture, expected.picture)
        assert result(events).num_steps == NUM_STEPS
        first_step = next(event for event in events if isinstance(event, StepDone))
        assert first_step.step == (num_steps if num_steps < 6 else num_steps - 6) + 1


@pytest.mark.exhaustive
@pytest.mark.slow
def test_in_half_precision(recipe: Recipe, tmp_path: Path) -> None:
    recipe = replace(recipe, precision=Precision.HALF, depth_bits=16)
    events = interrupted(tmp_path / "run", recipe, 8)
    assert_same(result(events).picture, result(run(recipe)).picture)


@pytest.fixture
def in_tiles(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Options that have a run computed in tiles, with its moves on the disk."""
    monkeypatch.setattr("core.optimization.memory_plan.SMALLEST_TILE_PX", 32)
    return {"max_memory_bytes": 1}


@pytest.mark.exhaustive
@pytest.mark.slow
@pytest.mark.parametrize("num_steps", [4, 9])
def test_in_tiles(recipe: Recipe, tmp_path: Path, num_steps: int, in_tiles: dict[str, Any]) -> None:
    expected = result(run(recipe, **in_tiles)).picture
    events = interrupted(tmp_path / "run", recipe, num_steps, **in_tiles)
    assert_same(result(events).picture, expected)
    state = read_checkpoint(tmp_path / "run").state
    assert state.painter is not None
    assert state.painter.memory_plan.history.on_disk
    assert not state.painter.memory_plan.tile_plan.is_whole


@pytest.mark.parametrize(
    "changed",
    [
        {"loss": StyleLossName.GRAM},
        {"freedom": 0.0},
        *apart(
            {"color": ColorMode.PHOTO},
            {"color": ColorMode.MATCH},
            {"start_from": StartFrom.NOISE, "seed": 5},
            {"turned_strokes": True},
            {"style_strength": 100.0},
        ),
    ],
)
def test_with_other_settings(recipe: Recipe, tmp_path: Path, changed: dict[str, Any]) -> None:
    recipe = replace(recipe, **changed)
    events = interrupted(tmp_path / "run", recipe, 8)
    assert_same(result(events).picture, result(run(recipe)).picture)


def test_with_samples_drawn_anew_for_every_step(
    recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.loss.self_similarity.MOST_SAMPLES", 10)
    recipe = replace(recipe, freedom=100.0)
    events = interrupted(tmp_path / "run", recipe, 8)
    assert_same(result(events).picture, result(run(recipe)).picture)


@pytest.mark.parametrize("num_steps", [4, *apart(2, 3, 8)])
def test_with_settings_changed_on_the_way(recipe: Recipe, tmp_path: Path, num_steps: int) -> None:
    # Larger strokes have the painting enlarged in memory; smaller ones leave it as it is.
    changes = (
        (2, settings(recipe, style_scale=2.5)),
        (3, settings(recipe, style_scale=3.5, style_strength=70.0)),
        (7, settings(recipe, freedom=80.0, style_scale=0.5)),
    )
    expected = result(run(recipe, *changes))
    assert expected.recipe.freedom == 80
    events = interrupted(tmp_path / "run", recipe, num_steps, *changes)
    assert result(events).recipe == replace(expected.recipe, photo=recipe.photo.absolute())
    assert_same(result(events).picture, expected.picture)


@pytest.fixture
def refined(monkeypatch: pytest.MonkeyPatch) -> None:
    """A schedule whose second scale only refines what the first has painted."""
    monkeypatch.setattr(scales, "schedule", lambda _size, _preset: (Scale(48, 6), Scale(64, 5, refines=True)))


@pytest.mark.usefixtures("refined")
@pytest.mark.parametrize("num_steps", [8, *apart(5, 6, 10)])
def test_of_a_picture_that_is_only_refined(recipe: Recipe, tmp_path: Path, num_steps: int) -> None:
    recipe = replace(recipe, freedom=20.0)
    changes = ((7, settings(recipe, style_strength=30.0)),)
    expected = result(run(recipe, *changes)).picture
    assert_same(result(interrupted(tmp_path / "run", recipe, num_steps, *changes)).picture, expected)


@pytest.mark.usefixtures("refined")
def test_what_is_refined_is_not_forgotten(recipe: Recipe, tmp_path: Path) -> None:
    folder = tmp_path / "run"
    folder.mkdir()
    run(recipe, end_after=9, checkpoints=Checkpoints(folder, pacing=ALWAYS))
    state = replace(read_checkpoint(folder).state, coarser=None)
    with pytest.raises(CheckpointError) as caught:
        run(recipe, resume_from=state)
    assert caught.value.problem is CheckpointProblem.DAMAGED


@pytest.mark.usefixtures("refined")
def test_a_stop_before_the_first_step_keeps_what_was_painted(recipe: Recipe, tmp_path: Path) -> None:
    folder = tmp_path / "run"
    folder.mkdir()
    run(recipe, end_after=9, checkpoints=Checkpoints(folder, pacing=ALWAYS))
    control = RunControl()
    control.stop()
    events = list(
        stylize(recipe, networks_folder=NETWORKS_FOLDER, control=control, resume_from=read_checkpoint(folder).state)
    )
    state = read_checkpoint(folder).state
    assert state.painter is not None
    assert result(events).picture.width_px == recipe.size_px
    assert result(events).stopped
    assert_same(result(events).picture, to_picture(state.painter.last_good.fetch(), photo_of(recipe), recipe))


def test_with_a_strength_of_zero_on_the_way(recipe: Recipe, tmp_path: Path) -> None:
    changes = ((2, settings(recipe, style_strength=0.0)),)
    expected = result(run(recipe, *changes)).picture
    assert_same(result(interrupted(tmp_path / "run", recipe, 4, *changes)).picture, expected)


@pytest.mark.exhaustive
@pytest.mark.slow
@pytest.mark.parametrize("num_steps", [4, 8])
def test_after_a_breakdown(recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, num_steps: int) -> None:
    # What was in half precision at first is not the same in full precision as what never was.
    recipe = replace(recipe, precision=Precision.HALF)

    def broken_third(interrupted_after: int) -> Callable[..., Evaluation]:
        calls = 0

        def evaluated(self: Objective, canvas: torch.Tensor) -> Evaluation:
            nonlocal calls
            calls += 1
            evaluation = evaluate(self, canvas)
            return replace(evaluation, loss=float("nan")) if calls == interrupted_after else evaluation

        return evaluated

    evaluate = Objective.evaluate
    monkeypatch.setattr(Objective, "evaluate", broken_third(3))
    expected = result(run(recipe)).picture
    monkeypatch.setattr(Objective, "evaluate", broken_third(3))
    events = interrupted(tmp_path / "run", recipe, num_steps)
    assert_same(result(events).picture, expected)
    state = read_checkpoint(tmp_path / "run").state
    assert state.full_precision


@pytest.mark.parametrize("num_steps", [4, *apart(8)])
def test_after_memory_ran_out(recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, num_steps: int) -> None:
    monkeypatch.setattr("core.loss.tile_plan.SMALLEST_TILE_PX", 16)

    def running_out() -> Callable[..., Evaluation]:
        calls = 0

        def evaluated(self: Objective, canvas: torch.Tensor) -> Evaluation:
            nonlocal calls
            calls += 1
            if calls == 3:
                raise MemoryError
            return evaluate(self, canvas)

        return evaluated

    evaluate = Objective.evaluate
    options = {"max_memory_bytes": 1 << 30}
    monkeypatch.setattr(Objective, "evaluate", running_out())
    expected = result(run(recipe, **options)).picture
    monkeypatch.setattr(Objective, "evaluate", running_out())
    events = interrupted(tmp_path / "run", recipe, num_steps, **options)
    assert_same(result(events).picture, expected)


@pytest.mark.parametrize("to_be_continued", [True, *apart(False)])
def test_a_stop_writes_a_last_checkpoint_that_ends_as_without_it(
    recipe: Recipe, tmp_path: Path, to_be_continued: bool
) -> None:
    control = RunControl()
    checkpoints = Checkpoints(tmp_path / "run", pacing=Pacing(interval_s=1e9))
    checkpoints.folder.mkdir()
    num_steps = 0
    for event in stylize(recipe, networks_folder=NETWORKS_FOLDER, control=control, checkpoints=checkpoints):
        if isinstance(event, StepDone):
            num_steps += 1
            if num_steps == 4:
                control.stop(to_be_continued=to_be_continued)
    assert isinstance(event, Finished)
    assert event.stopped
    found = read_checkpoint(checkpoints.folder)
    assert found.manifest.stopped is not to_be_continued
    assert found.state.num_steps == 4
    assert_same(result(run(recipe, resume_from=found.state)).picture, result(run(recipe)).picture)


def test_a_resumed_run_tells_where_it_goes_on_and_how_long_it_took(recipe: Recipe, tmp_path: Path) -> None:
    whole = run(recipe)
    events = interrupted(tmp_path / "run", recipe, 8)
    so_far = (6 * 48**2 + 2 * 64**2) / (6 * 48**2 + 5 * 64**2)
    assert [event for event in events if isinstance(event, ScaleStarted)] == [
        ScaleStarted(64, 64, 48, scale=2, num_scales=2, num_steps=5, step=2, progress=so_far)
    ]
    assert [event.progress for event in events if isinstance(event, StepDone)] == [
        event.progress for event in whole if isinstance(event, StepDone)
    ][8:]
    state = read_checkpoint(tmp_path / "run").state
    assert result(events).seconds > state.seconds > 0


def test_a_run_draws_nothing_from_a_random_state_that_outlasts_the_moment(recipe: Recipe) -> None:
    before = torch.get_rng_state()
    run(replace(recipe, start_from=StartFrom.NOISE))
    assert torch.equal(torch.get_rng_state(), before)
