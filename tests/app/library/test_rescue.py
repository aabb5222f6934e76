from __future__ import annotations

import logging
import tempfile
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
import pytest

from app.library.rescue import Delivery, deliver
from core.errors import ImageFileError, ImageProblem
from core.files.reading import read_picture
from core.files.writing import write_picture
from core.picture import Picture

if TYPE_CHECKING:
    from pathlib import Path

GREEN = Picture(np.full((18, 24, 3), (0, 200, 0), dtype=np.uint8))
WRITE = partial(write_picture, picture=GREEN)


@pytest.fixture
def gone(tmp_path: Path) -> Path:
    return tmp_path / "a folder that was removed" / "cat.png"


def refuse(path: Path) -> None:
    raise ImageFileError(path, ImageProblem.OUTPUT_FAILED)


def assert_green(path: Path) -> None:
    assert np.array_equal(read_picture(path).rgb, GREEN.rgb)


def test_what_can_be_written_is_where_it_was_wanted(tmp_path: Path, temporary: Path) -> None:
    delivery = deliver(WRITE, WRITE, tmp_path / "cat.png", tmp_path / "kept")
    assert delivery == Delivery(tmp_path / "cat.png", tmp_path / "cat.png")
    assert not delivery.rescued
    assert not (tmp_path / "kept").exists()
    assert list(temporary.iterdir()) == []


def test_a_picture_whose_folder_is_gone_goes_to_the_other_folder(tmp_path: Path, gone: Path) -> None:
    delivery = deliver(WRITE, WRITE, gone, tmp_path / "Pictures" / "Impasto")
    assert delivery.rescued
    assert (delivery.path, delivery.wanted) == (tmp_path / "Pictures" / "Impasto" / "cat.png", gone)
    assert delivery.problem is not None
    assert delivery.problem.problem is ImageProblem.NO_OUTPUT_FOLDER
    assert delivery.problem.__traceback__ is None
    assert_green(delivery.path)


@pytest.mark.parametrize("obstacle", ["none given", "a file", "the same"])
def test_then_to_a_temporary_folder_of_its_own(tmp_path: Path, temporary: Path, gone: Path, obstacle: str) -> None:
    (tmp_path / "kept").write_text("in the way")
    folder = {"none given": None, "a file": tmp_path / "kept", "the same": gone.parent}[obstacle]
    delivery = deliver(WRITE, WRITE, gone, folder)
    assert delivery.path.parent.parent == temporary
    assert delivery.path.name == "cat.png"
    assert delivery.path.parent.stat().st_mode & 0o77 == 0
    assert_green(delivery.path)
    assert not gone.parent.exists()


def test_no_file_is_replaced(tmp_path: Path, gone: Path) -> None:
    folder = tmp_path / "kept"
    first = deliver(WRITE, WRITE, gone, folder).path
    first.write_text("an earlier one")
    second = deliver(WRITE, WRITE, gone, folder).path
    assert second == folder / "cat (2).png"
    assert first.read_text() == "an earlier one"
    assert sorted(path.name for path in folder.iterdir()) == ["cat (2).png", "cat.png"]


@pytest.mark.parametrize(
    ("name", "problem", "expected"),
    [
        ("cat.jpg", ImageProblem.OUTPUT_FAILED, "cat.jpg"),
        ("cat.TIF", ImageProblem.OUTPUT_REFUSED, "cat.tif"),
        ("cat.webp", ImageProblem.TOO_LARGE_FOR_FORMAT, "cat.png"),
        ("cat", ImageProblem.UNKNOWN_OUTPUT_FORMAT, "cat.png"),
        ("a:b?.png", ImageProblem.NAME_REFUSED, "a_b_.png"),
        ("x" * 300 + ".png", ImageProblem.NAME_REFUSED, "x" * 60 + ".png"),
    ],
)
def test_the_name_and_the_format_stay_where_they_can(
    tmp_path: Path, name: str, problem: ImageProblem, expected: str
) -> None:
    wanted = tmp_path / name

    def write(path: Path) -> None:
        if path == wanted:
            raise ImageFileError(path, problem)
        WRITE(path)

    assert deliver(write, write, wanted, tmp_path / "kept").path.name == expected


@pytest.mark.parametrize(
    ("error", "problem"),
    [(ZeroDivisionError("a mistake"), ImageProblem.OUTPUT_FAILED), (MemoryError(), ImageProblem.NO_MEMORY_TO_WRITE)],
)
def test_whatever_goes_wrong_the_plain_picture_is_kept(
    tmp_path: Path, error: Exception, problem: ImageProblem, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_path: Path) -> None:
        raise error

    delivery = deliver(fail, WRITE, tmp_path / "cat.png", tmp_path / "kept")
    assert delivery.problem is not None
    assert delivery.problem.problem is problem
    assert delivery.path == tmp_path / "kept" / "cat.png"
    assert_green(delivery.path)
    assert type(error).__name__ in caplog.text
    assert not (tmp_path / "cat.png").exists()


def test_where_nothing_can_be_written_the_first_problem_is_told_and_nothing_is_left(
    tmp_path: Path, temporary: Path, gone: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(ImageFileError) as caught:
        deliver(refuse, refuse, gone, tmp_path / "kept")
    assert caught.value.path == gone
    assert list(temporary.iterdir()) == []
    assert list((tmp_path / "kept").iterdir()) == []
    assert caplog.records[-1].levelno == logging.ERROR


def test_without_any_temporary_folder_the_problem_is_told(
    gone: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    with pytest.raises(ImageFileError):
        deliver(WRITE, WRITE, gone, None)
