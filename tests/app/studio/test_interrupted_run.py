from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from app.run.job import JobState
from core.errors import ImageFileError
from core.optimization.checkpoint.manifest import PREVIEW_NAME, Destination
from core.optimization.checkpoint.plan import Checkpoints
from core.optimization.checkpoint.run_folders import new_run_folder, saved_runs
from core.optimization.checkpoint.writer import CheckpointWriter
from core.recipe.recipe import Recipe, StyleSource
from tests.core.optimization.checkpoint.run_states import run_state, snapshot

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.studio.interrupted_run import InterruptedRun
    from app.studio.studio import Studio
    from app.system.user_folders import UserFolders
    from tests.app.fake_engine import FakeEngine


@pytest.fixture
def recipe(photo: Path, painting: Path) -> Recipe:
    return Recipe(photo, (StyleSource(painting),), size_px=64)


def interrupted(folders: UserFolders, recipe: Recipe, *, stopped: bool = False, output: Path | None = None) -> Path:
    with new_run_folder(folders.checkpoints) as folder:
        checkpoints = Checkpoints(folder.path, Destination(output))
        writer = CheckpointWriter(checkpoints, None)
        writer.write(snapshot(run_state(recipe=recipe), stopped=stopped))
    return folder.path


def found_by(studio: Studio, qtbot: QtBot) -> list[InterruptedRun]:
    found: list[InterruptedRun] = []
    studio.interrupted.found.connect(found.append)
    studio.interrupted.look()
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)
    return found


def test_what_a_crash_has_left_is_found_with_its_picture(
    studio: Studio, qtbot: QtBot, folders: UserFolders, recipe: Recipe
) -> None:
    folder = interrupted(folders, recipe)
    (run,) = found_by(studio, qtbot)
    assert (run.folder, run.recipe, run.progress) == (folder, recipe, 0.25)
    assert (run.picture.width(), run.picture.height()) == (6, 4)


def test_what_was_stopped_or_goes_on_or_is_not_there_is_not_offered(
    studio: Studio, qtbot: QtBot, folders: UserFolders, recipe: Recipe
) -> None:
    assert found_by(studio, qtbot) == []
    interrupted(folders, recipe, stopped=True)
    with new_run_folder(folders.checkpoints):
        assert found_by(studio, qtbot) == []


def test_a_picture_that_is_gone_on_with_is_a_job_like_any_other(
    studio: Studio, qtbot: QtBot, engine: FakeEngine, folders: UserFolders, recipe: Recipe
) -> None:
    interrupted(folders, recipe)
    found_by(studio, qtbot)
    settled: list[bool] = []
    studio.interrupted.settled.connect(lambda: settled.append(True))
    studio.interrupted.go_on()
    assert settled == [True]
    qtbot.waitUntil(lambda: studio.queue.current is not None and studio.queue.current.state is JobState.DONE)
    (state,) = engine.resumed_from
    assert state is not None
    assert state.num_steps == run_state().num_steps
    job = studio.queue.current
    assert job is not None
    assert job.recipe == recipe
    assert job.name == "photo – painting"
    assert not job.photo.isNull()
    # Once the picture is on the disk, nothing is needed to go on with.
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on and saved_runs(folders.checkpoints) == ())
    assert len(list(folders.kept.iterdir())) == 1


def test_a_picture_that_nobody_wants_is_removed(
    studio: Studio, qtbot: QtBot, folders: UserFolders, recipe: Recipe
) -> None:
    interrupted(folders, recipe)
    found_by(studio, qtbot)
    studio.interrupted.discard()
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)
    assert saved_runs(folders.checkpoints) == ()


def test_one_that_is_left_is_found_again(studio: Studio, qtbot: QtBot, folders: UserFolders, recipe: Recipe) -> None:
    interrupted(folders, recipe)
    found_by(studio, qtbot)
    studio.interrupted.leave()
    studio.interrupted.go_on()  # nothing is left to be decided about
    assert studio.queue.jobs == ()
    assert len(found_by(studio, qtbot)) == 1


