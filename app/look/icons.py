"""The program's icons, drawn by hand as SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from app.look import theme

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QSize

# Pixels of the screen for each of the window's: sharp on every screen.
_RATIOS: Final = (1.0, 1.5, 2.0, 3.0)


def icon(resources_folder: Path, name: str) -> QIcon:
    """The icon called ``name`` as its file has it; an empty one where the file is missing."""
    return QIcon(str(resources_folder / "icons" / f"{name}.svg"))


def inked(drawn: QIcon, size: QSize) -> QIcon:
    """An icon of one colour as it is seen in the look of now: like words, and faint where it cannot be used.

    Args:
        drawn: The icon, in whatever colour.
        size: What it is shown at.
    """
    look, made = theme.tokens(), QIcon()
    for mode, ink in ((QIcon.Mode.Normal, look.text), (QIcon.Mode.Disabled, look.faint)):
        for ratio in _RATIOS:
            made.addPixmap(_filled(drawn.pixmap(size, ratio), ink), mode)
    return made


def _filled(pixmap: QPixmap, ink: str) -> QPixmap:
    painter = QPainter(pixmap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(pixmap.rect(), QColor(ink))
    painter.end()
    return pixmap
