from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.__main__ import main
from app.cli import commands as cli
from app.program import start as gui
from app.program.program import Pictures
from app.system.data_folder import log_folder


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the program sets for itself is not for other tests."""
    monkeypatch.setenv("GOMP_SPINCOUNT", "1")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Pictures]:
    opened: list[Pictures] = []

    def run_gui(pictures: Pictures) -> int:
        opened.append(pictures)
        return 0

    monkeypatch.setattr(gui, "run_gui", run_gui)
    return opened


@pytest.mark.parametrize(
    ("arguments", "pictures"),
    [
        ([], Pictures()),
        (["cat.jpg"], Pictures(Path.cwd() / "cat.jpg")),
        (["cat.jpg", "swirls.jpg"], Pictures(Path.cwd() / "cat.jpg", (Path.cwd() / "swirls.jpg",))),
        (
            ["cat.jpg", "swirls.jpg", "dots.jpg"],
            Pictures(Path.cwd() / "cat.jpg", (Path.cwd() / "swirls.jpg", Path.cwd() / "dots.jpg")),
        ),
    ],
)
def test_pictures_open_the_window(opened: list[Pictures], arguments: list[str], pictures: Pictures) -> None:
    assert main(arguments) == 0
    assert opened == [pictures]


def test_the_arguments_of_the_process_are_the_default(opened: list[Pictures], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["impasto", "cat.jpg"])
    assert main() == 0
    assert opened == [Pictures(Path.cwd() / "cat.jpg")]


def test_commands_go_to_the_command_line(opened: list[Pictures], monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []

    def run_cli(arguments: list[str]) -> int:
        seen.append(arguments)
        return 3

    monkeypatch.setattr(cli, "main", run_cli)
    assert main(["stylize", "a.jpg", "b.jpg"]) == 3
    assert seen == [["stylize", "a.jpg", "b.jpg"]]
    assert opened == []


@pytest.mark.parametrize(("argument", "word"), [("--version", "Impasto "), ("--help", "stylize")])
def test_questions_are_answered(capsys: pytest.CaptureFixture[str], argument: str, word: str) -> None:
    with pytest.raises(SystemExit) as caught:
        main([argument])
    assert caught.value.code == 0
    assert word in capsys.readouterr().out


def test_what_helps_to_find_a_fault_is_told(
    opened: list[Pictures], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.__main__.diagnostics", lambda folder, *, loads_engine: f"{folder} {loads_engine}\n")
    assert main(["--diagnose"]) == 0
    assert capsys.readouterr().out == f"{log_folder()} True\n"
    assert opened == []


@pytest.mark.parametrize("argument", ["--version", "--help", "--nonsense"])
def test_a_program_without_a_console_survives_questions(monkeypatch: pytest.MonkeyPatch, argument: str) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    with pytest.raises(SystemExit):
        main([argument])


def test_without_a_screen_the_command_line_is_pointed_out(
    opened: list[Pictures], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert main([]) == 1
    assert not opened
    assert "impasto stylize --help" in capsys.readouterr().err


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_other_systems_always_have_a_screen(
    opened: list[Pictures], monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setattr("sys.platform", platform)
    assert main([]) == 0
    assert len(opened) == 1
