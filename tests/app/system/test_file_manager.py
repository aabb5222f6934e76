from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from app.system.file_manager import FileManager

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QUrl

ROOT: Final = Path(__file__).parents[3]

REVEALING: Final = """
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from app.system.file_manager import FileManager
app = QCoreApplication([])
def opened(url):
    print("opened", url.toLocalFile(), flush=True)
    app.quit()
manager = FileManager(open_url=opened)
manager.reveal(Path("/pictures of mine/sea.png"))
QTimer.singleShot(20_000, app.quit)
app.exec()
"""


@pytest.mark.parametrize(
    ("platform", "program", "arguments"),
    [("win32", "explorer.exe", ["/select,{path}"]), ("darwin", "open", ["-R", "{path}"])],
)
def test_the_system_s_own_program_shows_the_file(
    tmp_path: Path, platform: str, program: str, arguments: list[str]
) -> None:
    started: list[tuple[str, Sequence[str]]] = []
    manager = FileManager(
        platform=platform,
        start=lambda *what: started.append(what),
        open_url=lambda _url: pytest.fail("not the folder alone"),
    )
    path = tmp_path / "sea.png"
    manager.reveal(path)
    assert started == [(program, [argument.format(path=path) for argument in arguments])]


@pytest.mark.usefixtures("qapp")
def test_without_a_bus_the_folder_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    manager = FileManager(platform="linux", start=lambda *_what: pytest.fail("no program"), open_url=opened.append)
    manager.reveal(tmp_path / "sea.png")
    assert [url.toLocalFile() for url in opened] == [str(tmp_path)]


@pytest.mark.skipif(
    shutil.which("dbus-run-session") is None or shutil.which("dbus-monitor") is None, reason="there is no D-Bus here"
)
@pytest.mark.slow
def test_the_desktop_s_file_manager_is_asked_and_where_there_is_none_the_folder_is_opened(tmp_path: Path) -> None:
    (tmp_path / "revealing.py").write_text(REVEALING)
    heard = tmp_path / "heard"
    # The monitor writes its first line once it listens.
    script = f'dbus-monitor > "{heard}" & until [ -s "{heard}" ]; do sleep 0.05; done; "$0" "$1"; sleep 0.2'
    command = ["dbus-run-session", "--", "bash", "-c", script, sys.executable, str(tmp_path / "revealing.py")]
    done = subprocess.run(
        command, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=True, timeout=60, capture_output=True, text=True
    )
    text = heard.read_text()
    assert "interface=org.freedesktop.FileManager1; member=ShowItems" in text
    assert 'string "file:///pictures%20of%20mine/sea.png"' in text
    assert done.stdout.strip() == "opened /pictures of mine"
