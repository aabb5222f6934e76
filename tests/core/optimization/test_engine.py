from __future__ import annotations

import gc
import threading
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import torch
from PIL import Image

from core.errors import (
    DeviceLostError,
    DiskFullError,
    DivergedError,
    ImageFileError,
    NetworkFileError,
    OutOfMemoryError,
    RecipeError,
    StyleTransferError,
)
from core.files.reading import read_input, read_picture
from core.loss.objective import Evaluation, Objective
from core.loss.sweeper import Sweeper
from core.loss.tensors import to_rgb
from core.loss.tile_plan import TilePlan
from core.loss.vgg import VggFeatures
from core.optimization import result as result_module
from core.optimization import run as run_module
from core.optimization import scale_painter, sources, view
from core.optimization import schedule as scales
from core.optimization.color_transfer import luma
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
from core.optimization.optimizers import Lbfgs
from core.optimization.result import best_picture
from core.optimization.scale_painter import ScalePainter, is_flat
from core.optimization.schedule import Scale
from core.recipe.choices import (
    ColorMode,
    DeviceName,
    NetworkName,
    Precision,
    Preset,
    StartFrom,
    StyleLossName,
)
from core.recipe.recipe import Recipe, StyleSource
from core.recipe.sheet import Fit, PrintFormat
from tests.apart import apart
from tests.core.conftest import NETWORKS_FOLDER

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    from core.picture import Picture
    from core.recipe.inputs import InputFile


@pytest.fixture
def recipe(photo: Path, painting: Path) -> Recipe:
    return Recipe(photo, (StyleSource(painting),), size_px=64, preset=Preset.DRAFT, device=DeviceName.CPU)


@pytest.fixture
def two_short_scales(monkeypatch: pytest.MonkeyPatch) -> None:
    """A schedule of three steps at 48 px and two at 64 px."""
    monkeypatch.setattr(scales, "schedule", lambda _size, _preset: (Scale(48, 3), Scale(64, 2)))


def run(recipe: Recipe, control: RunControl | None = None, *, previews: bool = False) -> list[Event]:
    return list(stylize(recipe, networks_folder=NETWORKS_FOLDER, control=control, preview_due=lambda: previews))


def result(events: list[Event]) -> Finished:
    finished = events[-1]
    assert isinstance(finished, Finished)
    return finished


@pytest.mark.usefixtures("two_short_scales")
def test_events_come_in_order(recipe: Recipe) -> None:
    kinds = [type(event) for event in run(recipe)]
    assert kinds == [InputsRead, ScaleStarted, StepDone, StepDone, StepDone, ScaleStarted, StepDone, StepDone, Finished]


@pytest.mark.parametrize("start_from", [StartFrom.PHOTO, StartFrom.FINISHED])
def test_what_is_painted_larger_has_the_size_that_was_asked_for(
    recipe: Recipe, monkeypatch: pytest.MonkeyPatch, start_from: StartFrom
) -> None:
    monkeypatch.setattr(scales, "_STEPS", dict.fromkeys(Preset, (2,)))
    monkeypatch.setattr(scales, "_MORE_STEPS", dict.fromkeys(Preset, 2))
    start = recipe.photo if start_from is StartFrom.FINISHED else None
    events = run(replace(recipe, preset=Preset.HIGH, start_from=start_from, start_picture=start), previews=True)
    started = [event for event in events if isinstance(event, ScaleStarted)]
    assert started[-1].scale_px == scales.painted_px(recipe.size_px, Preset.HIGH) > recipe.size_px
    picture = result(events).picture
    assert max(picture.width_px, picture.height_px) == recipe.size_px
    previews = [event for event in events if isinstance(event, PreviewReady)]
    assert max(previews[-1].pixels.shape) == recipe.size_px


@pytest.mark.usefixtures("two_short_scales")
def test_a_preview_follows_whenever_one_is_due(recipe: Recipe) -> None:
    events = run(recipe, previews=True)
    previews = [event for event in events if isinstance(event, PreviewReady)]
    assert [preview.pixels.shape for preview in previews] == [(36, 48, 3)] * 4 + [(48, 64, 3)] * 3
    assert not any(preview.pixels.flags.writeable for preview in previews)
    assert not np.array_equal(previews[0].pixels, previews[3].pixels)


@pytest.mark.usefixtures("two_short_scales")
def test_scales_and_steps_are_numbered_and_progress_reaches_one(recipe: Recipe) -> None:
    events = run(recipe)
    assert events[1] == ScaleStarted(48, 48, 36, scale=1, num_scales=2, num_steps=3)
    so_far = 3 * 48**2 / (3 * 48**2 + 2 * 64**2)
    assert events[5] == ScaleStarted(64, 64, 48, scale=2, num_scales=2, num_steps=2, progress=so_far)
    steps = [event for event in events if isinstance(event, StepDone)]
    assert [(step.scale_px, step.step, step.num_steps) for step in steps] == [
        (48, 1, 3), (48, 2, 3), (48, 3, 3), (64, 1, 2), (64, 2, 2),
    ]  # fmt: skip
    assert [step.progress for step in steps] == sorted(step.progress for step in steps)
    assert steps[-1].progress == pytest.approx(1)
    assert result(events).num_steps == 5
    assert not result(events).stopped


