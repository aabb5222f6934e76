"""The program's icons, drawn by hand as SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon

if TYPE_CHECKING:
    from pathlib import Path


def icon(resources_folder: Path, name: str) -> QIcon:
    """The icon called ``name``; an empty one where the file is missing."""
    return QIcon(str(resources_folder / "icons" / f"{name}.svg"))
