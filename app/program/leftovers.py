"""What earlier starts have left behind, and nobody needs any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.library.pasted_pictures import remove_old_pasted
from core.machine.store_folders import remove_abandoned_stores

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path


def remove_leftovers(pasted: Path, in_use: Collection[Path]) -> int:
    """Remove temporary folders of killed runs, and old pasted pictures; how many. Meant for the background.

    Args:
        pasted: The folder of pasted pictures.
        in_use: Pictures that must stay.
    """
    return remove_abandoned_stores() + len(remove_old_pasted(pasted, in_use))
