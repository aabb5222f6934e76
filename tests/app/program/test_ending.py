from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from app.program.ending import Ending
from app.program.program import Pictures, Program
from app.run.job import JobState
from tests.apart import apart
from tests.app.fake_engine import PACE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from app.system.user_folders import UserFolders
    from tests.app.fake_engine import FakeEngine

ROOT = Path(__file__).parents[3]


class Session:
    """Stands in for Qt's own, which nobody can make."""

    def __init__(self) -> None:
        self.cancelled = False
        self.command: list[str] = []

    def cancel(self) -> None:
        self.cancelled = True

    def setRestartCommand(self, command: list[str]) -> None:  # noqa: N802 - Qt's name
        self.command = command


class ExitedError(Exception):
    """In place of the end of the process."""


@pytest.fixture
def program(
    qtbot: QtBot, qapp: QApplication, engine: FakeEngine, folders: UserFolders, store: QSettings
) -> Iterator[Program]:
    program = Program(qapp, store, folders, engine=engine.load, meter=lambda _probe, _is_wanted: PACE)
    over: list[bool] = []
    program.over.connect(lambda: over.append(True))
    window = program.open(Pictures())
    qtbot.waitUntil(lambda: not program.background.busy and program.studio.can_stylize)
    yield program
    engine.go_on.set()
    window.end()
    program.studio.shutdown.give_up_unkept()
    window.end()
    qtbot.waitUntil(lambda: bool(over))
    window.deleteLater()
    program.setParent(None)


@pytest.fixture
def exits(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    codes: list[int] = []

    def leave(code: int) -> None:
        codes.append(code)
        raise ExitedError

    monkeypatch.setattr(os, "_exit", leave)
    return codes


def paint_halfway(qtbot: QtBot, program: Program, engine: FakeEngine) -> None:
    engine.hold_after = 2
    program.studio.stylize()
    qtbot.waitUntil(lambda: (job := program.studio.queue.active) is not None and job.preview is not None)
    qtbot.waitUntil(lambda: (job := program.studio.queue.active) is not None and job.progress is not None)


def pictures(program: Program) -> list[Path]:
    return sorted(program.studio.folders.kept.glob("*.png"))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, 1])
def test_a_signal_stops_the_run_keeps_its_picture_and_closes(
    qtbot: QtBot, program: Program, engine: FakeEngine, store: QSettings, number: int
) -> None:
    ending = Ending(program, store)
    paint_halfway(qtbot, program, engine)
    # Nothing is asked of anybody, though others wait.
    program.studio.stylize()
    with qtbot.waitSignal(program.over):
        ending.end(number)
    assert ending.exit_code == 128 + number
    (kept,) = pictures(program)
    with Image.open(kept) as image:
        assert image.size == (48, 36)
    assert program.window is not None
    assert not program.window.isVisible()
    assert program.window._questions.box is None


def test_what_a_session_sends_at_once_is_one_end(
    qtbot: QtBot, program: Program, engine: FakeEngine, store: QSettings, exits: list[int]
) -> None:
    ending = Ending(program, store)
    paint_halfway(qtbot, program, engine)
    with qtbot.waitSignal(program.over):
        for number in (1, signal.SIGTERM, signal.SIGTERM, signal.SIGINT):
            ending.end(number)
    assert ending.exit_code == 129
    assert exits == []
    assert len(pictures(program)) == 1


def test_settings_are_on_the_disk_when_a_signal_has_come(
    qtbot: QtBot, program: Program, store: QSettings, tmp_path: Path
) -> None:
    program.studio.draft.set(size_px=777)
    with qtbot.waitSignal(program.over):
        Ending(program, store).end(signal.SIGTERM)
    assert "size_px=777" in (tmp_path / "settings.ini").read_text()


def test_a_second_ctrl_c_ends_it_at_once(
    qtbot: QtBot,
    program: Program,
    engine: FakeEngine,
    store: QSettings,
    exits: list[int],
    capsys: pytest.CaptureFixture[str],
) -> None:
    ending = Ending(program, store)
    paint_halfway(qtbot, program, engine)
    ending.end(signal.SIGINT)
    with pytest.raises(ExitedError):
        ending.end(signal.SIGINT)
    assert exits == [130]
    assert capsys.readouterr().err == "impasto: Ended at once; what was being painted was not kept.\n"


