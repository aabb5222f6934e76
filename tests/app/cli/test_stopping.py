"""A second Ctrl-C ends the command line at once, in a sentence, whatever it is at."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.cli.commands import ExitCode
from app.cli.stopping import stopping_on_signals
from core.files.reading import read_picture
from core.optimization.control import RunControl

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[3]

# The command line with an engine that never comes to the end of its second step.
PROGRAM = """
import hashlib, sys, time, types
from core.optimization.events import Finished, ScaleStarted, StepDone
from core.picture import Picture
import numpy as np
def stylize(recipe, *, control, **others):
    yield ScaleStarted(128, 128, 96, scale=1, num_scales=1, num_steps=2)
    yield StepDone(128, 1, 2, loss=1.0, content_loss=0.5, style_loss=0.25, progress=0.5)
    {step}
    yield Finished(Picture(np.zeros((96, 128, 3), np.uint8)), stopped=True, seconds=1.5, num_steps=1, recipe=recipe)
engine = sys.modules["core.optimization.engine"] = types.ModuleType("engine")  # the real one loads torch
engine.stylize = stylize
from app.cli.commands import main
sys.exit(main(sys.argv[1:]))
"""
# In Python between two computations, and deep in one that hears of nothing.
AWAKE = "while True: time.sleep(0.01)"
DEEP = "hashlib.pbkdf2_hmac('sha256', b'', b'', (1 << 31) - 1)"
ENDS = "while not control.stop_requested: time.sleep(0.01)"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no signals to others")


@pytest.fixture
def start(photo: Path, painting: Path, tmp_path: Path) -> Callable[[str], subprocess.Popen[str]]:
    def start(step: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", PROGRAM.format(step=step), "stylize", str(photo), str(painting)]
        process = subprocess.Popen(
            [*command, "-o", str(tmp_path / "out.png"), "--json"],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        assert json.loads(process.stdout.readline())["event"] == "scale"
        assert json.loads(process.stdout.readline())["event"] == "step"
        return process

    return start


@pytest.mark.parametrize("step", [AWAKE, DEEP], ids=["awake", "deep"])
def test_the_second_ctrl_c_ends_it_at_once_in_a_sentence(
    start: Callable[[str], subprocess.Popen[str]], tmp_path: Path, step: str
) -> None:
    (tmp_path / "out.png").write_bytes(b"an earlier picture")
    with start(step) as process:
        process.send_signal(signal.SIGINT)
        # Not so soon that the system takes both for one.
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        rest, errors = process.communicate(timeout=20)
    assert process.returncode == ExitCode.INTERRUPTED
    told = json.loads(rest.splitlines()[-1])
    assert (told["event"], told["error"], told["output"]) == ("failed", "Interrupted", None)
    assert told["message"] == "Ended at once; no picture was written."
    assert "Traceback" not in errors
    assert (tmp_path / "out.png").read_bytes() == b"an earlier picture"


def test_one_ctrl_c_waits_for_the_picture(start: Callable[[str], subprocess.Popen[str]], tmp_path: Path) -> None:
    with start(ENDS) as process:
        process.send_signal(signal.SIGINT)
        rest, errors = process.communicate(timeout=20)
    assert process.returncode == ExitCode.INTERRUPTED, errors
    assert json.loads(rest.splitlines()[-1])["output"] == str(tmp_path / "out.png")
    assert read_picture(tmp_path / "out.png").width_px == 128


def test_ctrl_c_before_a_run_is_no_fault(photo: Path, painting: Path) -> None:
    program = (
        "import sys\nfrom app.cli import commands\n"
        "def estimate(*_): raise KeyboardInterrupt\n"
        "commands.estimate = estimate\nsys.exit(commands.main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", program, "estimate", str(photo), str(painting)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == ExitCode.INTERRUPTED
    assert done.stderr.strip() == "Ended at once; no picture was written."


def test_the_wakeup_of_others_is_left_as_it_was() -> None:
    before = signal.set_wakeup_fd(-1)
    with stopping_on_signals(RunControl(), lambda: None) as signals:
        assert signal.set_wakeup_fd(-1) >= 0
        assert signals.exit_code == ExitCode.INTERRUPTED
    assert signal.set_wakeup_fd(before) == -1


def test_who_leaves_in_time_is_not_ended_by_force() -> None:
    ended: list[bool] = []
    with pytest.raises(KeyboardInterrupt):
        press_twice(lambda: ended.append(True))
    assert ended == []


def press_twice(end_now: Callable[[], object]) -> None:
    with stopping_on_signals(RunControl(), end_now):
        for _ in range(2):
            os.kill(os.getpid(), signal.SIGINT)
