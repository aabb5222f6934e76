"""What a drag or the clipboard offers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData


@dataclass(frozen=True, slots=True)
class Offer:
    """What came with a drag or lies on the clipboard.

    Attributes:
        paths: Files on this computer.
        has_image: Whether there are pixels without a file.
        elsewhere: Whether there are addresses that are no files on this computer.
    """

    paths: tuple[Path, ...] = ()
    has_image: bool = False
    elsewhere: bool = False

    @property
    def empty(self) -> bool:
        """Whether there is nothing that Impasto could use."""
        return not self.paths and not self.has_image

    @property
    def num_pictures(self) -> int:
        """How many pictures it is; pixels count only where there are no files."""
        return len(self.paths) or int(self.has_image)


def offer_of(mime: QMimeData) -> Offer:
    """What the data holds that Impasto could use."""
    urls = mime.urls() if mime.hasUrls() else []
    paths = tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile() and url.toLocalFile())
    return Offer(paths, mime.hasImage(), elsewhere=len(paths) < len(urls))
