"""Where the program's own files of a person lie, found without Qt, which the command line does without."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def log_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path | None:
    """The folder of the log files, as Qt's AppLocalDataLocation has it for the window; None without a home."""
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if platform == "win32":
        data = Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif platform == "darwin":
        data = home / "Library" / "Application Support"
    else:
        data = Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share")
    # The organisation and the program: both have the one name.
    return data / "Impasto" / "Impasto" / "log"
