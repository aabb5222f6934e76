from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from app.words.advice import advice
from core import errors
from core.errors import ImageFileError, ImageProblem, NetworkFileError, NetworkProblem, StyleTransferError


def error_types() -> list[type[StyleTransferError]]:
    found = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, StyleTransferError)]
    return [kind for kind in found if kind not in {StyleTransferError, ImageFileError, NetworkFileError}]


@pytest.mark.parametrize("problem", ImageProblem)
def test_every_image_problem_has_a_remedy(problem: ImageProblem) -> None:
    assert_is_sentence(advice(ImageFileError(Path("cat.png"), problem)))


@pytest.mark.parametrize("problem", NetworkProblem)
def test_every_network_problem_has_a_remedy(problem: NetworkProblem) -> None:
    assert_is_sentence(advice(NetworkFileError(Path("vgg19.safetensors"), problem)))


@pytest.mark.parametrize("kind", error_types(), ids=lambda kind: kind.__name__)
def test_every_other_error_has_a_remedy(kind: type[StyleTransferError]) -> None:
    assert_is_sentence(advice(kind("It broke.")))


def test_an_unknown_error_gets_no_false_advice() -> None:
    assert advice(ZeroDivisionError()) == ""


def assert_is_sentence(text: str) -> None:
    assert text
    assert text[0].isupper()
    assert text.endswith(".")
    assert "  " not in text
