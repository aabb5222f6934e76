"""Durations as one would say them."""

from __future__ import annotations

from typing import Final

_FEW_SECONDS: Final = 8

_MINUTE_S: Final = 60

_HOUR_S: Final = 3600


def plain_duration(seconds: float) -> str:
    """A duration as one would say it: no more exact than an estimate deserves."""
    if seconds < _FEW_SECONDS:
        return "a few seconds"
    if seconds < _MINUTE_S - 2.5:
        return f"about {5 * max(2, round(seconds / 5))} s"
    if seconds < 10 * _MINUTE_S:
        halves = max(2, round(seconds / 30))
        return f"about {halves // 2}{'½' if halves % 2 else ''} min"
    if seconds < _HOUR_S - 30:
        return f"about {round(seconds / _MINUTE_S)} min"
    quarters = round(seconds / (_HOUR_S / 4))
    return f"about {quarters // 4}{('', '¼', '½', '¾')[quarters % 4]} h"


def plain_elapsed(seconds: float) -> str:
    """A duration that has passed, to the second."""
    whole = max(1, round(seconds))
    if whole < _MINUTE_S:
        return f"{whole} s"
    minutes, rest = divmod(whole, _MINUTE_S)
    if minutes < _MINUTE_S:
        return f"{minutes} min {rest:02d} s"
    return f"{minutes // _MINUTE_S} h {minutes % _MINUTE_S:02d} min"
