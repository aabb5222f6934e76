"""A run goes on from the end of a scale: to the same bytes with the same settings, and to others with others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import torch
from PIL import Image

from core.errors import CheckpointError, CheckpointProblem, StyleTransferError, TimelineProblem
from core.machine.kept_tensor import KeptTensor
from core.optimization import schedule as scales
from core.optimization.checkpoint.plan import Checkpoints
from core.optimization.control import RunControl, StyleSettings
from core.optimization.engine import stylize
from core.optimization.events import Finished, ScaleStarted, StepDone, TimelineGrown
from core.optimization.schedule import Scale
from core.optimization.timeline.branching import branched, read_branch
from core.optimization.timeline.folders import read_timeline
from core.optimization.timeline.plan import TimelinePlan
from core.recipe.choices import ColorMode, DeviceName, Preset
from core.recipe.recipe import Recipe, StyleSource
from tests.apart import apart
from tests.core.conftest import NETWORKS_FOLDER
from tests.core.optimization.checkpoint.run_states import between_scales, run_state
from tests.core.optimization.timeline.test_recorder import ALWAYS

if TYPE_CHECKING:
    from pathlib import Path

    from core.optimization.events import Event
    from core.optimization.run_state import RunState

SCALES = (Scale(32, 3), Scale(48, 2), Scale(64, 2))
NUM_STEPS = 7


def short_schedule(size_px: int, _preset: Preset) -> tuple[Scale, ...]:
    return (*(scale for scale in SCALES if scale.scale_px < size_px), Scale(size_px, 2))


@pytest.fixture(autouse=True)
def _three_short_scales(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scales, "schedule", short_schedule)


@dataclass(frozen=True)
class Trunk:
    """A run that others branch from.

    Attributes:
        folder: Where it was kept.
        recipe: What it painted.
        events: What it told.
    """

    folder: Path
    recipe: Recipe
    events: list[Event]


@pytest.fixture(scope="module")
def trunk(tmp_path_factory: pytest.TempPathFactory) -> Trunk:
    folder = tmp_path_factory.mktemp("trunk")
    rng = np.random.default_rng(1)
    for name in ("photo.png", "painting.png"):
        Image.fromarray(rng.integers(0, 255, (9, 12, 3), np.uint8)).resize((120, 90)).save(folder / name)
    recipe = Recipe(
        folder / "photo.png",
        (StyleSource(folder / "painting.png"),),
        size_px=64,
        device=DeviceName.CPU,
        depth_bits=16,
    )
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(scales, "schedule", short_schedule)
        return Trunk(folder / "run", recipe, run(recipe, folder / "run"))


def run(recipe: Recipe, folder: Path, **options: Any) -> list[Event]:  # noqa: ANN401
    """The events of a run that keeps its timeline in a folder, with a frame after every step."""
    timeline = folder / "timeline"
    timeline.mkdir(parents=True, exist_ok=True)
    checkpoints = Checkpoints(folder, timeline=TimelinePlan(timeline, ALWAYS))
    return list(stylize(recipe, networks_folder=NETWORKS_FOLDER, checkpoints=checkpoints, **options))


def result(events: list[Event]) -> Finished:
    finished = events[-1]
    assert isinstance(finished, Finished)
    return finished


def at_end(folder: Path, index: int, recipe: Recipe) -> RunState:
    """The state at the end of a scale of a run's timeline, 0 being the first."""
    timeline = read_timeline(folder / "timeline")
    return read_branch(timeline.checkpoint_at(timeline.branching_frames[index]), recipe)


def test_a_run_keeps_how_it_came_about(trunk: Trunk) -> None:
    timeline = read_timeline(trunk.folder / "timeline")
    notes = [frame.note for frame in timeline.frames]
    assert [note.num_steps for note in notes] == list(range(NUM_STEPS + 1))
    assert [(note.scale, note.scale_px, note.step) for note in notes[1:]] == [
        (1, 32, 1), (1, 32, 2), (1, 32, 3), (2, 48, 1), (2, 48, 2), (3, 64, 1), (3, 64, 2)
    ]  # fmt: skip
    assert (notes[0].progress, notes[-1].progress) == (0, 1)
    # From the end of the last scale there is nowhere to go on to.
    assert timeline.scale_ends == (3, 5)
    grown = [event.timeline for event in trunk.events if isinstance(event, TimelineGrown)]
    assert grown[-1].scale_ends == timeline.scale_ends
    assert [len(each.frames) for each in grown if not each.scale_ends] == [1, 2, 3, 4]


