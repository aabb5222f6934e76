from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.run.session import RunProgress, RunState, StylizeSession
from app.run.worker import RunFailure, RunResult
from core.errors import StyleTransferError
from core.optimization.control import RunControl, StyleSettings
from core.recipe.recipe import Recipe, StyleSource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.app.fake_engine import FakeEngine

RECIPE = Recipe(Path("photo.png"), (StyleSource(Path("painting.png")),))


@pytest.fixture
def session(qtbot: QtBot, engine: FakeEngine) -> Iterator[StylizeSession]:
    session = StylizeSession(Path("networks"), load_engine=engine.load)
    yield session
    session.stop()
    qtbot.waitUntil(lambda: session.state is RunState.IDLE)


def states_of(session: StylizeSession) -> list[RunState]:
    states: list[RunState] = []
    session.state_changed.connect(states.append)
    return states


def wait_for_end(qtbot: QtBot, session: StylizeSession) -> None:
    qtbot.waitUntil(lambda: session.state is RunState.IDLE)


def test_a_run_goes_through_its_states(qtbot: QtBot, session: StylizeSession) -> None:
    states = states_of(session)
    with qtbot.waitSignal(session.succeeded) as caught:
        assert session.start(RECIPE)
    assert isinstance(caught.args[0], RunResult)
    wait_for_end(qtbot, session)
    assert states == [RunState.RUNNING, RunState.IDLE]


def test_the_engine_runs_in_another_thread_and_the_slots_in_this_one(
    qtbot: QtBot, session: StylizeSession, engine: FakeEngine
) -> None:
    heard_in: list[int] = []
    session.progressed.connect(lambda _progress: heard_in.append(threading.get_ident()))
    session.start(RECIPE)
    wait_for_end(qtbot, session)
    assert set(heard_in) == {threading.get_ident()}
    assert engine.threads != [threading.get_ident()]


def test_progress_is_told_step_by_step(qtbot: QtBot, session: StylizeSession) -> None:
    told: list[RunProgress] = []
    session.progressed.connect(told.append)
    session.start(RECIPE)
    wait_for_end(qtbot, session)
    assert [(progress.scale.scale, progress.step) for progress in told] == [
        (1, 0), (1, 1), (1, 2), (1, 3), (2, 0), (2, 1), (2, 2), (2, 3)
    ]  # fmt: skip
    shares = [progress.progress for progress in told]
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_a_pause_does_not_lengthen_what_remains(
    qtbot: QtBot, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Every step takes a second; in the middle there is a pause of an hour.
    engine.num_scales, engine.num_steps, working_s, paused_s = 1, 10, 0, 0
    monkeypatch.setattr(RunControl, "held_s", property(lambda _control: paused_s))
    session = StylizeSession(Path("networks"), load_engine=engine.load, clock=lambda: working_s + paused_s)
    told: list[RunProgress] = []

    def listen(progress: RunProgress) -> None:
        nonlocal working_s, paused_s
        told.append(progress)
        working_s += 1
        paused_s += 3600 if progress.step == 5 else 0

    session.progressed.connect(listen)
    session.start(RECIPE)
    wait_for_end(qtbot, session)
    assert [progress.remaining_s for progress in told[4:]] == [pytest.approx(10 - step) for step in range(4, 11)]


def test_previews_arrive_and_reopen_the_gate(qtbot: QtBot, session: StylizeSession, engine: FakeEngine) -> None:
    engine.num_steps = 400
    images: list[object] = []
    session.previewed.connect(images.append)
    with qtbot.waitSignal(session.previewed):
        session.start(RECIPE)
    wait_for_end(qtbot, session)
    assert images


def test_a_second_run_is_refused_while_one_goes_on(qtbot: QtBot, session: StylizeSession, engine: FakeEngine) -> None:
    engine.hold_after = 1
    with qtbot.waitSignal(session.progressed):
        session.start(RECIPE)
    assert not session.start(RECIPE)
    engine.go_on.set()
    wait_for_end(qtbot, session)
    assert len(engine.recipes) == 1


def test_stopping_ends_the_run_with_its_picture(qtbot: QtBot, session: StylizeSession, engine: FakeEngine) -> None:
    engine.hold_after = 2
    states = states_of(session)
    session.start(RECIPE)
    qtbot.waitUntil(lambda: bool(engine.recipes))
    with qtbot.waitSignal(session.succeeded) as caught:
        session.stop()
        session.stop()
    assert caught.args[0].finished.stopped
    assert caught.args[0].finished.num_steps <= 2
    wait_for_end(qtbot, session)
    assert states == [RunState.RUNNING, RunState.STOPPING, RunState.IDLE]


def test_a_run_can_be_held_and_let_go_on(qtbot: QtBot, session: StylizeSession, engine: FakeEngine) -> None:
    engine.hold_after = 2
    told: list[RunProgress] = []
    session.progressed.connect(told.append)
    states = states_of(session)
    session.start(RECIPE)
    qtbot.waitUntil(lambda: bool(told) and told[-1].step == 2)
    session.pause()
    session.pause()
    engine.go_on.set()
    qtbot.wait(50)
    assert told[-1].step == 2
    session.resume()
    session.resume()
    wait_for_end(qtbot, session)
    assert told[-1].progress == 1
    assert states == [RunState.RUNNING, RunState.PAUSED, RunState.RUNNING, RunState.IDLE]


def test_a_run_that_holds_can_be_stopped(qtbot: QtBot, session: StylizeSession, engine: FakeEngine) -> None:
    engine.hold_after = 1
    session.start(RECIPE)
    qtbot.waitUntil(lambda: bool(engine.recipes))
    session.pause()
    engine.go_on.set()
    with qtbot.waitSignal(session.succeeded) as caught:
        session.stop()
    assert caught.args[0].finished.stopped
    wait_for_end(qtbot, session)


def test_pausing_and_changing_when_nothing_runs_does_nothing(session: StylizeSession) -> None:
    session.pause()
    session.resume()
    session.change(StyleSettings.of(RECIPE))
    assert session.state is RunState.IDLE


def test_stopping_when_nothing_runs_does_nothing(session: StylizeSession) -> None:
    session.stop()
    assert session.state is RunState.IDLE


def test_a_failure_ends_the_run(qtbot: QtBot, session: StylizeSession, engine: FakeEngine) -> None:
    engine.error = StyleTransferError("It broke.")
    with qtbot.waitSignal(session.failed) as caught:
        session.start(RECIPE)
    assert isinstance(caught.args[0], RunFailure)
    wait_for_end(qtbot, session)


def test_runs_can_follow_one_another(qtbot: QtBot, session: StylizeSession, engine: FakeEngine) -> None:
    for _ in range(5):
        assert session.start(RECIPE)
        wait_for_end(qtbot, session)
    assert len(engine.recipes) == 5
    assert session.children() == [] or all(not child.isRunning() for child in session.children())  # type: ignore[attr-defined]


def test_a_run_may_begin_the_moment_another_has_ended(
    qtbot: QtBot, session: StylizeSession, engine: FakeEngine
) -> None:
    started: list[bool] = []

    def again(state: RunState) -> None:
        if state is RunState.IDLE and not started:
            started.append(session.start(RECIPE))

    session.state_changed.connect(again)
    session.start(RECIPE)
    qtbot.waitUntil(lambda: len(engine.recipes) == 2)
    wait_for_end(qtbot, session)
    assert started == [True]
