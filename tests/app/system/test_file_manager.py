from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtDBus import QDBusConnection

from app.system.file_manager import FileManager

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtCore import QUrl


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
    # A name that no bus has: it is not connected.
    nowhere = QDBusConnection("impasto-test-nowhere")
    monkeypatch.setattr(QDBusConnection, "sessionBus", lambda: nowhere)
    manager = FileManager(platform="linux", start=lambda *_what: pytest.fail("no program"), open_url=opened.append)
    manager.reveal(tmp_path / "sea.png")
    assert [url.toLocalFile() for url in opened] == [str(tmp_path)]
