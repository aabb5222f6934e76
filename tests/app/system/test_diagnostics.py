from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from app.system.data_folder import log_folder
from app.system.diagnostics import diagnostics
from app.system.user_folders import UserFolders
from app.system.version import version


@pytest.fixture
def logs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path / "home" / "claude-monet"))
    folder = tmp_path / "home" / "claude-monet" / "log"
    folder.mkdir(parents=True)
    lines = [f"INFO app.run: step {number}" for number in range(5000)]
    lines += [f"ERROR app.studio: name='Camille.png' is not in {tmp_path}/home/claude-monet/Giverny photos/Camille.png"]
    (folder / "impasto.log").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "crash-before.txt").write_text("Fatal Python error: Segmentation fault\n")
    return folder


def test_what_helps_is_told_and_what_is_private_is_not(logs: Path) -> None:
    text = diagnostics(logs, loads_engine=False)
    assert f"Impasto {version()}" in text
    assert f"Python {sys.version_info.major}.{sys.version_info.minor}" in text
    assert "torch 2" in text
    assert "GiB are available" in text
    assert "step 4999" in text
    assert "step 4000\n" not in text
    assert "Segmentation fault" in text
    assert "name=<name> is not in <path>" in text
    for private in ("monet", "Camille", "Giverny", str(Path.home())):
        assert private.lower() not in text.lower()


def test_without_logs_it_says_so() -> None:
    assert "Last lines" not in diagnostics(None, loads_engine=False)


def test_a_folder_that_is_not_there_has_nothing_to_tell(tmp_path: Path) -> None:
    assert "## Last crash\n(nothing)" in diagnostics(tmp_path / "none", loads_engine=False)


def test_the_engine_tells_its_devices() -> None:
    text = diagnostics(None, loads_engine=True)
    assert "\nCPU: " in text
    assert "\nCUDA" in text


def test_devices_that_cannot_be_asked_are_no_obstacle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "core.machine.devices", None)
    assert "The devices could not be asked: " in diagnostics(None, loads_engine=True)


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {}, ".local/share/Impasto/Impasto/log"),
        ("linux", {"XDG_DATA_HOME": "/data"}, "/data/Impasto/Impasto/log"),
        ("darwin", {}, "Library/Application Support/Impasto/Impasto/log"),
        ("win32", {}, "AppData/Local/Impasto/Impasto/log"),
    ],
)
def test_the_logs_lie_where_the_system_has_such_things(
    platform: str, environment: dict[str, str], expected: str
) -> None:
    assert log_folder(environment, platform) == Path.home() / expected


@pytest.mark.usefixtures("qapp")
def test_the_window_has_the_same_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (QCoreApplication.organizationName, QCoreApplication.applicationName):
        assert name() is not None
    before = QCoreApplication.organizationName(), QCoreApplication.applicationName()
    QCoreApplication.setOrganizationName("Impasto")
    QCoreApplication.setApplicationName("Impasto")
    try:
        assert UserFolders.standard().log == log_folder()
    finally:
        QCoreApplication.setOrganizationName(before[0])
        QCoreApplication.setApplicationName(before[1])
    monkeypatch.setattr(Path, "home", _fail)
    assert log_folder({}) is None


def _fail() -> Path:
    raise RuntimeError
