from __future__ import annotations

from typing import TYPE_CHECKING

from app.look.lettering import lettering

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def test_words_become_ink_in_the_middle(qapp: QApplication) -> None:
    assert qapp is not None
    ink = lettering("Night Swirls", 301, 1)
    assert ink.shape == (20, 301)
    columns = ink.max(0).nonzero()[0]
    assert ink.max() > 200
    assert abs((columns[0] + columns[-1]) / 2 - 150) < 4


def test_nothing_to_write_is_no_ink(qapp: QApplication) -> None:
    assert qapp is not None
    assert lettering("", 100, 1).max() == 0


def test_what_is_too_long_for_a_line_goes_on_in_the_next(qapp: QApplication) -> None:
    assert qapp is not None
    one, two = (lettering("Strength fifty, strokes twice as broad", 180, lines) for lines in (1, 2))
    assert two[: len(one)].max() > 200
    assert two[len(one) :].max() > 200
