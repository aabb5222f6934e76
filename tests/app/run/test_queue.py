from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from app.run.job import Job, JobState
from app.run.outcome import RunFailure, RunResult
from app.run.queue import RunQueue
from core.errors import DivergedError
from core.optimization.control import RunControl, StyleSettings
from core.recipe.recipe import Recipe, StyleSource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from app.run.compute_thread import ComputeThread
    from tests.app.fake_engine import FakeEngine

RECIPE = Recipe(Path("photo.png"), (StyleSource(Path("painting.png")),))
PHOTO = QImage()


@pytest.fixture
def queue(qtbot: QtBot, compute: ComputeThread, engine: FakeEngine) -> Iterator[RunQueue]:
    queue = RunQueue(compute)
    yield queue
    queue.stop_all()
    engine.go_on.set()
    qtbot.waitUntil(lambda: queue.is_idle)


def add(queue: RunQueue, name: str = "picture") -> int:
    return queue.add(RECIPE, name, PHOTO).number


def states_of(queue: RunQueue, number: int) -> list[JobState]:
    """The states that a job goes through from now on, each once."""
    states: list[JobState] = []

    def note(job: Job) -> None:
        if job.number == number and (not states or states[-1] is not job.state):
            states.append(job.state)

    queue.changed.connect(note)
    return states


def progress_of(queue: RunQueue) -> list[Job]:
    told: list[Job] = []

    def note(job: Job) -> None:
        if job.progress is not None and (not told or told[-1].progress is not job.progress):
            told.append(job)

    queue.changed.connect(note)
    return told


def wait_until_idle(qtbot: QtBot, queue: RunQueue) -> None:
    qtbot.waitUntil(lambda: queue.is_idle)


def held(qtbot: QtBot, queue: RunQueue, engine: FakeEngine, after: int = 2) -> int:
    """A run that the engine holds up between two steps."""
    engine.hold_after = after
    told = progress_of(queue)
    number = add(queue)
    qtbot.waitUntil(lambda: bool(told) and told[-1].progress is not None and told[-1].progress.step == after)
    return number


def test_a_job_runs_and_ends_with_its_picture(qtbot: QtBot, queue: RunQueue) -> None:
    with qtbot.waitSignal(queue.idle):
        number = add(queue)
    job = queue.job(number)
    assert job is not None
    assert job.state is JobState.DONE
    assert isinstance(job.outcome, RunResult)
    assert job.picture is not None
    assert job.preview is not None
    assert queue.current is job


def test_the_engine_runs_in_another_thread_and_the_slots_in_this_one(
    qtbot: QtBot, queue: RunQueue, engine: FakeEngine
) -> None:
    heard_in: list[int] = []
    queue.changed.connect(lambda _job: heard_in.append(threading.get_ident()))
    for _ in range(3):
        add(queue)
    wait_until_idle(qtbot, queue)
    assert set(heard_in) == {threading.get_ident()}
    assert len(engine.threads) == 3
    assert len(set(engine.threads)) == 1
    assert engine.threads[0] != threading.get_ident()