def test_a_step_that_takes_too_long_leaves_what_was_seen(
    qtbot: QtBot,
    program: Program,
    engine: FakeEngine,
    store: QSettings,
    exits: list[int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ending = Ending(program, store)
    paint_halfway(qtbot, program, engine)
    # The engine hears of nothing.
    monkeypatch.setattr(program.studio.queue, "stop_all", lambda: None)
    ending.end(signal.SIGTERM)
    assert ending._patience.isActive()
    with pytest.raises(ExitedError):
        ending._on_patience_over()
    assert exits == [143]
    (kept,) = pictures(program)
    with Image.open(kept) as image:
        assert max(image.size) == 48
    monkeypatch.undo()
    program.studio.queue.stop_all()


def test_a_picture_in_another_place_does_not_hold_it_up(
    qtbot: QtBot, program: Program, engine: FakeEngine, store: QSettings, temporary: Path
) -> None:
    program.studio.folders.kept.parent.mkdir()
    program.studio.folders.kept.write_text("in the way")
    paint_halfway(qtbot, program, engine)
    with qtbot.waitSignal(program.over):
        Ending(program, store).end(signal.SIGTERM)
    assert len(list(temporary.glob("*/*.png"))) == 1


def test_a_picture_that_is_nowhere_brings_the_window_back(
    qtbot: QtBot, program: Program, engine: FakeEngine, store: QSettings, temporary: Path
) -> None:
    program.studio.folders.kept.parent.mkdir()
    program.studio.folders.kept.write_text("in the way")
    temporary.rmdir()
    ending = Ending(program, store)
    paint_halfway(qtbot, program, engine)
    with qtbot.waitSignal(program.studio.shutdown.hindered):
        ending.end(signal.SIGTERM)
    assert program.window is not None
    assert program.window.isVisible()
    assert not ending._patience.isActive()
    assert len(program.studio.results.in_memory_only) == 1


def test_a_session_ends_once_the_picture_is_kept(
    qtbot: QtBot, program: Program, engine: FakeEngine, store: QSettings
) -> None:
    paint_halfway(qtbot, program, engine)
    session: Any = Session()
    Ending(program, store).commit_data(session)
    assert not session.cancelled
    assert len(pictures(program)) == 1
    # Others may call the end off: the window and its picture are still there.
    assert program.window is not None
    assert program.window.isVisible()
    assert program.studio.results.can_save
    assert program.studio.queue.jobs[-1].state is JobState.STOPPED


def test_a_session_does_not_end_over_a_picture_that_is_not_kept_in_time(
    qtbot: QtBot, program: Program, engine: FakeEngine, store: QSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    paint_halfway(qtbot, program, engine)
    monkeypatch.setattr(program.studio.queue, "stop_all", lambda: None)
    session: Any = Session()
    Ending(program, store, session_patience_s=0.1).commit_data(session)
    assert session.cancelled
    monkeypatch.undo()
    program.studio.queue.stop_all()


def test_what_waits_is_painted_where_the_end_of_the_session_is_called_off(
    qtbot: QtBot, program: Program, engine: FakeEngine, store: QSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    paint_halfway(qtbot, program, engine)
    program.studio.stylize()
    session: Any = Session()
    ending = Ending(program, store)
    monkeypatch.setattr(ending, "_kept_in_time", lambda: False)
    ending.commit_data(session)
    assert session.cancelled
    engine.go_on.set()
    qtbot.waitUntil(lambda: program.studio.shutdown.nothing_goes_on)
    assert [job.state for job in program.studio.queue.jobs if job.state is not JobState.STOPPED] == [JobState.DONE]
    assert len(pictures(program)) == 2


def test_an_idle_window_holds_no_session_up(program: Program, store: QSettings) -> None:
    session: Any = Session()
    Ending(program, store, session_patience_s=0.0).commit_data(session)
    assert not session.cancelled


def test_the_next_session_starts_it_as_it_is_started_by_hand(program: Program, store: QSettings) -> None:
    session: Any = Session()
    Ending(program, store).save_state(session)
    assert session.command
    assert not any("session" in word for word in session.command)


# The real program, with the real signals.

WINDOW = """
import sys, time
import app.run.engine_access as access
from app.program import program as module, start
from tests.app.fake_engine import FakeEngine, PACE
engine = FakeEngine(hold_after=2)
make = module.Program.__init__
def init(self, *arguments, **others):
    make(self, *arguments, engine=engine.load, meter=lambda *_: PACE)
    self.studio.readiness_changed.connect(press)
    def tell(job):
        if job.preview is not None and job.is_active:
            print("painting", flush=True)
    self.studio.queue.changed.connect(tell)
    global studio
    studio = self.studio
def press():
    if studio.can_stylize and not studio.queue.jobs:
        studio.stylize()
module.Program.__init__ = init
sys.exit(start.run_gui(module.Pictures()))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no signals to others")
@pytest.mark.parametrize("name", ["SIGTERM", *apart("SIGINT", "SIGHUP")])
def test_the_windows_process_ends_with_its_picture_kept(name: str) -> None:
    home = Path.home()
    number = getattr(signal, name)
    environment = os.environ | {"XDG_RUNTIME_DIR": str(home), "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        [sys.executable, "-c", WINDOW],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        restore_signals=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509 - one thread
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "painting\n"
        began_s = time.monotonic()
        process.send_signal(number)
        _, errors = process.communicate(timeout=30)
    assert process.returncode == 128 + number, errors
    assert time.monotonic() - began_s < 15
    (kept,) = (home / "Pictures" / "Impasto").glob("*.png")
    with Image.open(kept) as image:
        assert image.size == (48, 36)
