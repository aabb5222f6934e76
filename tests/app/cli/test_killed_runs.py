"""The real command line, killed at random moments, goes on to the bytes that it would have come to.

IMPASTO_KILLS says how often it is killed; ten times if nothing is said.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

import numpy as np
import pytest
from PIL import Image

from app.system.data_folder import checkpoints_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT: Final = Path(__file__).parents[3]
NUM_KILLS: Final = int(os.environ.get("IMPASTO_KILLS", "10"))
# Two scales, of 16 steps at 128 pixels and of 8 at 160.
SETTINGS: Final = ("--size=160", "--preset=draft", "--device=cpu")
STEPS_OF_SCALES: Final = (16, 8)
# Before every step, whatever it costs.
ALWAYS: Final = ("--json", "--checkpoint-interval=0")
WAYS: Final = {"whole": (), "tiled": ("--max-memory=1MB",)}


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """Wide and low, so that a step takes a tenth of a second."""
    rows, columns = np.mgrid[0:50, 0:200]
    pixels = np.stack((90 + columns // 2, 120 + rows, 235 - rows * 2), axis=-1)
    pixels[(rows - 25) ** 2 + (columns - 80) ** 2 < 200] = (250, 230, 160)
    return saved(pixels, tmp_path / "photo.png")


@pytest.fixture
def painting(tmp_path: Path) -> Path:
    rows, columns = np.mgrid[0:120, 0:150]
    wave = (np.sin((rows + columns) / 3) + np.sin((rows - 2 * columns) / 7))[..., None]
    return saved(np.array((150, 90, 80)) + wave * np.array((50, 10, -40)), tmp_path / "painting.png")


def saved(pixels: np.ndarray[Any, np.dtype[Any]], path: Path) -> Path:
    Image.fromarray(pixels.clip(0, 255).astype(np.uint8)).save(path)
    return path


@pytest.fixture(autouse=True)
def _nothing_left() -> Iterator[None]:
    yield
    while Command.begun:
        Command.begun.pop().leave()


class Command:
    """One process of the real command line, and what it tells."""

    begun: ClassVar[list[Command]] = []

    def __init__(self, arguments: Sequence[str]) -> None:
        self.begun.append(self)
        # One thread: the threads of several such processes beside other work wait for each other most of the time.
        environment = {**os.environ, "OMP_NUM_THREADS": "1"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "app", *arguments], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
        )

    def events(self) -> Iterator[dict[str, Any]]:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            yield json.loads(line)

    def leave(self) -> None:
        """End it if it still goes on, as where a test has failed."""
        if self._process.stdout is not None and not self._process.stdout.closed:
            self._process.kill()
            self._process.communicate()

    def send(self, number: int) -> None:
        self._process.send_signal(number)

    def end(self) -> int:
        self._process.communicate()
        return self._process.returncode


def stylize(photo: Path, painting: Path, output: Path, *options: str) -> list[str]:
    return ["stylize", str(photo), str(painting), "-o", str(output), *SETTINGS, *options]


def run_to_end(arguments: Sequence[str]) -> list[dict[str, Any]]:
    command = Command(arguments)
    events = list(command.events())
    assert command.end() == 0
    assert events[-1]["event"] == "finished"
    return events


def number_of(step: dict[str, Any]) -> int:
    """The number of a step in the whole run."""
    return int(step["step"]) + (0 if step["scale_px"] == 128 else STEPS_OF_SCALES[0])


def moments(draw: random.Random) -> list[int]:
    """After which steps to kill: three of the first scale, two of the second."""
    first, second = STEPS_OF_SCALES
    return sorted([*draw.sample(range(2, first + 1), 3), *draw.sample(range(first + 1, first + second), 2)])


@pytest.mark.exhaustive
@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_a_run_that_is_killed_again_and_again_ends_with_the_same_bytes(
    photo: Path, painting: Path, tmp_path: Path, way: str
) -> None:
    whole, killed = tmp_path / "whole.png", tmp_path / "killed.png"
    run_to_end(stylize(photo, painting, whole, "--json", *WAYS[way]))
    num_kills = 0
    while num_kills < NUM_KILLS // len(WAYS):
        draw = random.Random(f"{way} {num_kills}")  # noqa: S311 - moments, no secrets
        arguments, last_step = stylize(photo, painting, killed, *ALWAYS, *WAYS[way]), 0
        for moment in moments(draw):
            last_step = killed_after(Command(arguments), moment, draw.uniform(0, 0.2), last_step)
            num_kills += 1
            arguments = ["resume", "last", *ALWAYS]
        assert not killed.exists()
        events = run_to_end(arguments)
        assert number_of(next(event for event in events if event["event"] == "step")) >= last_step
        assert killed.read_bytes() == whole.read_bytes()
        assert events[-1]["num_steps"] == sum(STEPS_OF_SCALES)
        assert list(checkpoints_folder().iterdir()) == []
        killed.unlink()


def killed_after(command: Command, moment: int, pause_s: float, last_step: int) -> int:
    """Kill a command a little after a step; the number of the last step that it told of.

    Args:
        command: The process.
        moment: The number of the step.
        pause_s: How long after it, in seconds.
        last_step: The last one that the process before had told of.
    """
    steps = (number_of(event) for event in command.events() if event["event"] == "step")
    step = next(steps)
    # What was lost: at most the step after which the checkpoint was being written, and the one that was under way.
    assert step >= last_step
    while step < moment:
        step = next(steps)
    time.sleep(pause_s)
    command.send(signal.SIGKILL)
    command.end()
    return step


@pytest.mark.exhaustive
@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_stopped_can_be_finished(photo: Path, painting: Path, tmp_path: Path, number: int) -> None:
    whole, stopped, elsewhere = (tmp_path / f"{name}.png" for name in ("whole", "stopped", "elsewhere"))
    run_to_end(stylize(photo, painting, whole, "--json"))
    # No checkpoint is due before the stop.
    command = Command(stylize(photo, painting, stopped, "--json"))
    events = command.events()
    assert any(event["event"] == "step" and event["step"] == 5 for event in events)
    command.send(number)
    last = list(events)[-1]
    assert command.end() == 128 + number
    assert last["stopped"]
    assert Path(last["checkpoint"]).parent == checkpoints_folder()
    assert stopped.read_bytes() != whole.read_bytes()
    run_to_end(["resume", last["checkpoint"], "--json", "-o", str(elsewhere)])
    assert elsewhere.read_bytes() == whole.read_bytes()