def test_a_painting_that_has_changed_is_told_and_the_checkpoint_stays(
    studio: Studio, qtbot: QtBot, folders: UserFolders, recipe: Recipe
) -> None:
    interrupted(folders, recipe)
    found_by(studio, qtbot)
    Image.new("RGB", (60, 45)).save(recipe.styles[0].path)
    said: list[str] = []
    studio.notices.posted.connect(lambda notice: said.append(notice.what))
    studio.interrupted.go_on()
    qtbot.waitUntil(lambda: said != [])
    assert "has changed since it was begun" in said[0]
    assert len(saved_runs(folders.checkpoints)) == 1


def test_a_photo_that_is_gone_is_told(studio: Studio, qtbot: QtBot, folders: UserFolders, recipe: Recipe) -> None:
    interrupted(folders, recipe)
    found_by(studio, qtbot)
    recipe.photo.unlink()
    errors: list[Exception] = []
    studio.interrupted.failed.connect(errors.append)
    studio.interrupted.go_on()
    qtbot.waitUntil(lambda: errors != [])
    assert isinstance(errors[0], ImageFileError)
    assert len(saved_runs(folders.checkpoints)) == 1


def test_one_without_a_picture_is_found_all_the_same(
    studio: Studio, qtbot: QtBot, folders: UserFolders, recipe: Recipe
) -> None:
    (interrupted(folders, recipe) / PREVIEW_NAME).unlink()
    (run,) = found_by(studio, qtbot)
    assert run.picture.isNull()


def test_a_stopped_picture_can_be_finished(
    ready: Studio, qtbot: QtBot, engine: FakeEngine, folders: UserFolders
) -> None:
    engine.keeps_checkpoints, engine.hold_after = True, 2
    ready.stylize()
    qtbot.waitUntil(lambda: ready.queue.active is not None and ready.queue.active.progress is not None)
    qtbot.waitUntil(lambda: ready.queue.active is not None and getattr(ready.queue.active.progress, "step", 0) == 2)
    assert not any(job.can_be_finished for job in ready.queue.jobs)
    ready.stop()
    qtbot.waitUntil(lambda: ready.shutdown.nothing_goes_on)
    stopped = ready.queue.current
    assert stopped is not None
    assert stopped.state is JobState.STOPPED
    assert stopped.can_be_finished
    engine.hold_after = None
    ready.finish()
    qtbot.waitUntil(lambda: ready.shutdown.nothing_goes_on)
    done = ready.queue.current
    assert done is not None
    assert done.state is JobState.DONE
    assert (done.resume_from, done.recipe, done.name) == (stopped.checkpoint, stopped.recipe, stopped.name)
    assert engine.resumed_from[1] is not None
    assert not done.can_be_finished
    assert saved_runs(folders.checkpoints) == ()
    # Both pictures are kept.
    assert len(list(folders.kept.iterdir())) == 2
    ready.finish()
    assert ready.queue.current is done


def test_a_picture_that_could_not_be_kept_leaves_its_checkpoint(
    ready: Studio, qtbot: QtBot, engine: FakeEngine, folders: UserFolders
) -> None:
    engine.keeps_checkpoints = True
    folders.kept.parent.mkdir(parents=True, exist_ok=True)
    folders.kept.write_text("in the way")
    ready.stylize()
    qtbot.waitUntil(lambda: ready.results.unkept != () and ready.shutdown.nothing_goes_on)
    assert len(saved_runs(folders.checkpoints)) == 1
    ready.save(folders.pictures / "saved.png", ".png", elsewhere=True)
    qtbot.waitUntil(lambda: ready.shutdown.nothing_goes_on and saved_runs(folders.checkpoints) == ())
    assert (folders.pictures / "saved.png").is_file()


def test_a_run_that_the_end_of_the_program_stops_is_offered_at_the_next_start(
    ready: Studio, qtbot: QtBot, engine: FakeEngine, folders: UserFolders
) -> None:
    engine.keeps_checkpoints, engine.hold_after = True, 2
    ready.stylize()
    qtbot.waitUntil(lambda: ready.queue.active is not None and getattr(ready.queue.active.progress, "step", 0) == 2)
    ready.shutdown.begin()
    qtbot.waitUntil(lambda: ready.shutdown.nothing_goes_on)
    (run,) = saved_runs(folders.checkpoints)
    assert run.was_interrupted