def test_progress_is_told_step_by_step(qtbot: QtBot, queue: RunQueue) -> None:
    told = progress_of(queue)
    add(queue)
    wait_until_idle(qtbot, queue)
    progress = [job.progress for job in told if job.progress is not None]
    assert [(each.scale.scale, each.step) for each in progress] == [
        (1, 0), (1, 1), (1, 2), (1, 3), (2, 0), (2, 1), (2, 2), (2, 3)
    ]  # fmt: skip
    shares = [each.progress for each in progress]
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_a_pause_does_not_lengthen_what_remains(
    qtbot: QtBot, compute: ComputeThread, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Every step takes a second; in the middle there is a pause of an hour.
    engine.num_scales, engine.num_steps, working_s, paused_s = 1, 10, 0, 0
    monkeypatch.setattr(RunControl, "held_s", property(lambda _control: paused_s))
    queue = RunQueue(compute, clock=lambda: working_s + paused_s)
    told: list[float | None] = []
    last: object = None

    def listen(job: Job) -> None:
        nonlocal working_s, paused_s, last
        if job.progress is None or job.progress is last:
            return
        last = job.progress
        told.append(job.progress.remaining_s)
        working_s += 1
        paused_s += 3600 if job.progress.step == 5 else 0

    queue.changed.connect(listen)
    add(queue)
    wait_until_idle(qtbot, queue)
    assert told[4:] == [pytest.approx(10 - step) for step in range(4, 11)]


def test_previews_arrive_and_reopen_the_gate(qtbot: QtBot, queue: RunQueue, engine: FakeEngine) -> None:
    engine.num_steps = 400
    previews: set[int] = set()
    queue.changed.connect(lambda job: previews.add(id(job.preview)) if job.preview is not None else None)
    add(queue)
    wait_until_idle(qtbot, queue)
    assert previews


def test_jobs_are_painted_one_after_the_other_in_their_order(qtbot: QtBot, queue: RunQueue, engine: FakeEngine) -> None:
    number = held(qtbot, queue, engine)
    names: list[str] = []
    queue.finished.connect(lambda job: names.append(job.name))
    others = [add(queue, name) for name in ("one", "two", "three")]
    assert [job.state for job in queue.jobs] == [JobState.RUNNING, *[JobState.WAITING] * 3]
    assert queue.active is not None
    assert queue.active.number == number
    queue.move(others[2], 0)
    queue.remove(others[0])
    engine.go_on.set()
    wait_until_idle(qtbot, queue)
    assert names == ["picture", "three", "two"]
    assert len(engine.recipes) == 3


def test_stopping_ends_the_run_with_its_picture(qtbot: QtBot, queue: RunQueue, engine: FakeEngine) -> None:
    number = held(qtbot, queue, engine)
    states = states_of(queue, number)
    with qtbot.waitSignal(queue.finished) as caught:
        queue.stop(number)
        queue.stop(number)
    assert caught.args[0].outcome.finished.num_steps == 2
    assert caught.args[0].picture is not None
    assert states == [JobState.STOPPING, JobState.STOPPED]


def test_a_run_stopped_before_its_first_step_has_no_picture(qtbot: QtBot, queue: RunQueue, engine: FakeEngine) -> None:
    engine.hold_after = 0
    number = add(queue)
    with qtbot.waitSignal(queue.finished) as caught:
        queue.stop(number)
    assert caught.args[0].picture is None
    assert caught.args[0].preview is None


def test_a_pause_is_told_once_the_run_really_holds(qtbot: QtBot, queue: RunQueue, engine: FakeEngine) -> None:
    number = held(qtbot, queue, engine)
    states = states_of(queue, number)
    queue.pause(number)
    queue.pause(number)
    # The step that is under way is not over.
    assert states == [JobState.PAUSING]
    engine.go_on.set()
    qtbot.waitUntil(lambda: states == [JobState.PAUSING, JobState.PAUSED])
    queue.resume(number)
    queue.resume(number)
    wait_until_idle(qtbot, queue)
    assert states == [JobState.PAUSING, JobState.PAUSED, JobState.RUNNING, JobState.DONE]


def test_a_run_that_holds_can_be_stopped(qtbot: QtBot, queue: RunQueue, engine: FakeEngine) -> None:
    number = held(qtbot, queue, engine)
    states = states_of(queue, number)
    queue.pause(number)
    engine.go_on.set()
    qtbot.waitUntil(lambda: JobState.PAUSED in states)
    with qtbot.waitSignal(queue.finished) as caught:
        queue.stop(number)
    assert caught.args[0].state is JobState.STOPPED


def test_pausing_again_at_once_ends_in_a_pause(qtbot: QtBot, queue: RunQueue, engine: FakeEngine) -> None:
    number = held(qtbot, queue, engine)
    states = states_of(queue, number)
    queue.pause(number)
    engine.go_on.set()
    qtbot.waitUntil(lambda: states[-1] is JobState.PAUSED)
    queue.resume(number)
    queue.pause(number)
    qtbot.waitUntil(lambda: states[-1] is JobState.PAUSED)
    queue.resume(number)
    wait_until_idle(qtbot, queue)
    assert states[-1] is JobState.DONE


def test_the_job_tells_the_recipe_in_effect(qtbot: QtBot, queue: RunQueue, engine: FakeEngine) -> None:
    number = held(qtbot, queue, engine)
    settings = replace(StyleSettings.of(RECIPE), style_strength=80.0)
    queue.change(number, settings)
    qtbot.waitUntil(lambda: bool(engine.changes))
    with qtbot.waitSignal(queue.finished) as caught:
        engine.go_on.set()
    assert caught.args[0].recipe == settings.applied_to(RECIPE)


def test_a_failure_ends_the_job_and_the_next_goes_on(qtbot: QtBot, queue: RunQueue, engine: FakeEngine) -> None:
    engine.error = DivergedError()
    with qtbot.waitSignal(queue.failed) as caught:
        add(queue)
    assert isinstance(caught.args[0].outcome, RunFailure)
    assert caught.args[0].state is JobState.FAILED
    engine.error = None
    with qtbot.waitSignal(queue.finished):
        add(queue)
    wait_until_idle(qtbot, queue)


def test_commands_for_no_job_do_nothing(queue: RunQueue) -> None:
    for command in (queue.stop, queue.pause, queue.resume, queue.remove):
        command(99)
    queue.move(99, 0)
    queue.change(99, StyleSettings.of(RECIPE))
    queue.stop_all()
    assert queue.is_idle
    assert queue.current is None


def test_a_job_that_is_painted_can_neither_be_removed_nor_moved(
    qtbot: QtBot, queue: RunQueue, engine: FakeEngine
) -> None:
    number = held(qtbot, queue, engine)
    queue.remove(number)
    queue.move(number, 0)
    assert queue.active is not None
    queue.stop(number)
    wait_until_idle(qtbot, queue)
    queue.remove(number)
    assert queue.jobs == ()


def test_stopping_everything_holds_what_waits_until_another_picture_is_wanted(
    qtbot: QtBot, queue: RunQueue, engine: FakeEngine
) -> None:
    number = held(qtbot, queue, engine)
    waiting = add(queue)
    with qtbot.waitSignal(queue.idle):
        queue.stop_all()
    assert [job.state for job in queue.jobs] == [JobState.STOPPED, JobState.WAITING]
    assert queue.jobs[0].to_be_continued
    assert len(engine.recipes) == 1
    engine.go_on.set()
    names: list[int] = []
    queue.finished.connect(lambda job: names.append(job.number))
    other = add(queue)
    wait_until_idle(qtbot, queue)
    assert names == [waiting, other]
    assert [job.number for job in queue.jobs] == [number, waiting, other]


def test_what_an_earlier_start_has_left_waits_while_the_others_are_held(
    qtbot: QtBot, queue: RunQueue, engine: FakeEngine
) -> None:
    queue.hold()
    left = [queue.put_back(Job(0, RECIPE, name, PHOTO)) for name in ("one", "two")]
    first = queue.put_back(Job(0, RECIPE, "first", PHOTO), place=0)
    assert [job.number for job in queue.waiting] == [first.number, left[0].number, left[1].number]
    assert queue.is_idle
    queue.release()
    wait_until_idle(qtbot, queue)
    assert [job.name for job in queue.jobs] == ["first", "one", "two"]
    assert len(engine.recipes) == 3
