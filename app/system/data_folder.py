"""The folder for what the program keeps for the person, found without Qt, for the command line."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def data_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """The same folder that Qt calls AppLocalDataLocation, so that the window and the command line share it."""
    return _data_of_all_programs(environment, platform) / "Impasto" / "Impasto"


def checkpoints_folder() -> Path:
    """The folder of the runs that can be gone on with."""
    return data_folder() / "checkpoints"


def timelines_folder() -> Path:
    """The folder of how pictures came about."""
    return data_folder() / "timelines"


def gallery_folder() -> Path:
    """The folder of what is known of the finished pictures."""
    return data_folder() / "gallery"


def log_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path | None:
    """The folder of the log files; None for who has no home."""
    try:
        return data_folder(environment, platform) / "log"
    except RuntimeError:
        return None


def _data_of_all_programs(environment: Mapping[str, str], platform: str) -> Path:
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    chosen = environment.get("XDG_DATA_HOME", "")
    # The specification has relative paths ignored.
    return Path(chosen) if Path(chosen).is_absolute() else Path.home() / ".local" / "share"
