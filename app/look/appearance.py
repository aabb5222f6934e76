"""Whether the window is dark or light."""

from __future__ import annotations

from enum import Enum


class Appearance(Enum):
    """What the person wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
