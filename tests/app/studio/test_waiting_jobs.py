"""What waits when the program ends, in whatever way, is painted at the next start."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from PySide6.QtGui import QImage

from app.library.waiting_jobs import WaitingFile, WaitingJob, new_token
from app.run.job import JobState
from app.run.kept_run import RunFolders
from app.run.queue import RunQueue
from app.studio.interrupted_run import InterruptedRuns
from app.studio.notices import Notice, Notices
from app.studio.waiting_jobs import WaitingJobs, sort_out
from core.errors import CheckpointProblem
from core.optimization.checkpoint.plan import Checkpoints
from core.optimization.checkpoint.run_folders import new_run_folder, saved_runs
from core.optimization.checkpoint.writer import CheckpointWriter
from core.recipe.recipe import Recipe, StyleSource
from tests.core.optimization.checkpoint.run_states import run_state, snapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from app.run.compute_thread import ComputeThread
    from app.run.job import Job
    from app.system.background_jobs import BackgroundJobs
    from app.system.user_folders import UserFolders
    from tests.app.fake_engine import FakeEngine


class Start:
    """One start of what is behind the window."""

    def __init__(
        self, compute: ComputeThread, background: BackgroundJobs, folders: UserFolders, qtbot: QtBot, engine: FakeEngine
    ) -> None:
        self.queue = RunQueue(compute, folders=RunFolders(folders.checkpoints, folders.timelines))
        self.notices = Notices(folders.log)
        self.told: list[Notice] = []
        self.notices.posted.connect(self.told.append)
        self.interrupted = InterruptedRuns(self.queue, background, folders.checkpoints)
        self.waiting = WaitingJobs(self.queue, self.interrupted, background, self.notices, folders)
        self._background = background
        self._engine = engine
        self._qtbot = qtbot

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: not self._background.busy)

    def restore(self) -> None:
        self.waiting.restore()
        self.settle()

    def quit(self) -> None:
        """As the window does: stop, wait until all is on the disk, go."""
        self.queue.stop_all()
        self._qtbot.waitUntil(lambda: self.queue.is_idle and not self._background.busy)
        self.waiting.close()

    def hold(self, *recipes: Recipe, after: int = 2) -> None:
        """Have the first of some pictures painted as far as the engine holds, while the others wait."""
        self._engine.hold_after = after
        for number, recipe in enumerate(recipes):
            self.queue.add(recipe, f"picture {number}", QImage(6, 4, QImage.Format.Format_RGB32))
        self._qtbot.waitUntil(lambda: (job := self.queue.active) is not None and job.progress is not None)
        self._qtbot.waitUntil(lambda: getattr(self.queue.active and self.queue.active.progress, "step", -1) == after)
        self.settle()


@pytest.fixture
def start(
    compute: ComputeThread, background: BackgroundJobs, folders: UserFolders, qtbot: QtBot, engine: FakeEngine
) -> Iterator[Callable[[], Start]]:
    starts: list[Start] = []

    def begin() -> Start:
        starts.append(Start(compute, background, folders, qtbot, engine))
        return starts[-1]

    yield begin
    engine.go_on.set()
    for each in starts:
        each.quit()


@pytest.fixture
def recipes(make_picture: Callable[..., Path], painting: Path) -> tuple[Recipe, ...]:
    photos = [make_picture(f"{name}.png") for name in ("one", "two", "three")]
    return tuple(Recipe(photo, (StyleSource(painting),), size_px=64, seed=7) for photo in photos)


def photos(jobs: tuple[Job, ...]) -> list[str]:
    return [job.recipe.photo.stem for job in jobs]


def files(folders: UserFolders) -> list[Path]:
    return sorted(folders.waiting.glob("*.json"))


def left_behind(folders: UserFolders, *jobs: WaitingJob) -> None:
    """What a program has left that is gone."""
    file = WaitingFile(folders.waiting)
    file.write(jobs)
    file.leave()


def interrupted(folders: UserFolders, recipe: Recipe) -> Path:
    with new_run_folder(folders.checkpoints) as folder:
        writer = CheckpointWriter(Checkpoints(folder.path), None)
        writer.write(snapshot(run_state(recipe=recipe), stopped=False))
    return folder.path


def test_what_waits_at_the_end_goes_on_at_the_next_start_behind_what_was_stopped(
    qtbot: QtBot, start: Callable[[], Start], engine: FakeEngine, folders: UserFolders, recipes: tuple[Recipe, ...]
) -> None:
    engine.keeps_checkpoints = True
    first = start()
    first.hold(*recipes)
    first.quit()
    assert photos(first.queue.waiting) == ["two", "three"]
    assert len(engine.recipes) == 1
    engine.hold_after = None
    second = start()
    offered: list[object] = []
    second.interrupted.found.connect(offered.append)
    done: list[Job] = []
    second.queue.finished.connect(done.append)
    second.restore()
    qtbot.waitUntil(lambda: len(done) == 3)
    assert photos(tuple(done)) == ["one", "two", "three"]
    assert [job.name for job in done] == ["picture 0", "picture 1", "picture 2"]
    assert [job.recipe for job in done] == list(recipes)
    # The first went on from where it was stopped, and nothing was asked.
    assert [state is not None for state in engine.resumed_from] == [False, True, False, False]
    assert offered == []
    second.settle()
    assert files(folders) == []


def test_a_picture_alone_is_asked_about_as_before(
    start: Callable[[], Start], engine: FakeEngine, folders: UserFolders, recipes: tuple[Recipe, ...]
) -> None:
    engine.keeps_checkpoints = True
    first = start()
    first.hold(recipes[0])
    assert len(files(folders)) == 1
    first.quit()
    assert files(folders) == []
    second = start()
    offered: list[object] = []
    second.interrupted.found.connect(offered.append)
    second.restore()
    assert len(offered) == 1
    assert second.queue.jobs == ()


def test_a_picture_that_was_stopped_before_its_first_step_is_begun_again(
    qtbot: QtBot, start: Callable[[], Start], engine: FakeEngine, recipes: tuple[Recipe, ...]
) -> None:
    first = start()
    first.hold(recipes[0], after=0)
    first.quit()
    engine.hold_after = None
    second = start()
    second.restore()
    qtbot.waitUntil(lambda: second.queue.current is not None and second.queue.current.state is JobState.DONE)
    assert [recipe.photo.stem for recipe in engine.recipes] == ["one", "one"]


def test_what_is_painted_removed_or_failed_is_not_written_down_any_more(
    qtbot: QtBot, start: Callable[[], Start], engine: FakeEngine, folders: UserFolders, recipes: tuple[Recipe, ...]
) -> None:
    first = start()
    first.hold(*recipes)
    content = json.loads(files(folders)[0].read_text())
    assert [job["num_begun"] for job in content["jobs"]] == [1, 0, 0]
    first.queue.move(first.queue.waiting[1].number, 0)
    first.settle()
    content = json.loads(files(folders)[0].read_text())
    assert [Path(job["recipe"]["photo"]).stem for job in content["jobs"]] == ["one", "three", "two"]
    # Two pictures of the three have the same painting.
    assert [len(job["inputs"]) for job in content["jobs"]] == [2, 2, 2]
    first.queue.remove(first.queue.waiting[0].number)
    first.settle()
    assert len(json.loads(files(folders)[0].read_text())["jobs"]) == 2
    engine.go_on.set()
    qtbot.waitUntil(lambda: first.queue.is_idle)
    first.settle()
    assert files(folders) == []


def test_a_picture_that_is_missing_fails_with_its_sentence_and_the_others_go_on(
    qtbot: QtBot, start: Callable[[], Start], engine: FakeEngine, recipes: tuple[Recipe, ...]
) -> None:
    first = start()
    first.hold(*recipes)
    first.quit()
    engine.hold_after = None
    recipes[1].photo.unlink()
    Image.new("RGB", (60, 45)).save(recipes[2].photo)
    second = start()
    failed: list[Job] = []
    second.queue.failed.connect(failed.append)
    engine.recipes.clear()
    second.restore()
    second.queue.add(recipes[0], "one more", QImage(6, 4, QImage.Format.Format_RGB32))
    qtbot.waitUntil(lambda: second.queue.is_idle)
    problems = [getattr(getattr(job.outcome, "error", None), "problem", None) for job in failed]
    assert problems == [CheckpointProblem.INPUT_MISSING, CheckpointProblem.INPUT_CHANGED]
    assert [recipe.photo.stem for recipe in engine.recipes] == ["one"]


def test_those_that_wait_are_held_until_an_interrupted_picture_is_decided_about(
    qtbot: QtBot, start: Callable[[], Start], engine: FakeEngine, folders: UserFolders, recipes: tuple[Recipe, ...]
) -> None:
    # A crash: the first was being painted, and has left a checkpoint.
    interrupted(folders, recipes[0])
    left_behind(
        folders, WaitingJob(new_token(), recipes[0], "one", num_begun=1), WaitingJob(new_token(), recipes[1], "two")
    )
    begun = start()
    begun.restore()
    assert photos(begun.queue.waiting) == ["two"]
    assert begun.queue.is_idle
    begun.interrupted.go_on()
    qtbot.waitUntil(lambda: len([job for job in begun.queue.jobs if job.has_ended]) == 2)
    assert photos(begun.queue.jobs) == ["one", "two"]
    assert engine.resumed_from[0] is not None


@pytest.mark.parametrize("answer", ["leave", "discard"])
def test_they_go_on_without_it_as_well(
    qtbot: QtBot, start: Callable[[], Start], folders: UserFolders, recipes: tuple[Recipe, ...], answer: str
) -> None:
    interrupted(folders, recipes[0])
    left_behind(folders, WaitingJob(new_token(), recipes[1], "two"))
    begun = start()
    begun.restore()
    assert begun.queue.waiting != ()
    getattr(begun.interrupted, answer)()
    qtbot.waitUntil(lambda: begun.queue.current is not None and begun.queue.current.state is JobState.DONE)
    assert photos(begun.queue.jobs) == ["two"]


def test_a_damaged_list_is_set_aside_and_told(
    start: Callable[[], Start], folders: UserFolders, recipes: tuple[Recipe, ...]
) -> None:
    left_behind(folders, WaitingJob(new_token(), recipes[0], "one"))
    (file,) = files(folders)
    file.write_bytes(file.read_bytes()[:-20])
    begun = start()
    begun.restore()
    assert begun.queue.jobs == ()
    assert "damaged" in begun.told[0].what
    assert [path.suffix for path in folders.waiting.iterdir()] == [".damaged"]


def test_a_list_that_cannot_be_written_is_told_once_and_closing_knows(
    start: Callable[[], Start], folders: UserFolders, recipes: tuple[Recipe, ...]
) -> None:
    folders.waiting.parent.mkdir(parents=True, exist_ok=True)
    folders.waiting.write_text("in the way")
    begun = start()
    begun.hold(*recipes)
    was_safe = begun.waiting.is_safe
    assert len(begun.told) == 1
    folders.waiting.unlink()
    begun.queue.move(begun.queue.waiting[1].number, 0)
    begun.settle()
    assert (was_safe, begun.waiting.is_safe) == (False, True)
    assert len(files(folders)) == 1


def test_two_programs_keep_their_own(
    start: Callable[[], Start], folders: UserFolders, recipes: tuple[Recipe, ...]
) -> None:
    first = start()
    first.hold(*recipes)
    (own,) = files(folders)
    second = start()
    second.restore()
    assert second.queue.jobs == ()
    assert files(folders) == [own]


def test_what_a_picture_with_no_checkpoint_is_tried_with(recipes: tuple[Recipe, ...], folders: UserFolders) -> None:
    begun = [WaitingJob(f"{number:032x}", recipes[0], "one", num_begun=number) for number in range(3)]
    result = sort_out(begun, ())
    assert result.again == tuple(begun[:2])
    assert result.given_up == (begun[2],)
    # One that is to be asked about is not begun anew as well; an older one of the same pictures is another.
    interrupted(folders, recipes[0])
    runs = saved_runs(folders.checkpoints)
    assert sort_out(begun[1:], runs).again == ()
    later = replace(begun[1], begun_at_s=2e9)
    assert sort_out([later], runs).again == (later,)


def test_giving_up_is_told(start: Callable[[], Start], folders: UserFolders, recipes: tuple[Recipe, ...]) -> None:
    left_behind(folders, WaitingJob(new_token(), recipes[0], "one", num_begun=2))
    begun = start()
    begun.restore()
    assert begun.queue.jobs == ()
    assert "“one.png” is not painted by itself" in begun.told[0].what
    assert files(folders) == []
