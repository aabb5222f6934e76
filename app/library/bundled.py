"""The starter styles and sample photos that the program ships with."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.words.bundled import bundled_words

if TYPE_CHECKING:
    from pathlib import Path

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class BundledPicture:
    """A picture that came with the program.

    Attributes:
        path: Its file.
        name: What it is called.
        description: One line about it.
    """

    path: Path
    name: str
    description: str


def starter_styles(resources_folder: Path) -> tuple[BundledPicture, ...]:
    """The starter styles in the order they are shown."""
    return _listed(resources_folder / "styles" / "styles.json")


def sample_photos(resources_folder: Path) -> tuple[BundledPicture, ...]:
    """The sample photos in the order they are shown."""
    return _listed(resources_folder / "samples" / "samples.json")


def _listed(table: Path) -> tuple[BundledPicture, ...]:
    # A damaged installation still gets a window: it can paint with the person's own pictures.
    try:
        rows = json.loads(table.read_text(encoding="utf-8"))
        return tuple(_picture(table.parent, **row) for row in rows)
    except (OSError, ValueError, KeyError, TypeError):
        _log.exception("The table of bundled pictures %s cannot be read", table)
        return ()


def _picture(folder: Path, *, file: str, name: str, description: str, **_others: object) -> BundledPicture:
    return BundledPicture(folder / file, bundled_words(name), bundled_words(description))


def display_name(path: Path, bundled: tuple[BundledPicture, ...] = ()) -> str:
    """What a person would call the picture: a bundled one by its name, any other by its file."""
    return next((entry.name for entry in bundled if entry.path == path), path.stem)
