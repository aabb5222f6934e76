"""What earlier starts have left behind, and nobody needs any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.library.pasted_pictures import remove_old_pasted
from core.machine.temporary_folders import remove_abandoned_folders

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path


def remove_leftovers(pasted: Path, in_use: Collection[Path]) -> tuple[Path, ...]:
    """Remove temporary folders of killed runs, and old pasted pictures; what was removed. Meant for the background.

    Args:
        pasted: The folder of pasted pictures.
        in_use: Pictures that must stay.
    """
    return (*remove_abandoned_folders(), *remove_old_pasted(pasted, in_use))
