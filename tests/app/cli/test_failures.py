"""Whatever happens to a run of the command line, it ends in a sentence, its picture is kept, and the next one works."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from app.cli import heard
from app.cli.commands import main
from app.cli.exit_codes import ExitCode
from core.errors import DeviceLostError
from core.files.reading import read_picture
from core.optimization import engine
from core.optimization.events import Finished, PreviewReady, ScaleStarted, StepDone
from core.picture import Picture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from core.optimization.events import Event
    from core.recipe.recipe import Recipe

ROOT = Path(__file__).parents[3]
SEEN = Picture(np.full((96, 128, 3), 70, np.uint8))
PAINTED = Picture(np.full((96, 128, 3), 90, np.uint8))


@pytest.fixture
def paint(
    monkeypatch: pytest.MonkeyPatch, photo: Path, painting: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, dict[str, Any]]]:
    monkeypatch.setattr(heard, "_PREVIEW_INTERVAL_S", 0.0)

    def paint(
        error: BaseException | None = None, *, num_steps: int = 1, meanwhile: Callable[[], object] = lambda: None
    ) -> tuple[int, dict[str, Any]]:
        def stylize(recipe: Recipe, *, preview_due: Callable[[], bool], **_others: object) -> Iterator[Event]:
            yield ScaleStarted(128, 128, 96, scale=1, num_scales=1, num_steps=2)
            yield PreviewReady(np.zeros((96, 128, 3), np.uint8))
            for step in range(1, num_steps + 1):
                yield StepDone(128, step, 2, loss=1.0, content_loss=0.5, style_loss=0.25, progress=0.5)
                assert preview_due()
                yield PreviewReady(SEEN.rgb)
            meanwhile()
            if error is not None:
                raise error
            yield Finished(PAINTED, stopped=False, seconds=1.5, num_steps=num_steps, recipe=recipe)

        monkeypatch.setattr(engine, "stylize", stylize)
        code = main(["stylize", str(photo), str(painting), "-o", str(tmp_path / "out.png"), "--json"])
        return code, json.loads(capsys.readouterr().out.splitlines()[-1])

    return paint


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (DeviceLostError(), "The graphics card stopped answering while it was painting."),
        (RuntimeError("no plan has this"), "Something went wrong that Impasto did not expect."),
        (RecursionError(), "Something went wrong that Impasto did not expect."),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_was_seen_last_is_kept_of_a_run_that_has_lost_its_picture(
    paint: Callable[..., tuple[int, dict[str, Any]]], tmp_path: Path, error: Exception, words: str
) -> None:
    code, told = paint(error)
    assert code == ExitCode.FAILED
    assert (told["event"], told["message"]) == ("failed", words)
    assert told["output"] == str(tmp_path / "out.png")
    assert np.array_equal(read_picture(tmp_path / "out.png").rgb, SEEN.rgb)
    # The program still works.
    assert paint()[0] == ExitCode.DONE
    assert np.array_equal(read_picture(tmp_path / "out.png").rgb, PAINTED.rgb)


def test_the_canvas_before_the_first_step_is_no_picture(
    paint: Callable[..., tuple[int, dict[str, Any]]], tmp_path: Path
) -> None:
    code, told = paint(RuntimeError("at once"), num_steps=0)
    assert (code, told["output"]) == (ExitCode.FAILED, None)
    assert not (tmp_path / "out.png").exists()


def test_a_device_that_was_lost_with_a_picture_keeps_that(
    paint: Callable[..., tuple[int, dict[str, Any]]], tmp_path: Path
) -> None:
    paint(DeviceLostError(PAINTED))
    assert np.array_equal(read_picture(tmp_path / "out.png").rgb, PAINTED.rgb)


def test_a_clock_that_is_set_back_disturbs_nothing(
    paint: Callable[..., tuple[int, dict[str, Any]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    now_s = time.time()
    code, told = paint(meanwhile=lambda: monkeypatch.setattr(time, "time", lambda: now_s - 10 * 365 * 86400))
    assert (code, told["event"]) == (ExitCode.DONE, "finished")


# Processes of their own. The engine is a fake one where it need not be real, for torch takes seconds to load.

PROGRAM = """
import sys, time, types
from core.optimization.events import Finished, ScaleStarted, StepDone
from core.picture import Picture
import numpy as np
def stylize(recipe, *, control, **others):
    yield ScaleStarted(128, 128, 96, scale=1, num_scales=1, num_steps=2)
    yield StepDone(128, 1, 2, loss=1.0, content_loss=0.5, style_loss=0.25, progress=0.5)
    {step}
    pixels = np.random.default_rng(int(recipe.seed)).integers(0, 255, (600, 800, 3)).astype(np.uint8)
    yield Finished(Picture(pixels), stopped=False, seconds=1.5, num_steps=2, recipe=recipe)
