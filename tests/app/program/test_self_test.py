from __future__ import annotations

import gc
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from app.program import self_test as self_test_module
from app.program.self_test import run_self_test
from app.system import paths, process

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.app.fake_engine import FakeEngine

ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def _with_application(qtbot: QtBot) -> None:
    assert qtbot is not None
    gc.collect()


def outcome_of(engine: FakeEngine, patience_s: float = 20) -> tuple[int, dict[str, Any]]:
    lines: list[str] = []
    code = run_self_test(lines.append, engine=engine.load, patience_s=patience_s)
    assert len(lines) == 1
    assert lines[0].count("\n") == 1
    report: dict[str, Any] = json.loads(lines[0])
    return code, report


def test_a_sound_program_passes(engine: FakeEngine) -> None:
    code, report = outcome_of(engine)
    assert code == 0, report
    assert report["ok"]
    assert report["missing"] == []
    assert 0 < report["window_s"] <= report["pressed_s"] <= report["preview_s"]
    assert report["peak_memory_mib"] > 10
    assert report["device"]


def test_it_says_what_broke_the_run(engine: FakeEngine) -> None:
    engine.error = RuntimeError("operator torchvision::nms does not exist")
    code, report = outcome_of(engine)
    assert code == 1
    assert not report["ok"]
    assert "torchvision::nms" in report["error"]
    assert report["problem"]


def test_it_does_not_wait_for_ever(engine: FakeEngine) -> None:
    engine.hold_after = 0
    code, report = outcome_of(engine, patience_s=1)
    assert code == 1
    assert report["problem"] == "Waited in vain for the first preview."


@pytest.mark.qt_log_ignore("Cannot open file", "propagateSizeHints")
def test_it_says_what_is_missing(engine: FakeEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    code, report = outcome_of(engine)
    assert code == 1
    assert "vgg19-features.safetensors" in report["missing"]
    assert {"sample photos", "starter styles", "icon impasto"} <= set(report["missing"])
    assert engine.recipes == []


def test_nothing_of_the_persons_is_touched(engine: FakeEngine, tmp_path: Path) -> None:
    outcome_of(engine)
    assert [path for path in (tmp_path / "home").rglob("*") if path.is_file()] == []


def test_a_formats_library_may_be_missing(engine: FakeEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pi_heif", None)
    monkeypatch.setattr(self_test_module, "_FORMATS", ("jpg", "nonsense"))
    with pytest.warns(UserWarning, match="nonsense"):
        _, report = outcome_of(engine)
    assert {"pictures in HEIC", "pictures in nonsense"} <= set(report["missing"])


def test_the_age_of_the_process_grows() -> None:
    first = process.age_s()
    assert 0 < first <= process.age_s() < 86_400


@pytest.mark.slow
def test_the_whole_program_passes_without_a_screen_or_an_output() -> None:
    code = (
        "import os, sys\n"
        "for name in ('DISPLAY', 'WAYLAND_DISPLAY', 'QT_QPA_PLATFORM'):\n    os.environ.pop(name, None)\n"
        "sys.stdout = None\nfrom app.__main__ import main\nsys.exit(main(['--self-test']))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
