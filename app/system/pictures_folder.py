"""Where the system wants a person's pictures, found without Qt, which the command line does without.

Source: xdg-user-dirs, user-dirs.dirs(5), on Linux; User Shell Folders in the registry on Windows.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_SETTING: Final = re.compile(r'^\s*XDG_PICTURES_DIR\s*=\s*"(\$HOME/|/)(.*)"\s*$', re.MULTILINE)
_KEY: Final = r"Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"


def pictures_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path | None:
    """The person's folder for pictures, whether it is there or not; None for somebody without a home."""
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if platform == "win32":
        return _of_registry() or home / "Pictures"
    if platform == "darwin":
        return home / "Pictures"
    return _of_user_dirs(home, environment) or home / "Pictures"


def kept_folder() -> Path | None:
    """Where the window keeps every picture, and the command line those that cannot be written where they should be."""
    pictures = pictures_folder()
    return None if pictures is None else pictures / "Impasto"


def _of_user_dirs(home: Path, environment: Mapping[str, str]) -> Path | None:
    settings = Path(environment.get("XDG_CONFIG_HOME") or home / ".config") / "user-dirs.dirs"
    try:
        found = _SETTING.search(settings.read_text(encoding="utf-8", errors="surrogateescape"))
    except OSError:
        return None
    if found is None:
        return None
    # What the shell would make of it; the file holds nothing else.
    rest = re.sub(r"\\(.)", r"\1", found[2])
    return home / rest if found[1] == "$HOME/" else Path("/") / rest


def _of_registry() -> Path | None:
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - there on Windows only

        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _KEY) as key:
                return Path(os.path.expandvars(str(winreg.QueryValueEx(key, "My Pictures")[0])))
        except OSError:
            return None
    return None
