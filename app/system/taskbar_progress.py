"""How far a picture is, on the program's icon in the desktop's task bar or dock.

On Linux the docks of Ubuntu, KDE and others listen for it, by an interface that began with Unity. Windows and macOS are
not told yet.
"""

from __future__ import annotations

from typing import Final

from app.system import session_bus

_PATH: Final = "/com/canonical/unity/launcherentry/1"
_INTERFACE: Final = "com.canonical.Unity.LauncherEntry"
_ENTRY: Final = "application://impasto.desktop"


class TaskbarProgress:
    """A bar that is there while something goes on."""

    def __init__(self) -> None:
        self._percent: int | None = None

    def show(self, progress: float | None) -> None:
        """Show how far something is, 0 to 1; None for nothing that goes on. Only every whole percent is told."""
        percent = None if progress is None else int(100 * progress)
        if percent == self._percent:
            return
        self._percent = percent
        told = {"progress": 0.0 if percent is None else percent / 100, "progress-visible": percent is not None}
        session_bus.signal(_PATH, _INTERFACE, "Update", [_ENTRY, told])
