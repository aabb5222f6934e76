from __future__ import annotations

import faulthandler
import logging
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.system.crash_file import start_crash_file

if TYPE_CHECKING:
    from typing import TextIO

ROOT = Path(__file__).parents[3]

CRASH = """
import logging, os, sys
from pathlib import Path
from app.system.crash_file import start_crash_file
logging.basicConfig(level=logging.INFO)
start_crash_file(Path(sys.argv[1]))
if sys.argv[2] == "crash":
    os.abort()
"""


@pytest.fixture(autouse=True)
def _faulthandler_left_to_pytest(monkeypatch: pytest.MonkeyPatch) -> None:
    def enable(file: TextIO) -> None:
        file.close()

    monkeypatch.setattr(faulthandler, "enable", enable)


def start(folder: Path, what: str) -> str:
    """Start a process of its own; what it logs."""
    command = [sys.executable, "-c", CRASH, str(folder), what]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode != 0) == (what == "crash"), done.stderr
    return done.stderr


def test_a_crash_can_be_read_until_there_is_a_newer_one(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "log"
    start(folder, "crash")
    report = (folder / "crash.txt").read_text(encoding="utf-8")
    assert "Aborted" in report
    assert "Current thread" in report
    assert "The program crashed when it last ran" in start(folder, "end")
    assert "crashed" not in start(folder, "end")
    assert (folder / "crash-before.txt").read_text(encoding="utf-8") == report
    assert (folder / "crash.txt").read_text(encoding="utf-8") == ""


def test_a_start_that_did_not_crash_keeps_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "crash.txt").touch()
    (tmp_path / "crash-before.txt").write_text("Segmentation fault", encoding="utf-8")
    assert start_crash_file(tmp_path) == tmp_path / "crash.txt"
    assert (tmp_path / "crash-before.txt").read_text(encoding="utf-8") == "Segmentation fault"


def test_a_long_report_is_cut(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "crash.txt").write_bytes(b"Fatal Python error: \xff\n" + bytes(10**6))
    with caplog.at_level(logging.ERROR):
        start_crash_file(tmp_path)
    assert 1000 < (tmp_path / "crash-before.txt").stat().st_size < 100_000
    assert "Fatal Python error" in caplog.text


def test_a_folder_that_cannot_be_made_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert start_crash_file(tmp_path / "file" / "log") is None
