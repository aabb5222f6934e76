"""What has been changed, in a word: “Undo strength”."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.words.translation import Words

if TYPE_CHECKING:
    from collections.abc import Collection

history: Final = Words("history")

_PICTURES: Final = frozenset({"photo", "paintings", "weights"})


def change_words(parts: Collection[str]) -> str:
    """What to call a change of these parts: settings' names, ``photo``, ``paintings``, ``weights`` or ``own``."""
    changed = frozenset(parts)
    if changed & {"size_px", "sheet", "fit"} == changed:
        return history.tr("size")
    if changed & {"start_from", "start_picture", "seed"} == changed:
        return history.tr("start")
    if len(changed) == 1:
        return _word(next(iter(changed)))
    if changed <= _PICTURES:
        return history.tr("pictures")
    return history.tr("pictures and settings") if changed & _PICTURES else history.tr("settings")


def _word(part: str) -> str:
    words = {
        "photo": history.tr("photo"),
        "paintings": history.tr("paintings"),
        "weights": history.tr("weights"),
        "own": history.tr("your paintings"),
        "strength": history.tr("strength"),
        "freedom": history.tr("freedom"),
        "preset": history.tr("quality"),
        "turned_strokes": history.tr("direction of the strokes"),
        "style_scale": history.tr("brush strokes"),
        "color": history.tr("colours"),
    }
    return words.get(part) or history.tr("settings")