@pytest.mark.parametrize("loss", [StyleLossName.WASSERSTEIN, *apart(StyleLossName.GRAM)])
# The strokes of a painting this small are never near everywhere: that part of the loss stays.
@pytest.mark.parametrize(("freedom", "share_left"), [(0, 0.6), (50, 0.7)])
def test_the_loss_falls(recipe: Recipe, loss: StyleLossName, freedom: float, share_left: float) -> None:
    events = run(replace(recipe, loss=loss, freedom=freedom))
    steps = [event for event in events if isinstance(event, StepDone)]
    assert steps[-1].loss < share_left * steps[0].loss
    assert steps[-1].style_loss < 0.5 * steps[0].style_loss


@pytest.mark.usefixtures("two_short_scales")
@pytest.mark.parametrize("start_from", [StartFrom.PHOTO, StartFrom.NOISE])
def test_same_recipe_same_bytes(recipe: Recipe, start_from: StartFrom) -> None:
    recipe = replace(recipe, start_from=start_from, seed=7)
    first, second = (result(run(recipe)).picture.rgb.tobytes() for _ in range(2))
    assert first == second


@pytest.mark.usefixtures("two_short_scales")
def test_another_seed_another_picture_from_noise(recipe: Recipe) -> None:
    first, second = (result(run(replace(recipe, start_from=StartFrom.NOISE, seed=seed))).picture.rgb for seed in (1, 2))
    assert not np.array_equal(first, second)


def first_preview(recipe: Recipe) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    events = stylize(recipe, networks_folder=NETWORKS_FOLDER, preview_due=lambda: True)
    return next(event.pixels for event in events if isinstance(event, PreviewReady))


def test_a_run_can_start_from_photo_noise_or_picture(recipe: Recipe, painting: Path) -> None:
    photo = read_picture(recipe.photo, 64).rgb.astype(int)
    assert np.abs(first_preview(replace(recipe, color=ColorMode.MATCH)) - photo).max() <= 1
    mean_of_painting = read_picture(painting).rgb.mean((0, 1))
    assert np.abs(first_preview(recipe).mean((0, 1)) - mean_of_painting).max() < 10
    noise = first_preview(replace(recipe, start_from=StartFrom.NOISE))
    assert 100 < noise.mean() < 155
    assert noise.std() > 60
    from_painting = replace(recipe, start_from=StartFrom.PICTURE, start_picture=painting)
    stretched = np.asarray(Image.open(painting).resize((64, 48), Image.Resampling.BICUBIC)).astype(int)
    assert np.abs(first_preview(from_painting) - stretched).mean() < 4


@pytest.mark.parametrize("stop_after", [1, 4])
@pytest.mark.usefixtures("two_short_scales")
def test_a_stop_ends_the_run_within_one_step_and_keeps_the_picture(recipe: Recipe, stop_after: int) -> None:
    control = RunControl()
    events: list[Event] = []
    for event in stylize(recipe, networks_folder=NETWORKS_FOLDER, control=control):
        events.append(event)
        if sum(isinstance(each, StepDone) for each in events) == stop_after:
            control.stop()
    assert sum(isinstance(event, StepDone) for event in events) == stop_after
    finished = result(events)
    assert finished.stopped
    assert finished.picture.rgb.shape == (48, 64, 3)
    assert not np.array_equal(finished.picture.rgb, read_picture(recipe.photo, 64).rgb)


def test_a_run_stopped_before_it_starts_gives_back_the_photo(recipe: Recipe) -> None:
    control = RunControl()
    control.stop()
    finished = result(run(recipe, control))
    assert finished.stopped
    assert finished.num_steps == 0
    assert np.array_equal(finished.picture.rgb, read_picture(recipe.photo, 64).rgb)


def test_strength_zero_gives_back_the_photo_itself(recipe: Recipe) -> None:
    finished = result(run(replace(recipe, style_strength=0)))
    assert not finished.stopped
    assert np.array_equal(finished.picture.rgb, read_picture(recipe.photo, 64).rgb)


@pytest.mark.parametrize("loss", [StyleLossName.WASSERSTEIN, *apart(StyleLossName.GRAM)])
def test_more_strength_leaves_less_of_the_photo(recipe: Recipe, loss: StyleLossName) -> None:
    content_losses = []
    for strength in (10, 50, 100):
        events = run(replace(recipe, loss=loss, style_strength=strength))
        content_losses.append([event.content_loss for event in events if isinstance(event, StepDone)][-1])
    assert content_losses == sorted(content_losses)
    assert content_losses[0] < 0.5 * content_losses[-1]


