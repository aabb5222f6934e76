"""Numbers are written as the person's language writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale

from app.system.numbers import plain_number

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("language", "value", "num_decimals", "text"),
    [
        ("en", 2.5, 1, "2.5"),
        ("de", 2.5, 1, "2,5"),
        ("fr", 12.345, 2, "12,35"),
        ("ja", 30.0, 2, "30"),
        ("de", 1200.0, 1, "1200"),
        ("en", 0.04, 1, "0"),
        ("en", 72, 1, "72"),
    ],
)
def test_a_number_is_as_short_as_it_can_be(language: str, value: float, num_decimals: int, text: str) -> None:
    QLocale.setDefault(QLocale(language))
    assert plain_number(value, num_decimals) == text
