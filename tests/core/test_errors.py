"""Core says in codes what went wrong: no sentence is made there, and every sentence gets the values that it names."""

from __future__ import annotations

import ast
import string
from pathlib import Path

import pytest

from app.words.errors import sentences
from core import errors
from core.errors import DivergedError, ImageFileError, ImageProblem, RecipeError, RecipeProblem, StyleTransferError

ROOT = Path(__file__).parents[2]
OUR_ERRORS = {
    name: kind for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, StyleTransferError)
}


def made_in(folder: str) -> list[tuple[str, ast.Call]]:
    """Where errors of ours are made, each with the call that makes it."""
    return [
        (f"{path.relative_to(ROOT)}:{node.lineno}", node)
        for path in sorted((ROOT / folder).rglob("*.py"))
        if path != Path(errors.__file__)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in OUR_ERRORS
    ]


@pytest.mark.parametrize(("place", "call"), made_in("core"), ids=lambda value: value if isinstance(value, str) else "")
def test_core_puts_no_sentence_into_an_error(place: str, call: ast.Call) -> None:
    constants = [node.value for node in ast.walk(call) if isinstance(node, ast.Constant)]
    texts = [value for value in constants if isinstance(value, str) and " " in value]
    assert texts == [], place


def test_core_raises_errors_at_all() -> None:
    assert len(made_in("core")) > 30


@pytest.mark.parametrize(
    ("place", "call"),
    [
        (place, call)
        for folder in ("app/cli", "core")
        for place, call in made_in(folder)
        if isinstance(call.func, ast.Name) and call.func.id == "RecipeError"
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_recipe_error_brings_what_its_sentence_names(place: str, call: ast.Call) -> None:
    problem = call.args[0]
    assert isinstance(problem, ast.Attribute), place
    text = sentences(0)[RecipeProblem[problem.attr]]
    named = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    counted = {"short_side_px"} if problem.attr == "TOO_NARROW" else set()
    assert {keyword.arg for keyword in call.keywords} == named | counted, place


def test_the_text_of_an_error_is_for_the_log() -> None:
    assert str(RecipeError(RecipeProblem.SIZE, value=3, low=64)) == "RecipeProblem.SIZE value=3 low=64"
    assert str(ImageFileError(Path("a/b.png"), ImageProblem.EMPTY)) == "ImageProblem.EMPTY name='b.png'"
    assert str(DivergedError()) == "RunProblem.DIVERGED"