@pytest.mark.usefixtures("two_short_scales")
def test_the_network_matters(recipe: Recipe) -> None:
    pictures = [
        result(run(changed)).picture.rgb.tobytes()
        for changed in (
            recipe,
            replace(recipe, network=NetworkName.VGG16),
        )
    ]
    assert len(set(pictures)) == 2


@pytest.mark.usefixtures("two_short_scales")
def test_transparency_is_kept(recipe: Recipe, tmp_path: Path) -> None:
    photo = Image.open(recipe.photo).convert("RGBA")
    photo.putalpha(Image.linear_gradient("L").resize(photo.size))
    photo.save(tmp_path / "see-through.png")
    transparent = replace(recipe, photo=tmp_path / "see-through.png")
    picture = result(run(transparent)).picture
    expected = read_picture(transparent.photo, 64).alpha
    assert picture.alpha is not None
    assert expected is not None
    assert np.array_equal(picture.alpha, expected)
    # Over white, a colour can be no darker than what is see-through lets it be.
    assert (picture.rgb.astype(int) >= 254 - expected[..., None].astype(int)).all()


@pytest.mark.usefixtures("two_short_scales")
@pytest.mark.parametrize("start_from", list(StartFrom))
def test_a_cropped_photo_is_painted_in_the_shape_of_its_sheet(
    recipe: Recipe, start_from: StartFrom, painting: Path
) -> None:
    sheet = PrintFormat(32, 64, dpi=25.4)
    start = painting if start_from in {StartFrom.PICTURE, StartFrom.FINISHED} else None
    recipe = replace(recipe, start_from=start_from, start_picture=start).for_print(sheet, Fit.CROP, (120, 90))
    events = run(recipe, previews=True)
    assert all(
        event.pixels.shape[0] == 2 * event.pixels.shape[1] for event in events if isinstance(event, PreviewReady)
    )
    picture = result(events).picture
    assert (picture.width_px, picture.height_px) == sheet.size_px == (32, 64)


@pytest.mark.usefixtures("two_short_scales")
def test_16_bits_are_painted_only_if_asked_for(recipe: Recipe) -> None:
    shallow, deep = (result(run(replace(recipe, depth_bits=bits))).picture for bits in (8, 16))
    assert shallow.deep is None
    assert deep.deep is not None
    assert np.array_equal(deep.rgb, shallow.rgb)
    assert np.abs(deep.deep / 257 - deep.rgb).max() <= 0.5 + 1 / 257
    assert (deep.deep % 257 != 0).mean() > 0.9


@pytest.mark.usefixtures("two_short_scales")
def test_several_paintings_are_mixed(recipe: Recipe) -> None:
    pictures = [
        result(run(replace(recipe, styles=(recipe.styles[0], StyleSource(recipe.photo, weight))))).picture.rgb
        for weight in (0.0, 1.0)
    ]
    alone = result(run(recipe)).picture.rgb
    assert np.abs(pictures[0].astype(int) - alone).max() <= 1
    assert not np.array_equal(pictures[1], alone)


@pytest.mark.parametrize("size", [(640, 40), (40, 640)])
def test_a_long_thin_photo_skips_the_scales_it_is_too_thin_for(recipe: Recipe, size: tuple[int, int]) -> None:
    Image.open(recipe.photo).resize(size).save(recipe.photo)
    scales = [e for e in run(replace(recipe, size_px=256)) if isinstance(e, ScaleStarted)]
    assert [scale.scale_px for scale in scales] == [256]
    with pytest.raises(RecipeError, match="TOO_NARROW short_side_px=4"):
        run(recipe)


def test_an_extremely_thin_painting_is_no_obstacle(recipe: Recipe, tmp_path: Path) -> None:
    Image.open(recipe.photo).resize((600, 40)).save(tmp_path / "frieze.png")
    assert run(replace(recipe, styles=(StyleSource(tmp_path / "frieze.png"),)))


def test_bad_files_are_reported_before_anything_is_painted(recipe: Recipe, tmp_path: Path) -> None:
    for changed in (
        replace(recipe, photo=tmp_path / "none.png"),
        replace(recipe, styles=(StyleSource(tmp_path / "none.png"),)),
        replace(recipe, start_from=StartFrom.PICTURE, start_picture=tmp_path / "none.png"),
    ):
        with pytest.raises(ImageFileError):
            run(changed)
    with pytest.raises(NetworkFileError):
        list(stylize(recipe, networks_folder=tmp_path))


