from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths

from app.program.start import name_application
from app.system.data_folder import checkpoints_folder, data_folder

if TYPE_CHECKING:
    import pytest
    from PySide6.QtWidgets import QApplication


def test_it_is_the_folder_that_the_window_uses(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    names = QCoreApplication.organizationName(), QCoreApplication.applicationName()
    monkeypatch.setattr(qapp, "setDesktopFileName", lambda _name: None, raising=False)
    name_application(qapp)
    try:
        location = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    finally:
        QCoreApplication.setOrganizationName(names[0])
        QCoreApplication.setApplicationName(names[1])
    assert data_folder() == Path(location)
    assert checkpoints_folder().parent == data_folder()


def test_every_system_has_its_own() -> None:
    home = Path.home()
    assert data_folder({}, "linux") == home / ".local/share/Impasto/Impasto"
    assert data_folder({"XDG_DATA_HOME": "/data"}, "linux") == Path("/data/Impasto/Impasto")
    assert data_folder({"XDG_DATA_HOME": "not/absolute"}, "linux") == home / ".local/share/Impasto/Impasto"
    assert data_folder({}, "darwin") == home / "Library/Application Support/Impasto/Impasto"
    assert data_folder({"LOCALAPPDATA": "/local"}, "win32") == Path("/local/Impasto/Impasto")
    assert data_folder({}, "win32") == home / "AppData/Local/Impasto/Impasto"
