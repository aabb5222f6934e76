from __future__ import annotations

from dataclasses import fields

import pytest

from app.studio.draft_settings import DraftSettings
from app.words.history import change_words


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        (["strength"], "strength"),
        (["photo"], "photo"),
        (["size_px", "sheet", "fit"], "size"),
        (["seed"], "start"),
        (["photo", "paintings"], "pictures"),
        (["photo", "strength"], "pictures and settings"),
        (["strength", "freedom"], "settings"),
        (["depth_bits"], "settings"),
    ],
)
def test_a_change_is_named_by_what_has_changed(parts: list[str], words: str) -> None:
    assert change_words(parts) == words


def test_every_setting_has_a_word() -> None:
    assert all(change_words([field.name]) for field in fields(DraftSettings))