def break_at(
    monkeypatch: pytest.MonkeyPatch, step: int, how: Evaluation | Exception, *, again: bool = True
) -> list[int]:
    """Let the evaluation of the given number, from 1, and the later ones if ``again``, end in the given way."""
    evaluate = Objective.evaluate
    calls: list[int] = []

    def breaking(self: Objective, canvas: object) -> Evaluation:
        calls.append(1)
        if len(calls) < step or (len(calls) > step and not again):
            return evaluate(self, canvas)  # type: ignore[arg-type] # passed through as it came
        if isinstance(how, Exception):
            raise how
        found = evaluate(self, canvas)  # type: ignore[arg-type] # passed through as it came
        return replace(found, loss=how.loss, gradient=found.gradient * how.gradient)

    monkeypatch.setattr(Objective, "evaluate", breaking)
    return calls


@pytest.mark.usefixtures("two_short_scales")
@pytest.mark.parametrize(("loss", "factor"), [(float("nan"), 1.0), (float("inf"), 1.0), (0.1, float("nan"))])
def test_a_run_that_breaks_down_keeps_the_last_good_picture(
    recipe: Recipe, monkeypatch: pytest.MonkeyPatch, loss: float, factor: float
) -> None:
    break_at(monkeypatch, 5, Evaluation(loss, 0, 0, 0, 0, factor))  # type: ignore[arg-type] # a factor is all it takes
    with pytest.raises(DivergedError) as caught:
        run(recipe)
    picture = caught.value.picture
    assert picture is not None
    assert picture.rgb.shape == (48, 64, 3)
    assert picture.rgb.std() > 10


