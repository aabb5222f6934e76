from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from app.system.pictures_folder import kept_folder, pictures_folder
from app.system.user_folders import UserFolders


def configure(home: Path, line: str) -> dict[str, str]:
    (home / "config").mkdir()
    (home / "config" / "user-dirs.dirs").write_text(f'# comment\n{line}\nXDG_MUSIC_DIR="$HOME/Music"\n')
    return {"XDG_CONFIG_HOME": str(home / "config")}


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_a_system_without_settings_has_it_in_the_home(platform: str) -> None:
    assert pictures_folder({}, platform) == Path.home() / "Pictures"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('XDG_PICTURES_DIR="$HOME/Bilder"', "{home}/Bilder"),
        ('XDG_PICTURES_DIR="$HOME/My \\"best\\" ones"', '{home}/My "best" ones'),
        ('XDG_PICTURES_DIR="/media/art"', "/media/art"),
        ('XDG_PICTURES_DIR="$HOME/"', "{home}"),
        ('#XDG_PICTURES_DIR="$HOME/Old"', "{home}/Pictures"),
        ('XDG_PICTURES_DIR="relative"', "{home}/Pictures"),
        ("XDG_PICTURES_DIR=", "{home}/Pictures"),
    ],
)
def test_the_desktops_setting_is_followed(line: str, expected: str) -> None:
    environment = configure(Path.home(), line)
    assert pictures_folder(environment, "linux") == Path(expected.format(home=Path.home()))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Qt reads this file on Linux")
def test_it_is_the_windows_own_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    home = Path.home()
    monkeypatch.setenv("XDG_CONFIG_HOME", configure(home, 'XDG_PICTURES_DIR="$HOME/Bilder"')["XDG_CONFIG_HOME"])
    qts = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    assert str(home / "Bilder") == qts
    assert kept_folder() == UserFolders.standard().kept == home / "Bilder" / "Impasto"


def test_somebody_without_a_home_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", fail)
    assert pictures_folder({}, "linux") is None
    assert kept_folder() is None
