"""Durations as one would say them."""

from __future__ import annotations

from typing import Final

from app.words.translation import Words

durations: Final = Words("durations")

_FEW_SECONDS: Final = 8

_MINUTE_S: Final = 60

_HOUR_S: Final = 3600


def plain_duration(seconds: float) -> str:
    """A duration as one would say it: no more exact than an estimate deserves."""
    if seconds < _FEW_SECONDS:
        return durations.tr("a few seconds")
    if seconds < _MINUTE_S - 2.5:
        return durations.tr("about %n s", "", 5 * max(2, round(seconds / 5)))
    if seconds < 10 * _MINUTE_S:
        halves = max(2, round(seconds / 30))
        #: {number} is such as 2 or 2½
        return durations.tr("about {number} min").format(number=f"{halves // 2}{('', '½')[halves % 2]}")
    if seconds < _HOUR_S - 30:
        return durations.tr("about %n min", "", round(seconds / _MINUTE_S))
    quarters = round(seconds / (_HOUR_S / 4))
    #: {number} is such as 1, 1¼, 1½ or 1¾
    return durations.tr("about {number} h").format(number=f"{quarters // 4}{('', '¼', '½', '¾')[quarters % 4]}")


def plain_elapsed(seconds: float) -> str:
    """A duration that has passed, to the second."""
    whole = max(1, round(seconds))
    if whole < _MINUTE_S:
        return durations.tr("%n s", "", whole)
    minutes, rest = divmod(whole, _MINUTE_S)
    if minutes < _MINUTE_S:
        return durations.tr("{minutes} min {seconds:02d} s").format(minutes=minutes, seconds=rest)
    hours, minutes = divmod(minutes, _MINUTE_S)
    return durations.tr("{hours} h {minutes:02d} min").format(hours=hours, minutes=minutes)