def assert_same_from_all_ends(folder: Path, expected: Finished, branches: Path) -> None:
    for index, num_steps in enumerate((3, 5)):
        state = at_end(folder, index, expected.recipe)
        assert state.num_steps == num_steps
        again = result(run(expected.recipe, branches / f"{index}", resume_from=state))
        assert again.num_steps == expected.num_steps == NUM_STEPS
        assert again.picture.deep is not None
        assert expected.picture.deep is not None
        assert np.array_equal(again.picture.deep, expected.picture.deep)


@pytest.mark.slow
def test_with_the_same_settings_it_ends_with_the_same_bytes(trunk: Trunk, tmp_path: Path) -> None:
    assert_same_from_all_ends(trunk.folder, result(trunk.events), tmp_path)


@pytest.mark.exhaustive
@pytest.mark.slow
@pytest.mark.parametrize(
    "changed", [{"color": ColorMode.PHOTO}, {"freedom": 0.0}, {"turned_strokes": True, "style_scale": 2.0}]
)
def test_so_it_does_whatever_they_are(trunk: Trunk, tmp_path: Path, changed: dict[str, Any]) -> None:
    expected = result(run(replace(trunk.recipe, **changed), tmp_path / "run"))
    assert_same_from_all_ends(tmp_path / "run", expected, tmp_path)


@pytest.mark.exhaustive
@pytest.mark.slow
def test_settings_that_were_changed_on_the_way_are_those_of_the_end(trunk: Trunk, tmp_path: Path) -> None:
    """A painting that was enlarged in memory for larger strokes has the same pixels again."""
    control, num_steps = RunControl(), 0
    timeline = tmp_path / "run" / "timeline"
    timeline.mkdir(parents=True)
    checkpoints = Checkpoints(tmp_path / "run", timeline=TimelinePlan(timeline, ALWAYS))
    for event in stylize(trunk.recipe, networks_folder=NETWORKS_FOLDER, control=control, checkpoints=checkpoints):
        num_steps += isinstance(event, StepDone)
        if num_steps == 1:
            control.change(replace(StyleSettings.of(trunk.recipe), style_scale=3.0, freedom=80.0))
    assert isinstance(event, Finished)
    assert event.recipe.freedom == 80
    assert_same_from_all_ends(tmp_path / "run", event, tmp_path)


MORE_SETTINGS = [{"freedom": 100.0}, {"style_scale": 2.0}, {"preset": Preset.HIGH}, {"color": ColorMode.MATCH}]


@pytest.mark.slow
@pytest.mark.parametrize(
    "changed",
    [
        {"style_strength": 90.0},
        *apart(*MORE_SETTINGS),
    ],
)
def test_other_settings_make_another_picture_and_leave_the_first_alone(
    trunk: Trunk, tmp_path: Path, changed: dict[str, Any]
) -> None:
    before = {path: path.read_bytes() for path in trunk.folder.rglob("*") if path.is_file()}
    other = replace(trunk.recipe, **changed)
    events = run(other, tmp_path, resume_from=at_end(trunk.folder, 1, other))
    assert result(events).recipe == other
    if changed != {"preset": Preset.HIGH}:  # has the same scales here
        assert not np.array_equal(result(events).picture.rgb, result(trunk.events).picture.rgb)
    started = [event for event in events if isinstance(event, ScaleStarted)]
    assert [(event.scale, event.scale_px, event.step) for event in started] == [(3, 64, 0)]
    assert started[0].progress == pytest.approx((3 * 32**2 + 2 * 48**2) / (3 * 32**2 + 2 * 48**2 + 2 * 64**2))
    assert {path: path.read_bytes() for path in trunk.folder.rglob("*") if path.is_file()} == before


