"""The folders of the person who runs the program. Made when something is written, not before."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from PySide6.QtCore import QStandardPaths


@dataclass(frozen=True, slots=True)
class UserFolders:
    """Where the program puts what belongs to the person.

    Attributes:
        pictures: The person's own pictures, where dialogs open first.
        kept: Every finished picture goes here by itself.
        pasted: Pictures pasted from the clipboard, so that a recipe always names real files.
        log: The log files.
        checkpoints: Runs that can be gone on with.
        timelines: How pictures came about.
        own_paintings: The file with the list of the person's own paintings.
        thumbnails: Small pictures, which can be made again at any time.
        presets: The person's own presets.
        waiting: What waits to be painted, from one start to the next.
    """

    pictures: Path
    kept: Path
    pasted: Path
    log: Path
    checkpoints: Path
    timelines: Path
    own_paintings: Path
    thumbnails: Path
    presets: Path
    waiting: Path

    @classmethod
    def standard(cls) -> Self:
        """The folders this system has for such things."""
        pictures = _location(QStandardPaths.StandardLocation.PicturesLocation)
        data = _location(QStandardPaths.StandardLocation.AppLocalDataLocation)
        return cls(
            pictures=pictures,
            kept=pictures / "Impasto",
            pasted=data / "pasted",
            log=data / "log",
            checkpoints=data / "checkpoints",
            timelines=data / "timelines",
            own_paintings=data / "paintings.json",
            thumbnails=_location(QStandardPaths.StandardLocation.CacheLocation) / "thumbnails",
            presets=data / "presets",
            waiting=data / "waiting",
        )


def _location(location: QStandardPaths.StandardLocation) -> Path:
    return Path(QStandardPaths.writableLocation(location) or Path.home())
