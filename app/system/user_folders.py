"""The folders of the person who runs the program. Made when something is written, not before."""

from __future__ import annotations

from dataclasses import dataclass, fields
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
        gallery: What is known of the finished pictures.
        gallery_thumbnails: Small pictures of those.
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
    gallery: Path
    gallery_thumbnails: Path

    @classmethod
    def standard(cls) -> Self:
        """The folders this system has for such things."""
        pictures = _location(QStandardPaths.StandardLocation.PicturesLocation)
        data = _location(QStandardPaths.StandardLocation.AppLocalDataLocation)
        cache = _location(QStandardPaths.StandardLocation.CacheLocation)
        return cls(
            pictures=pictures,
            kept=pictures / "Impasto",
            pasted=data / "pasted",
            log=data / "log",
            checkpoints=data / "checkpoints",
            timelines=data / "timelines",
            own_paintings=data / "paintings.json",
            thumbnails=cache / "thumbnails",
            presets=data / "presets",
            waiting=data / "waiting",
            gallery=data / "gallery",
            gallery_thumbnails=cache / "gallery",
        )

    @classmethod
    def within(cls, folder: Path) -> Self:
        """All of them in one folder, which stands for the person's pictures: for trying things out."""
        names = [each.name for each in fields(cls) if each.name != "pictures"]
        return cls(pictures=folder, **{name: folder / name for name in names})


def _location(location: QStandardPaths.StandardLocation) -> Path:
    return Path(QStandardPaths.writableLocation(location) or Path.home())
