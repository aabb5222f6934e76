from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.library.gallery.renaming import rename_picture
from core.errors import ImageFileError, ImageProblem
from tests.privileges import without_privileges


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "pictures" / "sea.png"
    path.parent.mkdir()
    path.write_bytes(b"a picture")
    return path


def test_a_picture_gets_another_name(picture: Path) -> None:
    renamed = rename_picture(picture, "  The sea: at night?  ")
    assert renamed == picture.with_name("The sea_ at night_.png")
    assert renamed.read_bytes() == b"a picture"
    assert not picture.exists()


def test_no_other_picture_is_replaced(picture: Path) -> None:
    picture.with_name("hill.png").write_bytes(b"another")
    assert rename_picture(picture, "hill") == picture.with_name("hill (2).png")
    assert picture.with_name("hill.png").read_bytes() == b"another"


@pytest.mark.parametrize("name", ["", "  ", "sea", " . "])
def test_without_another_name_it_keeps_its_own(picture: Path, name: str) -> None:
    assert rename_picture(picture, name) == picture
    assert picture.is_file()


def test_the_case_of_letters_can_be_changed(picture: Path) -> None:
    renamed = rename_picture(picture, "SEA")
    assert [path.name for path in renamed.parent.iterdir()] == ["SEA.png"]


def test_a_name_is_never_too_long(picture: Path) -> None:
    renamed = rename_picture(picture, "ü" * 400)
    assert renamed.is_file()
    assert len(renamed.name.encode()) <= 255


def test_what_is_gone_cannot_be_renamed(tmp_path: Path) -> None:
    with pytest.raises(ImageFileError) as raised:
        rename_picture(tmp_path / "gone.png", "other")
    assert raised.value.problem is ImageProblem.MISSING
    assert not (tmp_path / "other.png").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="folders cannot be closed to writing there")
def test_where_it_may_not_be_renamed_that_is_told(picture: Path) -> None:
    picture.parent.chmod(0o500)
    try:
        with without_privileges(), pytest.raises(ImageFileError) as raised:
            rename_picture(picture, "other")
    finally:
        picture.parent.chmod(0o700)
    assert raised.value.problem is ImageProblem.NOT_RENAMED


def test_a_failed_renaming_leaves_no_claimed_name(picture: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path, _target: Path) -> Path:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ImageFileError) as raised:
        rename_picture(picture, "other")
    assert raised.value.problem is ImageProblem.NOT_RENAMED
    assert [path.name for path in picture.parent.iterdir()] == ["sea.png"]
