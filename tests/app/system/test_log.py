from __future__ import annotations

import errno
import logging
import subprocess
import sys
import threading
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from app.system.log import log_unhandled_exceptions, start_log

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def _root_logger_restored() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    for handler in set(root.handlers) - set(handlers):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def test_what_is_logged_lands_in_the_file(tmp_path: Path) -> None:
    path = start_log(tmp_path / "data" / "log")
    logging.getLogger("app.somewhere").error("It broke: ü")
    assert path is not None
    assert "app.somewhere: It broke: ü" in path.read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_made_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert start_log(tmp_path / "file" / "log") is None


@pytest.fixture
def _hooks(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name in ((sys, "excepthook"), (threading, "excepthook"), (sys, "unraisablehook")):
        monkeypatch.setattr(module, name, getattr(module, name))
    log_unhandled_exceptions()


@pytest.mark.usefixtures("_hooks")
def test_what_nobody_handles_is_logged_and_still_shown(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    error = ZeroDivisionError("by nothing")
    sys.excepthook(type(error), error, None)
    assert "Unhandled ZeroDivisionError" in caplog.text
    assert "by nothing" in caplog.text
    assert "by nothing" in capsys.readouterr().err


@pytest.mark.usefixtures("_hooks")
def test_an_interrupt_is_no_fault(caplog: pytest.LogCaptureFixture) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not caplog.records


@pytest.mark.usefixtures("_hooks")
def test_what_a_thread_does_not_handle_is_logged(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    thread = threading.Thread(target=lambda: 1 // 0, name="painter")
    thread.start()
    thread.join()
    assert "Unhandled ZeroDivisionError in the thread painter" in caplog.text
    assert "Traceback" in caplog.text
    assert "ZeroDivisionError" in capsys.readouterr().err


@pytest.mark.usefixtures("_hooks")
def test_a_thread_may_end_itself(caplog: pytest.LogCaptureFixture) -> None:
    thread = threading.Thread(target=sys.exit)
    thread.start()
    thread.join()
    assert not caplog.records


@pytest.mark.usefixtures("_hooks")
def test_what_a_finaliser_raises_is_logged(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    class Broken:
        def __del__(self) -> None:
            msg = "cannot be put away"
            raise OSError(msg)

    Broken()
    assert "cannot be put away" in caplog.text
    assert "cannot be put away" in capsys.readouterr().err


@pytest.mark.usefixtures("_hooks")
def test_without_a_console_it_is_logged_all_the_same(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    error = ValueError("no console")
    sys.excepthook(ValueError, error, None)
    threading.excepthook(SimpleNamespace(exc_type=ValueError, exc_value=error, exc_traceback=None, thread=None))  # type: ignore[arg-type]
    assert caplog.text.count("Unhandled ValueError") == 2


def test_a_disk_that_is_full_is_no_reason_to_disturb_anybody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    start_log(tmp_path)
    (handler,) = (each for each in logging.getLogger().handlers if isinstance(each, RotatingFileHandler))

    def fail(_text: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(handler.stream, "write", fail)
    logging.getLogger("app.somewhere").error("It broke")
    assert capsys.readouterr().err == ""


def test_the_log_does_not_grow_for_ever(tmp_path: Path) -> None:
    start_log(tmp_path / "log")
    for _ in range(30):
        logging.getLogger("app.somewhere").info("%s", "x" * 100_000)
    sizes = {path.name: path.stat().st_size for path in (tmp_path / "log").iterdir()}
    assert set(sizes) == {"impasto.log", "impasto.log.1", "impasto.log.2", "impasto.log.3"}
    assert all(size <= 512 * 1024 for size in sizes.values())


WRITER = """
import logging, sys
from pathlib import Path
from app.system.log import start_log
start_log(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
for number in range(300):
    logging.getLogger("app").info("%s wrote line %d of 300: %s", sys.argv[2], number, "x" * 200)
"""


def test_two_processes_write_whole_lines_into_one_log(tmp_path: Path) -> None:
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path), who],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for who in ("one", "two")
    ]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        with process:
            _, errors = process.communicate("go\n", timeout=60)
        assert (process.returncode, errors) == (0, "")
    lines = (tmp_path / "impasto.log").read_text(encoding="utf-8").splitlines()
    for who in ("one", "two"):
        numbers = [int(line.split()[7]) for line in lines if f" {who} wrote line " in line]
        assert numbers == list(range(300))
    assert len(lines) == 600


def test_the_command_line_logs_to_a_file_of_its_own(tmp_path: Path) -> None:
    program = (
        "import logging, faulthandler\n"
        "from app.system.command_line_log import start_command_line_log\n"
        "start_command_line_log(); start_command_line_log()\n"
        "logging.getLogger('app').info('quiet'); logging.getLogger('app').warning('loud')\n"
        "assert faulthandler.is_enabled()"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr == "WARNING: loud\n"
    (path,) = (tmp_path / "home").rglob("*.log")
    assert path.name == "command-line.log"
    lines = path.read_text().splitlines()
    assert [line.partition("app: ")[2] for line in lines] == ["quiet", "loud"]
