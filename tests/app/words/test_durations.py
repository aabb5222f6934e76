from __future__ import annotations

import pytest

from app.words.durations import plain_duration, plain_elapsed


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "a few seconds"),
        (7.9, "a few seconds"),
        (8, "about 10 s"),
        (22, "about 20 s"),
        (57, "about 55 s"),
        (58, "about 1 min"),
        (89, "about 1½ min"),
        (150, "about 2½ min"),
        (290, "about 5 min"),
        (599, "about 10 min"),
        (1810, "about 30 min"),
        (3540, "about 59 min"),
        (3590, "about 1 h"),
        (5400, "about 1½ h"),
        (9000, "about 2½ h"),
    ],
)
def test_durations_are_rounded_as_one_would_say_them(seconds: float, words: str) -> None:
    assert plain_duration(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.2, "1 s"), (59.4, "59 s"), (60, "1 min 00 s"), (125, "2 min 05 s"), (3720, "1 h 02 min")],
)
def test_elapsed_time_is_exact(seconds: float, words: str) -> None:
    assert plain_elapsed(seconds) == words
