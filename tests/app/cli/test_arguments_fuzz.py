"""Whatever the arguments, the environment and the working folder: a sentence and an exit code, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.cli.commands import COMMANDS, main
from app.cli.exit_codes import ExitCode
from core.forecast import pace
from core.optimization import engine
from tests.apart import apart
from tests.core.files.image_files import quarters, saved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.optimization.events import Event

ROOT = Path(__file__).parents[3]
VALUES = [
    "", ".", "/", "-", "--", "0", "-1", "1e400", "nan", "inf", "9" * 400, "a\nb", "\x1b[31m", "\0", "\udcff", "“ ”",
    "draft", "noise", "4GB", "9" * 400 + "GB", "1.2.3GB", "1,2", "1,x", "5x7cm", "50x70cm@1e9", "3mm", "crop", "8", "é",
    "x" * 300, "x" * 300 + ".png", "out.png", "gone/out.png", "photo.png", "/dev/null", "/proc/x.png", "16",
]  # fmt: skip
OPTIONS = [
    "-o", "--output", "--size", "--preset", "--style-strength", "--freedom", "--style-scale", "--style-weights",
    "--color", "--start", "--seed", "--network", "--device", "--precision", "--max-memory", "--print", "--bleed",
    "--depth", "--recipe", "--look-in", "--json", "--keep-gps", "--no-recipe", "--follow-paths", "--nonsense", "--help",
    "--loss", "--fit",
]  # fmt: skip


class _EngineReachedError(Exception):
    pass


def _reached(*_args: object, **_kwargs: object) -> Iterator[Event]:
    raise _EngineReachedError


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the commands run: a photo is there."""
    (tmp_path / "photo.png").write_bytes(saved(quarters(), "PNG"))
    (tmp_path / "painting.png").write_bytes(saved(quarters(), "PNG"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(engine, "stylize", _reached)
    monkeypatch.setattr(pace, "estimate", _reached)
    return tmp_path


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(sorted(COMMANDS)),
    st.lists(st.sampled_from(["photo.png", "painting.png", "gone.png", *VALUES]) | st.text(max_size=8), max_size=4),
    st.lists(st.tuples(st.sampled_from(OPTIONS), st.sampled_from(VALUES) | st.text(max_size=8)), max_size=4),
)
def test_no_arguments_end_in_a_traceback(command: str, names: list[str], options: list[tuple[str, str]]) -> None:
    argv = [command, *names, *(text for option in options for text in option)]
    code: object = None
    try:
        code = main(argv)
    except SystemExit as end:  # argparse: usage, or help
        code = end.code
    except _EngineReachedError:
        code = ExitCode.DONE  # a run would have begun
    assert code in set(ExitCode)


def impasto(
    folder: Path, *arguments: str, change: str = "pass", **environment: str
) -> subprocess.CompletedProcess[str]:
    """The command line in a process of its own.

    Args:
        folder: Where it starts.
        arguments: What it is told.
        change: What happens in that process before it begins.
        environment: Further variables.
    """
    code = f"import os, sys; {change}; from app.__main__ import main; sys.exit(main(sys.argv[1:]))"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        errors="replace",
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not let go of a folder that a program is in")
@pytest.mark.parametrize("arguments", ["stylize a.png b.png -o out.png", "estimate a.png b.png", "recipe a.png"])
def test_a_working_folder_that_is_gone(folder: Path, arguments: str) -> None:
    (folder / "gone").mkdir()
    done = impasto(folder / "gone", *arguments.split(), change=f"os.rmdir({str(folder / 'gone')!r})")
    assert done.returncode == ExitCode.FAILED
    assert done.stderr.startswith("impasto: The folder that Impasto was started in is gone.")


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"},
        *apart(
            {"TZ": "XYZ+25:99"},
            {"LANG": "nonsense", "COLUMNS": "0", "TERM": ""},
            {"HOME": "/nonexistent", "XDG_CONFIG_HOME": "\1"},
        ),
    ],
    ids=str,
)
def test_a_strange_environment(folder: Path, environment: dict[str, str]) -> None:
    done = impasto(folder, "estimate", "gone “é”.png", "painting.png", **environment)
    assert done.returncode == ExitCode.BAD_INPUT
    assert "does not exist" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_loop_of_links_is_called_that(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.png").symlink_to(folder / "b.png")
    (folder / "b.png").symlink_to(folder / "a.png")
    assert main(["stylize", "photo.png", "painting.png", "-o", "a.png"]) == ExitCode.USAGE
    assert "links lead there that lead back to themselves" in capsys.readouterr().err


def test_a_photo_that_is_not_there_is_bad_input_even_if_it_is_the_output(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    monkeypatch.chdir(folder)
    assert main(["stylize", "gone.png", "painting.png", "-o", "gone.png"]) == ExitCode.BAD_INPUT
    assert "“gone.png” does not exist" in capsys.readouterr().err
    assert main(["estimate", "", "painting.png"]) == ExitCode.BAD_INPUT