engine = sys.modules["core.optimization.engine"] = types.ModuleType("engine")
engine.stylize = stylize
from app.cli.commands import main
sys.exit(main(sys.argv[1:]))
"""


def start(program: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program, "stylize", *map(str, arguments), "--json"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_process_that_is_killed_leaves_the_earlier_picture_and_the_next_one_works(
    photo: Path, painting: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.png"
    out.write_bytes(b"an earlier picture")
    with start(PROGRAM.format(step="time.sleep(600)"), photo, painting, "-o", out) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.kill()
    assert process.returncode == -signal.SIGKILL
    assert out.read_bytes() == b"an earlier picture"
    assert not list(tmp_path.glob(".impasto-*"))
    with start(PROGRAM.format(step="pass"), photo, painting, "-o", out) as process:
        process.communicate(timeout=60)
    assert process.returncode == ExitCode.DONE
    assert read_picture(out).width_px == 800


def test_command_lines_that_write_at_once_never_mix_or_lose_pictures(
    photo: Path, painting: Path, tmp_path: Path
) -> None:
    """Four at a time write to one file, and four more are all rescued to one folder under one name."""
    out, gone = tmp_path / "out.png", tmp_path / "gone" / "out.png"
    gone.parent.mkdir()
    begin = tmp_path / "begin"
    wait = f"import pathlib\n    while not pathlib.Path({str(begin)!r}).exists(): time.sleep(0.001)"
    program = PROGRAM.format(step=wait)
    processes = [
        start(program, photo, painting, "-o", target, "--seed", seed) for target in (out, gone) for seed in range(1, 5)
    ]
    for process in processes:
        assert process.stdout is not None
        assert json.loads(process.stdout.readline())["event"] == "scale"
    gone.parent.rmdir()
    begin.touch()
    told = []
    for process in processes:
        with process:
            rest, errors = process.communicate(timeout=60)
        assert process.returncode in {ExitCode.DONE, ExitCode.KEPT_ELSEWHERE}, errors
        told.append(json.loads(rest.splitlines()[-1])["output"])
    pictures = [np.random.default_rng(seed).integers(0, 255, (600, 800, 3)).astype(np.uint8) for seed in range(1, 5)]
    assert told[:4] == [str(out)] * 4
    written = read_picture(out).rgb
    assert any(np.array_equal(written, picture) for picture in pictures)
    assert len(set(told[4:])) == 4
    for path, picture in zip(told[4:], pictures, strict=True):
        assert Path(path).parent == Path.home() / "Pictures" / "Impasto"
        assert np.array_equal(read_picture(Path(path)).rgb, picture)
    assert not list(tmp_path.rglob(".impasto-*"))


# The real engine, which gets no more memory after its second step than it has.
MEMORY = """
import resource, sys
from core.optimization import engine
from core.optimization.events import StepDone
real = engine.stylize
def stylize(*arguments, **others):
    num_steps = 0
    for event in real(*arguments, **others):
        yield event
        num_steps += isinstance(event, StepDone)
        if num_steps == 2:
            size = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
            resource.setrlimit(resource.RLIMIT_AS, (size + (1 << 20), resource.RLIM_INFINITY))
engine.stylize = stylize
from app.cli.commands import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Only Linux limits the memory of a process")
def test_a_process_that_gets_no_more_memory_keeps_its_picture(photo: Path, painting: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.png"
    options = ("--size", 384, "--preset", "draft", "--device", "cpu")
    with start(MEMORY, photo, painting, "-o", out, *options) as process:
        rest, errors = process.communicate(timeout=300)
    told = json.loads(rest.splitlines()[-1])
    assert process.returncode == ExitCode.OUT_OF_MEMORY, (told, errors)
    assert told["message"] == "There is not enough memory to paint a picture of 384 pixels."
    assert read_picture(Path(told["output"])).width_px > 0
