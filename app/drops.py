"""What a drag or the clipboard offers, and where on the window it should land."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QMimeData


class Role(Enum):
    """The two pictures that a run needs."""

    PHOTO = auto()
    PAINTING = auto()


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


def landing(num_pictures: int, over: Role | None, *, photo_is_own: bool, painting_is_own: bool) -> tuple[Role, ...]:
    """Where ``num_pictures`` pictures land, in their order, when dropped over ``over`` (None: anywhere else).

    Two or more are a photo and a painting. A single one goes to the well it is dropped on, and elsewhere it is the
    photo, unless the photo is already the person's own and the painting is still one of the program's.
    """
    if num_pictures == 0:
        return ()
    if num_pictures > 1:
        return (Role.PHOTO, Role.PAINTING)
    if over is not None:
        return (over,)
    return (Role.PAINTING,) if photo_is_own and not painting_is_own else (Role.PHOTO,)


def assigned(paths: Sequence[Path], roles: Sequence[Role]) -> dict[Role, Path]:
    """Which file goes where; files beyond the roles are left over."""
    return dict(zip(roles, paths, strict=False))
