from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]

# The start as it is, but for what it starts: a window in which everything goes wrong that can.
START = """
import os, sys, threading
from types import SimpleNamespace
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QApplication, QWidget
from app.program import start

def go_wrong():
    qWarning("Qt is not amused")
    thread = threading.Thread(target=lambda: int("a thread's number"))
    thread.start()
    thread.join()
    QTimer.singleShot(0, QApplication.quit)
    if sys.argv[1] == "crash":
        os.abort()
    int("a slot's number")

def open_window(pictures):
    QTimer.singleShot(0, go_wrong)
    return QWidget()

start.Program = lambda app, store, folders: SimpleNamespace(
    over=SimpleNamespace(connect=lambda slot: None), open=open_window,
    studio=SimpleNamespace(imports=None, presets=None),
)
start.Ending = lambda program, store: SimpleNamespace(
    end=lambda number: None, follow_session=lambda app: None, exit_code=0
)
start.OpenRequests = lambda window, imports, presets: SimpleNamespace(take=lambda files: True)
sys.exit(start.run_gui(start.Pictures()))
"""


def log_folder_after(what: str, home: Path) -> Path:
    done = subprocess.run([sys.executable, "-c", START, what], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode == 0) == (what == "end"), done.stderr
    (log,) = home.rglob("impasto.log")
    return log.parent


def test_whatever_goes_wrong_is_found_in_the_folder_of_the_log(tmp_path: Path) -> None:
    folder = log_folder_after("end", tmp_path)
    log = (folder / "impasto.log").read_text(encoding="utf-8")
    assert "Qt is not amused" in log
    assert 'invalid literal for int() with base 10: "a thread\'s number"' in log
    assert 'invalid literal for int() with base 10: "a slot\'s number"' in log
    log_folder_after("crash", tmp_path)
    assert "go_wrong" in (folder / "crash.txt").read_text(encoding="utf-8")
    log_folder_after("end", tmp_path)
    assert "go_wrong" in (folder / "crash-before.txt").read_text(encoding="utf-8")
