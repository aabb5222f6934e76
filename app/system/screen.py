"""Whether there is a screen to open a window on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def has_screen(environment: Mapping[str, str], platform: str) -> bool:
    """Whether Qt will find a screen; where it does not, it aborts the process."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not platform.startswith("linux") or any(environment.get(name) for name in names)