@pytest.mark.usefixtures("two_short_scales")
@pytest.mark.parametrize(
    "error", [MemoryError(), RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried to allocate …")]
)
def test_running_out_of_memory_keeps_the_picture_so_far(
    recipe: Recipe, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    break_at(monkeypatch, 4, error)
    with pytest.raises(OutOfMemoryError) as caught:
        run(recipe)
    assert caught.value.arguments == {"size_px": 64}
    assert caught.value.picture is not None


@pytest.mark.usefixtures("two_short_scales")
@pytest.mark.parametrize("with_the_picture", [False, True])
def test_a_lost_device_ends_the_run_in_its_own_error(
    recipe: Recipe, monkeypatch: pytest.MonkeyPatch, with_the_picture: bool
) -> None:
    error = RuntimeError("CUDA error: unspecified launch failure")
    break_at(monkeypatch, 4, error)
    if with_the_picture:

        def fail(*_arguments: object) -> Picture:
            raise error

        monkeypatch.setattr("core.optimization.run.best_picture", fail)
    with pytest.raises(DeviceLostError) as caught:
        run(recipe)
    assert (caught.value.picture is None) is with_the_picture


@pytest.mark.usefixtures("two_short_scales")
@pytest.mark.parametrize("black", [True, False])
def test_a_run_that_begins_at_its_optimum_does_not_break_down(recipe: Recipe, tmp_path: Path, black: bool) -> None:
    path = recipe.photo
    if black:
        path = tmp_path / "black.png"
        Image.new("RGB", (64, 48)).save(path)
    finished = result(run(replace(recipe, photo=path, styles=(StyleSource(path),))))
    assert finished.num_steps == 5
    assert np.abs(finished.picture.rgb.astype(float) - read_picture(path).resized(64).rgb).mean() < 12


@pytest.mark.usefixtures("two_short_scales")
def test_what_breaks_off_before_its_first_step_has_no_picture(recipe: Recipe, monkeypatch: pytest.MonkeyPatch) -> None:
    break_at(monkeypatch, 1, MemoryError())
    with pytest.raises(OutOfMemoryError) as caught:
        run(recipe)
    assert caught.value.picture is None


@pytest.mark.usefixtures("two_short_scales")
def test_other_errors_pass_as_they_are(recipe: Recipe, monkeypatch: pytest.MonkeyPatch) -> None:
    break_at(monkeypatch, 1, RuntimeError("something else"))
    with pytest.raises(RuntimeError, match="something else"):
        run(recipe)


@pytest.mark.usefixtures("two_short_scales")
@pytest.mark.parametrize("loss", [float("nan"), *apart(1e6)])
def test_a_breakdown_is_answered_once_by_rolling_back_to_full_precision(
    recipe: Recipe, monkeypatch: pytest.MonkeyPatch, loss: float
) -> None:
    calls = break_at(monkeypatch, 3, Evaluation(loss, 0, 0, 0, 0, 1.0), again=False)  # type: ignore[arg-type] # see above
    dtypes: list[torch.dtype] = []
    switch = VggFeatures.in_precision

    def watched(self: VggFeatures, dtype: torch.dtype) -> VggFeatures:
        dtypes.append(dtype)
        return switch(self, dtype)

    monkeypatch.setattr(VggFeatures, "in_precision", watched)
    events = run(replace(recipe, precision=Precision.HALF))
    assert dtypes == [torch.bfloat16, torch.float32]
    assert len(calls) == 6
    assert result(events).num_steps == 5
    assert all(np.isfinite(event.loss) for event in events if isinstance(event, StepDone))


@pytest.mark.usefixtures("two_short_scales")
@pytest.mark.parametrize("loss", [StyleLossName.WASSERSTEIN, *apart(StyleLossName.GRAM)])
def test_half_precision_paints_nearly_the_same_picture(
    recipe: Recipe, loss: StyleLossName, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As few steps as here do not settle what a bold first move stirs up.
    monkeypatch.setattr(Lbfgs, "FIRST_MOVE", 0.02)
    full, half = (
        result(run(replace(recipe, loss=loss, precision=precision))).picture.rgb.astype(float)
        for precision in (Precision.FULL, Precision.HALF)
    )
    assert 0 < np.abs(full - half).mean() < 8


def changed_after_two_steps(recipe: Recipe, change: StyleSettings) -> list[Event]:
    control, events = RunControl(), []
    for event in stylize(recipe, networks_folder=NETWORKS_FOLDER, control=control):
        events.append(event)
        if sum(isinstance(each, StepDone) for each in events) == 2 and isinstance(event, StepDone):
            control.change(change)
    return events


def answers(events: list[Event]) -> list[Event]:
    return [event for event in events if isinstance(event, SettingsTaken | SettingsRefused)]


@pytest.mark.usefixtures("two_short_scales")
def test_a_change_that_is_taken_is_told_before_the_next_step_and_reads_nothing(
    recipe: Recipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    change = StyleSettings(90, (2.0,), 0.5, 50)
    reads: list[Path] = []

    def counted(path: Path, *args: Any) -> tuple[Picture, InputFile]:  # noqa: ANN401
        reads.append(path)
        return read_input(path, *args)

    monkeypatch.setattr(sources, "read_input", counted)
    events = changed_after_two_steps(recipe, change)
    assert answers(events) == [SettingsTaken(change.applied_to(recipe))]
    kinds = [type(event) for event in events]
    assert kinds[3:6] == [StepDone, SettingsTaken, StepDone]
    assert reads == [recipe.photo, recipe.styles[0].path]


@pytest.mark.usefixtures("two_short_scales")
@pytest.mark.parametrize(
    ("change", "error"),
    [
        (StyleSettings(50, (1.0,), 1.5, 50), ImageFileError),
        (StyleSettings(101, (1.0,), 1, 50), RecipeError),
        (StyleSettings(50, (0.0,), 1, 50), RecipeError),
        (StyleSettings(50, (1.0, 1.0), 1, 50), RecipeError),
    ],
)
def test_a_change_that_cannot_be_followed_is_refused_and_the_run_goes_on_as_it_was(
    recipe: Recipe, change: StyleSettings, error: type[StyleTransferError]
) -> None:
    unchanged = result(run(recipe))
    control, events = RunControl(), []
    for event in stylize(recipe, networks_folder=NETWORKS_FOLDER, control=control):
        events.append(event)
        if isinstance(event, StepDone) and (event.scale_px, event.step) == (48, 2):
            recipe.styles[0].path.unlink()
            control.change(change)
    (refused,) = answers(events)
    assert isinstance(refused, SettingsRefused)
    assert isinstance(refused.error, error)
    assert refused.error.__traceback__ is None
    assert refused.recipe == result(events).recipe == recipe
    assert result(events).picture.rgb.tobytes() == unchanged.picture.rgb.tobytes()


@pytest.mark.usefixtures("two_short_scales")
@pytest.mark.parametrize(
    ("error", "told"),
    [
        (DiskFullError(), DiskFullError),
        (MemoryError(), OutOfMemoryError),
        (RuntimeError("DefaultCPUAllocator: not enough memory"), OutOfMemoryError),
    ],
)
def test_a_change_whose_targets_cannot_be_computed_is_refused(
    recipe: Recipe, monkeypatch: pytest.MonkeyPatch, error: Exception, told: type[StyleTransferError]
) -> None:
    # Without strokes: their nearest neighbours would be searched anew, which is as it was but for trifles.
    recipe = replace(recipe, freedom=0)
    unchanged, control, events = result(run(recipe)), RunControl(), []
    # The size of the tiles makes no difference here but for rounding.
    monkeypatch.setattr(TilePlan, "is_smallest", property(lambda _: True))
    for event in stylize(recipe, networks_folder=NETWORKS_FOLDER, control=control):
        events.append(event)
        if isinstance(event, StepDone) and (event.scale_px, event.step) == (48, 2):
            fail_once(monkeypatch, Sweeper, "content_of", error)
            control.change(StyleSettings(90, (1.0,), 1, 0))
    (refused,) = answers(events)
    assert isinstance(refused, SettingsRefused)
    assert isinstance(refused.error, told)
    assert result(events).recipe == recipe
    assert result(events).picture.rgb.tobytes() == unchanged.picture.rgb.tobytes()


@pytest.mark.usefixtures("two_short_scales")
def test_what_nobody_expects_of_a_change_ends_the_run(recipe: Recipe, monkeypatch: pytest.MonkeyPatch) -> None:
    control = RunControl()
    events = stylize(recipe, networks_folder=NETWORKS_FOLDER, control=control)
    assert isinstance([next(events) for _ in range(3)][-1], StepDone)
    fail_once(monkeypatch, Sweeper, "content_of", RuntimeError("something else"))
    control.change(StyleSettings(90, (1.0,), 1, 50))
    with pytest.raises(RuntimeError, match="something else"):
        list(events)


def fail_once(monkeypatch: pytest.MonkeyPatch, owner: object, name: str, error: Exception) -> None:
    """Let the next call of a function raise an error, and no later one."""
    original, calls = getattr(owner, name), 0

    def failing(*args: Any, **options: Any) -> Any:  # noqa: ANN401
        nonlocal calls
        calls += 1
        if calls == 1:
            raise error
        return original(*args, **options)

    monkeypatch.setattr(owner, name, failing)


@pytest.mark.usefixtures("two_short_scales")
@pytest.mark.parametrize("num_steps_before", range(6))
def test_the_last_event_tells_with_which_settings_was_painted(recipe: Recipe, num_steps_before: int) -> None:
    change, control, num_steps = StyleSettings(90, (1.0,), 1, 50), RunControl(), 0
    if num_steps_before == 0:
        control.change(change)
    events = []
    for event in stylize(recipe, networks_folder=NETWORKS_FOLDER, control=control):
        events.append(event)
        num_steps += isinstance(event, StepDone)
        if isinstance(event, StepDone) and num_steps == num_steps_before:
            control.change(change)
    # What is asked for in the last step comes too late.
    expected = recipe if num_steps_before == 5 else change.applied_to(recipe)
    assert result(events).recipe == expected


@pytest.mark.usefixtures("two_short_scales")
def test_a_change_is_followed_though_the_loss_was_flat(recipe: Recipe, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scale_painter, "is_flat", lambda losses: len(losses) == 1)
    control, change = RunControl(), StyleSettings(90, (1.0,), 1, 50)
    events = []
    for event in stylize(recipe, networks_folder=NETWORKS_FOLDER, control=control):
        events.append(event)
        if isinstance(event, StepDone) and event.scale_px == 64 and event.step == 1:
            control.change(change)
    assert result(events).recipe == change.applied_to(recipe)
    assert result(events).num_steps == 3


@pytest.mark.usefixtures("two_short_scales")
@pytest.mark.parametrize(
    "change",
    [
        StyleSettings(95, (1.0,), 1, 50),
        StyleSettings(50, (1.0,), 0.5, 50),
        *apart(StyleSettings(0, (1.0,), 1, 50), StyleSettings(50, (1.0,), 1, 0), StyleSettings(50, (1.0,), 1, 100)),
    ],
)
def test_a_change_of_mind_takes_effect_with_the_next_step(recipe: Recipe, change: StyleSettings) -> None:
    unchanged, changed = run(recipe), changed_after_two_steps(recipe, change)
    losses, changed_losses = (
        [event.loss for event in events if isinstance(event, StepDone)] for events in (unchanged, changed)
    )
    assert changed_losses[:2] == losses[:2]
    assert changed_losses[2] != losses[2]
    assert len(changed_losses) == len(losses)


@pytest.mark.usefixtures("two_short_scales")
def test_changed_style_weights_count_from_the_next_step(recipe: Recipe) -> None:
    both = replace(recipe, styles=(StyleSource(recipe.styles[0].path, 1.0), StyleSource(recipe.photo, 1.0)))
    changed = changed_after_two_steps(both, StyleSettings(50, (1.0, 0.0), 1, 50))
    losses = [event.style_loss for event in run(both) if isinstance(event, StepDone)]
    assert [event.style_loss for event in changed if isinstance(event, StepDone)][2] != losses[2]


@pytest.mark.usefixtures("two_short_scales")
def test_settings_that_stay_as_they_are_change_nothing(recipe: Recipe) -> None:
    same = changed_after_two_steps(recipe, StyleSettings.of(recipe))
    assert answers(same) == []
    assert result(same).picture.rgb.tobytes() == result(run(recipe)).picture.rgb.tobytes()


@pytest.mark.usefixtures("two_short_scales")
def test_a_paused_run_holds_until_it_is_resumed(recipe: Recipe) -> None:
    control = RunControl()
    events = stylize(recipe, networks_folder=NETWORKS_FOLDER, control=control)
    assert isinstance([next(events) for _ in range(3)][-1], StepDone)
    control.pause()
    assert next(events) == Held()
    timer = threading.Timer(0.5, control.resume)
    timer.start()
    began_s = time.monotonic()
    assert next(events) == Resumed()
    assert time.monotonic() - began_s > 0.4
    timer.join()
    rest = list(events)
    assert sum(isinstance(event, StepDone) for event in rest) == 4
    assert not any(isinstance(event, Held | Resumed) for event in rest)


@pytest.mark.usefixtures("two_short_scales")
def test_the_photo_s_colours_can_be_kept(recipe: Recipe) -> None:
    photo = torch.from_numpy(read_picture(recipe.photo, 64).rgb.copy()).permute(2, 0, 1)[None].float() / 255
    kept = result(run(replace(recipe, color=ColorMode.PHOTO))).picture.rgb
    found = torch.from_numpy(kept.copy()).permute(2, 0, 1)[None].float() / 255
    chrominance, wanted = found - luma(found), photo - luma(photo)
    in_range = ((found > 0.01) & (found < 0.99)).all(1, keepdim=True).expand_as(found)
    assert in_range.float().mean() > 0.5
    assert (chrominance - wanted)[in_range].abs().max() < 2 / 255
    painted = result(run(recipe)).picture.rgb.astype(float)
    assert np.abs(painted - kept).mean() > 5


@pytest.mark.usefixtures("two_short_scales")
def test_a_painting_recoloured_to_match_keeps_the_photo_s_mean_colour(recipe: Recipe) -> None:
    photo = read_picture(recipe.photo, 64).rgb.mean((0, 1))
    matched, painted = (
        result(run(replace(recipe, color=color, style_strength=80))).picture.rgb.mean((0, 1))
        for color in (ColorMode.MATCH, ColorMode.STYLE)
    )
    assert np.abs(matched - photo).max() < 0.5 * np.abs(painted - photo).max()


@pytest.mark.usefixtures("two_short_scales")
def test_the_style_scale_changes_the_picture(recipe: Recipe) -> None:
    pictures = {result(run(replace(recipe, style_scale=scale))).picture.rgb.tobytes() for scale in (0.25, 1, 4)}
    assert len(pictures) == 3


@pytest.mark.usefixtures("two_short_scales")
def test_a_scale_that_has_flattened_is_left(recipe: Recipe, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scale_painter, "is_flat", lambda losses: len(losses) == 1)
    steps = [event for event in run(recipe) if isinstance(event, StepDone)]
    assert [(step.scale_px, step.step) for step in steps] == [(48, 1), (64, 1)]


@pytest.mark.parametrize(
    ("losses", "flat"),
    [
        ([1.0] * 15, False),
        ([1.0] * 16, True),
        ([0.9**step for step in range(40)], False),
        ([2 - 0.0001 * step for step in range(40)], True),
        ([1.0] * 30 + [0.5], False),
    ],
)
def test_a_loss_is_flat_when_it_has_hardly_fallen_for_a_while(losses: list[float], flat: bool) -> None:
    assert is_flat(losses) is flat


@pytest.mark.parametrize("error", [MemoryError(), *apart(RuntimeError("DefaultCPUAllocator: not enough memory"))])
@pytest.mark.parametrize(
    ("where", "call"),
    [
        ((Objective, "evaluate"), 1),
        ((Objective, "evaluate"), 4),
        ((Sweeper, "content_of"), 1),
        ((Sweeper, "content_of"), 2),
        ((Sweeper, "statistics"), 1),
        ((Sweeper, "statistics"), 3),
        ((Sweeper, "gradient"), 2),
        ((Lbfgs, "move"), 2),
        ((Lbfgs, "move"), 5),
    ],
)
@pytest.mark.usefixtures("two_short_scales")
def test_memory_running_out_once_makes_the_tiles_smaller_and_the_run_goes_on(
    recipe: Recipe, monkeypatch: pytest.MonkeyPatch, where: tuple[type, str], call: int, error: Exception
) -> None:
    owner, name = where
    original, calls = getattr(owner, name), 0

    def running_out(*args: Any, **options: Any) -> Any:  # noqa: ANN401
        nonlocal calls
        calls += 1
        if calls == call:
            raise error
        return original(*args, **options)

    monkeypatch.setattr(owner, name, running_out)
    finished = result(run(recipe))
    assert not finished.stopped
    assert finished.num_steps == 5
    assert calls > call


@pytest.mark.parametrize(("module", "name"), [(run_module, "enlarged_canvas"), (view, "to_rgb")])
@pytest.mark.usefixtures("two_short_scales")
def test_memory_running_out_between_the_steps_does_not_end_the_run(
    recipe: Recipe, monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str
) -> None:
    original, calls = getattr(module, name), 0

    def running_out(*args: Any) -> Any:  # noqa: ANN401
        nonlocal calls
        calls += 1
        if calls == 1:
            raise MemoryError
        return original(*args)

    monkeypatch.setattr(module, name, running_out)
    events = run(recipe, previews=name == "to_rgb")
    assert result(events).num_steps == 5
    assert result(events).picture.rgb.shape == (48, 64, 3)
    assert calls > 1


@pytest.mark.usefixtures("two_short_scales")
def test_a_disk_that_is_full_ends_the_run_with_the_picture_kept(
    recipe: Recipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_at(monkeypatch, 4, DiskFullError())
    with pytest.raises(DiskFullError) as caught:
        run(recipe)
    assert caught.value.picture is not None


@pytest.mark.usefixtures("two_short_scales")
def test_memory_running_out_for_the_picture_itself_does_not_lose_it(
    recipe: Recipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = result(run(recipe)).picture.rgb
    fail_once(monkeypatch, result_module, "to_rgb", RuntimeError("DefaultCPUAllocator: not enough memory"))
    assert np.array_equal(result(run(recipe)).picture.rgb, expected)


@pytest.mark.usefixtures("two_short_scales")
@pytest.mark.parametrize("breaks_off", [False, True])
def test_a_picture_for_which_there_is_too_little_memory_is_kept_smaller(
    recipe: Recipe, monkeypatch: pytest.MonkeyPatch, breaks_off: bool
) -> None:
    def without_room(band: torch.Tensor) -> Any:  # noqa: ANN401
        if band.shape[3] > 40:
            raise MemoryError
        return to_rgb(band)

    monkeypatch.setattr(result_module, "to_rgb", without_room)
    if breaks_off:
        break_at(monkeypatch, 5, DivergedError())
    with pytest.raises(DivergedError if breaks_off else OutOfMemoryError) as caught:
        run(recipe)
    assert caught.value.picture is not None
    assert caught.value.picture.rgb.shape == (24, 32, 3)


def of_steps() -> list[object]:
    """What is alive of what only steps need."""
    gc.collect()
    # By type: some other objects warn of being asked anything.
    return [each for each in gc.get_objects() if type(each) in {Lbfgs, Objective, Sweeper, ScalePainter}]


@pytest.mark.usefixtures("two_short_scales")
@pytest.mark.parametrize("error", [None, DivergedError(), MemoryError(), DiskFullError()])
def test_what_only_steps_need_is_let_go_before_the_picture_is_made(
    recipe: Recipe, monkeypatch: pytest.MonkeyPatch, error: Exception | None
) -> None:
    alive: list[object] = []

    def watched(*args: Any) -> Any:  # noqa: ANN401
        alive.extend(each for each in of_steps() if id(each) not in before)
        return best_picture(*args)

    # What the run of another test left, such as one whose error is still remembered.
    before = {id(each) for each in of_steps()}
    monkeypatch.setattr(run_module, "best_picture", watched)
    if error is None:
        run(recipe)
    else:
        break_at(monkeypatch, 4, error)
        with pytest.raises((DivergedError, OutOfMemoryError, DiskFullError)):
            run(recipe)
    assert alive == []


def test_memory_running_out_while_the_pictures_are_read_is_told_as_such(
    recipe: Recipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_once(monkeypatch, sources, "read_size", MemoryError())
    with pytest.raises(OutOfMemoryError) as caught:
        run(recipe)
    assert caught.value.picture is None


@pytest.mark.usefixtures("two_short_scales")
def test_a_preview_is_no_larger_than_a_screen(recipe: Recipe, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_module, "LARGEST_PREVIEW_PX", 50)
    events = run(recipe, previews=True)
    shapes = [event.pixels.shape for event in events if isinstance(event, PreviewReady)]
    assert shapes == [(36, 48, 3)] * 4 + [(38, 50, 3)] * 3
    assert result(events).picture.rgb.shape == (48, 64, 3)


@pytest.mark.usefixtures("two_short_scales")
def test_a_memory_too_small_for_the_whole_paints_the_same_picture_in_tiles(
    recipe: Recipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.optimization.memory_plan.SMALLEST_TILE_PX", 16)
    # Steps enlarge rounding, and with fewer products it is thirty times as large: by where tiles begin, 3 of 255.
    monkeypatch.setattr("core.loss.convolution._FEWEST_CHANNELS", 1 << 20)
    # Few moves in both, so that memory decides of nothing but the tiles.
    monkeypatch.setattr("core.optimization.memory_plan._MOST_PAIRS", 2)
    whole = result(run(recipe)).picture.rgb.astype(int)
    *_, last = stylize(recipe, networks_folder=NETWORKS_FOLDER, max_memory_bytes=1)
    assert isinstance(last, Finished)
    difference = np.abs(last.picture.rgb.astype(int) - whole)
    # Rounding sends pixels a little another way, on processors with AVX512 twice as far as with AVX2.
    assert difference.mean() < 2
    assert np.quantile(difference, 0.99) < 8
