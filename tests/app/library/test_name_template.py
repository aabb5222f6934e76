from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.library.name_template import (
    LONGEST_TEMPLATE,
    PLACEHOLDERS,
    USUAL_TEMPLATE,
    NamedPicture,
    check_template,
    filled,
    reserved_name,
)
from app.library.output_names import FORBIDDEN
from core.errors import RecipeError, RecipeProblem

if TYPE_CHECKING:
    from pathlib import Path

CHELSEA = NamedPicture("chelsea", ("Night Swirls", "Dots"), datetime(2026, 11, 22, 9, 40, 12, tzinfo=UTC), 512)


@pytest.mark.parametrize(
    ("template", "name"),
    [
        (USUAL_TEMPLATE, "chelsea – Night Swirls + Dots – 2026-11-22 09.40.12"),
        ("{photo}", "chelsea"),
        ("{number} {photo} {size}", "007 chelsea 512"),
        ("Holidays", "Holidays"),
        (".{photo}. ", "chelsea"),
        ("{photo}{photo}", "chelseachelsea"),
    ],
)
def test_a_name_is_made_of_a_template(template: str, name: str) -> None:
    check_template(template)
    assert filled(template, CHELSEA, 7) == name


@pytest.mark.parametrize(
    ("template", "problem"),
    [
        ("", RecipeProblem.NAME_EMPTY),
        (" .. ", RecipeProblem.NAME_EMPTY),
        ("x" * (LONGEST_TEMPLATE + 1), RecipeProblem.NAME_TOO_LONG),
        ("{photo} {who}", RecipeProblem.NAME_PLACEHOLDER),
        ("{}", RecipeProblem.NAME_PLACEHOLDER),
        ("{photo.__class__}", RecipeProblem.NAME_PLACEHOLDER),
        ("../{photo}", RecipeProblem.NAME_CHARACTER),
        ("a\\b", RecipeProblem.NAME_CHARACTER),
        ("a\0b", RecipeProblem.NAME_CHARACTER),
        ("{photo", RecipeProblem.NAME_CHARACTER),
        ("photo}", RecipeProblem.NAME_CHARACTER),
        ("C:{photo}", RecipeProblem.NAME_CHARACTER),
    ],
)
def test_what_makes_no_names_is_refused(template: str, problem: RecipeProblem) -> None:
    with pytest.raises(RecipeError) as caught:
        check_template(template)
    assert caught.value.problem is problem


TEXTS = st.text(max_size=LONGEST_TEMPLATE) | st.lists(
    st.sampled_from([f"{{{name}}}" for name in PLACEHOLDERS]) | st.text(max_size=5), max_size=12
).map("".join)


@given(TEXTS, st.text(max_size=80), st.lists(st.text(max_size=80), max_size=3))
def test_no_name_leads_anywhere(template: str, photo: str, paintings: list[str]) -> None:
    try:
        check_template(template)
    except RecipeError:
        return
    name = filled(template, replace(CHELSEA, photo=photo, paintings=tuple(paintings)))
    assert name
    assert FORBIDDEN.search(name) is None
    assert not name.startswith((".", " "))


def test_numbers_count_up_and_fill_no_name_twice(tmp_path: Path) -> None:
    names = [reserved_name(tmp_path, "{photo} {number}", CHELSEA, ".png").name for _ in range(3)]
    assert names == ["chelsea 001.png", "chelsea 002.png", "chelsea 003.png"]
    (tmp_path / "chelsea 002.png").unlink()
    assert reserved_name(tmp_path, "{photo} {number}", CHELSEA, ".png").name == "chelsea 002.png"


def test_without_a_number_a_name_that_is_taken_gets_one(tmp_path: Path) -> None:
    names = [reserved_name(tmp_path, "{photo}", CHELSEA, ".jpg").name for _ in range(2)]
    assert names == ["chelsea.jpg", "chelsea (2).jpg"]


def test_a_name_that_is_cut_before_its_number_is_free_all_the_same(tmp_path: Path) -> None:
    long = replace(CHELSEA, photo="水" * 60, paintings=("水" * 60,))
    template = f"{{photo}}{{painting}}{'水' * 20}{{number}}"
    paths = [reserved_name(tmp_path, template, long, ".png") for _ in range(2)]
    assert len(set(paths)) == 2
    assert all(len(path.name.encode()) <= 255 for path in paths)
