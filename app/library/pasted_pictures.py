"""Pictures pasted from the clipboard become files, so that a recipe always names real ones; old ones are removed."""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

_KEPT_S: Final = 30 * 24 * 3600


def remove_old_pasted(folder: Path, in_use: Collection[Path], now_s: float | None = None) -> tuple[Path, ...]:
    """Remove what was pasted more than thirty days ago and is not in use; what was removed.

    Args:
        folder: Where pasted pictures lie.
        in_use: Pictures that the next start opens with.
        now_s: The time, in seconds since the epoch; None for now.
    """
    before_s = (time.time() if now_s is None else now_s) - _KEPT_S
    removed: list[Path] = []
    for path in folder.glob("pasted-*.png"):
        with contextlib.suppress(OSError):
            if path not in in_use and path.stat().st_mtime < before_s:
                path.unlink()
                removed.append(path)
    return tuple(removed)
