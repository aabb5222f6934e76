"""Pictures pasted from the clipboard become files, so that a recipe always names real ones; old ones are removed."""

from __future__ import annotations

import contextlib
import re
import time
from typing import TYPE_CHECKING, Final
from uuid import uuid4

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

_NAME: Final = re.compile(r"pasted-[0-9a-f]{12}\.png")
_KEPT_S: Final = 30 * 24 * 3600


def pasted_name() -> str:
    """A new name for a picture that comes from the clipboard, and so has none of its own."""
    return f"pasted-{uuid4().hex[:12]}.png"


def is_pasted(name: str) -> bool:
    """Whether a picture of that name came from the clipboard."""
    return _NAME.fullmatch(name) is not None


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
