"""What a desktop hears over its bus: the real bus, with nobody on it but who writes down what is said."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from app.system import session_bus
from app.system.taskbar_progress import TaskbarProgress

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT: Final = Path(__file__).parents[3]

TELLING: Final = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QApplication
from app.system.desktop_notices import DesktopNotices
from app.system.taskbar_progress import TaskbarProgress
app = QApplication([])
if sys.argv[1] == "portal":
    assert QDBusConnection.sessionBus().registerService("org.freedesktop.portal.Desktop")
notices, progress = DesktopNotices(), TaskbarProgress()
notices.tell("Your picture is done", "Cat")
notices.withdraw()
progress.show(0.256)
QTimer.singleShot(200, app.quit)
app.exec()
"""


def heard_on_a_bus(tmp_path: Path, portal: str) -> str:
    (tmp_path / "telling.py").write_text(TELLING)
    heard = tmp_path / "heard"
    # The monitor writes its first line once it listens.
    script = f'dbus-monitor > "{heard}" & until [ -s "{heard}" ]; do sleep 0.05; done; "$0" "$1" "$2"; sleep 0.2'
    environment = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = ["dbus-run-session", "--", "bash", "-c", script, sys.executable, str(tmp_path / "telling.py"), portal]
    subprocess.run(command, env=environment, check=True, timeout=60, stderr=subprocess.DEVNULL)
    return heard.read_text()


needs_bus = pytest.mark.skipif(
    shutil.which("dbus-run-session") is None or shutil.which("dbus-monitor") is None, reason="there is no D-Bus here"
)


@needs_bus
@pytest.mark.slow
def test_the_desktop_hears_of_notices_and_progress(tmp_path: Path) -> None:
    text = heard_on_a_bus(tmp_path, "portal")
    assert "member=AddNotification" in text
    assert '"Your picture is done"' in text
    assert text.index("member=AddNotification") < text.index("member=RemoveNotification")
    assert "interface=com.canonical.Unity.LauncherEntry; member=Update" in text
    assert "double 0.25" in text


@needs_bus
@pytest.mark.slow
def test_a_desktop_without_a_portal_is_not_asked_for_one(tmp_path: Path) -> None:
    text = heard_on_a_bus(tmp_path, "none")
    assert "AddNotification" not in text
    assert "double 0.25" in text


def test_without_a_bus_nothing_is_said() -> None:
    assert not session_bus.call("org.example", "/", "org.example", "Nothing", [])
    assert not session_bus.signal("/", "org.example", "Nothing", [])


def test_only_every_whole_percent_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []

    def note(_path: str, _interface: str, _name: str, arguments: Sequence[object]) -> bool:
        told.append(arguments[1])
        return True

    monkeypatch.setattr(session_bus, "signal", note)
    progress = TaskbarProgress()
    for share in (0.101, 0.109, 0.11, None, None):
        progress.show(share)
    assert told == [
        {"progress": 0.10, "progress-visible": True},
        {"progress": 0.11, "progress-visible": True},
        {"progress": 0.0, "progress-visible": False},
    ]
