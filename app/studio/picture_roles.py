"""What a drag or the clipboard offers, and where on the window it should land."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

# More than that at once are a mishap rather than a mixture.
MOST_PAINTINGS: Final = 16


class Role(Enum):
    """The two pictures that a run needs."""

    PHOTO = auto()
    PAINTING = auto()


def roles_for_dropped(
    num_pictures: int, over: Role | None, *, photo_is_own: bool, painting_is_own: bool
) -> tuple[Role, ...]:
    """Where ``num_pictures`` pictures land, in their order, when dropped over ``over`` (None: anywhere else).

    Several are a photo and paintings, or paintings alone where they are dropped on those. A single one goes to the well
    it is dropped on, and elsewhere it is the photo, unless the photo is already the person's own and the painting is
    still one of the program's.
    """
    if num_pictures == 0:
        return ()
    if num_pictures > 1:
        first = () if over is Role.PAINTING else (Role.PHOTO,)
        return (*first, *(Role.PAINTING,) * min(num_pictures - len(first), MOST_PAINTINGS))
    if over is not None:
        return (over,)
    return (Role.PAINTING,) if photo_is_own and not painting_is_own else (Role.PHOTO,)


def assigned(paths: Sequence[Path], roles: Sequence[Role]) -> dict[Role, tuple[Path, ...]]:
    """Which files go where; files beyond the roles are left over."""
    pairs = list(zip(roles, paths, strict=False))
    return {role: tuple(path for each, path in pairs if each is role) for role in dict.fromkeys(roles)}