@pytest.mark.exhaustive
@pytest.mark.slow
def test_another_painting_and_a_larger_size_can_be_gone_on_with(trunk: Trunk, tmp_path: Path) -> None:
    other = replace(trunk.recipe, styles=(StyleSource(trunk.recipe.photo), *trunk.recipe.styles), size_px=80)
    state = at_end(trunk.folder, 1, other)
    assert state.painting_sizes_px == ((80,), (80,))
    events = run(other, tmp_path, resume_from=state)
    assert result(events).picture.width_px == 80
    assert [event.scale_px for event in events if isinstance(event, ScaleStarted)] == [64, 80]


def problem_of(state: RunState, recipe: Recipe, photo_size_px: tuple[int, int]) -> object:
    with pytest.raises(StyleTransferError) as caught:
        branched(state, recipe, photo_size_px)
    return caught.value.problem


def at_size(width_px: int, height_px: int) -> RunState:
    canvas = torch.zeros(1, 3, height_px, width_px)
    return replace(between_scales(), coarser=KeptTensor.in_memory("canvas", canvas))


def test_the_next_scale_is_the_first_that_is_larger() -> None:
    recipe = between_scales().recipe
    assert branched(at_size(48, 32), replace(recipe, size_px=64), (3000, 2000)).scale == 3
    assert branched(at_size(40, 27), replace(recipe, size_px=64), (3000, 2000)).scale == 2
    assert branched(at_size(48, 32), replace(recipe, size_px=64, style_strength=0.0), (3000, 2000)).scale == 3


def test_a_picture_that_is_large_enough_already_leads_nowhere() -> None:
    recipe = replace(between_scales().recipe, size_px=64)
    assert problem_of(at_size(64, 48), recipe, (1200, 900)) is TimelineProblem.LARGE_ENOUGH
    assert problem_of(at_size(100, 75), recipe, (1200, 900)) is TimelineProblem.LARGE_ENOUGH


def test_a_picture_of_another_shape_cannot_be_gone_on_with() -> None:
    recipe = replace(between_scales().recipe, size_px=64)
    assert problem_of(at_size(48, 36), recipe, (1000, 1000)) is TimelineProblem.OTHER_SHAPE
    assert problem_of(at_size(48, 36), recipe, (900, 1200)) is TimelineProblem.OTHER_SHAPE


def test_only_what_lies_between_two_scales_can_be_gone_on_with() -> None:
    assert problem_of(run_state(), run_state().recipe, (6, 4)) is CheckpointProblem.DAMAGED


def test_a_photo_that_has_changed_or_is_another_is_refused(trunk: Trunk) -> None:
    photo, painting = trunk.recipe.photo, trunk.recipe.styles[0].path
    content = photo.read_bytes()
    with pytest.raises(CheckpointError) as caught:
        at_end(trunk.folder, 0, replace(trunk.recipe, photo=painting))
    assert caught.value.problem is CheckpointProblem.INPUT_CHANGED
    photo.write_bytes(content + b"\n")
    try:
        with pytest.raises(CheckpointError) as caught:
            at_end(trunk.folder, 0, trunk.recipe)
    finally:
        photo.write_bytes(content)
    assert caught.value.problem is CheckpointProblem.INPUT_CHANGED


@pytest.mark.exhaustive
@pytest.mark.slow
def test_a_stop_ends_the_timeline_with_the_picture_as_it_is(trunk: Trunk, tmp_path: Path) -> None:
    control, num_steps = RunControl(), 0
    timeline = tmp_path / "timeline"
    timeline.mkdir()
    checkpoints = Checkpoints(tmp_path, timeline=TimelinePlan(timeline, replace(ALWAYS, interval_s=1e9)))
    for event in stylize(trunk.recipe, networks_folder=NETWORKS_FOLDER, control=control, checkpoints=checkpoints):
        num_steps += isinstance(event, StepDone)
        if num_steps == 4:
            control.stop()
    kept = read_timeline(timeline)
    assert [frame.note.num_steps for frame in kept.frames] == [3, 4]
    # The second scale has not come to its end.
    assert kept.scale_ends == (3,)
